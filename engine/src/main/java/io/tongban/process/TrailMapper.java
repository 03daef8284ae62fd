package io.tongban.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Lines of trails as links of a chain. */
@Mapper
interface TrailMapper {

    /**
     * Everything of a line.
     *
     * @param salt null when its words were erased
     * @param words digest of what people wrote, and from where
     * @param stands digest of the request as the action left it
     * @param attached ids and hashes of the files that came with it
     */
    record ChainRow(
            String id,
            String requestId,
            Instant at,
            String personId,
            @Nullable String behalfId,
            String action,
            @Nullable String step,
            @Nullable String taskId,
            @Nullable String text,
            @Nullable String detail,
            @Nullable String idempotencyKey,
            @Nullable String digest,
            @Nullable String result,
            @Nullable String content,
            @Nullable Integer contentVersion,
            @Nullable String salt,
            @Nullable String stands,
            @Nullable String attached,
            @Nullable String origin,
            @Nullable String words,
            @Nullable Integer seq,
            @Nullable String link) {}

    /** A line on its way: its number and its link are found as it is written. */
    record Added(EntryRow e, String origin, String words, String body) {}

    /** Where a line stands. */
    record Tail(String id, String requestId, int seq, String link) {}

    /** Behind the lock of the request; the index of numbers refuses what would stand beside another line. */
    @Insert(databaseId = "h2", value = """
            insert into process_entry (id, request_id, at, person_id, behalf_id, action, step, task_id, text, detail,
              idempotency_key, digest, result, content, content_version, salt, stands, attached, origin, words, seq, link)
            values (#{e.id}, #{e.requestId}, #{e.at}, #{e.personId}, #{e.behalfId}, #{e.action}, #{e.step}, #{e.taskId},
              #{e.text}, #{e.detail}, #{e.idempotencyKey}, #{e.digest}, #{e.result}, #{e.content}, #{e.contentVersion}, #{e.salt}, #{e.stands},
              #{e.attached}, #{origin}, #{words},
              coalesce((select seq from process_entry where request_id = #{e.requestId}
                order by request_id, seq desc limit 1), 0) + 1,
              lower(rawtohex(hash('SHA-256', concat(coalesce((select link from process_entry
                where request_id = #{e.requestId} order by request_id, seq desc limit 1), #{e.requestId}), ':', #{body})))))
            """)
    @Insert("""
            insert into process_entry (id, request_id, at, person_id, behalf_id, action, step, task_id, text, detail,
              idempotency_key, digest, result, content, content_version, salt, stands, attached, origin, words, seq, link)
            select #{e.id}, #{e.requestId}, #{e.at}, #{e.personId}, #{e.behalfId}, #{e.action}, #{e.step}, #{e.taskId},
              #{e.text}, #{e.detail}, #{e.idempotencyKey}, #{e.digest}, #{e.result}, #{e.content}, #{e.contentVersion}, #{e.salt}, #{e.stands},
              #{e.attached}, #{origin}, #{words}, coalesce(latest.seq, 0) + 1,
              sha2(concat(coalesce(latest.link, #{e.requestId}), ':', #{body}), 256)
            from (select 1 as one) nothing left join (select seq, link from process_entry
              where request_id = #{e.requestId} order by request_id, seq desc limit 1) latest on 1 = 1
            """)
    void add(Added line);

    @Select("""
            <script>select * from process_entry where request_id in
            <foreach collection="requests" item="request" open="(" separator="," close=")">#{request}</foreach>
            order by request_id, seq desc, id</script>
            """)
    List<ChainRow> lines(@Param("requests") Collection<String> requests);

    @Select("select * from process_entry where id = #{id}")
    @Nullable
    ChainRow line(String id);

    @Select("""
            select id, request_id, seq, link from process_entry where id > #{after} and seq is not null
            order by id limit #{limit}
            """)
    List<Tail> tail(@Param("after") String after, @Param("limit") int limit);

    @Select("select * from process_request where id > #{after} order by id limit #{limit}")
    List<RequestRow> requests(@Param("after") String after, @Param("limit") int limit);

    @Select("select * from process_request where number = #{number}")
    @Nullable
    RequestRow numbered(String number);

    @Select("select count(*) from process_request")
    long countRequests();

    @Select("""
            select id, instance_id from process_request where id > #{after} and process_key = #{process}
            and status <> 'running' and ended_at < #{before} order by id limit #{limit}
            """)
    List<Courses.Ended> ended(
            @Param("process") String processKey,
            @Param("before") Instant before,
            @Param("after") String after,
            @Param("limit") int limit);

    /** What was put into an answer is in the detail of that line. */
    @Update("""
            update process_entry set text = null, origin = null, salt = null,
              detail = case when action = 'correct' or detail like '%"changes":[%' then null else detail end
            where id = #{id}
            """)
    void erase(String id);
}
