package io.tongban.meeting;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.meeting.MeetingMapper.Booking;
import io.tongban.process.RequestForms;
import io.tongban.process.Requests;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The same meeting every week: each date is a request of its own; all of them are booked together or none is. */
@Service
public class SeriesBooking {

    static final String PROCESS = "meeting-booking";
    static final int MOST_WEEKS = 26;
    private static final int FEW = 5;

    /** What became of it: ids of the meetings in order, and the dates that were left out. */
    public record Made(List<String> meetings, List<LocalDate> skipped) {}

    private record Date(
            LocalDateTime start,
            LocalDateTime end,
            @Nullable Booking taken) {}

    private final Requests requests;
    private final RequestForms forms;
    private final Attempts attempts;
    private final MeetingMapper rows;
    private final MeetingRules rules;
    private final Rooms rooms;
    private final RoomGuard guard;
    private final Invitations invitations;
    private final MeetingWords words;
    private final JsonMapper json;
    private final Clock clock;

    SeriesBooking(
            Requests requests,
            RequestForms forms,
            Attempts attempts,
            MeetingMapper rows,
            MeetingRules rules,
            Rooms rooms,
            RoomGuard guard,
            Invitations invitations,
            MeetingWords words,
            JsonMapper json,
            Clock clock) {
        this.requests = requests;
        this.forms = forms;
        this.attempts = attempts;
        this.rows = rows;
        this.rules = rules;
        this.rooms = rooms;
        this.guard = guard;
        this.invitations = invitations;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Books {@code weeks} meetings. Where somebody has the room on one of the dates, everything is refused unless
     * {@code skip} says to leave these dates out. The same key answers the same meetings again.
     */
    public Made book(Actor actor, Map<String, Object> answers, int weeks, boolean skip, @Nullable String key) {
        if (weeks < 2 || weeks > MOST_WEEKS) {
            throw Problem.refused("kernel:invalid").field("weeks", "meeting:weeks-wrong", MOST_WEEKS);
        }
        if (key != null && (key.isBlank() || key.length() > 128)) {
            throw Problem.malformed("kernel:malformed");
        }
        return attempts.get(() -> bookOnce(actor, answers, weeks, skip, key));
    }

    private Made bookOnce(Actor actor, Map<String, Object> given, int weeks, boolean skip, @Nullable String key) {
        var id = Ids.next();
        var known = rows.series(actor.id(), key == null ? id : key);
        if (known != null) {
            return new Made(rows.ofSeries(known), List.of());
        }
        var answers = forms.check(actor, PROCESS, given);
        var asked = json.convertValue(answers, Asked.class);
        rules.check(asked, actor.id());
        var dates = dates(asked, weeks);
        var taken = dates.stream().filter(date -> date.taken() != null).toList();
        if (!taken.isEmpty() && (!skip || taken.size() == dates.size())) {
            throw refusal(asked, dates, taken);
        }
        rows.insertSeries(
                id, actor.id(), key == null ? id : key, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var made = SeriesScope.within(id, () -> submit(actor, answers, dates));
        invite(actor, asked, made);
        return new Made(
                made, taken.stream().map(date -> date.start().toLocalDate()).toList());
    }

    private List<String> submit(Actor actor, Map<String, Object> answers, List<Date> dates) {
        var made = new ArrayList<String>();
        for (var date : dates) {
            if (date.taken() == null) {
                var own = new LinkedHashMap<>(answers);
                own.put("start", date.start().toString());
                own.put("end", date.end().toString());
                made.add(requests.submit(actor, PROCESS, own, null).id());
            }
        }
        return made;
    }

    /** The dates with whoever has the room then; from here on nobody else books it. */
    private List<Date> dates(Asked asked, int weeks) {
        var start = MeetingRules.time(asked.start(), "answers.start");
        var end = MeetingRules.time(asked.end(), "answers.end");
        var wanted = asked.roomId();
        var room = wanted == null ? null : rooms.lock(wanted);
        var dates = new ArrayList<Date>();
        for (int week = 0; week < weeks; week++) {
            var from = start.plusWeeks(week);
            var to = end.plusWeeks(week);
            dates.add(new Date(from, to, room == null ? null : guard.taken(room, from, to)));
        }
        return dates;
    }

    private Problem refusal(Asked asked, List<Date> dates, List<Date> taken) {
        var room = rooms.find(asked.roomId());
        var name = room == null ? "" : room.name();
        var who = taken.stream()
                .limit(FEW)
                .map(date -> words.say(
                        "meeting.taken-by",
                        words.period(date.start(), date.end()),
                        date.taken() == null ? "" : guard.holder(date.taken())))
                .collect(Collectors.joining(words.comma()));
        var code = taken.size() == dates.size() ? "meeting:series-all-taken" : "meeting:series-taken";
        return Problem.conflict(code, dates.size(), taken.size(), name, who, dates.size() - taken.size())
                .field("answers.room", "meeting:series-taken-field", taken.size());
    }

    private void invite(Actor actor, Asked asked, List<String> made) {
        var first = rows.find(made.get(0));
        if (first != null) {
            invitations.tell(
                    first,
                    Invitations.without(asked.people(actor.id()), actor.id()),
                    "series-invited",
                    actor.name(),
                    first.topic(),
                    Invitations.when(first),
                    invitations.where(first),
                    made.size());
        }
    }
}
