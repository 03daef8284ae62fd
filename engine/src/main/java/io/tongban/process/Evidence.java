package io.tongban.process;

import io.tongban.file.Drawings;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Problem;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.org.People;
import io.tongban.process.engine.Model.UserStep;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What must come with a decision, and what becomes of it: it hangs on the decision's line of the trail. */
@Component
class Evidence {

    private static final int MOST_FILES = 20;
    private static final int MOST_MENTIONS = 20;
    private static final Set<String> DECIDES = Set.of("approve", "complete", "reject");
    private static final Set<String> AGREES = Set.of("approve", "complete");

    private final EntryLinks links;
    private final Drawings drawings;
    private final People people;
    private final Notifications notifications;

    Evidence(EntryLinks links, Drawings drawings, People people, Notifications notifications) {
        this.links = links;
        this.drawings = drawings;
        this.people = people;
        this.notifications = notifications;
    }

    /** Refuses a decision that lacks what its step requires, or that brings what can not be. */
    Proof check(Actor actor, UserStep step, String action, Tasks.Input input) {
        var proof = Proof.of(input.signature(), input.files(), input.mentions());
        Problem lacking = null;
        if (DECIDES.contains(action) && step.needs().contains("signature") && proof.signature() == null) {
            lacking = lacking(lacking, "signature", "process:signature-needed");
        }
        if (AGREES.contains(action)
                && step.needs().contains("opinion")
                && (input.comment() == null || input.comment().isBlank())) {
            lacking = lacking(lacking, "comment", "process:opinion-needed");
        }
        if (DECIDES.contains(action)
                && step.needs().contains("evidence")
                && proof.files().isEmpty()) {
            lacking = lacking(lacking, "files", "process:evidence-needed");
        }
        if (lacking != null) {
            throw lacking;
        }
        return check(actor, proof);
    }

    /** The first thing that lacks names the refusal, each its field. */
    private static Problem lacking(@org.jspecify.annotations.Nullable Problem before, String field, String code) {
        return (before == null ? Problem.refused(code) : before).field(field, code);
    }

    /** Refuses files, people and a signature that are not there. */
    Proof check(Actor actor, Proof proof) {
        if (proof.files().size() > MOST_FILES) {
            throw Problem.refused("kernel:invalid").field("files", "process:too-many-files", MOST_FILES);
        }
        if (proof.mentions().size() > MOST_MENTIONS) {
            throw Problem.refused("kernel:invalid").field("mentions", "process:too-many-mentions", MOST_MENTIONS);
        }
        if (people.present(proof.mentions()).size() < proof.mentions().size()) {
            throw Problem.refused("kernel:invalid").field("mentions", "process:mentioned-nobody");
        }
        if (proof.signature() != null) {
            drawings.check(actor, "signature", proof.signature());
        }
        return proof;
    }

    /** Hangs it on a line that is about to be written, and tells the people who were mentioned. */
    EntryRow hang(Work work, EntryRow entry, Proof proof) {
        var line = entry.with(links.hang(work.actor, entry, proof));
        var told = proof.mentions().stream()
                .filter(person -> !person.equals(work.actor.id()))
                .toList();
        if (!told.isEmpty()) {
            var request = work.request;
            notifications.send(new Notice(
                    told,
                    "process.mentioned",
                    List.of(work.actor.name(), request.title(), request.titleEn(), request.number()),
                    "/requests/" + request.id(),
                    new BusinessRef(Requests.OWNER_TYPE, request.id())));
        }
        return line;
    }
}
