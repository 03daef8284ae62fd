package io.tongban.meeting;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.meeting.AttendeeMapper.Attendee;
import io.tongban.meeting.AttendeeMapper.FollowUp;
import io.tongban.meeting.MeetingMapper.Listed;
import io.tongban.process.RequestForms;
import io.tongban.process.Requests;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Meetings of people: read, answered, moved and cancelled. They are booked by the procedure. */
@Service
public class Meetings {

    private static final Set<String> ANSWERS = Set.of(Bookings.ACCEPTED, Bookings.DECLINED);
    private static final int LONGEST_REMARK = 200;
    private static final String LAST_ID = "~";

    /** A meeting with everybody in it and what came of it. */
    record Whole(MeetingRow meeting, List<Attendee> attendees, List<FollowUp> followUps, List<String> series) {}

    private final MeetingMapper rows;
    private final AttendeeMapper attendees;
    private final MeetingRules rules;
    private final MeetingWords words;
    private final Invitations invitations;
    private final SeriesCancelled cancelled;
    private final Requests requests;
    private final RequestForms forms;
    private final Attempts attempts;
    private final JsonMapper json;
    private final Clock clock;

    Meetings(
            MeetingMapper rows,
            AttendeeMapper attendees,
            MeetingRules rules,
            MeetingWords words,
            Invitations invitations,
            SeriesCancelled cancelled,
            Requests requests,
            RequestForms forms,
            Attempts attempts,
            JsonMapper json,
            Clock clock) {
        this.rows = rows;
        this.attendees = attendees;
        this.rules = rules;
        this.words = words;
        this.invitations = invitations;
        this.cancelled = cancelled;
        this.requests = requests;
        this.forms = forms;
        this.attempts = attempts;
        this.json = json;
        this.clock = clock;
    }

    /** The meeting for somebody who takes part in it; for everybody else it does not exist. */
    @Transactional(readOnly = true)
    Whole get(Actor reader, String id) {
        var meeting = joined(reader, id);
        return new Whole(
                meeting,
                attendees.of(id),
                meeting.minutesAt() == null ? List.of() : attendees.followUps(id),
                meeting.seriesId() == null ? List.of() : rows.ofSeries(meeting.seriesId()));
    }

    /** Meetings of a person that are not over, the next first; or those that are, the last first. */
    @Transactional(readOnly = true)
    Page<Listed> of(String personId, boolean past, @Nullable String cursor, int limit) {
        var at = rules.now();
        var id = past ? "" : LAST_ID;
        if (cursor != null && !cursor.isEmpty()) {
            try {
                var parts = cursor.split("_", 2);
                at = LocalDateTime.parse(parts[0]);
                id = parts.length > 1 ? parts[1] : "";
            } catch (DateTimeException e) {
                throw Problem.malformed("kernel:malformed");
            }
        }
        var found = past ? rows.past(personId, at, id, limit + 1) : rows.upcoming(personId, at, id, limit + 1);
        return Page.of(found, limit, one -> one.endAt() + "_" + one.requestId());
    }

    /** Somebody who is invited says yes or no, as often as it takes, until it begins. */
    public void answer(Actor actor, String id, String answer, @Nullable String remark) {
        attempts.run(() -> answerOnce(actor, id, answer, remark));
    }

    private void answerOnce(Actor actor, String id, String answer, @Nullable String remark) {
        // Locked, so that an answer never brings back a time that has just been moved or cancelled.
        rows.lock(id);
        var meeting = joined(actor, id);
        if (!ANSWERS.contains(answer)) {
            throw Problem.refused("kernel:invalid").field("answer", "meeting:answer-unknown");
        }
        if (remark != null && remark.codePointCount(0, remark.length()) > LONGEST_REMARK) {
            throw Problem.refused("kernel:invalid").field("remark", "meeting:too-long", LONGEST_REMARK);
        }
        if (meeting.organizerId().equals(actor.id())) {
            throw Problem.refused("meeting:organizer-comes");
        }
        requireAhead(meeting);
        var said = remark == null || remark.isBlank() ? null : remark.strip();
        attendees.answer(id, actor.id(), answer, said, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var me = List.of(actor.id());
        if (answer.equals(Bookings.DECLINED)) {
            invitations.clear(meeting, me);
            invitations.tell(
                    meeting,
                    List.of(meeting.organizerId()),
                    said == null ? "declined" : "declined-because",
                    actor.name(),
                    meeting.topic(),
                    Invitations.when(meeting),
                    said == null ? "" : said);
        } else {
            invitations.enter(meeting, me);
            invitations.hint(meeting, List.of(meeting.organizerId()));
        }
    }

    /** The organizer changes the meeting; the procedure takes it over, checks the room again and tells everybody. */
    public void change(Actor actor, String id, Map<String, Object> answers) {
        attempts.run(() -> {
            var meeting = own(actor, id);
            requireAhead(meeting);
            var wanted = forms.replace(actor, id, answers);
            var asked = json.convertValue(wanted, Asked.class);
            rules.check(asked, actor.id());
            var start = MeetingRules.time(asked.start(), "answers.start");
            if (!start.isAfter(rules.now())) {
                throw Problem.refused("kernel:invalid").field("answers.start", "meeting:moved-into-past");
            }
            var before = words.period(meeting.startAt(), meeting.endAt());
            var after = words.period(start, MeetingRules.time(asked.end(), "answers.end"));
            var said = before.equals(after) ? null : before + " → " + after;
            requests.signal(actor, id, "meeting.changed", wanted, said);
        });
    }

    /** The organizer cancels the meeting, or it and all later ones of its series. */
    public void cancel(Actor actor, String id, @Nullable String reason, boolean following) {
        var why = reason == null ? "" : reason.strip();
        if (why.codePointCount(0, why.length()) > LONGEST_REMARK) {
            throw Problem.refused("kernel:invalid").field("reason", "meeting:too-long", LONGEST_REMARK);
        }
        attempts.run(() -> {
            var meeting = own(actor, id);
            requireAhead(meeting);
            if (following && meeting.seriesId() != null) {
                cancelSeries(actor, meeting, meeting.seriesId(), why);
            } else {
                cancel(actor, id, why);
            }
        });
    }

    private void cancelSeries(Actor actor, MeetingRow first, String series, String why) {
        var all = rows.following(series, first.startAt()).stream()
                .map(rows::find)
                .filter(Objects::nonNull)
                .toList();
        SeriesScope.within(series, () -> {
            // In the order of their requests, as whoever else locks several.
            all.stream().map(MeetingRow::requestId).sorted().forEach(one -> cancel(actor, one, why));
            return all;
        });
        cancelled.tell(actor, all, why);
    }

    private void cancel(Actor actor, String id, String why) {
        requests.signal(actor, id, "meeting.cancelled", Map.of("reason", why), why.isBlank() ? null : why);
    }

    private MeetingRow joined(Actor reader, String id) {
        var meeting = rows.find(id);
        if (meeting == null || attendees.find(id, reader.id()) == null) {
            throw Problem.notFound();
        }
        return meeting;
    }

    /** 404 for strangers, 403 for whoever only takes part. */
    private MeetingRow own(Actor actor, String id) {
        var meeting = joined(actor, id);
        if (!meeting.organizerId().equals(actor.id())) {
            throw Problem.of(403, "meeting:not-organizer", invitations.name(meeting.organizerId()));
        }
        return meeting;
    }

    private void requireAhead(MeetingRow meeting) {
        if (!meeting.booked()) {
            throw Problem.conflict("meeting:is-cancelled");
        }
        if (!meeting.startAt().isAfter(rules.now())) {
            throw Problem.conflict("meeting:has-begun");
        }
    }
}
