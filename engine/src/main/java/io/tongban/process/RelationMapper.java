package io.tongban.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface RelationMapper {

    String FITS = """
            <if test="q != null">
            and (lower(r.title) like #{q} or lower(r.title_en) like #{q} or lower(r.number) like #{q})
            </if>
            """;

    record RelationRow(String firstId, String secondId, String addedBy, Instant addedAt) {

        String other(String id) {
            return firstId.equals(id) ? secondId : firstId;
        }
    }

    /** The other side may have said so at the same moment; then that stays. */
    @Insert("""
            insert into process_relation (first_id, second_id, added_by, added_at)
            values (#{firstId}, #{secondId}, #{addedBy}, #{addedAt})
            on duplicate key update added_at = added_at
            """)
    void add(RelationRow row);

    @Select("""
            (select * from process_relation where first_id = #{request})
            union all (select * from process_relation where second_id = #{request})
            order by added_at, first_id, second_id limit 200
            """)
    List<RelationRow> of(String request);

    @Delete("delete from process_relation where first_id = #{firstId} and second_id = #{secondId}")
    void delete(RelationRow row);

    /**
     * Ids of requests that somebody started, had on the list or was mentioned in, newest first of each kind; and of those
     * whose number begins so, whoever they belong to: who may read them is asked afterwards.
     */
    @Select("<script>(select r.id from process_request r where r.applicant_id = #{person}" + FITS + """
              order by r.created_at desc, r.id desc limit #{limit})
            <foreach collection="owners" item="owner">
            union (select r.id from process_inbox i join process_request r on r.id = i.request_id where i.owner = #{owner}
            """ + FITS + """
              order by i.at desc, i.id desc limit #{limit})
            </foreach>
            union (select r.id from process_entry_link l join process_request r on r.id = l.request_id
              where l.ref = #{person} and l.kind = 'mention'
            """
            + FITS + """
              order by l.entry_id desc limit #{limit})
            <if test="number != null">
            union (select r.id from process_request r where r.number like #{number} order by r.number desc limit #{limit})
            </if>
            </script>
            """)
    List<String> candidates(
            @Param("person") String person,
            @Param("owners") Collection<String> owners,
            @Param("q") @Nullable String q,
            @Param("number") @Nullable String number,
            @Param("limit") int limit);
}
