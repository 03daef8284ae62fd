package io.tongban.meeting;

import io.tongban.kernel.Problem;
import io.tongban.meeting.AttendeeMapper.Attendee;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the steps do with a meeting and its room. Rows are locked in one order: request, room, meeting. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Bookings {

    static final String OPEN = "open";
    static final String ACCEPTED = "accepted";
    static final String DECLINED = "declined";

    private final MeetingMapper meetings;
    private final AttendeeMapper attendees;
    private final MeetingRules rules;
    private final RoomGuard guard;
    private final Invitations invitations;
    private final JsonMapper json;
    private final Clock clock;

    Bookings(
            MeetingMapper meetings,
            AttendeeMapper attendees,
            MeetingRules rules,
            RoomGuard guard,
            Invitations invitations,
            JsonMapper json,
            Clock clock) {
        this.meetings = meetings;
        this.attendees = attendees;
        this.rules = rules;
        this.guard = guard;
        this.invitations = invitations;
        this.json = json;
        this.clock = clock;
    }

    /** Takes the room, enters the meeting and invites everybody. Running again changes nothing. */
    MeetingRow book(String requestId, String number, String organizer, Asked asked) {
        var known = meetings.find(requestId);
        if (known != null) {
            return known;
        }
        rules.check(asked, organizer);
        var people = asked.people(organizer);
        take(asked, requestId, people.size());
        var meeting = row(requestId, number, organizer, asked, null);
        meetings.insert(meeting);
        // Whoever is entered after the meeting was there.
        var held = !meeting.endAt().isAfter(rules.now());
        attendees.insert(people.stream()
                .map(person -> attendee(meeting, person, held || person.equals(organizer) ? ACCEPTED : OPEN))
                .toList());
        invitations.enter(meeting, people);
        if (!held && SeriesScope.current() == null) {
            invite(meeting, Invitations.without(people, organizer));
        }
        return meeting;
    }

    /** Applies what the organizer wants changed: the room is checked again, everybody whom it concerns is told. */
    MeetingRow change(String requestId, Asked asked) {
        var before = get(requestId);
        rules.check(asked, before.organizerId());
        var people = asked.people(before.organizerId());
        take(asked, requestId, people.size());
        meetings.lock(requestId);
        var meeting = row(requestId, before.number(), before.organizerId(), asked, before);
        meetings.update(meeting);
        tellChange(before, meeting, people);
        return meeting;
    }

    private void tellChange(MeetingRow before, MeetingRow meeting, Set<String> people) {
        var known = attendees.of(meeting.requestId());
        var were = known.stream().map(Attendee::personId).collect(Collectors.toCollection(LinkedHashSet::new));
        var moved =
                !before.startAt().equals(meeting.startAt()) || !before.endAt().equals(meeting.endAt());
        var elsewhere = !invitations.where(before).equals(invitations.where(meeting));
        var organizer = meeting.organizerId();
        var gone = minus(were, people);
        var stay = minus(were, gone);
        var fresh = minus(people, were);
        if (!gone.isEmpty()) {
            attendees.remove(meeting.requestId(), gone);
            invitations.clear(meeting, gone);
            invitations.tell(before, gone, "removed", before.topic(), Invitations.when(before));
        }
        if (moved) {
            attendees.askAgain(meeting.requestId(), meeting.endAt(), organizer);
        }
        if (!fresh.isEmpty()) {
            attendees.insert(fresh.stream()
                    .map(person -> attendee(meeting, person, OPEN))
                    .toList());
        }
        var declined = known.stream()
                .filter(one -> one.answer().equals(DECLINED))
                .map(Attendee::personId)
                .toList();
        invitations.enter(meeting, moved ? people : minus(people, declined));
        var others = Invitations.without(moved ? stay : minus(stay, declined), organizer);
        if (moved || elsewhere) {
            invitations.tell(
                    meeting,
                    others,
                    moved ? "moved" : "elsewhere",
                    meeting.topic(),
                    Invitations.when(meeting),
                    invitations.where(meeting),
                    Invitations.when(before),
                    invitations.where(before));
        } else {
            invitations.tell(meeting, others, "updated", meeting.topic(), Invitations.when(meeting));
        }
        invite(meeting, fresh);
    }

    /** Frees the room and tells everybody. A meeting that was held stays as it was. */
    void cancel(String requestId, String reason) {
        var meeting = meetings.lock(requestId);
        if (meeting == null || !meeting.booked() || !meeting.endAt().isAfter(rules.now())) {
            return;
        }
        meetings.update(meeting.cancelled(now()));
        var people = attendees.of(requestId).stream().map(Attendee::personId).toList();
        invitations.clear(meeting);
        if (SeriesScope.current() == null) {
            invitations.tell(
                    meeting,
                    Invitations.without(people, meeting.organizerId()),
                    reason.isBlank() ? "cancelled" : "cancelled-because",
                    invitations.name(meeting.organizerId()),
                    meeting.topic(),
                    Invitations.when(meeting),
                    reason);
        }
        invitations.hint(meeting, people);
    }

    MeetingRow get(String requestId) {
        var meeting = meetings.find(requestId);
        if (meeting == null) {
            throw Problem.notFound();
        }
        return meeting;
    }

    private void take(Asked asked, String requestId, int people) {
        var room = asked.roomId();
        if (room != null) {
            guard.take(
                    room,
                    MeetingRules.time(asked.start(), "answers.start"),
                    MeetingRules.time(asked.end(), "answers.end"),
                    requestId,
                    people);
        }
    }

    private void invite(MeetingRow meeting, Collection<String> people) {
        invitations.tell(
                meeting,
                people,
                "invited",
                invitations.name(meeting.organizerId()),
                meeting.topic(),
                Invitations.when(meeting),
                invitations.where(meeting));
    }

    private MeetingRow row(
            String requestId, String number, String organizer, Asked asked, @Nullable MeetingRow before) {
        return new MeetingRow(
                requestId,
                number,
                before == null ? SeriesScope.current() : before.seriesId(),
                organizer,
                asked.writer(organizer),
                String.valueOf(asked.topic()).strip(),
                blank(asked.purpose()),
                MeetingRules.time(asked.start(), "answers.start"),
                MeetingRules.time(asked.end(), "answers.end"),
                asked.roomId(),
                blank(asked.online()),
                json.writeValueAsString(asked.points()),
                Boolean.TRUE.equals(asked.confidential()),
                !Boolean.FALSE.equals(asked.minutesWanted()),
                MeetingRow.State.BOOKED,
                now(),
                null,
                null,
                null,
                before == null ? now() : before.createdAt(),
                now());
    }

    private static Attendee attendee(MeetingRow meeting, String person, String answer) {
        return new Attendee(meeting.requestId(), person, answer, null, null, meeting.endAt());
    }

    private static List<String> minus(Collection<String> all, Collection<String> some) {
        var left = new ArrayList<>(all);
        left.removeAll(some);
        return left;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
