package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Collision;
import io.tongban.kernel.Problem;
import io.tongban.process.Interventions.Said;
import io.tongban.process.engine.Branches.Leap;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Administrators put a running request to any other step of its version. */
@Component
class Jumps {

    /** Where a request jumps from and to, and what that does to its tokens. */
    record Plan(String from, String to, List<String> standing, Leap leap) {

        List<String> left() {
            return standing.stream().filter(leap.givenUp()).toList();
        }

        List<String> stays() {
            return standing.stream().filter(Predicate.not(leap.givenUp())).toList();
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Jumps.class);

    private final Interventions interventions;
    private final Engine engine;
    private final Works works;
    private final Returns returns;
    private final List<Collision> collisions;

    Jumps(Interventions interventions, Engine engine, Works works, Returns returns, List<Collision> collisions) {
        this.collisions = collisions;
        this.interventions = interventions;
        this.engine = engine;
        this.works = works;
        this.returns = returns;
    }

    /**
     * @param from element id of the step that is left; may be left out where the request is at one only
     * @throws Problem 422 no such step, or one that can not be jumped to
     */
    Plan plan(RequestRow request, Model model, @Nullable String from, @Nullable String to) {
        var standing = standing(request, model);
        var step = to == null ? null : model.steps().get(to);
        if (to == null || step == null) {
            throw Problem.refused("kernel:invalid").field("to", "process:jump-where");
        }
        var start = from != null ? from : standing.size() == 1 ? standing.get(0) : null;
        if (start == null || !standing.contains(start)) {
            throw Problem.refused("kernel:invalid")
                    .field("from", from == null ? "process:jump-from" : "process:jump-not-there");
        }
        if (start.equals(to)) {
            throw Problem.refused("kernel:invalid").field("to", "process:jump-same");
        }
        var leap = model.branches()
                .leap(start, to, standing)
                .orElseThrow(() -> Problem.refused("kernel:invalid").field("to", "process:jump-inside"));
        requireDates(request, model, step);
        return new Plan(start, to, standing, leap);
    }

    /** A timer that waits for a date which only a step before would give can not begin to wait. */
    private void requireDates(RequestRow request, Model model, UserStep step) {
        var known = engine.facts(request.instanceId());
        for (var event : model.branches().attached(step.id())) {
            var fact = model.timers().get(event);
            if (fact != null && known.get(fact) == null) {
                throw Problem.refused("kernel:invalid")
                        .field("to", "process:jump-no-date", step.name().in(LocaleContextHolder.getLocale()));
            }
        }
    }

    void jump(Actor actor, String id, @Nullable String from, @Nullable String to, Said said, @Nullable String key) {
        var asked = List.of(from == null ? "" : from, to == null ? "" : to);
        interventions.act(actor, "jump", id, said, key, asked, (work, reason, once) -> {
            Interventions.notOwn(work);
            var plan = plan(work.request, work.model, from, to);
            var leap = plan.leap();
            var concerned = interventions.concerned(work, leap.givenUp());
            returns.forget(work, leap.givenUp());
            work.jumpedTo = plan.to();
            knowAll(work);
            move(work, plan);
            works.tellRequest(work, "process.jumped", concerned);
            works.write(work);
            return EntryRow.of(work, "jump", plan.from(), null, reason, once, null)
                    .to(plan.to());
        });
    }

    /** A step may need what only those before it would have given. */
    private void move(Work work, Plan plan) {
        try {
            engine.move(
                    work.request.instanceId(),
                    plan.to(),
                    plan.leap().givenUp(),
                    plan.leap().arrive());
        } catch (RuntimeException failure) {
            if (failure instanceof Problem || collisions.stream().anyMatch(one -> one.is(failure))) {
                throw failure;
            }
            LOG.info("Request {} can not be put to {}", work.request.id(), plan.to(), failure);
            throw Problem.refused("kernel:invalid").field("to", "process:jump-not-ready");
        }
    }

    /** What a step that is jumped over would have found out is unknown to the conditions that come: it is nothing. */
    private void knowAll(Work work) {
        var known = engine.facts(work.request.instanceId());
        var unknown = new LinkedHashMap<String, @Nullable Object>();
        work.model.facts().stream().filter(fact -> !known.containsKey(fact)).forEach(fact -> unknown.put(fact, null));
        if (!unknown.isEmpty()) {
            engine.set(work.request.instanceId(), unknown);
        }
    }

    /** What waits at a join is part of the branches that are still under way; what an event began goes its own way. */
    private List<String> standing(RequestRow request, Model model) {
        var branches = model.branches();
        return engine.standing(request.instanceId()).stream()
                .filter(node -> branches.isPlain(node) && !branches.isJoin(node))
                .toList();
    }

    /** Steps that the request can be put to from where it stands, by each element it stands at. */
    Map<String, List<String>> targets(RequestRow request, Model model) {
        var standing = standing(request, model);
        var targets = new LinkedHashMap<String, List<String>>();
        for (var from : standing) {
            targets.put(
                    from,
                    model.steps().keySet().stream()
                            .filter(to ->
                                    model.branches().leap(from, to, standing).isPresent())
                            .toList());
        }
        return targets;
    }
}
