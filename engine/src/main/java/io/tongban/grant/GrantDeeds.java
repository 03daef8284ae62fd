package io.tongban.grant;

import io.tongban.access.Entitlements;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Problem;
import io.tongban.notify.Hints;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the steps of the procedure do, each safe to run again. Whoever asks for a thing or grants it locks it first, then
 * what is held of it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GrantDeeds {

    static final String REF = "grant.holding";

    private final HoldingMapper rows;
    private final Things things;
    private final GrantWords words;
    private final Entitlements entitlements;
    private final Departments departments;
    private final People people;
    private final Notifications notifications;
    private final Hints hints;
    private final Clock clock;

    GrantDeeds(
            HoldingMapper rows,
            Things things,
            GrantWords words,
            Entitlements entitlements,
            Departments departments,
            People people,
            Notifications notifications,
            Hints hints,
            Clock clock) {
        this.rows = rows;
        this.things = things;
        this.words = words;
        this.entitlements = entitlements;
        this.departments = departments;
        this.people = people;
        this.notifications = notifications;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * Enters what is asked for in place of what the same request asked before; refuses what is asked or held already.
     *
     * @param thing read behind its lock
     */
    Holding register(Holding asked, Thing thing) {
        for (var other : rows.live(asked.holderId(), asked.thingId())) {
            if (other.requestId().equals(asked.requestId())) {
                continue;
            }
            if (other.state() == Holding.State.ASKED) {
                throw refused("answers.thing", "grant:asked-already", thing.name(), other.number());
            }
            if (other.heldAt(clock.instant()) && !other.untilAt().isBefore(asked.untilAt())) {
                throw other.endless()
                        ? refused("answers.thing", "grant:held-endlessly", thing.name(), other.number())
                        : refused(
                                "answers.until",
                                "grant:held-as-long",
                                thing.name(),
                                words.lastDay(other.untilAt()),
                                other.number());
            }
        }
        var known = rows.find(asked.requestId());
        if (known == null) {
            rows.insert(asked);
        } else if (known.state() == Holding.State.HELD || known.state() == Holding.State.ENDED) {
            throw Problem.conflict("grant:granted-already", known.number());
        } else {
            rows.update(asked);
        }
        return asked;
    }

    /** Forgets what was asked for, as when it is rejected or withdrawn. */
    void drop(String requestId) {
        var holding = rows.lock(requestId);
        if (holding != null && holding.state() == Holding.State.ASKED) {
            rows.update(holding.dropped(now()));
        }
    }

    /** From now on it is held, in place of what the same holder held of it before. */
    Holding make(String requestId, String by) {
        var asked = rows.find(requestId);
        var thing = asked == null ? null : things.lock(asked.thingId());
        if (thing == null) {
            throw Problem.notFound();
        }
        var holding = get(requestId);
        if (holding.state() == Holding.State.HELD) {
            return holding;
        }
        if (holding.state() != Holding.State.ASKED) {
            throw Problem.conflict("grant:granted-already", holding.number());
        }
        if (by.equals(holding.applicantId()) || !holding.ofDepartment() && by.equals(holding.holderId())) {
            throw Problem.refused("grant:own-request");
        }
        if (!holding.untilAt().isAfter(clock.instant())) {
            throw Problem.refused("grant:until-passed", words.lastDay(holding.untilAt()));
        }
        if (!holding.ofDepartment() && !people.present(holding.holderId())) {
            throw Problem.refused("grant:holder-gone");
        }
        for (var live : rows.live(holding.holderId(), holding.thingId())) {
            // It may have been given back a moment ago.
            var earlier = get(live.requestId());
            if (earlier.state() == Holding.State.HELD) {
                entitlements.end(earlier.requestId());
                rows.update(earlier.ended("renewed", by, null, now()));
            }
        }
        var held = holding.held(now());
        rows.update(held);
        if (thing.effect() != null) {
            entitlements.give(requestId, held.holderKind(), held.holderId(), thing.effect(), held.untilAt());
        }
        if (held.ofDepartment()) {
            tell(held, thing, "grant.department-received", holders(held), by);
        }
        hint(held, thing);
        return held;
    }

    /** Takes it back, tells why whoever held it and whoever is responsible; nothing happens when it has ended. */
    Holding end(String requestId, String why, String by, @Nullable String note) {
        var holding = get(requestId);
        if (holding.state() != Holding.State.HELD) {
            return holding;
        }
        entitlements.end(requestId);
        var ended = holding.ended(why, by, note, now());
        rows.update(ended);
        var thing = things.get(holding.thingId());
        tell(ended, thing, "grant.ended-" + why, holders(ended), by);
        tell(ended, thing, "grant.owner-" + why, things.owners(thing), by);
        hint(ended, thing);
        return ended;
    }

    /** Says that it ends soon, while there is time to renew it. */
    void remind(String requestId) {
        var holding = get(requestId);
        if (holding.heldAt(clock.instant())) {
            var to = holding.ofDepartment() ? departments.heads(holding.holderId()) : List.of(holding.holderId());
            tell(holding, things.get(holding.thingId()), "grant.ends-soon", to, Actor.SYSTEM.id());
        }
    }

    Holding get(String requestId) {
        var holding = rows.lock(requestId);
        if (holding == null) {
            throw Problem.notFound();
        }
        return holding;
    }

    private List<String> holders(Holding holding) {
        return holding.ofDepartment() ? departments.members(holding.holderId()) : List.of(holding.holderId());
    }

    /** Open pages of those concerned show it at once. */
    private void hint(Holding holding, Thing thing) {
        var concerned = new HashSet<>(holders(holding));
        concerned.addAll(things.owners(thing));
        hints.send(concerned, "grants");
    }

    private void tell(Holding holding, Thing thing, String kind, Collection<String> to, String by) {
        var others = to.stream().filter(id -> !id.equals(by)).toList();
        notifications.send(new Notice(
                others,
                kind,
                List.of(
                        thing.name(),
                        thing.nameEn(),
                        words.holder(holding),
                        holding.endless() ? "" : words.lastDay(holding.untilAt()),
                        holding.note() == null ? "" : holding.note()),
                kind.startsWith("grant.owner-") ? "/grants/owned" : "/grants",
                new BusinessRef(REF, holding.requestId())));
    }

    private static Problem refused(String field, String code, Object... args) {
        return Problem.refused(code, args).field(field, code, args);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
