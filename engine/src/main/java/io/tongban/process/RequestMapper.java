package io.tongban.process;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RequestMapper {

    @Insert("""
            insert into process_request (id, number, process_key, definition_id, version, instance_id, title, title_en,
              applicant_id, department_id, status, revision, answers, created_at, updated_at, ended_at,
              content_version)
            values (#{id}, #{number}, #{processKey}, #{definitionId}, #{version}, #{instanceId}, #{title}, #{titleEn},
              #{applicantId}, #{departmentId}, #{status}, #{revision}, #{answers}, #{createdAt}, #{updatedAt}, #{endedAt},
              #{contentVersion})
            """)
    void insert(RequestRow row);

    @Update("""
            update process_request set status = #{status}, revision = #{revision}, title = #{title},
              title_en = #{titleEn}, answers = #{answers}, updated_at = #{updatedAt}, ended_at = #{endedAt},
              facts = #{facts}, returns = #{returns}, suspended_at = #{suspendedAt},
              content_version = #{contentVersion}
            where id = #{id}
            """)
    void update(RequestRow row);

    @Select("select * from process_request where id = #{id}")
    @Nullable
    RequestRow find(String id);

    @Select("select * from process_request where id = #{id} for update")
    @Nullable
    RequestRow lock(String id);

    @Select("""
            select * from process_request where id = (select request_id from process_inbox where id = #{task} limit 1)
            for update
            """)
    @Nullable
    RequestRow lockByTask(String task);

    /** For lists: without the answers. */
    @Select("""
            <script>select id, number, process_key, definition_id, version, instance_id, title, title_en, applicant_id,
              department_id, status, revision, '' as answers, created_at, updated_at, ended_at,
              null as facts, null as returns, suspended_at, content_version
            from process_request where id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    List<RequestRow> byIds(@Param("ids") Collection<String> ids);

    /** What a page of somebody's own requests is asked for; {@code after} is the last place of the page before. */
    record Started(
            String applicant,
            @Nullable String process,
            @Nullable String q,
            String sort,
            @Nullable Place after,
            int limit) {}

    @Select("""
            <script>
            select * from process_request where applicant_id = #{applicant}
            <if test="process != null">and process_key = #{process}</if>
            <if test="q != null">and (lower(title) like #{q} or lower(title_en) like #{q} or lower(number) like #{q})</if>
            <choose>
            <when test='sort == "oldest"'>
            <if test="after != null">
              and created_at &gt;= #{after.at} and (created_at &gt; #{after.at} or id &gt; #{after.id})</if>
            order by applicant_id desc, created_at, id limit #{limit}
            </when>
            <when test='sort == "process"'>
            <if test="after != null">and process_key &gt;= #{after.processKey} and (process_key &gt; #{after.processKey}
              or created_at &lt; #{after.at} or created_at = #{after.at} and id &lt; #{after.id})</if>
            order by process_key, created_at desc, id desc limit #{limit}
            </when>
            <otherwise>
            <if test="after != null">
              and created_at &lt;= #{after.at} and (created_at &lt; #{after.at} or id &lt; #{after.id})</if>
            order by applicant_id, created_at desc, id desc limit #{limit}
            </otherwise>
            </choose>
            </script>
            """)
    List<RequestRow> startedBy(Started asked);

    @Select("""
            select * from process_request where applicant_id = #{applicant} and status = 'running'
            order by created_at desc, id desc limit #{limit}
            """)
    List<RequestRow> runningOf(@Param("applicant") String applicant, @Param("limit") int limit);

    /** How many of somebody's newest {@code most} requests are of a process and have these words. */
    @Select("""
            <script>
            select count(*) from (select process_key, title, title_en, number from process_request
            where applicant_id = #{applicant} order by applicant_id, created_at desc, id desc limit #{most}) seen
            <where>
            <if test="process != null">process_key = #{process}</if>
            <if test="q != null">and (lower(title) like #{q} or lower(title_en) like #{q} or lower(number) like #{q})</if>
            </where>
            </script>
            """)
    int countStarted(
            @Param("applicant") String applicant,
            @Param("process") @Nullable String process,
            @Param("q") @Nullable String q,
            @Param("most") int most);

    @Select("""
            select count(*) from (select 1 from process_request
            where applicant_id = #{applicant} and status = 'running' limit #{most}) counted
            """)
    int countRunning(@Param("applicant") String applicant, @Param("most") int most);

    @Select("select * from process_entry where person_id = #{person} and idempotency_key = #{key}")
    @Nullable
    EntryRow entryOf(@Param("person") String person, @Param("key") String key);

    @Select("select * from process_entry where request_id = #{request} order by id limit 1000")
    List<EntryRow> entries(String request);

    /** What a person did on tasks of a request. */
    @Select("""
            select count(*) from process_entry
            where request_id = #{request} and person_id = #{person} and task_id is not null
            """)
    int deeds(@Param("request") String request, @Param("person") String person);

    @Select("select next_value from process_number where series = #{series} for update")
    @Nullable
    Long nextNumber(String series);

    @Insert("insert into process_number (series, next_value) values (#{series}, #{next})")
    void insertNumber(@Param("series") String series, @Param("next") long next);

    @Update("update process_number set next_value = #{next} where series = #{series}")
    void updateNumber(@Param("series") String series, @Param("next") long next);
}
