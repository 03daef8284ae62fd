package io.tongban.insight;

import io.tongban.calendar.WorkingClock;
import io.tongban.insight.FactMapper.HandFact;
import io.tongban.insight.FactMapper.RequestFact;
import io.tongban.insight.FactMapper.StayFact;
import io.tongban.process.Passage;
import io.tongban.process.Passage.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of the way of a request what is kept of it: lengths of time without the time in which it was suspended. */
@Component
class Facts {

    /** Where the applicant had no department. */
    static final String NO_DEPARTMENT = "-";

    /** Ends of requests that say how long the process takes. */
    static final Set<String> DECIDED = Set.of("approved", "rejected", "completed", "revoked");

    private static final int LONGEST_FLOWS = 4_000;

    /** Everything that is kept of one request. */
    record Kept(RequestFact request, List<StayFact> stays, List<HandFact> hands) {}

    private record Length(long seconds, int minutes) {}

    private final WorkingClock working;
    private final ZoneId zone;
    private final Clock clock;

    Facts(WorkingClock working, ZoneId zone, Clock clock) {
        this.working = working;
        this.zone = zone;
        this.clock = clock;
    }

    /** @param flows what is known of its flows where the engine has forgotten them */
    Kept of(Passage passage, String flows) {
        var department = passage.departmentId() == null ? NO_DEPARTMENT : passage.departmentId();
        var stays = new ArrayList<StayFact>();
        for (var stay : passage.stays()) {
            var length = length(passage, stay.from(), stay.until());
            stays.add(new StayFact(
                    passage.requestId(),
                    stays.size(),
                    passage.processKey(),
                    department,
                    passage.applicantId(),
                    stay.step(),
                    stay.from(),
                    stay.until(),
                    day(stay.until()),
                    length.seconds(),
                    length.minutes(),
                    stay.action(),
                    stay.met(),
                    stay.dueAt()));
        }
        var hands = new ArrayList<HandFact>();
        for (var hand : passage.hands()) {
            var length = length(passage, hand.from(), hand.until());
            hands.add(new HandFact(
                    passage.requestId(),
                    hands.size(),
                    passage.processKey(),
                    department,
                    passage.applicantId(),
                    hand.step(),
                    hand.personId(),
                    hand.from(),
                    hand.until(),
                    day(hand.until()),
                    length.seconds(),
                    length.minutes(),
                    hand.action(),
                    hand.dueAt()));
        }
        return new Kept(request(passage, department, flows, stays), List.copyOf(stays), List.copyOf(hands));
    }

    private RequestFact request(Passage passage, String department, String flows, List<StayFact> stays) {
        var length = length(passage, passage.startedAt(), passage.endedAt());
        var text = text(passage.flows());
        return new RequestFact(
                passage.requestId(),
                passage.seq(),
                passage.processKey(),
                department,
                passage.applicantId(),
                passage.status(),
                passage.startedAt(),
                Objects.requireNonNull(day(passage.startedAt())),
                passage.endedAt(),
                day(passage.endedAt()),
                passage.suspended(),
                stays.stream()
                        .map(StayFact::dueAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                length.seconds(),
                length.minutes(),
                passage.returns(),
                passage.met(),
                text.isEmpty() || text.length() > LONGEST_FLOWS ? flows : text,
                passage.settled(),
                clock.instant());
    }

    private static String text(Map<String, Integer> flows) {
        return flows.entrySet().stream()
                .map(flow -> flow.getKey() + ":" + flow.getValue())
                .collect(Collectors.joining(","));
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    /** Nothing while it goes on. */
    private Length length(Passage passage, Instant from, @Nullable Instant until) {
        if (until == null || !from.isBefore(until)) {
            return new Length(0, 0);
        }
        var seconds = Duration.between(from, until).toSeconds();
        var minutes = working.between(from, until, List.of());
        for (var pause : passage.pauses()) {
            var begins = pause.from().isBefore(from) ? from : pause.from();
            var ends = end(pause, until);
            if (begins.isBefore(ends)) {
                seconds -= Duration.between(begins, ends).toSeconds();
                minutes -= working.between(begins, ends, List.of());
            }
        }
        return new Length(Math.max(0, seconds), Math.max(0, minutes));
    }

    private static Instant end(Pause pause, Instant until) {
        return pause.until() == null || pause.until().isAfter(until) ? until : pause.until();
    }
}
