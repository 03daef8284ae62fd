package io.tongban.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface MeetingMapper {

    int PAGE = 1_000;

    String COLUMNS = """
             m.request_id, m.number, m.series_id, m.organizer_id, m.recorder_id, m.topic, m.purpose, m.start_at, m.end_at,
            m.room_id, m.online, m.agenda, m.confidential, m.minutes_wanted, m.state, m.told_at, m.minutes,
            m.minutes_files, m.minutes_at, m.created_at, m.updated_at
            """;

    /** What a room is booked for. */
    record Booking(
            String requestId,
            String organizerId,
            String topic,
            boolean confidential,
            LocalDateTime startAt,
            LocalDateTime endAt,
            String roomId) {}

    /** A meeting in somebody's list. */
    record Listed(
            String requestId,
            String number,
            @Nullable String seriesId,
            String organizerId,
            String topic,
            LocalDateTime startAt,
            LocalDateTime endAt,
            @Nullable String roomId,
            @Nullable String online,
            String state,
            String answer,
            boolean minuted) {}

    /** What colleagues may see of a meeting; {@code joined} when the reader takes part in it. */
    record Shown(String requestId, String topic, boolean confidential, boolean joined) {}

    @Select("select" + COLUMNS + "from meeting_meeting m where m.request_id = #{id}")
    @Nullable
    MeetingRow find(String id);

    @Select("select" + COLUMNS + "from meeting_meeting m where m.request_id = #{id} for update")
    @Nullable
    MeetingRow lock(String id);

    @Insert("""
            insert into meeting_meeting (request_id, number, series_id, organizer_id, recorder_id, topic, purpose, start_at,
              end_at, room_id, online, agenda, confidential, minutes_wanted, state, told_at, minutes,
              minutes_files, minutes_at, created_at, updated_at)
            values (#{requestId}, #{number}, #{seriesId}, #{organizerId}, #{recorderId}, #{topic}, #{purpose}, #{startAt},
              #{endAt}, #{roomId}, #{online}, #{agenda}, #{confidential}, #{minutesWanted}, #{state}, #{toldAt},
              #{minutes}, #{minutesFiles}, #{minutesAt}, #{createdAt}, #{updatedAt})""")
    void insert(MeetingRow row);

    @Update("""
            update meeting_meeting set recorder_id = #{recorderId}, topic = #{topic}, purpose = #{purpose},
              start_at = #{startAt}, end_at = #{endAt}, room_id = #{roomId}, online = #{online}, agenda = #{agenda},
              confidential = #{confidential}, minutes_wanted = #{minutesWanted}, state = #{state}, told_at = #{toldAt},
              minutes = #{minutes}, minutes_files = #{minutesFiles}, minutes_at = #{minutesAt}, updated_at = #{updatedAt}
            where request_id = #{requestId}""")
    void update(MeetingRow row);

    @Select("""
            select m.request_id, m.organizer_id, m.topic, m.confidential, m.start_at, m.end_at, m.room_id
            from meeting_meeting m
            where m.room_id = #{room} and m.end_at > #{start} and m.end_at < #{latest} and m.start_at < #{end}
              and m.request_id <> #{except} and m.state = 'BOOKED'
            order by m.start_at limit 1""")
    @Nullable
    Booking overlapping(
            @Param("room") String room,
            @Param("start") LocalDateTime start,
            @Param("end") LocalDateTime end,
            @Param("latest") LocalDateTime latest,
            @Param("except") String except);

    /** Whoever has the room at that time; a meeting is shorter than a day, so that the search ends soon. */
    default @Nullable Booking overlapping(String room, LocalDateTime start, LocalDateTime end, String except) {
        return overlapping(room, start, end, end.plusDays(1), except);
    }

    /** Bookings of rooms that touch a time and end before the latest, behind one of them; those that end first come first. */
    @Select("""
            <script>
            select m.request_id, m.organizer_id, m.topic, m.confidential, m.start_at, m.end_at, m.room_id
            from meeting_meeting m
            where m.end_at > #{from} and m.end_at &lt; #{latest} and m.start_at &lt; #{to} and m.state = 'BOOKED'
              and m.room_id is not null
              <if test="after != null">
              and m.end_at >= #{after.endAt}
              and (m.end_at > #{after.endAt} or m.request_id > #{after.requestId})
              </if>
            order by m.end_at, m.request_id limit #{limit}
            </script>""")
    List<Booking> bookings(
            @Param("from") LocalDateTime from,
            @Param("to") LocalDateTime to,
            @Param("latest") LocalDateTime latest,
            @Param("after") @Nullable Booking after,
            @Param("limit") int limit);

    /** All bookings of all rooms that touch a time; a meeting is shorter than a day. */
    default List<Booking> bookings(LocalDateTime from, LocalDateTime to) {
        var all = new ArrayList<Booking>();
        for (@Nullable Booking last = null; ; last = all.get(all.size() - 1)) {
            var page = bookings(from, to, to.plusDays(1), last, PAGE);
            all.addAll(page);
            if (page.size() < PAGE) {
                break;
            }
        }
        return all;
    }

    /** Coming meetings that a person organizes, in the order of their requests, behind one of them. */
    @Select("""
            select m.request_id from meeting_attendee a join meeting_meeting m on m.request_id = a.request_id
            where a.person_id = #{person} and a.end_at > #{now} and m.organizer_id = #{person} and m.state = 'BOOKED'
              and m.start_at > #{now} and m.request_id > #{after}
            order by m.request_id limit #{limit}""")
    List<String> organizedAfter(
            @Param("person") String person,
            @Param("now") LocalDateTime now,
            @Param("after") String after,
            @Param("limit") int limit);

    @Select("""
            select m.request_id, m.number, m.series_id, m.organizer_id, m.topic, m.start_at, m.end_at, m.room_id, m.online,
              m.state, a.answer, m.minutes_at is not null as minuted
            from meeting_attendee a join meeting_meeting m on m.request_id = a.request_id
            where a.person_id = #{person} and a.end_at >= #{at} and (a.end_at > #{at} or a.request_id > #{id})
            order by a.person_id, a.end_at, a.request_id limit #{limit}""")
    List<Listed> upcoming(
            @Param("person") String person,
            @Param("at") LocalDateTime at,
            @Param("id") String id,
            @Param("limit") int limit);

    @Select("""
            select m.request_id, m.number, m.series_id, m.organizer_id, m.topic, m.start_at, m.end_at, m.room_id, m.online,
              m.state, a.answer, m.minutes_at is not null as minuted
            from meeting_attendee a join meeting_meeting m on m.request_id = a.request_id
            where a.person_id = #{person} and a.end_at <= #{at} and (a.end_at < #{at} or a.request_id < #{id})
            order by a.person_id desc, a.end_at desc, a.request_id desc limit #{limit}""")
    List<Listed> past(
            @Param("person") String person,
            @Param("at") LocalDateTime at,
            @Param("id") String id,
            @Param("limit") int limit);

    @Select("select m.request_id from meeting_meeting m where m.series_id = #{series} and m.start_at >= #{from}"
            + " and m.state = 'BOOKED' order by m.start_at limit 100")
    List<String> following(@Param("series") String series, @Param("from") LocalDateTime from);

    @Select("select m.request_id from meeting_meeting m where m.series_id = #{series} order by m.start_at limit 100")
    List<String> ofSeries(String series);

    @Select("""
            <script>
            select m.request_id, m.topic, m.confidential, a.person_id is not null as joined
            from meeting_meeting m
            left join meeting_attendee a on a.request_id = m.request_id and a.person_id = #{reader}
            where m.request_id in <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    List<Shown> shown(@Param("ids") Collection<String> ids, @Param("reader") String reader);

    @Select("select id from meeting_series where organizer_id = #{organizer} and once_key = #{key}")
    @Nullable
    String series(@Param("organizer") String organizer, @Param("key") String key);

    @Insert("insert into meeting_series (id, organizer_id, once_key, created_at)"
            + " values (#{id}, #{organizer}, #{key}, #{at})")
    void insertSeries(
            @Param("id") String id,
            @Param("organizer") String organizer,
            @Param("key") String key,
            @Param("at") Instant at);
}
