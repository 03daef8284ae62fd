package io.tongban.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface InboxMapper {

    /** What a page of the inbox is asked for; {@code at} and {@code id} come from the cursor. */
    record Query(
            Collection<String> owners,
            String state,
            @Nullable String process,
            @Nullable String q,
            @Nullable Instant at,
            @Nullable String id,
            int limit) {}

    @Insert("""
            <script>
            insert into process_inbox (id, owner, state, at, request_id, process_key, step, since, due_at, priority,
              revision, pool, action, closed_by, why)
            values
            <foreach collection="rows" item="r" separator=",">
              (#{r.id}, #{r.owner}, #{r.state}, #{r.at}, #{r.requestId}, #{r.processKey}, #{r.step}, #{r.since}, #{r.dueAt},
               #{r.priority}, #{r.revision}, #{r.pool}, #{r.action}, #{r.closedBy}, #{r.why})
            </foreach>
            </script>
            """)
    void insert(@Param("rows") Collection<InboxRow> rows);

    /** One index range per owner, so the cost does not grow with other people's tasks. */
    @Select("""
            <script>
            <foreach collection="owners" item="owner" separator=" union all ">
            (select i.* from process_inbox i
            <if test="q != null">join process_request r on r.id = i.request_id</if>
            where i.owner = #{owner} and i.state = #{state}
            <if test="process != null">and i.process_key = #{process}</if>
            <if test="q != null">and (lower(r.title) like #{q} or lower(r.title_en) like #{q} or lower(r.number) like #{q})</if>
            <if test="at != null">and (i.at &lt; #{at} or i.at = #{at} and i.id &lt; #{id})</if>
            order by i.owner, i.state, i.at desc, i.id desc limit #{limit})
            </foreach>
            </script>
            """)
    List<InboxRow> page(Query query);

    @Select("""
            <script>select count(*) from process_inbox where state = #{state} and owner in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach></script>
            """)
    int count(@Param("owners") Collection<String> owners, @Param("state") String state);

    @Select("select * from process_inbox where id = #{id} limit 200")
    List<InboxRow> byId(String id);

    @Select("select * from process_inbox where request_id = #{request} order by since, id limit 1000")
    List<InboxRow> ofRequest(String request);

    @Update("""
            update process_inbox set owner = #{to}, state = #{state}, at = #{at}, revision = #{revision}, pool = #{pool},
              action = #{action}, closed_by = #{closedBy}
            where id = #{id} and owner = #{from}
            """)
    void change(
            @Param("id") String id,
            @Param("from") String from,
            @Param("to") String to,
            @Param("state") String state,
            @Param("at") Instant at,
            @Param("revision") int revision,
            @Param("pool") @Nullable String pool,
            @Param("action") @Nullable String action,
            @Param("closedBy") @Nullable String closedBy);

    @Delete("delete from process_inbox where id = #{id} and owner = #{owner}")
    void delete(@Param("id") String id, @Param("owner") String owner);

    /** The task ended without being decided: it leaves the lists of those who only might have done it. */
    @Update(
            "update process_inbox set state = 'gone', at = #{at}, revision = revision + 1 where id = #{id} and state = 'todo'")
    int gone(@Param("id") String id, @Param("at") Instant at);

    @Update("update process_inbox set due_at = #{due} where id = #{id}")
    void due(@Param("id") String id, @Param("due") Instant due);

    @Select("""
            <script>select count(*) from process_inbox where request_id = #{request} and (owner in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach>
            or pool in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach>)</script>
            """)
    int involvement(@Param("request") String request, @Param("owners") Collection<String> owners);
}
