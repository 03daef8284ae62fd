package io.tongban.leave;

import io.tongban.kernel.Problem;
import io.tongban.org.People;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is refused, and the sentences that say why and what to do. */
@Component
class LeaveRules {

    private static final int LONGEST_DAYS = 366;

    private final LeaveCounter counter;
    private final LeaveWords words;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    LeaveRules(LeaveCounter counter, LeaveWords words, People people, Clock clock, ZoneId zone) {
        this.counter = counter;
        this.words = words;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    LeaveWords words() {
        return words;
    }

    LocalDateTime today() {
        return LocalDateTime.now(clock.withZone(zone));
    }

    static LocalDateTime time(@Nullable String text, String field) {
        try {
            return LocalDateTime.parse(text == null ? "" : text).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeParseException e) {
            throw refused(field, "leave:time-malformed");
        }
    }

    void checkPeriod(LocalDateTime start, LocalDateTime end) {
        if (!start.isBefore(end)) {
            throw refused("answers.end", "leave:end-before-start");
        }
        var now = today();
        if (start.isBefore(now.minusYears(1)) || start.isAfter(now.plusYears(1))) {
            throw refused("answers.start", "leave:too-far");
        }
        if (end.isAfter(start.plusDays(LONGEST_DAYS))) {
            throw refused("answers.end", "leave:too-long", LONGEST_DAYS);
        }
    }

    void checkHandover(String personId, @Nullable String handoverId) {
        if (handoverId == null) {
            return;
        }
        if (handoverId.equals(personId)) {
            throw refused("answers.handover", "leave:handover-self");
        }
        if (!people.present(handoverId)) {
            throw refused("answers.handover", "leave:handover-gone");
        }
    }

    /** Counts and refuses what costs nothing or is longer than the type allows. */
    LeaveCount count(LeaveType type, LocalDateTime start, LocalDateTime end) {
        var count = counter.count(type, start, end);
        if (count.minutes() == 0) {
            throw refused("answers.start", "leave:no-working-time", words.period(start, end));
        }
        if (type.longestDays() != null && count.minutes() > type.longestDays() * count.minutesPerDay()) {
            throw refused(
                    "answers.end",
                    "leave:longer-than-type",
                    words.type(type),
                    Integer.toString(type.longestDays()),
                    words.amount(count.minutes(), count.minutesPerDay()));
        }
        return count;
    }

    void checkProof(LeaveType type, LeaveCount count, int proofs) {
        if (type.proofMinutes() == null || proofs > 0 || count.minutes() < type.proofMinutes()) {
            return;
        }
        throw type.proofMinutes() == 0
                ? refused("answers.proof", "leave:proof-required", words.type(type))
                : refused(
                        "answers.proof",
                        "leave:proof-required-from",
                        words.type(type),
                        words.amount(type.proofMinutes(), count.minutesPerDay()));
    }

    Problem overlap(LeaveRow other) {
        var period = words.period(other.startAt(), other.endAt());
        return Problem.refused("leave:overlap", other.number(), period)
                .field("answers.start", "leave:overlap", other.number(), period);
    }

    /** Says what was counted, what is left and what is missing. */
    Problem tooLittle(LeaveType type, LeaveCount count, LeaveBalances.Shortage shortage) {
        int perDay = count.minutesPerDay();
        var years = count.years().keySet();
        var name = years.size() > 1 ? shortage.year() + " " + words.type(type) : words.type(type);
        var missing = words.amount(shortage.missing(), perDay);
        return Problem.refused(
                        "leave:balance-exceeded",
                        words.makeUpDays(count),
                        words.amount(count.minutes(), perDay),
                        name,
                        words.amount(shortage.available(), perDay),
                        missing)
                .field("answers.end", "leave:balance-missing", name, missing);
    }

    private static Problem refused(String field, String code, Object... args) {
        return Problem.refused(code, args).field(field, code, args);
    }
}
