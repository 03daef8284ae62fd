package io.tongban.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.kernel.Problem;
import io.tongban.process.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many people at one room at the same moment; run on every database. */
@ProductTest
class MeetingRacesTest {

    private static final int PEOPLE = 50;

    @Autowired
    Requests requests;

    @Autowired
    SeriesBooking series;

    @Autowired
    Meetings meetings;

    @Autowired
    Rooms rooms;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate jdbc;

    private Room room = new Room("", "", null, "", 1, List.of(), null, true);

    @BeforeEach
    void aRoomOfTheirOwn() {
        room = MeetingBookingTest.newRoom(rooms, "竞速");
    }

    @Test
    void fifty_people_book_one_room_for_overlapping_times_and_one_gets_it() throws Exception {
        var refusals = new ArrayList<String>();
        var answers = atOnce(PEOPLE, person -> {
            try {
                // All of them cover 14:45 to 15:00.
                var start = "2026-12-07T14:%02d".formatted(person % 4 * 15);
                return requests.submit(
                                company.actor(person % 2 == 0 ? "chen.yu" : "wu.xs"),
                                "meeting-booking",
                                Map.of(
                                        "topic",
                                        "第 " + person + " 组",
                                        "start",
                                        start,
                                        "end",
                                        "2026-12-07T15:30",
                                        "room",
                                        room.id()),
                                null)
                        .status();
            } catch (Problem refused) {
                synchronized (refusals) {
                    refusals.add(refused.args().get(2) + "|" + refused.args().get(3));
                }
                return refused.code();
            }
        });

        assertThat(answers).filteredOn("running"::equals).hasSize(1);
        assertThat(answers).filteredOn("meeting:room-taken"::equals).hasSize(PEOPLE - 1);
        assertThat(refusals).allSatisfy(said -> assertThat(said).matches("(陈宇|吴小山)\\|.*08:00–14:.*"));
        assertThat(bookings()).isEqualTo(1);
    }

    @Test
    void a_series_and_single_meetings_never_share_the_room() throws Exception {
        var answers = atOnce(16, person -> {
            var wanted = Map.<String, Object>of(
                    "topic", "周会", "start", "2026-12-07T10:00", "end", "2026-12-07T11:00", "room", room.id());
            try {
                if (person % 2 == 0) {
                    return String.valueOf(series.book(company.actor("chen.yu"), wanted, 4, false, null)
                            .meetings()
                            .size());
                }
                return requests.submit(company.actor("wu.xs"), "meeting-booking", wanted, null)
                        .status();
            } catch (Problem refused) {
                return refused.code();
            }
        });

        assertThat(answers).filteredOn(answer -> !answer.startsWith("meeting:")).hasSize(1);
        assertThat(overlaps()).isZero();
    }

    @Test
    void meetings_that_move_to_the_same_time_at_once_leave_one_there() throws Exception {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            ids.add(requests.submit(
                            company.actor("chen.yu"),
                            "meeting-booking",
                            Map.of(
                                    "topic",
                                    "第 " + i + " 场",
                                    "start",
                                    "2026-12-0" + (i + 1) + "T10:00",
                                    "end",
                                    "2026-12-0" + (i + 1) + "T11:00",
                                    "room",
                                    room.id()),
                            null)
                    .id());
        }
        var answers = atOnce(8, person -> {
            try {
                meetings.change(
                        company.actor("chen.yu"),
                        ids.get(person),
                        Map.of(
                                "topic",
                                "挪",
                                "start",
                                "2026-12-10T10:00",
                                "end",
                                "2026-12-10T11:00",
                                "room",
                                room.id()));
                return "moved";
            } catch (Problem refused) {
                return refused.code();
            }
        });

        assertThat(answers).filteredOn("moved"::equals).hasSize(1);
        assertThat(answers).filteredOn("meeting:room-taken"::equals).hasSize(7);
        assertThat(bookings()).isEqualTo(8);
        assertThat(overlaps()).isZero();
    }

    private int bookings() {
        return count("select count(*) from meeting_meeting where room_id = ? and state = 'BOOKED'");
    }

    private int overlaps() {
        return count("""
                select count(*) from meeting_meeting a join meeting_meeting b
                  on a.room_id = b.room_id and a.request_id < b.request_id
                where a.room_id = ? and a.state = 'BOOKED' and b.state = 'BOOKED'
                  and a.end_at > b.start_at and a.start_at < b.end_at""");
    }

    private int count(String sql) {
        var found = jdbc.queryForObject(sql, Integer.class, room.id());
        return found == null ? 0 : found;
    }

    private interface Deed {
        String act(int person);
    }

    private static List<String> atOnce(int people, Deed deed) throws Exception {
        var barrier = new CyclicBarrier(people);
        var pool = Executors.newFixedThreadPool(people);
        try {
            var deeds = new ArrayList<Callable<String>>();
            for (int i = 0; i < people; i++) {
                int person = i;
                deeds.add(() -> {
                    barrier.await(60, TimeUnit.SECONDS);
                    return deed.act(person);
                });
            }
            var answers = new ArrayList<String>();
            for (Future<String> answer : pool.invokeAll(deeds)) {
                answers.add(answer.get(120, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
