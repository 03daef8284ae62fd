package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all actions of administrators have in common: who may, why, once, behind the request's lock, on its trail. */
@Component
class Interventions {

    private static final int LONGEST = 2_000;

    /**
     * What is said with every action.
     *
     * @param comment the reason; there is none without
     * @param revision of the request that was seen
     */
    record Said(@Nullable String comment, @Nullable Integer revision) {}

    /** What is done to a request that is under way. */
    @FunctionalInterface
    interface Deed {
        EntryRow on(Work work, String reason, Actions.Once once);
    }

    private final Works works;
    private final Actions actions;
    private final Access access;
    private final Administrators administrators;
    private final InboxMapper inbox;

    Interventions(Works works, Actions actions, Access access, Administrators administrators, InboxMapper inbox) {
        this.works = works;
        this.actions = actions;
        this.access = access;
        this.administrators = administrators;
        this.inbox = inbox;
    }

    /**
     * @param more what else comes with the action
     * @throws Problem 404 not the actor's to know, 403 not an administrator, 409 it has ended or moved on, 422 no reason
     */
    void act(Actor actor, String action, String id, Said said, @Nullable String key, Object more, Deed deed) {
        var once = actions.once(key, "administer", action, id, said, more);
        actions.run(actor, once, () -> {
            try (var work = works.open(actor, id)) {
                check(actor, work.request);
                var reason = reason(said.comment());
                Requests.requireOpen(work.request);
                Requests.requireRevision(work.request, said.revision());
                return deed.on(work, reason, once);
            }
        });
    }

    void check(Actor actor, RequestRow request) {
        access.check(actor, request);
        if (!administrators.of(actor, request)) {
            throw Problem.forbidden();
        }
    }

    static String reason(@Nullable String comment) {
        if (comment == null || comment.isBlank()) {
            throw Problem.refused("kernel:invalid").field("comment", "process:administer-reason");
        }
        if (comment.length() > LONGEST) {
            throw Problem.refused("kernel:invalid").field("comment", "process:text-too-long", LONGEST);
        }
        return comment.strip();
    }

    /** Nobody helps an own request past those who decide on it. */
    static void notOwn(Work work) {
        if (work.request.applicantId().equals(work.actor.id())) {
            throw Problem.refused("process:administer-own");
        }
    }

    /** The applicant, and everybody who has the request to deal with now or later. */
    Set<String> concerned(Work work) {
        var people = new LinkedHashSet<String>();
        people.add(work.request.applicantId());
        inbox.ofRequest(work.request.id()).stream()
                .filter(InboxRow::pending)
                .forEach(row -> people.addAll(works.peopleOf(row.owner())));
        return people;
    }

    /** Who has open work at a step that is given up. */
    Set<String> concerned(Work work, java.util.function.Predicate<String> at) {
        var people = new LinkedHashSet<String>();
        people.add(work.request.applicantId());
        inbox.ofRequest(work.request.id()).stream()
                .filter(row -> row.pending() && row.step() != null && at.test(row.step()))
                .forEach(row -> people.addAll(works.peopleOf(row.owner())));
        return people;
    }
}
