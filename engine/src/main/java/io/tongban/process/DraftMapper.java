package io.tongban.process;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface DraftMapper {

    @Insert("""
            insert into process_draft (id, person_id, slot, process_key, definition_id, summary, summary_en, answers, related,
              revision, made_with, saved_at, deleted_at)
            values (#{id}, #{personId}, #{slot}, #{processKey}, #{definitionId}, #{summary}, #{summaryEn}, #{answers},
              #{related}, #{revision}, #{madeWith}, #{savedAt}, #{deletedAt})
            """)
    void insert(DraftRow row);

    @Update("""
            update process_draft set definition_id = #{definitionId}, summary = #{summary}, summary_en = #{summaryEn},
              answers = #{answers}, related = #{related}, revision = #{revision}, saved_at = #{savedAt}
            where id = #{id}
            """)
    void update(DraftRow row);

    /** Without the answers: they are large and no list shows them. */
    @Select("""
            <script>
            select id, person_id, slot, process_key, definition_id, summary, summary_en, '{}' as answers, '' as related,
              revision, made_with, saved_at, deleted_at
            from process_draft where person_id = #{person} and slot is not null
            <if test="process != null">and process_key = #{process}</if>
            order by saved_at desc, id desc limit 100
            </script>
            """)
    List<DraftRow> of(@Param("person") String person, @Param("process") @Nullable String process);

    @Select("select * from process_draft where id = #{id} and person_id = #{person} and slot is not null")
    @Nullable
    DraftRow find(@Param("person") String person, @Param("id") String id);

    /** Also one that was deleted. */
    @Select("select * from process_draft where id = #{id} and person_id = #{person} for update")
    @Nullable
    DraftRow lock(@Param("person") String person, @Param("id") String id);

    @Select("select * from process_draft where person_id = #{person} and made_with = #{key}")
    @Nullable
    DraftRow madeWith(@Param("person") String person, @Param("key") String key);

    @Select("select slot from process_draft where person_id = #{person} and slot is not null")
    List<Integer> slots(String person);

    @Update("update process_draft set slot = #{slot}, deleted_at = #{at} where id = #{id}")
    void place(@Param("id") String id, @Param("slot") @Nullable Integer slot, @Param("at") @Nullable Instant at);

    @Delete("delete from process_draft where id = #{id}")
    void remove(String id);

    @Delete("delete from process_draft where id = #{id} and slot is null")
    int removeDeleted(String id);

    @Select("select id from process_draft where deleted_at < #{before} order by deleted_at limit #{limit}")
    List<String> deleted(@Param("before") Instant before, @Param("limit") int limit);
}
