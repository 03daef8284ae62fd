package io.tongban.meeting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.meeting.AttendeeMapper.Attendee;
import io.tongban.meeting.AttendeeMapper.FollowUp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reminders before a meeting; its minutes and what follows from it afterwards. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Minutes {

    /** One line of the form: what is to be done, by whom, until when. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            @Nullable String what,
            @Nullable String who,
            @Nullable String due) {}

    private final MeetingMapper meetings;
    private final AttendeeMapper attendees;
    private final Invitations invitations;
    private final MeetingRules rules;
    private final Clock clock;
    private final ZoneId zone;

    Minutes(
            MeetingMapper meetings,
            AttendeeMapper attendees,
            Invitations invitations,
            MeetingRules rules,
            Clock clock,
            ZoneId zone) {
        this.meetings = meetings;
        this.attendees = attendees;
        this.invitations = invitations;
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
    }

    /** The notice a day ahead; whoever has not answered is asked for it. Nobody is told what was said within that day. */
    void dayBefore(MeetingRow meeting) {
        var ahead = meeting.startAt().minusDays(1).atZone(zone).toInstant();
        if (!upcoming(meeting) || meeting.toldAt().isAfter(ahead)) {
            return;
        }
        var all = attendees.of(meeting.requestId());
        tell(meeting, all, Bookings.ACCEPTED, "tomorrow");
        tell(meeting, all, Bookings.OPEN, "tomorrow-open");
    }

    /** The reminder shortly before. */
    void soon(MeetingRow meeting) {
        if (upcoming(meeting)) {
            var all = attendees.of(meeting.requestId());
            tell(meeting, all, Bookings.ACCEPTED, "soon");
            tell(meeting, all, Bookings.OPEN, "soon");
        }
    }

    private boolean upcoming(MeetingRow meeting) {
        return meeting.booked() && meeting.startAt().isAfter(rules.now());
    }

    private void tell(MeetingRow meeting, List<Attendee> all, String answer, String kind) {
        var people = all.stream()
                .filter(one -> one.answer().equals(answer))
                .map(Attendee::personId)
                .toList();
        invitations.tell(meeting, people, kind, meeting.topic(), Invitations.when(meeting), invitations.where(meeting));
    }

    /** Keeps the minutes and what follows from them, and gives them to everybody. */
    void distribute(MeetingRow meeting, String text, List<String> files, List<Line> lines) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        meetings.update(meeting.recorded(text, files, now));
        attendees.removeFollowUps(meeting.requestId());
        var rows = followUps(meeting.requestId(), lines);
        if (!rows.isEmpty()) {
            attendees.insertFollowUps(rows);
        }
        var duties = new LinkedHashMap<String, Integer>();
        rows.stream().map(FollowUp::whoId).filter(Objects::nonNull).forEach(who -> duties.merge(who, 1, Integer::sum));
        var people = new ArrayList<>(attendees.of(meeting.requestId()).stream()
                .map(Attendee::personId)
                .toList());
        people.removeAll(duties.keySet());
        people.remove(meeting.organizerId());
        invitations.tell(meeting, people, "minutes", meeting.topic(), Invitations.when(meeting));
        duties.forEach((who, count) -> invitations.tell(
                meeting, List.of(who), "follow-ups", meeting.topic(), Invitations.when(meeting), count));
    }

    private List<FollowUp> followUps(String meeting, List<Line> lines) {
        var rows = new ArrayList<FollowUp>();
        for (var line : lines) {
            var what = line.what();
            if (what != null && !what.isBlank()) {
                if (what.codePointCount(0, what.length()) > 200) {
                    throw Problem.refused("kernel:invalid")
                            .field("answers.followUps[" + rows.size() + "].what", "meeting:too-long", 200);
                }
                rows.add(new FollowUp(
                        Ids.next(), meeting, rows.size(), what.strip(), blank(line.who()), date(line.due())));
            }
        }
        return rows;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
