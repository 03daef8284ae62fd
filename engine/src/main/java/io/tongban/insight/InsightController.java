package io.tongban.insight;

import io.tongban.insight.Insights.ProcessLine;
import io.tongban.insight.Insights.ProcessNumbers;
import io.tongban.insight.Scopes.Branch;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.Passages;
import io.tongban.process.Plans;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Insights over HTTP; everybody gets those in the own scope and no others. */
@RestController
@RequestMapping("/api/insight")
class InsightController {

    private static final Set<String> WHATS =
            Set.of("finished", "started", "dropped", "returned", "met", "missed", "open", "overdue");
    private static final int MOST = 100;
    private static final int THIRTY = 30;

    /**
     * What somebody may see.
     *
     * @param sees whether there is anything beside the own numbers
     * @param administers whether everything may be counted again
     * @param seenAt until when it is counted, null while it is counted for the first time
     */
    record ScopeView(
            boolean sees,
            boolean administers,
            List<Branch> departments,
            @Nullable Instant seenAt) {}

    /** How a process is drawn now. */
    record Drawing(String xml) {}

    /** A request behind a number. */
    record BehindItem(String id, String number, String title, String applicant, String status) {}

    /**
     * Requests behind a number, as far as they may be read.
     *
     * @param hidden how many of this page may not
     */
    record BehindPage(List<BehindItem> items, @Nullable String next, int hidden) {}

    private final Scopes scopes;
    private final Insights insights;
    private final Own own;
    private final Follower follower;
    private final LookMapper looks;
    private final Passages passages;
    private final Plans plans;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    InsightController(
            Scopes scopes,
            Insights insights,
            Own own,
            Follower follower,
            LookMapper looks,
            Passages passages,
            Plans plans,
            People people,
            Clock clock,
            ZoneId zone) {
        this.scopes = scopes;
        this.insights = insights;
        this.own = own;
        this.follower = follower;
        this.looks = looks;
        this.passages = passages;
        this.plans = plans;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/scope")
    ScopeView scope(Actor actor) {
        var scope = scopes.of(actor);
        return new ScopeView(
                !scope.isNone(),
                scope.owned().isEmpty(),
                scope.isNone() ? List.of() : scopes.branches(scope),
                follower.seenAt());
    }

    /** Processes in the scope of the actor, with their numbers in a time; the last thirty days when nothing is said. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/processes")
    Page<ProcessLine> processes(
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String department) {
        return Page.all(insights.processes(scopes.required(actor), range(from, to), department));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/processes/{key}")
    ProcessNumbers process(
            Actor actor,
            @PathVariable String key,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String department) {
        return insights.process(scopes.required(actor), key, range(from, to), department);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/processes/{key}/drawing")
    Drawing drawing(Actor actor, @PathVariable String key) {
        insights.visible(scopes.required(actor), key, null);
        return new Drawing(plans.drawing(key));
    }

    /** The requests behind a number of a process, a step or a person, the newest first. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/processes/{key}/requests")
    BehindPage behind(
            Actor actor,
            @PathVariable String key,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "finished") String what,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") int limit) {
        if (!WHATS.contains(what)
                || said(step) != null && said(person) != null
                || what.equals("started") && (said(step) != null || said(person) != null)) {
            throw Problem.malformed("kernel:malformed");
        }
        var slice = insights.visible(scopes.required(actor), key, department);
        var most = Math.max(1, Math.min(limit, MOST));
        var found = Page.of(
                looks.behind(new LookMapper.Behind(
                        key,
                        slice,
                        range(from, to),
                        what,
                        said(step),
                        said(person),
                        clock.instant(),
                        said(cursor),
                        most + 1)),
                most,
                id -> id);
        var readable = passages.readable(actor, found.items());
        var names =
                people.byIds(readable.stream().map(Passages.Brief::applicantId).collect(Collectors.toSet()));
        return new BehindPage(
                readable.stream()
                        .map(brief -> {
                            var applicant = names.get(brief.applicantId());
                            return new BehindItem(
                                    brief.id(),
                                    brief.number(),
                                    brief.title(),
                                    applicant == null ? "" : applicant.name(),
                                    brief.status());
                        })
                        .toList(),
                found.next(),
                found.items().size() - readable.size());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/mine")
    Own.OwnNumbers mine(
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        return own.of(actor, range(from, to));
    }

    /** Everything is counted again from the trails; meanwhile numbers grow. */
    @Endpoint("process.administer")
    @PostMapping("/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again() {
        follower.startOver();
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private Range range(@Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? LocalDate.now(clock.withZone(zone)) : to;
        return new Range(from == null ? last.minusDays(THIRTY - 1) : from, last);
    }
}
