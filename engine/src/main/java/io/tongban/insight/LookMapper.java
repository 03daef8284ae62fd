package io.tongban.insight;

import io.tongban.insight.FactMapper.HandFact;
import io.tongban.insight.FactMapper.RequestFact;
import io.tongban.insight.FactMapper.StayFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** What is asked about requests themselves, where no sum says it. */
@Mapper
interface LookMapper {

    /** How many there are of something, and of them too late. */
    record Open(String subject, int n, int overdue) {}

    /**
     * Which requests are behind a number.
     *
     * @param what {@code finished started dropped returned met missed open overdue}
     * @param before id of the last request on the page before
     */
    record Behind(
            String process,
            Slice slice,
            Range range,
            String what,
            @Nullable String step,
            @Nullable String person,
            Instant now,
            @Nullable String before,
            int limit) {}

    String SLICE = """
            <if test="!slice.whole">and (
            <choose><when test="slice.departments.isEmpty">1 = 0</when><otherwise>department_id in
            <foreach collection="slice.departments" item="id" open="(" separator="," close=")">#{id}</foreach>
            </otherwise></choose>
            <if test="!slice.people.isEmpty">or applicant_id in
            <foreach collection="slice.people" item="id" open="(" separator="," close=")">#{id}</foreach></if>)</if>
            """;

    String ENDED = """
            where process_key = #{process} and ended_on &gt;= #{range.from} and ended_on &lt;= #{range.to}
            """;

    /** Ended in a time. */
    @Select("<script>select * from insight_request " + ENDED + SLICE + "</script>")
    List<RequestFact> ended(@Param("process") String process, @Param("slice") Slice slice, @Param("range") Range range);

    @Select("<script>select * from insight_stay " + ENDED + SLICE + "</script>")
    List<StayFact> stays(@Param("process") String process, @Param("slice") Slice slice, @Param("range") Range range);

    @Select("<script>select * from insight_hand " + ENDED + SLICE + "</script>")
    List<HandFact> hands(@Param("process") String process, @Param("slice") Slice slice, @Param("range") Range range);

    /** Days on which requests began, of applicants who were in none of these departments. */
    @Select("""
            <script>select started_on from insight_request
            where process_key = #{process} and started_on &gt;= #{range.from} and started_on &lt;= #{range.to}
            <if test="!except.isEmpty">and department_id not in
            <foreach collection="except" item="id" open="(" separator="," close=")">#{id}</foreach></if>
            """ + SLICE + "</script>")
    List<LocalDate> begun(
            @Param("process") String process,
            @Param("slice") Slice slice,
            @Param("range") Range range,
            @Param("except") Collection<String> except);

    /** Running ones by department of the applicant. */
    @Select("""
            <script>select department_id as subject, count(*) as n,
              sum(case when due_at &lt; #{now} and suspended = false then 1 else 0 end) as overdue
            from insight_request where process_key = #{process} and ended_on is null
            """ + SLICE + "group by department_id</script>")
    List<Open> openRequests(@Param("process") String process, @Param("slice") Slice slice, @Param("now") Instant now);

    @Select("""
            <script>select step as subject, count(*) as n, sum(case when due_at &lt; #{now} then 1 else 0 end) as overdue
            from insight_stay where process_key = #{process} and ended_on is null
            """ + SLICE + "group by step</script>")
    List<Open> openStays(@Param("process") String process, @Param("slice") Slice slice, @Param("now") Instant now);

    @Select("""
            <script>select person_id as subject, count(*) as n, sum(case when due_at &lt; #{now} then 1 else 0 end) as overdue
            from insight_hand where process_key = #{process} and ended_on is null and person_id &lt;&gt; applicant_id
            """ + SLICE + "group by person_id</script>")
    List<Open> openHands(@Param("process") String process, @Param("slice") Slice slice, @Param("now") Instant now);

    /** The newest first. */
    @Select("""
            <script>select distinct request_id from
            <choose><when test="step != null">insight_stay</when><when test="person != null">insight_hand</when>
            <otherwise>insight_request</otherwise></choose>
            where process_key = #{process}
            <choose>
            <when test='what == "open" or what == "overdue"'>and ended_on is null</when>
            <when test='what == "started"'>and started_on &gt;= #{range.from} and started_on &lt;= #{range.to}</when>
            <otherwise>and ended_on &gt;= #{range.from} and ended_on &lt;= #{range.to}</otherwise>
            </choose>
            <if test='what == "overdue"'>and due_at &lt; #{now}
              <if test="step == null and person == null">and suspended = false</if></if>
            <if test="step != null">and step = #{step}</if>
            <if test="person != null">and person_id = #{person} and person_id &lt;&gt; applicant_id</if>
            <choose>
            <when test="step == null and person == null">
              <if test='what == "finished" or what == "returned" or what == "met" or what == "missed"'>
                and status in ('approved', 'rejected', 'completed', 'revoked')</if>
              <if test='what == "dropped"'>and status not in ('approved', 'rejected', 'completed', 'revoked')</if>
              <if test='what == "returned"'>and returns &gt; 0</if>
            </when>
            <when test="step != null">
              <if test='what == "finished" or what == "returned" or what == "met" or what == "missed"'>
                and action &lt;&gt; 'gone'</if>
              <if test='what == "dropped"'>and action = 'gone'</if>
              <if test='what == "returned"'>and action = 'return'</if>
            </when>
            <otherwise>
              <if test='what == "finished"'>and action not in ('transfer', 'release')</if>
              <if test='what == "dropped"'>and action in ('transfer', 'release')</if>
              <if test='what == "returned"'>and action = 'return'</if>
            </otherwise>
            </choose>
            <if test='what == "met" and person == null'>and met = true</if>
            <if test='what == "missed" and person == null'>and met = false</if>
            """ + SLICE + """
            <if test="before != null">and request_id &lt; #{before}</if>
            order by request_id desc limit #{limit}</script>
            """)
    List<String> behind(Behind asked);

    /** What somebody asked for, ended in a time. */
    @Select("""
            select * from insight_request where applicant_id = #{person} and ended_on >= #{range.from} and ended_on <= #{range.to}
            """)
    List<RequestFact> asked(@Param("person") String person, @Param("range") Range range);

    @Select("select * from insight_request where applicant_id = #{person} and ended_on is null")
    List<RequestFact> running(String person);

    /** What somebody had in hands, in a time. */
    @Select("""
            select * from insight_hand where person_id = #{person} and ended_on >= #{range.from} and ended_on <= #{range.to}
            """)
    List<HandFact> decided(@Param("person") String person, @Param("range") Range range);

    /** The longest waiting first. */
    @Select("""
            select * from insight_hand where person_id = #{person} and ended_on is null order by from_at limit #{limit}
            """)
    List<HandFact> waiting(@Param("person") String person, @Param("limit") int limit);
}
