package io.tongban.leave;

import io.tongban.calendar.DayKind;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import io.tongban.process.Requests;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/leaves")
class LeaveController {

    private static final int MOST = 100;

    /** {@code proofFromMinutes} is null when no proof is ever required. */
    record TypeItem(
            String key,
            String name,
            boolean limited,
            boolean proofRequired,
            @Nullable Integer proofFromMinutes,
            String unit,
            @Nullable Integer longestDays) {}

    record LedgerItem(
            String id,
            Instant at,
            String kind,
            int minutes,
            String type,
            String name,
            int year,
            @Nullable String note,
            @Nullable Request request) {}

    record Request(String id, String number) {}

    record CountBody(
            @Nullable String type,
            @Nullable String start,
            @Nullable String end,
            @Nullable String request) {}

    record DayItem(LocalDate date, DayKind kind, @Nullable String name, int minutes) {}

    record Overlap(String number, LocalDateTime start, LocalDateTime end) {}

    record Count(
            int minutes,
            double inDays,
            int minutesPerDay,
            List<DayItem> days,
            @Nullable Integer available,
            int missing,
            boolean provisional,
            @Nullable Overlap overlap) {}

    record LeaveItem(
            String id,
            String requestId,
            String number,
            String type,
            String name,
            LocalDateTime start,
            LocalDateTime end,
            int minutes,
            String state,
            boolean provisional) {}

    /** What whoever decides on a leave looks at: {@code available} is what is left once it is taken. */
    record Facts(
            String type,
            String name,
            LocalDateTime start,
            LocalDateTime end,
            int minutes,
            int granted,
            int used,
            int held,
            @Nullable Integer available,
            int minutesPerDay,
            boolean charged,
            boolean provisional) {}

    record AdjustBody(
            @Nullable String type,
            @Nullable Integer year,
            @Nullable Integer minutes,
            @Nullable String reason) {}

    private final Leaves leaves;
    private final Requests requests;
    private final LeaveTypes types;
    private final LeaveWords words;
    private final Texts texts;

    LeaveController(Leaves leaves, Requests requests, LeaveTypes types, LeaveWords words, Texts texts) {
        this.leaves = leaves;
        this.requests = requests;
        this.types = types;
        this.words = words;
        this.texts = texts;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/types")
    Page<TypeItem> types() {
        return Page.all(types.all().stream()
                .map(type -> new TypeItem(
                        type.typeKey(),
                        words.type(type),
                        type.limited(),
                        type.proofMinutes() != null && type.proofMinutes() == 0,
                        type.proofMinutes(),
                        type.unit(),
                        type.longestDays()))
                .toList());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/balances")
    Page<Leaves.Balance> balances(Actor actor, @RequestParam(required = false) @Nullable Integer year) {
        return Page.all(leaves.balances(actor.id(), year));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/ledger")
    Page<LedgerItem> ledger(
            Actor actor,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return items(leaves.ledger(actor.id(), type, cursor, limit(limit)));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/count")
    Count count(Actor actor, @RequestBody CountBody body) {
        var preview = leaves.preview(
                actor.id(),
                types.get(body.type(), "type"),
                LeaveRules.time(body.start(), "start"),
                LeaveRules.time(body.end(), "end"),
                body.request());
        var count = preview.count();
        var overlap = preview.overlap();
        return new Count(
                count.minutes(),
                count.inDays(),
                count.minutesPerDay(),
                count.days().stream()
                        .map(day -> new DayItem(
                                day.day().date(), day.day().kind(), day.day().name(), day.minutes()))
                        .toList(),
                preview.available(),
                preview.missing(),
                count.provisional(),
                overlap == null ? null : new Overlap(overlap.number(), overlap.startAt(), overlap.endAt()));
    }

    /** My own leave, the newest first. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<LeaveItem> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        var names = names();
        return leaves.of(actor.id(), cursor, limit(limit))
                .map(leave -> new LeaveItem(
                        leave.requestId(),
                        leave.requestId(),
                        leave.number(),
                        leave.typeKey(),
                        names.getOrDefault(leave.typeKey(), leave.typeKey()),
                        leave.startAt(),
                        leave.endAt(),
                        leave.minutes(),
                        leave.state().name().toLowerCase(Locale.ROOT),
                        leave.provisional()));
    }

    /** A leave and its applicant's balance, for whoever may read the request. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/facts")
    Facts facts(Actor actor, @RequestParam String request) {
        requests.get(actor, request);
        return leaves.facts(request);
    }

    @Endpoint("leave.manage")
    @GetMapping("/people/{person}/balances")
    Page<Leaves.Balance> balancesOf(
            @PathVariable String person, @RequestParam(required = false) @Nullable Integer year) {
        return Page.all(leaves.balancesOf(person, year));
    }

    @Endpoint("leave.manage")
    @GetMapping("/people/{person}/ledger")
    Page<LedgerItem> ledgerOf(
            @PathVariable String person,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return items(leaves.ledger(person, type, cursor, limit(limit)));
    }

    /** Grants minutes, or takes them, with a reason that the person can read. */
    @Endpoint("leave.manage")
    @PostMapping("/people/{person}/adjust")
    Leaves.Balance adjust(Actor actor, @PathVariable String person, @RequestBody AdjustBody body) {
        return leaves.adjust(
                actor,
                person,
                body.type() == null ? "" : body.type(),
                body.year(),
                body.minutes() == null ? 0 : body.minutes(),
                body.reason() == null ? "" : body.reason());
    }

    private Page<LedgerItem> items(Page<BalanceMapper.Entry> entries) {
        var names = names();
        return entries.map(entry -> new LedgerItem(
                entry.id(),
                entry.at(),
                entry.kind(),
                entry.minutes(),
                entry.typeKey(),
                names.getOrDefault(entry.typeKey(), entry.typeKey()),
                entry.ofYear(),
                entry.note() == null ? null : texts.get(entry.note()),
                entry.requestId() == null || entry.number() == null
                        ? null
                        : new Request(entry.requestId(), entry.number())));
    }

    /** Names of the types by key, in the language of the call. */
    private Map<String, String> names() {
        return types.all().stream().collect(Collectors.toMap(LeaveType::typeKey, words::type));
    }

    private static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Problem.malformed("kernel:malformed");
        }
        return asked;
    }
}
