package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.org.People;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Models;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What administrators can do to a request, and what it would mean, before they do it. */
@Component
class MeansViews {

    /** An element of the model. */
    record Place(String id, String name) {}

    /**
     * Where the request stands.
     *
     * @param targets ids of steps that it can be put to from there
     */
    record Standing(String id, String name, List<String> targets) {}

    /**
     * What can be done.
     *
     * @param undoes what stopping would undo, null when it can not be stopped any more
     * @param again what a correction computes again
     * @param kept what a correction leaves as it is
     */
    record Means(
            String id,
            int revision,
            boolean own,
            @Nullable Instant suspendedAt,
            List<Standing> standing,
            List<Place> steps,
            List<Retries.FailedStep> failures,
            @Nullable List<String> undoes,
            List<String> again,
            List<String> kept) {}

    /**
     * What a jump would do.
     *
     * @param leaves what is given up, with whoever has it open
     * @param stays what goes on beside it
     * @param done parallel branches that count as done
     * @param skips what the system would have done on the way and does not do
     * @param asks who is asked then; empty where the step is decided by rule
     */
    record JumpMeans(
            Place from,
            Place to,
            List<Left> leaves,
            List<String> stays,
            List<String> done,
            List<String> skips,
            List<PersonRef> asks,
            List<String> asksRoles) {}

    record Left(String step, List<PersonRef> people, List<String> roles) {}

    private final Jumps jumps;
    private final Retries retries;
    private final Corrections corrections;
    private final Endings endings;
    private final Works works;
    private final Seating seating;
    private final Engine engine;
    private final Models models;
    private final InboxMapper inbox;
    private final People people;
    private final Names names;

    MeansViews(
            Jumps jumps,
            Retries retries,
            Corrections corrections,
            Endings endings,
            Works works,
            Seating seating,
            Engine engine,
            Models models,
            InboxMapper inbox,
            People people,
            Names names) {
        this.jumps = jumps;
        this.retries = retries;
        this.corrections = corrections;
        this.endings = endings;
        this.works = works;
        this.seating = seating;
        this.engine = engine;
        this.models = models;
        this.inbox = inbox;
        this.people = people;
        this.names = names;
    }

    Means of(Actor actor, RequestRow request) {
        Requests.requireOpen(request);
        var model = models.of(request.definitionId());
        var locale = LocaleContextHolder.getLocale();
        var correction = corrections.means(request, model);
        var standing = new ArrayList<Standing>();
        jumps.targets(request, model)
                .forEach((from, targets) -> standing.add(new Standing(from, name(model, from, locale), targets)));
        return new Means(
                request.id(),
                request.revision(),
                request.applicantId().equals(actor.id()),
                request.suspendedAt(),
                standing,
                model.steps().keySet().stream()
                        .map(step -> new Place(step, name(model, step, locale)))
                        .toList(),
                retries.of(request, model, locale),
                endings.undoable(request, model)
                        .map(steps -> AdminViews.named(
                                model,
                                model.runs().entrySet().stream()
                                        .filter(run -> steps.contains(run.getValue()))
                                        .map(Map.Entry::getKey)
                                        .toList(),
                                locale))
                        .orElse(null),
                AdminViews.named(model, correction.again(), locale),
                AdminViews.named(model, correction.kept(), locale));
    }

    JumpMeans jump(RequestRow request, @Nullable String from, @Nullable String to) {
        Requests.requireOpen(request);
        var model = models.of(request.definitionId());
        var locale = LocaleContextHolder.getLocale();
        var plan = jumps.plan(request, model, from, to);
        var asked = asked(request, model, plan.to());
        var known = people.byIds(asked);
        return new JumpMeans(
                new Place(plan.from(), name(model, plan.from(), locale)),
                new Place(plan.to(), name(model, plan.to(), locale)),
                left(request, model, plan.left(), locale),
                AdminViews.named(model, plan.stays(), locale),
                AdminViews.named(model, plan.leap().done(), locale),
                AdminViews.named(model, model.branches().between(plan.from(), plan.to()), locale),
                asked.stream()
                        .filter(known::containsKey)
                        .map(id -> Names.person(known, id))
                        .toList(),
                List.copyOf(names.roles(asked, locale).values()));
    }

    /** Whom the rule of the step finds now. */
    private Collection<String> asked(RequestRow request, Model model, String to) {
        try (var work = works.open(Actor.SYSTEM, request)) {
            var facts = engine.facts(request.instanceId());
            return seating.holders(work, model.step(to), facts::get).keySet();
        }
    }

    private List<Left> left(RequestRow request, Model model, List<String> elements, Locale locale) {
        var rows =
                inbox.ofRequest(request.id()).stream().filter(InboxRow::pending).toList();
        var byStep = new LinkedHashMap<String, LinkedHashSet<String>>();
        elements.forEach(element -> byStep.put(element, new LinkedHashSet<>()));
        rows.stream()
                .filter(row -> byStep.containsKey(String.valueOf(row.step())))
                .forEach(row -> Objects.requireNonNull(byStep.get(String.valueOf(row.step())))
                        .add(row.owner()));
        var left = new ArrayList<Left>();
        byStep.forEach((element, owners) -> {
            var known = people.byIds(owners);
            left.add(new Left(
                    name(model, element, locale),
                    owners.stream()
                            .filter(known::containsKey)
                            .map(id -> Names.person(known, id))
                            .toList(),
                    List.copyOf(names.roles(owners, locale).values())));
        });
        return left;
    }

    private static String name(Model model, String element, Locale locale) {
        return AdminViews.named(model, List.of(element), locale).get(0);
    }
}
