package io.tongban.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
interface AttendeeMapper {

    record Attendee(
            String requestId,
            String personId,
            String answer,
            @Nullable String remark,
            @Nullable Instant answeredAt,
            LocalDateTime endAt) {}

    record FollowUp(
            String id,
            String requestId,
            int sort,
            String what,
            @Nullable String whoId,
            @Nullable LocalDate due) {}

    @Select("select request_id, person_id, answer, remark, answered_at, end_at from meeting_attendee"
            + " where request_id = #{meeting} order by person_id limit 1000")
    List<Attendee> of(String meeting);

    @Select("select request_id, person_id, answer, remark, answered_at, end_at from meeting_attendee"
            + " where request_id = #{meeting} and person_id = #{person}")
    @Nullable
    Attendee find(@Param("meeting") String meeting, @Param("person") String person);

    @Insert("""
            <script>
            insert into meeting_attendee (request_id, person_id, answer, remark, answered_at, end_at) values
            <foreach collection="rows" item="row" separator=",">
              (#{row.requestId}, #{row.personId}, #{row.answer}, #{row.remark}, #{row.answeredAt}, #{row.endAt})
            </foreach>
            </script>""")
    void insert(@Param("rows") Collection<Attendee> rows);

    @Delete("""
            <script>
            delete from meeting_attendee where request_id = #{meeting} and person_id in
            <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
            </script>""")
    void remove(@Param("meeting") String meeting, @Param("people") Collection<String> people);

    /** After a move: another end, and everybody but the organizer is asked again. */
    @Update("""
            update meeting_attendee set end_at = #{end},
              answer = case when person_id = #{organizer} then answer else 'open' end,
              remark = null, answered_at = case when person_id = #{organizer} then answered_at else null end
            where request_id = #{meeting}""")
    void askAgain(
            @Param("meeting") String meeting, @Param("end") LocalDateTime end, @Param("organizer") String organizer);

    @Update("update meeting_attendee set answer = #{answer}, remark = #{remark}, answered_at = #{at}"
            + " where request_id = #{meeting} and person_id = #{person}")
    int answer(
            @Param("meeting") String meeting,
            @Param("person") String person,
            @Param("answer") String answer,
            @Param("remark") @Nullable String remark,
            @Param("at") Instant at);

    @Select("select id, request_id, sort, what, who_id, due from meeting_followup"
            + " where request_id = #{meeting} order by request_id, sort limit 200")
    List<FollowUp> followUps(String meeting);

    @Delete("delete from meeting_followup where request_id = #{meeting}")
    void removeFollowUps(String meeting);

    @Insert("""
            <script>
            insert into meeting_followup (id, request_id, sort, what, who_id, due) values
            <foreach collection="rows" item="row" separator=",">
              (#{row.id}, #{row.requestId}, #{row.sort}, #{row.what}, #{row.whoId}, #{row.due})
            </foreach>
            </script>""")
    void insertFollowUps(@Param("rows") Collection<FollowUp> rows);
}
