package io.tongban.calendar;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface EntryMapper {

    record Row(
            String id,
            String refType,
            String refId,
            String personId,
            String kind,
            String title,
            @Nullable String titleEn,
            LocalDateTime startAt,
            LocalDateTime endAt,
            boolean away,
            @Nullable String link) {}

    @Insert("""
            <script>
            insert into calendar_entry (id, ref_type, ref_id, person_id, kind, title, title_en, start_at, end_at, away, link)
            values
            <foreach collection="rows" item="row" separator=",">
              (#{row.id}, #{row.refType}, #{row.refId}, #{row.personId}, #{row.kind}, #{row.title}, #{row.titleEn},
              #{row.startAt}, #{row.endAt}, #{row.away}, #{row.link})
            </foreach>
            on duplicate key update kind = values(kind), title = values(title),
              title_en = values(title_en), start_at = values(start_at),
              end_at = values(end_at), away = values(away), link = values(link)
            </script>""")
    void put(@Param("rows") Collection<Row> rows);

    /** Who is away because of it. */
    @Select(
            "select person_id from calendar_entry where ref_type = #{type} and ref_id = #{id} and away = true limit 1000")
    List<String> absent(@Param("type") String type, @Param("id") String id);

    @Delete("delete from calendar_entry where ref_type = #{type} and ref_id = #{id}")
    int remove(@Param("type") String type, @Param("id") String id);

    @Delete("delete from calendar_entry where ref_type = #{type} and ref_id = #{id} and person_id = #{person}")
    int removeOf(@Param("type") String type, @Param("id") String id, @Param("person") String person);

    /** What touches the time between, of each of the people so much at most: one range of the index for every person. */
    @Select("""
            <script>
            <foreach collection="people" item="person" separator=" union all ">(
            select id, ref_type, ref_id, person_id, kind, title, title_en, start_at, end_at, away, link from calendar_entry
            where person_id = #{person} and end_at > #{from} and start_at &lt; #{to}
            order by person_id, end_at, id limit #{limit})</foreach>
            </script>""")
    List<Row> ofEach(
            @Param("people") Collection<String> people,
            @Param("from") LocalDateTime from,
            @Param("to") LocalDateTime to,
            @Param("limit") int limit);

    /** What of one person comes behind an entry. */
    @Select("""
            select id, ref_type, ref_id, person_id, kind, title, title_en, start_at, end_at, away, link from calendar_entry
            where person_id = #{after.personId} and end_at >= #{after.endAt}
              and (end_at > #{after.endAt} or id > #{after.id}) and start_at < #{to}
            order by person_id, end_at, id limit #{limit}""")
    List<Row> behind(@Param("after") Row after, @Param("to") LocalDateTime to, @Param("limit") int limit);

    @Select("""
            <script>
            select id, ref_type, ref_id, person_id, kind, title, title_en, start_at, end_at, away, link from calendar_entry
            where away = true and end_at > #{from} and start_at &lt; #{to}
            <if test="people != null">and person_id in
              <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach></if>
            <if test="at != null">and end_at >= #{at} and (end_at > #{at} or id > #{id})</if>
            order by away, end_at, id limit #{limit}
            </script>""")
    List<Row> away(
            @Param("from") LocalDateTime from,
            @Param("to") LocalDateTime to,
            @Param("people") @Nullable Collection<String> people,
            @Param("at") @Nullable LocalDateTime at,
            @Param("id") @Nullable String id,
            @Param("limit") int limit);

    /** The same of a few people, whose own entries are fewer than everybody's absences; in no order. */
    @Select("""
            <script>
            <foreach collection="people" item="person" separator=" union all ">(
            select id, ref_type, ref_id, person_id, kind, title, title_en, start_at, end_at, away, link from calendar_entry
            where person_id = #{person} and end_at > #{from} and start_at &lt; #{to} and away = true
            <if test="at != null">and end_at >= #{at} and (end_at > #{at} or id > #{id})</if>
            order by person_id, end_at, id limit #{limit})</foreach>
            </script>""")
    List<Row> awayOfEach(
            @Param("people") Collection<String> people,
            @Param("from") LocalDateTime from,
            @Param("to") LocalDateTime to,
            @Param("at") @Nullable LocalDateTime at,
            @Param("id") @Nullable String id,
            @Param("limit") int limit);
}
