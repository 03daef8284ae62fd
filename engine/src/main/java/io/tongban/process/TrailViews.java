package io.tongban.process;

import io.tongban.file.StoredFile;
import io.tongban.kernel.Texts;
import io.tongban.org.Person;
import io.tongban.process.EntryLinks.Links;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.engine.Model;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What callers see of a request's trail, in their language. */
@Component
class TrailViews {

    /**
     * A line.
     *
     * @param changes answers that it changed, before and after in words
     * @param again names of what was computed again
     * @param kept names of what was not, though answers have changed
     * @param contentVersion version of the content that it was decided on, null where nothing was decided
     */
    record EntryView(
            String id,
            Instant at,
            @Nullable PersonRef person,
            @Nullable PersonRef onBehalfOf,
            String action,
            @Nullable String actionName,
            @Nullable String step,
            @Nullable String comment,
            List<PathWords.Reason> path,
            List<String> undone,
            List<PersonRef> mentions,
            List<StoredFile> files,
            @Nullable String signature,
            List<Changes.Changed> changes,
            List<String> again,
            List<String> kept,
            @Nullable Integer contentVersion) {}

    private static final Set<String> DECISIONS = Set.of("submit", "approve", "complete", "reject", "abstain", "return");

    private final Names names;
    private final PathWords path;
    private final Changes changes;
    private final DueWords due;
    private final Texts texts;

    TrailViews(Names names, PathWords path, Changes changes, DueWords due, Texts texts) {
        this.names = names;
        this.path = path;
        this.changes = changes;
        this.due = due;
        this.texts = texts;
    }

    EntryView entry(EntryRow e, Links hanging, Model model, Sight.Seen seen, Map<String, Person> known, Locale locale) {
        return new EntryView(
                e.id(),
                e.at(),
                e.personId().equals("system") ? null : Names.person(known, e.personId()),
                e.behalfId() == null ? null : Names.person(known, e.behalfId()),
                e.action(),
                actionName(e, model, locale),
                Names.step(model, e.step(), locale),
                words(e, model, known, locale),
                path.of(e, model, seen.hidden(), locale),
                undone(e, model, locale),
                hanging.mentions().stream().map(id -> Names.person(known, id)).toList(),
                hanging.files(),
                hanging.signature(),
                changes.of(e, model, seen, locale),
                named(model, e.asksAgain() ? null : e.details().again(), locale),
                named(model, e.details().kept(), locale),
                DECISIONS.contains(e.action()) ? e.contentVersion() : null);
    }

    private static List<String> named(Model model, @Nullable List<String> elements, Locale locale) {
        return elements == null ? List.of() : AdminViews.named(model, elements, locale);
    }

    /** What was said; where the request was put, after an arrow as for people. */
    private static @Nullable String said(EntryRow e, Model model, Locale locale) {
        var to = e.details().to();
        return to == null ? e.text() : "→ " + Names.step(model, to, locale) + "\n" + e.text();
    }

    /** Names of the steps whose effect was taken back. */
    private static List<String> undone(EntryRow e, Model model, Locale locale) {
        var steps = e.details().undone();
        return steps == null
                ? List.of()
                : model.runs().entrySet().stream()
                        .filter(run -> steps.contains(run.getValue()))
                        .map(run -> model.names().get(run.getKey()))
                        .filter(java.util.Objects::nonNull)
                        .map(name -> name.in(locale))
                        .toList();
    }

    private @Nullable String words(EntryRow e, Model model, Map<String, Person> known, Locale locale) {
        if (e.isStandIn()) {
            return standIn(e, known);
        }
        if (e.erased()) {
            return texts.get(locale, "trail.erased");
        }
        if (e.isOverdue() || e.action().equals(EntryRow.DUE_MOVED)) {
            return byTime(e, known);
        }
        if (e.asksAgain()) {
            return texts.get(
                    "trail.asked-again",
                    String.join(
                            locale.getLanguage().equals("en") ? ", " : "、",
                            named(model, e.details().again(), locale)));
        }
        return e.action().startsWith("auto-") ? byRule(e, model, known) : said(e, model, locale);
    }

    /** Who has somebody's work now, and why not the deputy. */
    private String standIn(EntryRow e, Map<String, Person> known) {
        return texts.get(
                "trail." + e.action(),
                e.named().stream().map(id -> Names.person(known, id).name()).toArray());
    }

    /** What has happened by itself because time has passed, or that it will happen at another time. */
    private String byTime(EntryRow e, Map<String, Person> known) {
        var parts = String.valueOf(e.detail()).split("\\|");
        if (!e.isOverdue()) {
            return texts.get("trail.due-moved-" + parts[0], moment(parts[1]), moment(parts[2]));
        }
        return texts.get(
                "trail." + e.action(),
                moment(parts[0]),
                e.named().stream().map(id -> Names.person(known, id).name()).toList());
    }

    private LocalDateTime moment(String instant) {
        return due.local(Instant.parse(instant));
    }

    private String byRule(EntryRow e, Model model, Map<String, Person> known) {
        var detail = String.valueOf(e.detail());
        if (detail.startsWith("|overdue|")) {
            return texts.get("auto.overdue", moment(detail.substring("|overdue|".length())));
        }
        var person = known.get(detail.substring(0, Math.max(0, detail.indexOf('|'))));
        return (person == null ? "" : person.name() + " — ") + names.byRule(detail, model);
    }

    /** The step's own word for an action, or that of the module whose deed it was; null for the usual ones. */
    private @Nullable String actionName(EntryRow e, Model model, Locale locale) {
        if (e.action().contains(".")) {
            return texts.get("action." + e.action());
        }
        var step = e.step() == null ? null : model.steps().get(e.step());
        return step == null ? null : Names.actions(step, locale).get(e.action());
    }
}
