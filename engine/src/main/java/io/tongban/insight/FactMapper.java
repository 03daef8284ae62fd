package io.tongban.insight;

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

/** What is known of each request, and how far the trails have been followed. */
@Mapper
interface FactMapper {

    record Position(String line, int format, @Nullable Instant at) {}

    record Seen(String requestId, int seq) {}

    /**
     * A request.
     *
     * @param seq of the newest line that is counted; 0 when it is in no sum
     * @param seconds from its submission to its end, without the time it was suspended
     * @param minutes the same in working time
     * @param flows as {@code flow:times,flow:times}
     */
    record RequestFact(
            String requestId,
            int seq,
            String processKey,
            String departmentId,
            String applicantId,
            String status,
            Instant startedAt,
            LocalDate startedOn,
            @Nullable Instant endedAt,
            @Nullable LocalDate endedOn,
            boolean suspended,
            @Nullable Instant dueAt,
            long seconds,
            int minutes,
            int returns,
            @Nullable Boolean met,
            String flows,
            boolean settled,
            Instant seenAt) {}

    record StayFact(
            String requestId,
            int no,
            String processKey,
            String departmentId,
            String applicantId,
            String step,
            Instant fromAt,
            @Nullable Instant endedAt,
            @Nullable LocalDate endedOn,
            long seconds,
            int minutes,
            @Nullable String action,
            @Nullable Boolean met,
            @Nullable Instant dueAt) {}

    record HandFact(
            String requestId,
            int no,
            String processKey,
            String departmentId,
            String applicantId,
            String step,
            String personId,
            Instant fromAt,
            @Nullable Instant endedAt,
            @Nullable LocalDate endedOn,
            long seconds,
            int minutes,
            @Nullable String action,
            @Nullable Instant dueAt) {}

    String THESE = """
             where request_id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """;

    /** One node follows at a time. */
    @Select("select line, format, at from insight_position where name = 'trail' for update")
    Position lock();

    @Select("select line, format, at from insight_position where name = 'trail'")
    Position position();

    @Update("update insight_position set line = #{line}, format = #{format}, at = #{at} where name = 'trail'")
    void move(Position position);

    @Select("<script>select request_id, seq from insight_request" + THESE)
    List<Seen> seen(@Param("ids") Collection<String> ids);

    @Select("<script>select * from insight_request" + THESE)
    List<RequestFact> requests(@Param("ids") Collection<String> ids);

    @Select("<script>select * from insight_stay" + THESE)
    List<StayFact> stays(@Param("ids") Collection<String> ids);

    @Select("<script>select * from insight_hand" + THESE)
    List<HandFact> hands(@Param("ids") Collection<String> ids);

    @Delete("<script>delete from insight_request" + THESE)
    void deleteRequests(@Param("ids") Collection<String> ids);

    @Delete("<script>delete from insight_stay" + THESE)
    void deleteStays(@Param("ids") Collection<String> ids);

    @Delete("<script>delete from insight_hand" + THESE)
    void deleteHands(@Param("ids") Collection<String> ids);

    @Insert("""
            <script>insert into insight_request (request_id, seq, process_key, department_id, applicant_id, status, started_at,
              started_on, ended_at, ended_on, suspended, due_at, seconds, minutes, returns, met, flows, settled, seen_at)
            values
            <foreach collection="rows" item="r" separator=",">
              (#{r.requestId}, #{r.seq}, #{r.processKey}, #{r.departmentId}, #{r.applicantId}, #{r.status}, #{r.startedAt},
               #{r.startedOn}, #{r.endedAt}, #{r.endedOn}, #{r.suspended}, #{r.dueAt}, #{r.seconds}, #{r.minutes},
               #{r.returns}, #{r.met}, #{r.flows}, #{r.settled}, #{r.seenAt})
            </foreach></script>
            """)
    void insertRequests(@Param("rows") Collection<RequestFact> rows);

    @Insert("""
            <script>insert into insight_stay (request_id, no, process_key, department_id, applicant_id, step, from_at,
              ended_at, ended_on, seconds, minutes, action, met, due_at)
            values
            <foreach collection="rows" item="r" separator=",">
              (#{r.requestId}, #{r.no}, #{r.processKey}, #{r.departmentId}, #{r.applicantId}, #{r.step}, #{r.fromAt},
               #{r.endedAt}, #{r.endedOn}, #{r.seconds}, #{r.minutes}, #{r.action}, #{r.met}, #{r.dueAt})
            </foreach></script>
            """)
    void insertStays(@Param("rows") Collection<StayFact> rows);

    @Insert("""
            <script>insert into insight_hand (request_id, no, process_key, department_id, applicant_id, step, person_id,
              from_at, ended_at, ended_on, seconds, minutes, action, due_at)
            values
            <foreach collection="rows" item="r" separator=",">
              (#{r.requestId}, #{r.no}, #{r.processKey}, #{r.departmentId}, #{r.applicantId}, #{r.step}, #{r.personId},
               #{r.fromAt}, #{r.endedAt}, #{r.endedOn}, #{r.seconds}, #{r.minutes}, #{r.action}, #{r.dueAt})
            </foreach></script>
            """)
    void insertHands(@Param("rows") Collection<HandFact> rows);

    /** What has ended and was not measured when it was counted. */
    @Select("select request_id from insight_request where settled = false order by request_id limit #{limit}")
    List<String> unsettled(int limit);

    /** Running ones that nobody has looked at since. */
    @Select("""
            select request_id from insight_request where ended_on is null and seen_at < #{before}
            order by seen_at limit #{limit}
            """)
    List<String> stale(@Param("before") Instant before, @Param("limit") int limit);

    /** Nothing is counted any more; flows stay, because the engine may have forgotten them. */
    @Update("update insight_request set seq = 0")
    void uncount();

    @Delete("delete from insight_stay")
    void clearStays();

    @Delete("delete from insight_hand")
    void clearHands();
}
