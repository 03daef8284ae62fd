package io.tongban.record;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.OneOf;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Trails;
import io.tongban.record.CheckMapper.CheckRow;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Administrators look whether the record is as it was written. */
@RestController
@RequestMapping("/api/admin/record")
class RecordController {

    /**
     * How the record stands.
     *
     * @param key which key the seals are made with; tells nothing of it
     */
    record Standing(
            long requests,
            long seals,
            @Nullable Instant sealedAt,
            String key,
            @Nullable CheckView latest) {}

    /** What is not as it was recorded, in words. */
    record FindingView(
            String kind,
            @Nullable String requestId,
            @Nullable String number,
            int entry,
            long seal,
            String sentence) {}

    /**
     * A check.
     *
     * @param state {@code interrupted} when its server ended
     * @param found how many findings there are; the first hundred are listed
     */
    record CheckView(
            String id,

            @OneOf({"running", "intact", "broken", "interrupted"})
            String state,

            @Nullable String person,
            Instant startedAt,
            @Nullable Instant endedAt,
            long total,
            long done,
            long entries,
            long seals,
            int found,
            List<FindingView> findings) {}

    record RequestCheck(@Nullable FindingView finding) {}

    /**
     * An entry.
     *
     * @param kind of the session: browser, phone, token, or system; null when it is not known or was erased
     * @param erasable whether words can be taken out of it
     */
    record EntryLine(
            int number,
            String id,
            Instant at,
            @Nullable String person,
            @Nullable String onBehalfOf,
            String action,
            @Nullable String text,
            @Nullable String kind,
            @Nullable String address,
            String link,
            boolean erased,
            boolean erasable) {}

    /**
     * The record of one request.
     *
     * @param sealed number of the latest entry that is sealed, 0 when none is
     */
    record RequestRecord(
            String id,
            String number,
            String title,
            int sealed,
            @Nullable FindingView finding,
            List<EntryLine> entries) {}

    record Erasure(@Nullable String comment) {}

    private final Checks checks;
    private final Verification verification;
    private final SealMapper seals;
    private final SealKey key;
    private final Trails trails;
    private final People people;
    private final Texts texts;
    private final JsonMapper json;

    RecordController(
            Checks checks,
            Verification verification,
            SealMapper seals,
            SealKey key,
            Trails trails,
            People people,
            Texts texts,
            JsonMapper json) {
        this.checks = checks;
        this.verification = verification;
        this.seals = seals;
        this.key = key;
        this.trails = trails;
        this.people = people;
        this.texts = texts;
        this.json = json;
    }

    @Endpoint("process.administer")
    @GetMapping
    Standing standing() {
        var newest = seals.newest();
        return new Standing(
                trails.count(),
                seals.count(),
                newest == null ? null : newest.at(),
                key.id(),
                checks.latest().map(this::view).orElse(null));
    }

    /** Begins a check of everything, or answers the one that is under way. */
    @Endpoint("process.administer")
    @PostMapping("/checks")
    ResponseEntity<CheckView> start(Actor actor) {
        var check = checks.start(actor);
        return ResponseEntity.created(URI.create("/api/admin/record/checks/" + check.id()))
                .body(view(check));
    }

    @Endpoint("process.administer")
    @GetMapping("/checks/{id}")
    CheckView check(@PathVariable String id) {
        return view(checks.get(id));
    }

    /** The entries of one request, by its id or its number, and whether they are as they were written. */
    @Endpoint("process.administer")
    @GetMapping("/requests/{id}")
    RequestRecord request(@PathVariable String id) {
        var told = trails.told(id).orElseThrow(Problem::notFound);
        var known = people.byIds(told.deeds().stream()
                .flatMap(deed -> Stream.of(deed.personId(), String.valueOf(deed.behalfId())))
                .collect(Collectors.toSet()));
        return new RequestRecord(
                told.id(),
                told.number(),
                told.title(),
                seals.ofRequest(told.id()).stream()
                        .mapToInt(SealMapper.HeadRow::seq)
                        .max()
                        .orElse(0),
                verification.request(told.id()).map(this::view).orElse(null),
                told.deeds().stream().map(deed -> line(deed, known)).toList());
    }

    private static EntryLine line(Trails.Deed deed, Map<String, Person> known) {
        var origin = deed.origin() == null ? new String[0] : deed.origin().split("\\|", -1);
        var erased = deed.state() == Trails.State.ERASED;
        return new EntryLine(
                deed.seq(),
                deed.id(),
                deed.at(),
                name(known, deed.personId()),
                name(known, deed.behalfId()),
                deed.action(),
                deed.text(),
                origin.length == 0 ? null : origin[0],
                origin.length < 2 ? null : origin[1],
                deed.link(),
                erased,
                !erased && !deed.action().equals("erase"));
    }

    private static @Nullable String name(Map<String, Person> known, @Nullable String id) {
        var person = id == null ? null : known.get(id);
        return person == null ? null : person.name();
    }

    /** Takes what somebody wrote out of a line of the trail; the line itself stays. */
    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/requests/{id}/entries/{entry}/erase")
    RequestCheck erase(
            Actor actor,
            @PathVariable String id,
            @PathVariable String entry,
            @RequestBody Erasure body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String once) {
        trails.erase(actor, id, entry, body.comment(), once);
        return new RequestCheck(verification.request(id).map(this::view).orElse(null));
    }

    private CheckView view(CheckRow check) {
        var state = check.endedAt() == null
                ? checks.silent(check) ? "interrupted" : "running"
                : check.found() == 0 ? "intact" : "broken";
        var findings = Arrays.stream(json.readValue(check.findings(), Finding[].class))
                .map(this::view)
                .toList();
        return new CheckView(
                check.id(),
                state,
                Optional.ofNullable(people.byIds(List.of(check.personId())).get(check.personId()))
                        .map(Person::name)
                        .orElse(null),
                check.startedAt(),
                check.endedAt(),
                Math.max(check.total(), check.done()),
                check.done(),
                check.entries(),
                check.seals(),
                check.found(),
                findings);
    }

    private FindingView view(Finding finding) {
        return new FindingView(
                finding.kind(),
                finding.requestId(),
                finding.number(),
                finding.entry(),
                finding.seal(),
                finding.sentence(texts, LocaleContextHolder.getLocale()));
    }
}
