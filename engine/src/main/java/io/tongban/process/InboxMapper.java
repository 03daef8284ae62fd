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

    /** What a page of the inbox is asked for; {@code after} is the last place of the page before. */
    record Query(
            Collection<String> owners,
            String state,
            @Nullable String process,
            @Nullable String q,
            @Nullable DueTime due,
            String sort,
            @Nullable Place after,
            int limit) {}

    /** Only what is due from a moment on, and before another. */
    record DueTime(Instant from, Instant until) {}

    String WANTED = """
            from process_inbox i <if test="q != null">join process_request r on r.id = i.request_id</if>
            where i.owner = #{owner} and i.state = #{state}
            <if test="process != null">and i.process_key = #{process}</if>
            <if test="due != null">and i.due_at &gt;= #{due.from} and i.due_at &lt; #{due.until}</if>
            <if test="q != null">and (lower(r.title) like #{q} or lower(r.title_en) like #{q} or lower(r.number) like #{q})</if>
            """;

    @Insert("""
            <script>
            insert into process_inbox (id, owner, state, at, request_id, process_key, step, since, due_at, priority,
              revision, pool, action, closed_by, why, task_id, behalf, part)
            values
            <foreach collection="rows" item="r" separator=",">
              (#{r.id}, #{r.owner}, #{r.state}, #{r.at}, #{r.requestId}, #{r.processKey}, #{r.step}, #{r.since}, #{r.dueAt},
               #{r.priority}, #{r.revision}, #{r.pool}, #{r.action}, #{r.closedBy}, #{r.why}, #{r.taskId}, #{r.behalf},
               #{r.part})
            </foreach>
            </script>
            """)
    void insert(@Param("rows") Collection<InboxRow> rows);

    /**
     * One index range per owner, so the cost does not grow with other people's tasks; rows are read only for a filter
     * that the index does not know. By deadline there are two ranges: what has one, and what has none.
     */
    @Select(
            "<script><foreach collection='owners' item='owner' separator=' union all '><choose><when test='sort == \"due\"'>"
                    + "<if test='after == null or after.dueAt != null'>"
                    + "(select i.id, i.owner, i.at, i.due_at, null as process_key " + WANTED + """
            <if test="after == null">and i.due_at &gt;= timestamp '1970-01-01 00:00:00'</if>
            <if test="after != null">and i.due_at &gt;= #{after.dueAt} and (i.due_at &gt; #{after.dueAt}
              or i.at &gt; #{after.at} or i.at = #{after.at} and i.id &gt; #{after.id})</if>
            order by i.owner, i.state, i.due_at, i.at, i.id limit #{limit}) union all
            </if>(select i.id, i.owner, i.at, i.due_at, null as process_key
            """ + WANTED + """
            and i.due_at is null
            <if test="after != null and after.dueAt == null">
              and i.at &gt;= #{after.at} and (i.at &gt; #{after.at} or i.id &gt; #{after.id})</if>
            order by i.owner, i.state, i.due_at, i.at, i.id limit #{limit})
            </when><when test='sort == "process"'>(select i.id, i.owner, i.at, null as due_at, i.process_key
            """
                    + WANTED + """
            <if test="after != null">and i.process_key &gt;= #{after.processKey} and (i.process_key &gt; #{after.processKey}
              or i.at &lt; #{after.at} or i.at = #{after.at} and i.id &lt; #{after.id})</if>
            order by i.owner, i.state, i.process_key, i.at desc, i.id desc limit #{limit})
            </when><when test='sort == "oldest"'>(select i.id, i.owner, i.at, null as due_at, null as process_key
            """ + WANTED + """
            <if test="after != null">and i.at &gt;= #{after.at} and (i.at &gt; #{after.at} or i.id &gt; #{after.id})</if>
            order by i.owner desc, i.state desc, <if test="process != null">i.process_key desc,</if> i.at, i.id limit #{limit})
            </when><otherwise>(select i.id, i.owner, i.at, null as due_at, null as process_key
            """ + WANTED + """
            <if test="after != null">and i.at &lt;= #{after.at} and (i.at &lt; #{after.at} or i.id &lt; #{after.id})</if>
            order by i.owner, i.state, <if test="process != null">i.process_key,</if> i.at desc, i.id desc limit #{limit})
            </otherwise></choose></foreach></script>
            """)
    List<Place> page(Query query);

    /** The rows of these tasks that one of the owners has in this state. */
    @Select("""
            <script>select * from process_inbox where id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            and state = #{state} and owner in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach></script>
            """)
    List<InboxRow> rows(
            @Param("ids") Collection<String> ids,
            @Param("owners") Collection<String> owners,
            @Param("state") String state);

    /** What somebody has to do, or will have to, in the order of its requests; the next after a row. */
    @Select("""
            select * from process_inbox where owner = #{owner} and state in ('todo', 'waiting') and step is not null
            and (request_id > #{request} or request_id = #{request} and id > #{id})
            order by request_id, id limit #{limit}
            """)
    List<InboxRow> pending(
            @Param("owner") String owner,
            @Param("request") String request,
            @Param("id") String id,
            @Param("limit") int limit);

    /** How many there are, no further than {@code most}. */
    @Select("""
            <script>select count(*) from (select 1 from process_inbox where state = #{state} and owner in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach>
            limit #{most}) counted</script>
            """)
    int count(@Param("owners") Collection<String> owners, @Param("state") String state, @Param("most") int most);

    /** The same of one process. */
    @Select("""
            <script>select count(*) from (select 1 from process_inbox
            where state = #{state} and process_key = #{process} and owner in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach>
            limit #{most}) counted</script>
            """)
    int countOf(
            @Param("owners") Collection<String> owners,
            @Param("state") String state,
            @Param("process") String process,
            @Param("most") int most);

    /** How many are due in a time, of one process or of all. */
    @Select("""
            <script>select count(*) from (select 1 from process_inbox
            where state = #{state} and due_at &gt;= #{due.from} and due_at &lt; #{due.until}
            <if test="process != null">and process_key = #{process}</if>
            and owner in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach>
            limit #{most}) counted</script>
            """)
    int countDue(
            @Param("owners") Collection<String> owners,
            @Param("state") String state,
            @Param("process") @Nullable String process,
            @Param("due") DueTime due,
            @Param("most") int most);

    /** How many of each owner's newest {@code most} have these words. */
    @Select("""
            <script>select count(*) from (
            <foreach collection="owners" item="owner" separator=" union all ">
            (select i.request_id from process_inbox i where i.owner = #{owner} and i.state = #{state}
            <if test="process != null">and i.process_key = #{process}</if>
            <if test="due != null">and i.due_at &gt;= #{due.from} and i.due_at &lt; #{due.until}</if>
            order by i.owner, i.state, <if test="process != null">i.process_key,</if> i.at desc, i.id desc limit #{most})
            </foreach>
            ) seen join process_request r on r.id = seen.request_id
            where lower(r.title) like #{q} or lower(r.title_en) like #{q} or lower(r.number) like #{q}</script>
            """)
    int countFound(
            @Param("owners") Collection<String> owners,
            @Param("state") String state,
            @Param("process") @Nullable String process,
            @Param("due") @Nullable DueTime due,
            @Param("q") String q,
            @Param("most") int most);

    /** Copies that were not read yet. */
    @Select("select count(*) from process_inbox where owner = #{owner} and state = 'copied' and action is null")
    int unread(String owner);

    @Select("select * from process_inbox where id = #{id} limit 200")
    List<InboxRow> byId(String id);

    @Select("select * from process_inbox where request_id = #{request} order by since, id limit 1000")
    List<InboxRow> ofRequest(String request);

    /** Who has these requests to deal with now. */
    @Select("""
            <script>select * from process_inbox where state = 'todo' and request_id in
            <foreach collection="requests" item="one" open="(" separator="," close=")">#{one}</foreach>
            order by since, id limit 1000</script>
            """)
    List<InboxRow> todo(@Param("requests") Collection<String> requests);

    /** The engine's tasks that some people have to do by a certain time. */
    @Select("""
            <script>select distinct task_id from process_inbox where state = 'todo' and due_at is not null and owner in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach>
            order by task_id limit 1000</script>
            """)
    List<String> tasksOf(@Param("owners") Collection<String> owners);

    /** Rows of one task of the engine. */
    @Select("""
            select * from process_inbox where request_id = #{request} and task_id = #{task} order by id limit 1000
            """)
    List<InboxRow> ofTask(@Param("request") String request, @Param("task") String task);

    /** The same of several tasks of several requests; a task has at most a few dozen holders. */
    @Select("""
            <script>select * from process_inbox where request_id in
            <foreach collection="requests" item="r" open="(" separator="," close=")">#{r}</foreach> and task_id in
            <foreach collection="tasks" item="t" open="(" separator="," close=")">#{t}</foreach> order by id</script>
            """)
    List<InboxRow> ofTasks(@Param("requests") Collection<String> requests, @Param("tasks") Collection<String> tasks);

    /** Writes what changed about a row, found by its id and who owned it until now. */
    @Update("""
            update process_inbox set owner = #{row.owner}, state = #{row.state}, at = #{row.at},
              revision = #{row.revision}, pool = #{row.pool}, action = #{row.action}, closed_by = #{row.closedBy},
              task_id = #{row.taskId}, behalf = #{row.behalf}, part = #{row.part}
            where id = #{row.id} and owner = #{from}
            """)
    void change(@Param("row") InboxRow row, @Param("from") String from);

    /** The owner has read a copy; {@code at} stays, so that the list keeps its order. */
    @Update("""
            update process_inbox set action = 'read', revision = revision + 1, since = #{at}
            where request_id = #{request} and owner = #{owner} and state = 'copied' and action is null
            """)
    int read(@Param("request") String request, @Param("owner") String owner, @Param("at") Instant at);

    @Delete("delete from process_inbox where id = #{id} and owner = #{owner}")
    void delete(@Param("id") String id, @Param("owner") String owner);

    /** The engine's task ended without being decided: it leaves the lists of those who only might have done it. */
    @Update("""
            update process_inbox set state = 'gone', at = #{at}, revision = revision + 1
            where request_id = #{request} and task_id = #{task} and state in ('todo', 'waiting')
            """)
    int gone(@Param("request") String request, @Param("task") String task, @Param("at") Instant at);

    @Update("update process_inbox set due_at = #{due} where request_id = #{request} and task_id = #{task}")
    void due(@Param("request") String request, @Param("task") String task, @Param("due") Instant due);

    @Select("""
            <script>select count(*) from process_inbox where request_id = #{request} and (owner in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach>
            or pool in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach>)</script>
            """)
    int involvement(@Param("request") String request, @Param("owners") Collection<String> owners);
}
