package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.org.OrgEvent;
import io.tongban.process.engine.Engine;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open work of whoever leaves goes to whom the rule of its step finds now; where others hold it too, it stays with them. */
@Component
class Leavers {

    private static final int MOST = 1_000;

    private final Engine engine;
    private final Works works;
    private final InboxMapper inbox;
    private final Approvers approvers;
    private final Clock clock;

    Leavers(Engine engine, Works works, InboxMapper inbox, Approvers approvers, Clock clock) {
        this.engine = engine;
        this.works = works;
        this.inbox = inbox;
        this.approvers = approvers;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(OrgEvent.PersonLeft left) {
        var owners = List.of(left.personId());
        // In the order of their requests, as whoever else locks several.
        inbox.page(new InboxMapper.Query(owners, "todo", null, null, null, null, MOST)).stream()
                .sorted(Comparator.comparing(InboxRow::requestId))
                .forEach(this::handOn);
    }

    private void handOn(InboxRow seen) {
        try (var work = works.open(Actor.SYSTEM, seen.requestId())) {
            var open = inbox.byId(seen.id()).stream()
                    .filter(row -> row.state().equals("todo"))
                    .toList();
            var theirs = open.stream()
                    .filter(row -> row.owner().equals(seen.owner()))
                    .findFirst()
                    .orElse(null);
            if (theirs == null || theirs.step() == null) {
                return;
            }
            if (open.size() == 1) {
                findOthers(work, theirs);
            }
            if (open.size() > 1 || !work.tasks.isEmpty()) {
                inbox.change(
                        theirs.id(),
                        theirs.owner(),
                        theirs.owner(),
                        "gone",
                        clock.instant(),
                        theirs.revision() + 1,
                        theirs.pool(),
                        null,
                        null);
                works.write(work);
            }
        }
    }

    private void findOthers(Work work, InboxRow task) {
        var step = work.model.step(String.valueOf(task.step()));
        var facts = engine.facts(work.request.instanceId());
        var found = approvers.find(new Approvers.Question(
                step.approver(), step.nobody(), work.request.applicantId(), name -> work.value(name, facts::get)));
        var owners = found.role() != null ? List.of("role:" + found.role()) : found.people();
        if (owners.isEmpty() || owners.contains(task.owner())) {
            return;
        }
        var now = clock.instant();
        for (var owner : owners) {
            inbox.delete(task.id(), owner);
            work.tasks.add(new InboxRow(
                    task.id(),
                    owner,
                    "todo",
                    now,
                    task.requestId(),
                    task.processKey(),
                    task.step(),
                    task.since(),
                    task.dueAt(),
                    task.priority(),
                    task.revision() + 1,
                    owner.startsWith("role:") || owners.size() > 1 ? owner : null,
                    null,
                    null,
                    EngineEvents.why(found)));
        }
        if (owners.size() == 1 && found.role() == null) {
            engine.assign(task.id(), owners.get(0));
        } else {
            engine.unassign(task.id());
        }
    }
}
