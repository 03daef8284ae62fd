package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import io.tongban.kernel.Texts;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.AdminViews.AdminItem;
import io.tongban.process.AdminViews.Asked;
import io.tongban.process.AdminViews.Waiting;
import io.tongban.process.engine.Models;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/**
 * Requests as rows of a table, by the filter of their administrators' list. When one process is asked for, what people
 * answered has columns too.
 */
@Service
public class RequestTables {

    /** What the list is asked for; empty is the same as not said. */
    public record Filter(
            @Nullable String state,
            @Nullable String process,
            @Nullable String q,
            @Nullable String applicant) {}

    private static final List<String> COLUMNS = List.of(
            "number",
            "process",
            "title",
            "applicant",
            "person-number",
            "department",
            "handed-in",
            "suspended",
            "step",
            "holders",
            "since");

    private final AdminViews lists;
    private final AdminMapper rows;
    private final Requests requests;
    private final Forms forms;
    private final PaperForms papers;
    private final Masks masks;
    private final Works works;
    private final Models models;
    private final People people;
    private final Texts texts;
    private final ZoneId zone;

    RequestTables(
            AdminViews lists,
            AdminMapper rows,
            Requests requests,
            Forms forms,
            PaperForms papers,
            Masks masks,
            Works works,
            Models models,
            People people,
            Texts texts,
            ZoneId zone) {
        this.lists = lists;
        this.rows = rows;
        this.requests = requests;
        this.forms = forms;
        this.papers = papers;
        this.masks = masks;
        this.works = works;
        this.models = models;
        this.people = people;
        this.texts = texts;
        this.zone = zone;
    }

    /** @throws io.tongban.kernel.Problem 403 when the actor administers no process */
    public long count(Actor actor, Filter filter) {
        return lists.count(actor, asked(filter, null, 1));
    }

    /** Words above the columns. */
    public List<String> head(Filter filter) {
        return Stream.concat(
                        COLUMNS.stream().map(column -> texts.get("table." + column)), fields(filter).values().stream())
                .toList();
    }

    /** Cells are texts, times, and null. */
    public Page<List<@Nullable Object>> page(Actor actor, Filter filter, @Nullable String cursor, int limit) {
        var page = lists.page(actor, asked(filter, cursor, limit));
        var known = people.byIds(
                page.items().stream().map(item -> item.applicant().id()).collect(Collectors.toSet()));
        var fields = fields(filter);
        Map<String, RequestRow> whole = fields.isEmpty() || page.items().isEmpty()
                ? Map.of()
                : rows.whole(page.items().stream().map(AdminItem::id).toList()).stream()
                        .collect(Collectors.toMap(RequestRow::id, Function.identity()));
        return new Page<>(
                page.items().stream()
                        .map(item -> {
                            var cells = new ArrayList<@Nullable Object>(
                                    cells(item, known.get(item.applicant().id())));
                            var row = whole.get(item.id());
                            if (row != null) {
                                cells.addAll(answers(actor, row, fields));
                            }
                            return (List<@Nullable Object>) cells;
                        })
                        .toList(),
                page.next());
    }

    private static Asked asked(Filter filter, @Nullable String cursor, int limit) {
        return new Asked(filter.state(), filter.process(), filter.q(), filter.applicant(), cursor, limit);
    }

    private List<@Nullable Object> cells(AdminItem item, @Nullable Person applicant) {
        var waiting = item.waiting();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(item.number());
        cells.add(item.processName());
        cells.add(item.title());
        cells.add(item.applicant().name());
        cells.add(applicant == null ? null : applicant.number());
        cells.add(applicant == null ? null : applicant.departmentName());
        cells.add(local(item.createdAt()));
        cells.add(local(item.suspendedAt()));
        cells.add(joined(waiting.stream().map(Waiting::step)));
        cells.add(joined(waiting.stream()
                .flatMap(step ->
                        Stream.concat(step.holders().stream().map(Names.PersonRef::name), step.pools().stream()))));
        cells.add(local(
                waiting.stream().map(Waiting::since).min(Instant::compareTo).orElse(null)));
        return cells;
    }

    private String joined(Stream<String> words) {
        return words.distinct().collect(Collectors.joining(texts.get("digest.process.and")));
    }

    private @Nullable LocalDateTime local(@Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The fields of the process that is asked for, and what they are called; tables inside a form are left out. */
    private Map<String, String> fields(Filter filter) {
        if (filter.process() == null || filter.process().isBlank()) {
            return Map.of();
        }
        var form = forms.of(requests.model(filter.process()));
        var labels = FieldLabels.of(form, LocaleContextHolder.getLocale());
        var fields = new java.util.LinkedHashMap<String, String>();
        form.fields().values().stream()
                .filter(field -> field.children().isEmpty())
                .forEach(field -> fields.put(field.key(), labels.getOrDefault(field.key(), field.label())));
        return fields;
    }

    /** In the words of the form with which the request began. */
    private List<@Nullable Object> answers(Actor actor, RequestRow row, Map<String, String> fields) {
        var form = forms.of(models.of(row.definitionId()));
        // In a file that leaves the house the middle of a masked answer is left out for everybody.
        var shown = masks.of(form.fields(), works.answers(row), new Sight.Seen(Set.of(), field -> false));
        var said = new HashMap<>(papers.words(actor, form, shown, LocaleContextHolder.getLocale()));
        return fields.keySet().stream()
                .map(key -> (@Nullable Object) Objects.requireNonNullElse(said.get(key), ""))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
