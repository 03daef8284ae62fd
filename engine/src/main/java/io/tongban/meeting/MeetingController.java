package io.tongban.meeting;

import io.tongban.file.StoredFile;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.OneOf;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.Person;
import io.tongban.process.Requests;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/meetings")
class MeetingController {

    private static final int MOST = 100;
    private static final int MOST_PEOPLE = 100;
    private static final int MOST_DAYS = 31;

    record PersonRef(String id, String name, @Nullable String portrait) {

        static PersonRef of(String id, @Nullable Person person) {
            return new PersonRef(id, person == null ? "" : person.name(), person == null ? null : person.portrait());
        }
    }

    record RoomRef(String id, String name, String place, int seats) {}

    record Item(
            String id,
            String number,
            String topic,
            LocalDateTime start,
            LocalDateTime end,
            @Nullable String room,
            @Nullable String online,
            PersonRef organizer,

            @OneOf({"booked", "running", "held", "cancelled"})
            String state,

            @OneOf({"open", "accepted", "declined"}) String answer,
            boolean series,
            boolean minuted) {}

    record Guest(
            PersonRef person,
            @Nullable String department,
            @OneOf({"open", "accepted", "declined"}) String answer,
            @Nullable String remark,
            @Nullable Instant answeredAt) {}

    record Point(
            String what,
            @Nullable Integer minutes,
            @Nullable PersonRef who) {}

    record Task(
            String id,
            String what,
            @Nullable PersonRef who,
            @Nullable LocalDate due) {}

    /** A meeting as those who take part see it; {@code deeds} is what the reader may do now. */
    record Meeting(
            String id,
            String number,
            String topic,
            @Nullable String purpose,
            LocalDateTime start,
            LocalDateTime end,
            @Nullable RoomRef room,
            @Nullable String online,
            PersonRef organizer,
            PersonRef recorder,
            List<Guest> attendees,
            List<Point> agenda,
            boolean confidential,
            boolean minutesWanted,

            @OneOf({"booked", "running", "held", "cancelled"})
            String state,

            @Nullable String minutes,
            List<StoredFile> minutesFiles,
            @Nullable Instant minutesAt,
            List<Task> followUps,
            List<String> series,
            @OneOf({"change", "cancel", "answer"}) List<String> deeds) {}

    record BookBody(
            @Nullable Map<String, Object> answers,
            @Nullable Integer weeks,
            @Nullable Boolean skip) {}

    record Made(String id, List<String> meetings, List<LocalDate> skipped) {}

    record ChangeBody(@Nullable Map<String, Object> answers) {}

    record CancelBody(@Nullable String reason, @Nullable Boolean following) {}

    record AnswerBody(@Nullable String answer, @Nullable String remark) {}

    private final Meetings meetings;
    private final MeetingViews views;
    private final SeriesBooking series;
    private final FreeBusy freeBusy;
    private final Requests requests;

    MeetingController(
            Meetings meetings, MeetingViews views, SeriesBooking series, FreeBusy freeBusy, Requests requests) {
        this.meetings = meetings;
        this.views = views;
        this.series = series;
        this.freeBusy = freeBusy;
        this.requests = requests;
    }

    /** Meetings that I organize or am invited to: {@code upcoming}, the next first, or {@code past}. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<Item> mine(
            Actor actor,
            @RequestParam(defaultValue = "upcoming") String view,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST || !List.of("upcoming", "past").contains(view)) {
            throw Problem.malformed("kernel:malformed");
        }
        return views.items(meetings.of(actor.id(), view.equals("past"), cursor, limit));
    }

    /** Books one meeting, or one a week; the same as submitting the procedure, once for each date. */
    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping
    ResponseEntity<Made> book(
            Actor actor,
            @RequestBody BookBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var answers = body.answers() == null ? Map.<String, Object>of() : body.answers();
        var weeks = body.weeks() == null ? 1 : body.weeks();
        var made = weeks == 1
                ? new SeriesBooking.Made(
                        List.of(requests.submit(actor, SeriesBooking.PROCESS, answers, key)
                                .id()),
                        List.of())
                : series.book(actor, answers, weeks, Boolean.TRUE.equals(body.skip()), key);
        var first = made.meetings().get(0);
        return ResponseEntity.created(URI.create("/api/meetings/" + first))
                .body(new Made(first, made.meetings(), made.skipped()));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{id}")
    Meeting one(Actor actor, @PathVariable String id) {
        return views.whole(meetings.get(actor, id), actor);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping("/{id}")
    Meeting change(Actor actor, @PathVariable String id, @RequestBody ChangeBody body) {
        meetings.change(actor, id, body.answers() == null ? Map.of() : body.answers());
        return one(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/cancel")
    Meeting cancel(Actor actor, @PathVariable String id, @RequestBody CancelBody body) {
        meetings.cancel(actor, id, body.reason(), Boolean.TRUE.equals(body.following()));
        return one(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping("/{id}/answer")
    Meeting answer(Actor actor, @PathVariable String id, @RequestBody AnswerBody body) {
        meetings.answer(actor, id, body.answer() == null ? "" : body.answer(), body.remark());
        return one(actor, id);
    }

    /** When colleagues are busy on the days from one date to another; {@code except} names a meeting being moved. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/busy")
    Page<FreeBusy.PersonDay> busy(
            Actor actor,
            @RequestParam List<String> people,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "") String except) {
        if (people.size() > MOST_PEOPLE
                || to.isBefore(from)
                || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS
                || from.getYear() < 2000
                || to.getYear() > 2199) {
            throw Problem.malformed("meeting:range-too-long", MOST_PEOPLE, MOST_DAYS);
        }
        return Page.all(freeBusy.people(actor.id(), people, from, to, except));
    }
}
