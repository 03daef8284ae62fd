package io.tongban.worktask;

import java.time.Instant;
import java.time.LocalDate;
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
interface WorktaskMapper {

    String TASK = """
            t.request_id, t.number, t.name, t.goal, t.creator_id, t.owner_id, t.start_on, t.end_on, t.due_at, t.priority,
            t.rhythm, t.stage, t.progress, t.round, t.report_at, t.soon_told, t.late_told, t.remedied, t.asked_end,
            t.ended_at, t.created_at, t.updated_at
            """;

    String PERSON = "request_id, person_id, creator, owner, participant, acceptor, answer, stands_for";

    /** A part of somebody's list; {@code at} and {@code id} come from the cursor. */
    record Query(
            String person,
            Collection<Stage> stages,
            @Nullable String role,
            @Nullable String q,
            boolean newestFirst,
            @Nullable Instant at,
            @Nullable String id,
            int limit) {}

    record Count(Stage stage, int number) {}

    /** When whose task is due. */
    record Due(String requestId, String ownerId, Instant dueAt) {}

    record Late(String ownerId, int number) {}

    @Insert("""
            insert into worktask_task (request_id, number, name, goal, creator_id, owner_id, start_on, end_on, due_at,
              priority, rhythm, stage, progress, round, report_at, created_at, updated_at)
            values (#{requestId}, #{number}, #{name}, #{goal}, #{creatorId}, #{ownerId}, #{startOn}, #{endOn}, #{dueAt},
              #{priority}, #{rhythm}, #{stage}, #{progress}, #{round}, #{reportAt}, #{createdAt}, #{updatedAt})""")
    void insert(WorktaskRow row);

    @Select("select " + TASK + " from worktask_task t where t.request_id = #{id}")
    @Nullable
    WorktaskRow find(String id);

    @Select("select " + TASK + " from worktask_task t where t.request_id = #{id} for update")
    @Nullable
    WorktaskRow lock(String id);

    @Update("""
            update worktask_task set stage = #{stage}, round = #{round}, ended_at = #{ended}, updated_at = #{now}
            where request_id = #{id}""")
    void stage(
            @Param("id") String id,
            @Param("stage") Stage stage,
            @Param("round") int round,
            @Param("ended") @Nullable Instant ended,
            @Param("now") Instant now);

    /** Keeps everybody's list in step with the task. */
    @Update("update worktask_person set stage = #{stage}, sort_at = #{at} where request_id = #{id}")
    void place(@Param("id") String id, @Param("stage") Stage stage, @Param("at") Instant at);

    @Update("""
            update worktask_task set progress = #{progress}, report_at = #{now}, updated_at = #{now}
            where request_id = #{id}""")
    void progress(@Param("id") String id, @Param("progress") int progress, @Param("now") Instant now);

    @Update("""
            update worktask_task set remedied = end_on, asked_end = #{end}, report_at = #{now}, updated_at = #{now}
            where request_id = #{id}""")
    void remedy(@Param("id") String id, @Param("end") @Nullable LocalDate end, @Param("now") Instant now);

    @Update(
            "update worktask_task set owner_id = #{owner}, report_at = #{now}, updated_at = #{now} where request_id = #{id}")
    void owner(@Param("id") String id, @Param("owner") String owner, @Param("now") Instant now);

    @Update("""
            update worktask_task set end_on = #{end}, due_at = #{due}, asked_end = null, updated_at = #{now}
            where request_id = #{id}""")
    void end(@Param("id") String id, @Param("end") LocalDate end, @Param("due") Instant due, @Param("now") Instant now);

    /** Answers 0 when people have been told of this end before. */
    @Update("""
            update worktask_task set soon_told = end_on
            where request_id = #{id} and (soon_told is null or soon_told <> end_on)""")
    int tellSoon(String id);

    /** Answers 0 when people have been told of this end before. */
    @Update("""
            update worktask_task set late_told = end_on
            where request_id = #{id} and (late_told is null or late_told <> end_on)""")
    int tellLate(String id);

    @Insert("""
            insert into worktask_person (request_id, person_id, creator, owner, participant, acceptor, answer, stands_for,
              stage, sort_at)
            values (#{p.requestId}, #{p.personId}, #{p.creator}, #{p.owner}, #{p.participant}, #{p.acceptor}, #{p.answer},
              #{p.standsFor}, #{stage}, #{at})
            on duplicate key update creator = values(creator), owner = values(owner), participant = values(participant),
              acceptor = values(acceptor), answer = values(answer), stands_for = values(stands_for),
              stage = values(stage), sort_at = values(sort_at)""")
    void put(@Param("p") PersonRow person, @Param("stage") Stage stage, @Param("at") Instant at);

    @Delete("delete from worktask_person where request_id = #{id} and person_id = #{person}")
    void forget(@Param("id") String id, @Param("person") String person);

    @Select("select " + PERSON + " from worktask_person where request_id = #{id} order by person_id limit 1000")
    List<PersonRow> people(String id);

    @Select("select " + PERSON + " from worktask_person where request_id = #{id} and person_id = #{person}")
    @Nullable
    PersonRow person(@Param("id") String id, @Param("person") String person);

    @Select("""
            <script>select request_id, person_id, creator, owner, participant, acceptor, answer, stands_for
            from worktask_person where person_id = #{person} and request_id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>""")
    List<PersonRow> mine(@Param("person") String person, @Param("ids") Collection<String> ids);

    /** Tasks under way that somebody owns or acts as creator of, in the order of their requests. */
    @Select("select " + TASK + """
            from worktask_person p join worktask_task t on t.request_id = p.request_id
            where p.person_id = #{person} and p.stage in ('PLANNED', 'DOING', 'ACCEPTING')
              and (p.creator = true or p.owner = true)
            order by t.request_id""")
    List<WorktaskRow> heldBy(String person);

    /** One index range per stage. */
    @Select("<script><foreach collection=\"stages\" item=\"stage\" separator=\" union all \">(select " + TASK + """
            from worktask_person p join worktask_task t on t.request_id = p.request_id
            where p.person_id = #{person} and p.stage = #{stage}
            <choose>
              <when test="role == 'owner'">and p.owner = true</when>
              <when test="role == 'creator'">and p.creator = true</when>
              <when test="role == 'participant'">and p.participant = true</when>
              <when test="role == 'acceptor'">and p.acceptor = true</when>
            </choose>
            <if test="q != null">and (lower(t.name) like #{q} or lower(t.number) like #{q})</if>
            <if test="at != null and !newestFirst">and p.sort_at >= #{at} and (p.sort_at > #{at} or p.request_id > #{id})</if>
            <if test="at != null and newestFirst">and p.sort_at &lt;= #{at} and (p.sort_at &lt; #{at} or p.request_id &lt; #{id})</if>
            <choose>
              <when test="newestFirst">order by p.person_id desc, p.stage desc, p.sort_at desc, p.request_id desc</when>
              <otherwise>order by p.person_id, p.stage, p.sort_at, p.request_id</otherwise>
            </choose>
            limit #{limit})</foreach></script>""")
    List<WorktaskRow> page(Query query);

    @Select("select stage, count(*) as number from worktask_person where person_id = #{person} group by stage")
    List<Count> counts(String person);

    @Select("""
            select count(*) from worktask_person
            where person_id = #{person} and stage in ('PLANNED', 'DOING') and sort_at < #{now}""")
    int late(@Param("person") String person, @Param("now") Instant now);

    /** What of these stages each of the owners has, what is due first: one range of the index for each of both. */
    @Select("""
            <script><foreach collection="owners" item="owner" separator=" union all ">
            <foreach collection="stages" item="stage" separator=" union all ">(
            select t.request_id, t.owner_id, t.due_at from worktask_task t where t.owner_id = #{owner} and t.stage = #{stage}
            <if test="until != null">and t.due_at &lt; #{until}</if>
            <if test="at != null">and t.due_at >= #{at} and (t.due_at > #{at} or t.request_id > #{id})</if>
            order by t.owner_id, t.stage, t.due_at, t.request_id limit #{limit})</foreach></foreach></script>""")
    List<Due> ofOwners(
            @Param("owners") Collection<String> owners,
            @Param("stages") Collection<Stage> stages,
            @Param("until") @Nullable Instant until,
            @Param("at") @Nullable Instant at,
            @Param("id") @Nullable String id,
            @Param("limit") int limit);

    /** Everybody's tasks in these stages, of each the ones that are due first, in the index alone. */
    @Select("""
            <script><foreach collection="stages" item="stage" separator=" union all ">(
            select t.request_id, t.owner_id, t.due_at from worktask_task t where t.stage = #{stage}
            <if test="until != null">and t.due_at &lt; #{until}</if>
            <if test="at != null">and t.due_at >= #{at} and (t.due_at > #{at} or t.request_id > #{id})</if>
            order by t.stage, t.due_at, t.request_id limit #{limit})</foreach></script>""")
    List<Due> ofEverybody(
            @Param("stages") Collection<Stage> stages,
            @Param("until") @Nullable Instant until,
            @Param("at") @Nullable Instant at,
            @Param("id") @Nullable String id,
            @Param("limit") int limit);

    @Select("<script>select " + TASK + """
            from worktask_task t where t.request_id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>""")
    List<WorktaskRow> byIds(@Param("ids") Collection<String> ids);

    /** How much each owner is late with; of these, or of everybody. */
    @Select("""
            <script>select t.owner_id, count(*) as number from worktask_task t
            where t.stage in ('PLANNED', 'DOING') and t.due_at &lt; #{now}
            <if test="owners != null">and t.owner_id in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach></if>
            group by t.owner_id</script>""")
    List<Late> lateOf(@Param("owners") @Nullable Collection<String> owners, @Param("now") Instant now);
}
