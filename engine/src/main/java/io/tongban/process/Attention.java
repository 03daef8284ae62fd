package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.notify.Hints;
import io.tongban.org.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws people's attention to a request: urges whoever holds it, sends copies, remembers who has read one. */
@Component
class Attention {

    private static final Duration BETWEEN = Duration.ofMinutes(30);
    private static final int MOST = 100;

    private final Works works;
    private final Actions actions;
    private final Access access;
    private final RequestMapper requests;
    private final InboxMapper inbox;
    private final People people;
    private final Hints hints;
    private final Clock clock;

    Attention(
            Works works,
            Actions actions,
            Access access,
            RequestMapper requests,
            InboxMapper inbox,
            People people,
            Hints hints,
            Clock clock) {
        this.works = works;
        this.actions = actions;
        this.access = access;
        this.requests = requests;
        this.inbox = inbox;
        this.people = people;
        this.hints = hints;
        this.clock = clock;
    }

    /** The applicant reminds everybody who holds the request now, at most every half hour. */
    void urge(Actor actor, String id, @Nullable String comment, @Nullable String key) {
        var once = actions.once(key, "urge", id, comment == null ? "" : comment);
        actions.run(actor, once, () -> {
            try (var work = works.open(actor, id)) {
                access.check(actor, work.request);
                if (!work.request.applicantId().equals(actor.id())) {
                    throw Problem.forbidden();
                }
                Requests.requireRunning(work.request);
                var now = clock.instant();
                var next = nextUrge(requests.entries(id));
                if (next != null && next.isAfter(now)) {
                    var minutes = Duration.between(now, next).toMinutes();
                    throw Problem.of(429, "process:urged-already", Math.max(1, minutes));
                }
                var open = inbox.ofRequest(id).stream().filter(InboxRow::todo).toList();
                if (open.isEmpty()) {
                    throw Problem.conflict("process:nobody-to-urge");
                }
                open.forEach(row -> works.tellTask(work, "process.urged", row.id(), works.peopleOf(row.owner())));
                works.hint(work);
                return EntryRow.of(work, "urge", null, null, comment, once, null)
                        .at(now);
            }
        });
    }

    /** When the applicant may urge again; null when nobody was urged yet. */
    static @Nullable Instant nextUrge(List<EntryRow> trail) {
        return trail.stream()
                .filter(entry -> entry.action().equals("urge"))
                .map(entry -> entry.at().plus(BETWEEN))
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Somebody who has to do with the request sends it to others to read. */
    void copy(Actor actor, String id, List<String> to, @Nullable String comment, @Nullable String key) {
        var once = actions.once(key, "copy", id, to, comment == null ? "" : comment);
        actions.run(actor, once, () -> {
            try (var work = works.open(actor, id)) {
                access.check(actor, work.request);
                if (!work.request.applicantId().equals(actor.id())
                        && inbox.involvement(id, Access.owners(actor)) == 0
                        && requests.deeds(id, actor.id()) == 0) {
                    throw Problem.forbidden();
                }
                var whom = new LinkedHashSet<>(to);
                whom.remove(actor.id());
                if (whom.isEmpty() || whom.size() > MOST) {
                    throw Problem.refused("kernel:invalid").field("people", "process:signers-needed", MOST);
                }
                if (people.present(whom).size() < whom.size()) {
                    throw Problem.refused("kernel:invalid").field("people", "process:transfer-to-nobody");
                }
                inbox.ofRequest(id).stream()
                        .filter(row -> row.state().equals("copied"))
                        .forEach(row -> whom.remove(row.owner()));
                var now = clock.instant();
                var copies = whom.stream()
                        .map(person -> InboxRow.copy(work, person, now))
                        .toList();
                if (!copies.isEmpty()) {
                    inbox.insert(copies);
                    works.tellRequest(work, "process.copied", whom);
                }
                works.hint(work);
                var names = new ArrayList<String>();
                people.byIds(to).values().forEach(person -> names.add(person.name()));
                var text =
                        "→ " + String.join("、", names) + (comment == null || comment.isBlank() ? "" : "\n" + comment);
                return EntryRow.of(work, "copy", null, null, text, once, null).at(now);
            }
        });
    }

    /** The reader has seen the copy; the pages of those who sent copies say so. */
    void read(Actor actor, String id) {
        if (inbox.read(id, actor.id(), clock.instant()) > 0) {
            var senders = new LinkedHashSet<String>();
            requests.entries(id).stream()
                    .filter(entry -> entry.action().equals("copy"))
                    .forEach(entry -> senders.add(entry.personId()));
            hints.send(senders, "requests/" + id);
        }
    }
}
