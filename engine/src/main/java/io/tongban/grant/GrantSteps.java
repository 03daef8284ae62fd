package io.tongban.grant;

import io.tongban.access.Entitlements;
import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.process.Effect;
import io.tongban.process.Step;
import io.tongban.process.StepContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What models can do with grants. */
@Component
class GrantSteps {

    private static final int FARTHEST_DAYS = 3 * 366;

    /** Answers of the form; {@code until} empty for no end. */
    record Asked(
            @Nullable String thing,
            @Nullable String forWhom,
            @Nullable String department,
            @Nullable String until) {}

    /**
     * Facts for the decision and the approvers, words for the title.
     *
     * @param owner id of who grants it, empty when that is nobody or the applicant
     * @param external IT opens it and closes it
     */
    record Registered(
            String kind,
            String owner,
            String thingDepartment,
            boolean external,
            String subject,
            String subjectEn,
            String untilWords,
            String untilWordsEn) {}

    /** When it ends, and when its holder is told that it will. */
    record Made(Instant expiresAt, Instant remindAt) {}

    /** Why it ended, said by whoever ended it; nobody did when it expired. */
    record Ending(@Nullable String ending, @Nullable String note) {}

    /** Whether IT has something to close. */
    record Ended(boolean external) {}

    record Nothing() {}

    private final GrantDeeds deeds;
    private final Things things;
    private final GrantWords words;
    private final Departments departments;
    private final Entitlements entitlements;
    private final Clock clock;

    GrantSteps(
            GrantDeeds deeds,
            Things things,
            GrantWords words,
            Departments departments,
            Entitlements entitlements,
            Clock clock) {
        this.deeds = deeds;
        this.things = things;
        this.words = words;
        this.departments = departments;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    @Step(value = "grant.register", effect = Effect.UNDOABLE, undoneBy = "grant.drop")
    Registered register(Asked asked, StepContext context) {
        var thing = things.lock(orEmpty(asked.thing()));
        if (thing == null || !thing.offered()) {
            throw refused("answers.thing", "grant:not-offered");
        }
        var department = "department".equals(asked.forWhom()) ? headed(asked.department(), context) : null;
        if (department != null && thing.effect() != null && entitlements.powerful(thing.effect())) {
            throw refused("answers.forWhom", "grant:person-only", thing.name());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var holding = deeds.register(
                new Holding(
                        context.requestId(),
                        context.number(),
                        thing.id(),
                        department == null ? Entitlements.Holder.PERSON : Entitlements.Holder.DEPARTMENT,
                        department == null ? context.applicantId() : department,
                        context.applicantId(),
                        Holding.State.ASKED,
                        until(asked.until(), thing),
                        thing.external(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        now,
                        now),
                thing);
        var own = thing.ownerId() == null || thing.ownerId().equals(context.applicantId());
        return new Registered(
                thing.kind(),
                own ? "" : orEmpty(thing.ownerId()),
                thing.departmentId(),
                thing.external(),
                words.subject(Locale.SIMPLIFIED_CHINESE, thing, holding),
                words.subject(Locale.ENGLISH, thing, holding),
                words.until(Locale.SIMPLIFIED_CHINESE, holding.untilAt()),
                words.until(Locale.ENGLISH, holding.untilAt()));
    }

    @Step("grant.drop")
    void drop(Nothing in, StepContext context) {
        deeds.drop(context.requestId());
    }

    @Step(value = "grant.make", effect = Effect.UNDOABLE, undoneBy = "grant.undo")
    Made make(Nothing in, StepContext context) {
        var held = deeds.make(context.requestId(), context.actorId());
        return new Made(held.untilAt(), remindAt(held));
    }

    @Step("grant.undo")
    void undo(Nothing in, StepContext context) {
        deeds.end(context.requestId(), "revoked", context.actorId(), null);
    }

    @Step("grant.remind")
    void remind(Nothing in, StepContext context) {
        deeds.remind(context.requestId());
    }

    @Step("grant.end")
    Ended end(Ending ending, StepContext context) {
        var why = ending.ending() == null || ending.ending().isBlank() ? "expired" : ending.ending();
        var ended = deeds.end(context.requestId(), why, context.actorId(), ending.note());
        return new Ended(ended.external() && !"renewed".equals(ended.ending()));
    }

    /** A week before the end, a day before it for what lasts less than two weeks, never for less than two days. */
    private Instant remindAt(Holding held) {
        if (held.endless()) {
            return Entitlements.NEVER;
        }
        var lasts = Duration.between(clock.instant(), held.untilAt());
        return lasts.toDays() < 2
                ? Entitlements.NEVER
                : held.untilAt().minus(Duration.ofDays(lasts.toDays() < 14 ? 1 : 7));
    }

    private Instant until(@Nullable String text, Thing thing) {
        var longest = thing.longestDays();
        if (text == null || text.isBlank()) {
            if (longest != null) {
                throw refused("answers.until", "grant:until-needed", thing.name(), longest);
            }
            return Entitlements.NEVER;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refused("answers.until", "grant:until-malformed");
        }
        var today = words.today();
        if (day.isBefore(today)) {
            throw refused("answers.until", "grant:until-past");
        }
        int most = longest == null ? FARTHEST_DAYS : longest;
        if (day.isAfter(today.plusDays(most))) {
            throw refused("answers.until", "grant:until-too-far", most, today.plusDays(most));
        }
        return words.endOf(day);
    }

    /** Only a head asks for a department. */
    private String headed(@Nullable String id, StepContext context) {
        if (id == null || id.isBlank()) {
            throw refused("answers.department", "grant:department-needed");
        }
        if (departments.find(id).isEmpty() || !departments.heads(id).contains(context.applicantId())) {
            throw refused("answers.department", "grant:not-head");
        }
        return id;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Problem refused(String field, String code, Object... args) {
        return Problem.refused(code, args).field(field, code, args);
    }
}
