package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.notify.Hints;
import io.tongban.process.RelationMapper.RelationRow;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests that have to do with each other. Whoever reads one of the two learns of the other only with the right to read
 * that as well; for everybody else there is nothing.
 */
@Component
class Relations {

    /** One request beside another, who said so, and whether the reader may take it back. */
    record Related(RequestRow request, RelationRow relation, boolean mine) {}

    private static final int MOST = 20;
    private static final int FOUND = 20;
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{1,12}[0-9]{2}[A-Z0-9-]{0,20}");

    private final RelationMapper relations;
    private final RequestMapper requests;
    private final InboxMapper inbox;
    private final Access access;
    private final Hints hints;
    private final Clock clock;

    Relations(
            RelationMapper relations,
            RequestMapper requests,
            InboxMapper inbox,
            Access access,
            Hints hints,
            Clock clock) {
        this.relations = relations;
        this.requests = requests;
        this.inbox = inbox;
        this.access = access;
        this.hints = hints;
        this.clock = clock;
    }

    /** Ids of requests, each once; whether they exist is asked when they are related. */
    static List<String> checked(List<String> ids) {
        if (ids.size() > MOST) {
            throw tooMany();
        }
        if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw Problem.refused("kernel:invalid").field("related", "process:no-such-request");
        }
        return ids.stream().distinct().toList();
    }

    /** What the reader may know of, oldest first. */
    List<Related> of(Actor reader, RequestRow request) {
        var rows = relations.of(request.id());
        var others = byId(rows.stream().map(row -> row.other(request.id())).toList());
        return rows.stream()
                .filter(row -> others.containsKey(row.other(request.id())))
                .map(row -> new Related(
                        java.util.Objects.requireNonNull(others.get(row.other(request.id()))),
                        row,
                        row.addedBy().equals(reader.id())))
                .filter(related -> access.mayRead(reader, related.request()))
                .toList();
    }

    /** Those of the given requests that the reader may read, in the given order. */
    List<RequestRow> readable(Actor reader, List<String> ids) {
        var known = byId(ids);
        return ids.stream()
                .filter(known::containsKey)
                .map(known::get)
                .filter(request -> request != null && access.mayRead(reader, request))
                .map(request -> (RequestRow) request)
                .toList();
    }

    private Map<String, RequestRow> byId(List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : requests.byIds(ids).stream().collect(Collectors.toMap(RequestRow::id, row -> row));
    }

    /** The applicant, and whoever holds a task of the request now. */
    boolean mayRelate(Actor actor, RequestRow request) {
        var owners = Access.owners(actor);
        return request.applicantId().equals(actor.id())
                || inbox.ofRequest(request.id()).stream().anyMatch(row -> row.todo() && owners.contains(row.owner()));
    }

    @Transactional
    public void relate(Actor actor, String requestId, List<String> others) {
        var request = requests.lock(requestId);
        if (request == null || !access.mayRead(actor, request)) {
            throw Problem.notFound();
        }
        if (!mayRelate(actor, request)) {
            throw Problem.forbidden();
        }
        relate(actor, request, others);
    }

    /** In the caller's transaction, behind the request's lock; what is related already stays as it is. */
    void relate(Actor actor, RequestRow request, List<String> others) {
        var ids = checked(others);
        if (ids.isEmpty()) {
            return;
        }
        if (ids.contains(request.id())) {
            throw Problem.refused("kernel:invalid").field("related", "process:related-to-itself");
        }
        if (readable(actor, ids).size() < ids.size()) {
            throw Problem.refused("kernel:invalid").field("related", "process:no-such-request");
        }
        var standing = relations.of(request.id()).stream()
                .map(row -> row.other(request.id()))
                .toList();
        var added = ids.stream().filter(id -> !standing.contains(id)).toList();
        if (standing.size() + added.size() > MOST) {
            throw tooMany();
        }
        for (var other : added) {
            relations.add(pair(request.id(), other, actor));
        }
        tell(actor, request, added);
    }

    /** Whoever related two requests takes it back. */
    @Transactional
    public void separate(Actor actor, String requestId, String otherId) {
        var request = requests.find(requestId);
        if (request == null || !access.mayRead(actor, request)) {
            throw Problem.notFound();
        }
        var found = of(actor, request).stream()
                .filter(related -> related.request().id().equals(otherId))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (!found.mine()) {
            throw Problem.forbidden();
        }
        relations.delete(found.relation());
        tell(actor, request, List.of(otherId));
    }

    private RelationRow pair(String one, String other, Actor actor) {
        var older = one.compareTo(other) < 0;
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new RelationRow(older ? one : other, older ? other : one, actor.id(), now);
    }

    private void tell(Actor actor, RequestRow request, List<String> others) {
        for (var other : byId(others).values()) {
            var people = List.of(actor.id(), request.applicantId(), other.applicantId());
            hints.send(people, "requests/" + request.id(), "requests/" + other.id());
        }
    }

    /** Requests to pick from, newest first, by words of the title or the number. */
    List<RequestRow> find(Actor reader, @Nullable String words) {
        var text = words == null ? "" : words.strip();
        var upper = text.toUpperCase(Locale.ROOT);
        var like = text.isEmpty() ? null : "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%";
        var number = NUMBER.matcher(upper).matches() ? upper + "%" : null;
        var ids = relations.candidates(reader.id(), Access.owners(reader), like, number, FOUND);
        return readable(reader, ids).stream()
                .sorted(Comparator.comparing(RequestRow::createdAt)
                        .thenComparing(RequestRow::id)
                        .reversed())
                .limit(FOUND)
                .toList();
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Problem tooMany() {
        return Problem.refused("kernel:invalid").field("related", "process:too-many-related", MOST);
    }
}
