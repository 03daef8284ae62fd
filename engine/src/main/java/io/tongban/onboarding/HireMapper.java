package io.tongban.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface HireMapper {

    @Select("select id from onboarding_lock where id = 1 for update")
    int lockNumbers();

    @Insert("""
            insert into onboarding_hire (request_id, number, person_id, hr_id, leader_id, start_on, dated_at, state,
              created_at, updated_at)
            values (#{requestId}, #{number}, #{personId}, #{hrId}, #{leaderId}, #{startOn}, #{datedAt}, #{state},
              #{createdAt}, #{updatedAt})""")
    void insert(HireRow row);

    @Select("select * from onboarding_hire where request_id = #{id}")
    @Nullable
    HireRow find(String id);

    /** The last onboarding of somebody. */
    @Select("select * from onboarding_hire where person_id = #{person} order by request_id desc limit 1")
    @Nullable
    HireRow ofPerson(String person);

    @Select("""
            <script>select * from onboarding_hire where state = #{state}
            <if test="day != null">and start_on >= #{day} and (start_on > #{day} or request_id > #{id})</if>
            order by state, start_on, request_id limit #{limit}</script>""")
    List<HireRow> comingFirst(
            @Param("state") HireRow.State state,
            @Param("day") @Nullable LocalDate day,
            @Param("id") @Nullable String id,
            @Param("limit") int limit);

    @Select("""
            <script>select * from onboarding_hire where state = #{state}
            <if test="day != null">and start_on &lt;= #{day} and (start_on &lt; #{day} or request_id &lt; #{id})</if>
            order by state desc, start_on desc, request_id desc limit #{limit}</script>""")
    List<HireRow> latestFirst(
            @Param("state") HireRow.State state,
            @Param("day") @Nullable LocalDate day,
            @Param("id") @Nullable String id,
            @Param("limit") int limit);

    @Update("""
            update onboarding_hire set leader_id = #{leader}, start_on = #{start}, dated_at = #{dated},
              updated_at = #{now}
            where request_id = #{id}""")
    void correct(
            @Param("id") String id,
            @Param("leader") String leader,
            @Param("start") LocalDate start,
            @Param("dated") Instant dated,
            @Param("now") Instant now);

    @Update("""
            update onboarding_hire set emergency_name = #{name}, emergency_phone = #{phone}, updated_at = #{now}
            where request_id = #{id}""")
    void emergency(
            @Param("id") String id,
            @Param("name") @Nullable String name,
            @Param("phone") @Nullable String phone,
            @Param("now") Instant now);

    @Update("""
            update onboarding_hire set mentor_id = #{mentor}, welcome = #{welcome}, updated_at = #{now}
            where request_id = #{id}""")
    void welcome(
            @Param("id") String id,
            @Param("mentor") String mentor,
            @Param("welcome") @Nullable String welcome,
            @Param("now") Instant now);

    @Update("update onboarding_hire set state = #{state}, updated_at = #{now} where request_id = #{id}")
    void state(@Param("id") String id, @Param("state") HireRow.State state, @Param("now") Instant now);

    @Update("update onboarding_hire set password_at = #{now} where request_id = #{id} and activated_at is null")
    int passwordShown(@Param("id") String id, @Param("now") Instant now);

    @Update("update onboarding_hire set activated_at = #{now}, updated_at = #{now} where request_id = #{id}")
    void activated(@Param("id") String id, @Param("now") Instant now);

    @Insert("""
            <script>insert into onboarding_step (request_id, stage, due_at) values
            <foreach item='s' collection='steps' separator=','>(#{s.requestId}, #{s.stage}, #{s.dueAt})</foreach>
            </script>""")
    void insertSteps(@Param("steps") List<StepRow> steps);

    @Select("""
            <script>select * from onboarding_step where request_id in
            <foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach></script>""")
    List<StepRow> steps(@Param("ids") Collection<String> ids);

    @Update("update onboarding_step set due_at = #{due} where request_id = #{id} and stage = #{stage}")
    void due(@Param("id") String id, @Param("stage") Stage stage, @Param("due") Instant due);

    @Update("""
            update onboarding_step set done_at = #{now}, done_by = #{by}
            where request_id = #{id} and stage = #{stage} and done_at is null""")
    int done(
            @Param("id") String id,
            @Param("stage") Stage stage,
            @Param("by") @Nullable String by,
            @Param("now") Instant now);
}
