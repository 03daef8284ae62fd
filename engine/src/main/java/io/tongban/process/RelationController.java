package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.engine.Models;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding requests, and relating them to each other, over HTTP. */
@RestController
@RequestMapping("/api/requests")
class RelationController {

    record RequestItem(
            String id,
            String number,
            String title,
            String process,
            String processName,
            String status,
            PersonRef applicant,
            Instant createdAt) {}

    record RelatedItem(RequestItem request, PersonRef addedBy, Instant addedAt, boolean removable) {}

    record RelatedView(List<RelatedItem> items, boolean mayAdd) {}

    record More(@Nullable List<String> related) {}

    private final Relations relations;
    private final Requests requests;
    private final Access access;
    private final Models models;
    private final People people;

    RelationController(Relations relations, Requests requests, Access access, Models models, People people) {
        this.relations = relations;
        this.requests = requests;
        this.access = access;
        this.models = models;
        this.people = people;
    }

    /** Also by id, to show again what was picked before. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<RequestItem> find(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<String> id) {
        var found = id == null ? relations.find(actor, q) : relations.readable(actor, Relations.checked(id));
        var known = people.byIds(found.stream().map(RequestRow::applicantId).collect(Collectors.toSet()));
        return Page.all(found.stream().map(row -> item(row, known)).toList());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/{id}/related")
    RelatedView related(Actor actor, @PathVariable String id) {
        var row = requests.row(id);
        access.check(actor, row);
        var found = relations.of(actor, row);
        Set<String> ids = found.stream()
                .flatMap(r -> Stream.of(r.request().applicantId(), r.relation().addedBy()))
                .collect(Collectors.toSet());
        var known = people.byIds(ids);
        return new RelatedView(
                found.stream()
                        .map(r -> new RelatedItem(
                                item(r.request(), known),
                                Names.person(known, r.relation().addedBy()),
                                r.relation().addedAt(),
                                r.mine()))
                        .toList(),
                relations.mayRelate(actor, row));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/{id}/related")
    RelatedView relate(Actor actor, @PathVariable String id, @RequestBody More body) {
        relations.relate(actor, id, body.related() == null ? List.of() : body.related());
        return related(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @DeleteMapping("/{id}/related/{other}")
    RelatedView separate(Actor actor, @PathVariable String id, @PathVariable String other) {
        relations.separate(actor, id, other);
        return related(actor, id);
    }

    private RequestItem item(RequestRow row, Map<String, Person> known) {
        var locale = LocaleContextHolder.getLocale();
        return new RequestItem(
                row.id(),
                row.number(),
                Names.title(row, locale),
                row.processKey(),
                models.of(row.definitionId()).name().in(locale),
                row.status(),
                Names.person(known, row.applicantId()),
                row.createdAt());
    }
}
