package io.tongban.grant;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.org.OrgEvent;
import io.tongban.process.Requests;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people and departments hold until when, and how it is given back or taken away before. */
@Service
public class Grants {

    private static final int LONGEST_NOTE = 500;
    private static final int PAGE = 1_000;

    private final HoldingMapper rows;
    private final Things things;
    private final Requests requests;
    private final Departments departments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Grants(
            HoldingMapper rows,
            Things things,
            Requests requests,
            Departments departments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.things = things;
        this.requests = requests;
        this.departments = departments;
        this.events = events;
        this.clock = clock;
    }

    /** The holder has no more use for it. */
    public void giveBack(Actor actor, String requestId, @Nullable String comment) {
        var holding = rows.find(requestId);
        if (holding == null || !holders(actor).contains(holding.holderId())) {
            throw Problem.notFound();
        }
        if (!mayGiveBack(actor, holding)) {
            throw Problem.of(403, "grant:head-gives-back");
        }
        end(actor, holding, "grant.returned", "returned", comment);
    }

    /** Whoever is responsible for the thing, or IT, takes it away and says why. */
    public void revoke(Actor actor, String requestId, @Nullable String comment) {
        var holding = rows.find(requestId);
        if (holding == null || !mayRevoke(actor, things.get(holding.thingId()))) {
            throw Problem.notFound();
        }
        if (comment == null || comment.isBlank()) {
            throw Problem.refused("kernel:invalid").field("comment", "grant:reason-needed");
        }
        end(actor, holding, "grant.revoked", "revoked", comment);
    }

    private void end(Actor actor, Holding holding, String message, String ending, @Nullable String comment) {
        if (!holding.heldAt(clock.instant())) {
            throw Problem.conflict("grant:ended-already", holding.number());
        }
        var note = comment == null ? "" : comment.strip();
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            throw Problem.refused("kernel:invalid").field("comment", "grant:text-too-long", LONGEST_NOTE);
        }
        requests.signal(
                actor,
                holding.requestId(),
                message,
                Map.of("ending", ending, "note", note),
                note.isEmpty() ? null : note);
    }

    boolean mayRevoke(Actor actor, Thing thing) {
        return actor.may("grant.manage") || things.owns(actor, thing);
    }

    /** What a department holds is given back by its head. */
    private boolean mayGiveBack(Actor actor, Holding holding) {
        return holding.ofDepartment()
                ? departments.heads(holding.holderId()).contains(actor.id())
                : holding.holderId().equals(actor.id());
    }

    /** What somebody holds of a thing now, or else null. */
    @Nullable
    Holding heldOf(String holderId, String thingId) {
        return rows.live(holderId, thingId).stream()
                .filter(holding -> holding.heldAt(clock.instant()))
                .findFirst()
                .orElse(null);
    }

    /** What somebody holds now, also as one of a department, the newest first. */
    @Transactional(readOnly = true)
    Page<Holding> held(Actor actor, @Nullable String cursor, int limit) {
        return Page.of(rows.held(holders(actor), clock.instant(), cursor, limit + 1), limit, Holding::requestId);
    }

    /** What somebody held before, the newest first. */
    @Transactional(readOnly = true)
    Page<Holding> past(Actor actor, @Nullable String cursor, int limit) {
        return Page.of(rows.past(holders(actor), clock.instant(), cursor, limit + 1), limit, Holding::requestId);
    }

    /** What somebody asks for now, by thing and holder. */
    Map<String, Holding> asked(Actor actor) {
        var asked = new HashMap<String, Holding>();
        rows.asked(holders(actor)).forEach(holding -> asked.put(holding.thingId() + holding.holderId(), holding));
        return asked;
    }

    /** Who holds a thing now; only for whoever is responsible for it. */
    @Transactional(readOnly = true)
    Page<Holding> of(Actor actor, String thingId, @Nullable String cursor, int limit) {
        if (!mayRevoke(actor, things.get(thingId))) {
            throw Problem.notFound();
        }
        return Page.of(rows.of(thingId, clock.instant(), cursor, limit + 1), limit, Holding::requestId);
    }

    Holding get(String requestId) {
        var holding = rows.find(requestId);
        if (holding == null) {
            throw Problem.notFound();
        }
        return holding;
    }

    /** What whoever left held alone is taken back; what departments hold goes on without them. */
    @EventListener
    @Transactional
    public void on(OrgEvent.PersonLeft left) {
        var now = clock.instant();
        var page = rows.held(List.of(left.personId()), now, null, PAGE);
        while (!page.isEmpty()) {
            page.forEach(holding -> events.publishEvent(new GrantEvent.Lapsed(holding.requestId(), "left")));
            page = rows.held(
                    List.of(left.personId()), now, page.get(page.size() - 1).requestId(), PAGE);
        }
    }

    private static List<String> holders(Actor actor) {
        return Stream.concat(Stream.of(actor.id()), actor.departments().stream())
                .toList();
    }
}
