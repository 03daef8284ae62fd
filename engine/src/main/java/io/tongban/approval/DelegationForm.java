package io.tongban.approval;

import io.tongban.kernel.Decimal;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.StandIns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody asks for; refuses what makes no sense, field by field. */
@Component
class DelegationForm {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    /**
     * A delegation as it is asked for.
     *
     * @param principal null for whoever asks
     * @param from in the company's zone; null for now
     * @param processes null or empty for every procedure
     */
    record Asked(
            @Nullable String principal,
            @Nullable String deputy,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime until,
            @Nullable List<String> processes,
            @Nullable @Decimal BigDecimal limit,
            @Nullable String limitField,
            @Nullable String reason) {}

    private final People people;
    private final StandIns standIns;
    private final ZoneId zone;

    DelegationForm(People people, StandIns standIns, ZoneId zone) {
        this.people = people;
        this.standIns = standIns;
        this.zone = zone;
    }

    DelegationRow read(Asked asked, String id, String principal, String setBy, Instant now) {
        if (!people.present(principal)) {
            throw refused("principal", "approval:principal-absent");
        }
        if (asked.deputy() == null || asked.deputy().isBlank()) {
            throw refused("deputy", "approval:deputy-needed");
        }
        if (asked.deputy().equals(principal)) {
            throw refused("deputy", "approval:deputy-self");
        }
        if (!people.present(asked.deputy())) {
            throw refused("deputy", "approval:deputy-absent");
        }
        if (asked.until() == null) {
            throw refused("until", "approval:until-needed");
        }
        var from = asked.from() == null ? now : instant(asked.from());
        var begin = from.isBefore(now) ? now : from;
        var until = instant(asked.until());
        if (!until.isAfter(begin)) {
            throw refused("until", "approval:until-early");
        }
        if (Duration.between(begin, until).compareTo(LONGEST) > 0) {
            throw refused("until", "approval:until-far");
        }
        if (Duration.between(now, begin).compareTo(LONGEST) > 0) {
            throw refused("from", "approval:from-far");
        }
        return new DelegationRow(
                id,
                principal,
                asked.deputy(),
                begin,
                until,
                processes(asked.processes()),
                limit(asked.limit()),
                limitField(asked),
                reason(asked.reason()),
                setBy,
                now,
                null,
                null,
                "coming",
                now);
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private @Nullable String processes(@Nullable List<String> asked) {
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        var known = standIns.procedures(Locale.ENGLISH).stream()
                .map(StandIns.Procedure::key)
                .collect(Collectors.toSet());
        if (!known.containsAll(asked)) {
            throw refused("processes", "approval:process-unknown");
        }
        var keys = String.join(",", new TreeSet<>(asked));
        if (keys.length() > 2_000) {
            throw refused("processes", "approval:processes-many");
        }
        return keys;
    }

    private static @Nullable BigDecimal limit(@Nullable BigDecimal asked) {
        if (asked == null) {
            return null;
        }
        if (asked.signum() <= 0
                || asked.compareTo(LARGEST) >= 0
                || asked.stripTrailingZeros().scale() > 2) {
            throw refused("limit", "approval:limit-form");
        }
        return asked.setScale(2, java.math.RoundingMode.UNNECESSARY);
    }

    private static @Nullable String limitField(Asked asked) {
        var field = asked.limitField();
        if (asked.limit() == null || field == null || field.isBlank()) {
            return null;
        }
        if (!field.matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
            throw refused("limitField", "approval:limit-field-form");
        }
        return field;
    }

    private static @Nullable String reason(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        var text = asked.strip();
        if (text.length() > 500) {
            throw refused("reason", "approval:reason-long");
        }
        return text;
    }

    private static Problem refused(String field, String code) {
        return Problem.refused("kernel:invalid").field(field, code);
    }
}
