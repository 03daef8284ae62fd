package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people have begun to fill in and not yet submitted; each draft is its writer's alone. */
@Service
class Drafts {

    static final int MOST = 50;
    private static final int LARGEST = 256 << 10;
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    /** What is typed so far, with the requests it refers to. */
    record Content(Map<String, Object> answers, List<String> related) {}

    /** A stored draft, and by old id the attachments that were copied for it. */
    record Saved(DraftRow row, Map<String, String> copied) {}

    private final DraftMapper drafts;
    private final DraftFiles files;
    private final DraftSummary summary;
    private final Engine engine;
    private final Forms forms;
    private final RequestMapper requests;
    private final Access access;
    private final Attempts attempts;
    private final JsonMapper json;
    private final ZoneId zone;
    private final Clock clock;

    Drafts(
            DraftMapper drafts,
            DraftFiles files,
            DraftSummary summary,
            Engine engine,
            Forms forms,
            RequestMapper requests,
            Access access,
            Attempts attempts,
            JsonMapper json,
            ZoneId zone,
            Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.summary = summary;
        this.engine = engine;
        this.forms = forms;
        this.requests = requests;
        this.access = access;
        this.attempts = attempts;
        this.json = json;
        this.zone = zone;
        this.clock = clock;
    }

    List<DraftRow> of(Actor actor, @Nullable String process) {
        return drafts.of(actor.id(), process);
    }

    DraftRow get(Actor actor, String id) {
        var row = drafts.find(actor.id(), id);
        if (row == null) {
            throw Problem.notFound();
        }
        return row;
    }

    Map<String, Object> answers(DraftRow row) {
        return json.readValue(row.answers(), ANSWERS);
    }

    /** The model that a draft would be submitted to today; null when there is none for this person any more. */
    @Nullable
    Model model(Actor actor, String processKey) {
        var definition = engine.latest().get(processKey);
        var model = definition == null ? null : engine.models().of(definition);
        return model == null || model.form() == null || !Requests.mayStart(actor, model) ? null : model;
    }

    /** A new draft; the same key answers the draft that it made before. */
    Saved create(Actor actor, String processKey, Content content, @Nullable String key) {
        var model = model(actor, processKey);
        if (model == null) {
            throw Problem.notFound();
        }
        return placed(() -> made(actor, model, model.definitionId(), content, key));
    }

    /** A draft with the answers of an own request, attachments included, so that it can be submitted again. */
    Saved again(Actor actor, String requestId, @Nullable String key) {
        var request = requests.find(requestId);
        if (request == null || !access.mayRead(actor, request)) {
            throw Problem.notFound();
        }
        var model = model(actor, request.processKey());
        if (!request.applicantId().equals(actor.id()) || model == null) {
            throw Problem.forbidden();
        }
        var content = new Content(json.readValue(request.answers(), ANSWERS), List.of());
        return placed(() -> made(actor, model, request.definitionId(), content, key));
    }

    private Saved made(Actor actor, Model model, String definitionId, Content content, @Nullable String key) {
        var earlier = key == null ? null : drafts.madeWith(actor.id(), key);
        if (earlier != null) {
            return new Saved(earlier, Map.of());
        }
        var id = Ids.next();
        var slot = slot(actor);
        var form = forms.of(model);
        var copied = files.bind(actor, form, content.answers(), id);
        var renamed = new Content(DraftFiles.renamed(form, content.answers(), copied), content.related());
        var row = row(id, actor, slot, model, definitionId, renamed, 1, key);
        drafts.insert(row);
        return new Saved(row, copied);
    }

    /** Keeps what was typed since; somebody who saw an older state is refused, for the newer one would be lost. */
    @Transactional
    public Saved save(Actor actor, String id, Content content, int revision) {
        var before = drafts.lock(actor.id(), id);
        if (before == null || before.slot() == null) {
            throw Problem.notFound();
        }
        if (before.revision() != revision) {
            throw Problem.conflict("process:draft-moved", time(before.savedAt()));
        }
        var model = model(actor, before.processKey());
        if (model == null) {
            throw Problem.forbidden();
        }
        var form = forms.of(model);
        var copied = files.bind(actor, form, content.answers(), id);
        var renamed = new Content(DraftFiles.renamed(form, content.answers(), copied), content.related());
        var row = row(id, actor, before.slot(), model, model.definitionId(), renamed, revision + 1, before.madeWith());
        drafts.update(row);
        return new Saved(row, copied);
    }

    /** Takes a draft off the list; for a day it can be brought back. */
    @Transactional
    public void delete(Actor actor, String id) {
        var row = drafts.lock(actor.id(), id);
        if (row == null || row.slot() == null) {
            throw Problem.notFound();
        }
        drafts.place(id, null, now());
    }

    DraftRow restore(Actor actor, String id) {
        return placed(() -> {
            var row = drafts.lock(actor.id(), id);
            if (row == null) {
                throw Problem.notFound();
            }
            if (row.slot() == null) {
                drafts.place(id, slot(actor), null);
            }
            return get(actor, id);
        });
    }

    /** The draft has become a request: it goes, in the caller's transaction, and its attachments are free for the request. */
    void take(Actor actor, String id) {
        if (drafts.lock(actor.id(), id) != null) {
            files.release(id);
            drafts.remove(id);
        }
    }

    /** A slot that somebody else has taken meanwhile is asked for again. */
    private <T> T placed(Supplier<T> deed) {
        return attempts.get(deed);
    }

    private int slot(Actor actor) {
        var taken = new HashSet<>(drafts.slots(actor.id()));
        var free = IntStream.rangeClosed(1, MOST)
                .filter(slot -> !taken.contains(slot))
                .toArray();
        if (free.length == 0) {
            throw Problem.refused("process:too-many-drafts", MOST);
        }
        return free[ThreadLocalRandom.current().nextInt(free.length)];
    }

    private DraftRow row(
            String id,
            Actor actor,
            int slot,
            Model model,
            String definitionId,
            Content content,
            int revision,
            @Nullable String key) {
        var text = json.writeValueAsString(content.answers());
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw Problem.refused("process:draft-too-large", LARGEST >> 10);
        }
        var form = forms.of(model);
        return new DraftRow(
                id,
                actor.id(),
                slot,
                model.key(),
                definitionId,
                summary.of(form, content.answers(), false),
                summary.of(form, content.answers(), true),
                text,
                String.join(",", Relations.checked(content.related())),
                revision,
                key,
                now(),
                null);
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(at);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
