package io.tongban.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tongban.access.Role;
import io.tongban.access.Roles;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Texts;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Models;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What callers see of requests and tasks, in their language. */
@Component
class Views {

    record PersonRef(String id, String name, @Nullable String portrait) {}

    record EntryView(
            String id,
            Instant at,
            @Nullable PersonRef person,
            @Nullable PersonRef onBehalfOf,
            String action,
            @Nullable String step,
            @Nullable String comment) {}

    record OpenTask(
            String id,
            String step,
            List<PersonRef> holders,
            @Nullable String pool,
            Instant since,
            @Nullable Instant due) {}

    record RequestView(
            String id,
            String number,
            String process,
            String processName,
            int version,
            String title,
            String status,
            int revision,
            PersonRef applicant,
            @Nullable String department,
            Instant createdAt,
            @Nullable Instant endedAt,
            JsonNode form,
            Map<String, Object> answers,
            Map<String, String> labels,
            List<EntryView> timeline,
            List<OpenTask> openTasks,
            List<String> actions,
            @Nullable String myTask) {}

    record TaskItem(
            String id,
            String title,
            String process,
            String processName,
            String requestId,
            String number,
            @Nullable String step,
            String status,
            String requestStatus,
            Instant since,
            @Nullable Instant due,
            int priority,
            int revision,
            PersonRef applicant,
            @Nullable String pool,
            @Nullable String action) {}

    record FormView(JsonNode schema, Map<String, String> rights) {}

    record TaskView(
            @JsonUnwrapped TaskItem item,
            RequestView request,
            FormView form,
            Map<String, Object> answers,
            List<String> actions,
            String why) {}

    private final People people;
    private final Roles roles;
    private final Models models;
    private final Forms forms;
    private final Works works;
    private final RequestMapper requests;
    private final InboxMapper inbox;
    private final Texts texts;

    Views(
            People people,
            Roles roles,
            Models models,
            Forms forms,
            Works works,
            RequestMapper requests,
            InboxMapper inbox,
            Texts texts) {
        this.people = people;
        this.roles = roles;
        this.models = models;
        this.forms = forms;
        this.works = works;
        this.requests = requests;
        this.inbox = inbox;
        this.texts = texts;
    }

    RequestView request(Actor reader, RequestRow row) {
        var model = models.of(row.definitionId());
        var entries = requests.entries(row.id());
        var tasks = inbox.ofRequest(row.id());
        var hidden = hidden(reader, row, model, tasks);
        var open = tasks.stream().filter(t -> t.state().equals("todo")).toList();
        var form = forms.of(model);
        var answers = works.answers(row);
        answers.keySet().removeAll(hidden);
        var names = people(row, entries, open, form, answers);
        var mine = Access.owners(reader);
        var myTask = open.stream()
                .filter(t -> mine.contains(t.owner()))
                .map(InboxRow::id)
                .findFirst()
                .orElse(null);
        var locale = LocaleContextHolder.getLocale();
        return new RequestView(
                row.id(),
                row.number(),
                model.key(),
                model.name().in(locale),
                row.version(),
                title(row, locale),
                row.status(),
                row.revision(),
                ref(names, row.applicantId()),
                department(names, row),
                row.createdAt(),
                row.endedAt(),
                form.json(),
                answers,
                labels(form, answers, names),
                entries.stream().map(e -> entry(e, model, names, locale)).toList(),
                open(open, model, names, locale),
                actions(reader, row),
                myTask);
    }

    /** Fields that none of the reader's steps may see; the applicant sees everything. */
    private static Set<String> hidden(Actor reader, RequestRow row, Model model, List<InboxRow> tasks) {
        if (row.applicantId().equals(reader.id()) || reader.may("process.administer")) {
            return Set.of();
        }
        var mine = Access.owners(reader);
        return tasks.stream()
                .filter(t -> mine.contains(t.owner())
                        && t.step() != null
                        && model.steps().containsKey(t.step()))
                .map(t -> model.step(java.util.Objects.requireNonNull(t.step())).hidden())
                .reduce((a, b) -> a.stream().filter(b::contains).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private Map<String, Person> people(
            RequestRow row, List<EntryRow> entries, List<InboxRow> open, FormSchema form, Map<String, Object> answers) {
        var ids = new LinkedHashSet<String>();
        ids.add(row.applicantId());
        entries.forEach(e -> {
            ids.add(e.personId());
            if (e.behalfId() != null) {
                ids.add(e.behalfId());
            }
        });
        open.stream().map(InboxRow::owner).filter(o -> !o.startsWith("role:")).forEach(ids::add);
        form.fields().values().stream()
                .filter(f -> "person".equals(f.component()) && answers.get(f.key()) != null)
                .forEach(f -> ids.add(String.valueOf(answers.get(f.key()))));
        return people.byIds(ids);
    }

    /** Words for answers that are ids, so that a page needs no further call. */
    private static Map<String, String> labels(FormSchema form, Map<String, Object> answers, Map<String, Person> names) {
        var labels = new LinkedHashMap<String, String>();
        form.fields().values().stream()
                .filter(f -> "person".equals(f.component()) && answers.get(f.key()) != null)
                .forEach(f -> {
                    var person = names.get(String.valueOf(answers.get(f.key())));
                    if (person != null) {
                        labels.put(f.key(), person.name());
                    }
                });
        return labels;
    }

    private static EntryView entry(EntryRow e, Model model, Map<String, Person> names, Locale locale) {
        return new EntryView(
                e.id(),
                e.at(),
                e.personId().equals("system") ? null : ref(names, e.personId()),
                e.behalfId() == null ? null : ref(names, e.behalfId()),
                e.action(),
                stepName(model, e.step(), locale),
                e.text());
    }

    private List<OpenTask> open(List<InboxRow> rows, Model model, Map<String, Person> names, Locale locale) {
        var byTask =
                rows.stream().collect(Collectors.groupingBy(InboxRow::id, LinkedHashMap::new, Collectors.toList()));
        var open = new ArrayList<OpenTask>();
        byTask.forEach((id, holders) -> {
            var first = holders.get(0);
            var name = stepName(model, first.step(), locale);
            var pool = holders.stream()
                    .map(InboxRow::owner)
                    .filter(o -> o.startsWith("role:"))
                    .findFirst();
            open.add(new OpenTask(
                    id,
                    name == null ? "" : name,
                    holders.stream()
                            .filter(h -> !h.owner().startsWith("role:"))
                            .map(h -> ref(names, h.owner()))
                            .toList(),
                    pool.map(o -> roleName(o, locale)).orElse(null),
                    first.since(),
                    first.dueAt()));
        });
        return open;
    }

    List<TaskItem> items(List<InboxRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(InboxRow::requestId).collect(Collectors.toSet());
        var byId = requests.byIds(ids).stream().collect(Collectors.toMap(RequestRow::id, r -> r));
        var names =
                people.byIds(byId.values().stream().map(RequestRow::applicantId).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> item(row, byId.get(row.requestId()), names))
                .toList();
    }

    private TaskItem item(InboxRow row, @Nullable RequestRow request, Map<String, Person> names) {
        var r = java.util.Objects.requireNonNull(request);
        var model = models.of(r.definitionId());
        var locale = LocaleContextHolder.getLocale();
        return new TaskItem(
                row.id(),
                title(r, locale),
                row.processKey(),
                model.name().in(locale),
                r.id(),
                r.number(),
                stepName(model, row.step(), locale),
                row.state(),
                r.status(),
                row.state().equals("done") ? row.at() : row.since(),
                row.dueAt(),
                row.priority(),
                row.revision(),
                ref(names, r.applicantId()),
                row.owner().startsWith("role:") ? roleName(row.owner(), locale) : null,
                row.action());
    }

    List<TaskItem> started(List<RequestRow> rows) {
        var names = people.byIds(rows.stream().map(RequestRow::applicantId).collect(Collectors.toSet()));
        var locale = LocaleContextHolder.getLocale();
        return rows.stream()
                .map(r -> {
                    var model = models.of(r.definitionId());
                    return new TaskItem(
                            r.id(),
                            title(r, locale),
                            r.processKey(),
                            model.name().in(locale),
                            r.id(),
                            r.number(),
                            null,
                            r.status(),
                            r.status(),
                            r.createdAt(),
                            null,
                            50,
                            r.revision(),
                            ref(names, r.applicantId()),
                            null,
                            null);
                })
                .toList();
    }

    TaskView task(Actor reader, InboxRow row, RequestRow request) {
        var model = models.of(request.definitionId());
        var step = model.step(java.util.Objects.requireNonNull(row.step()));
        var open = row.state().equals("todo");
        var view = request(reader, request);
        var rights = new LinkedHashMap<String, String>();
        var applicantsTurn = step.id().equals(model.firstStep());
        forms.of(model).fields().keySet().forEach(key -> {
            var write = open && (applicantsTurn || step.write().contains(key));
            rights.put(
                    key,
                    step.hidden().contains(key)
                            ? "hidden"
                            : write ? step.required().contains(key) ? "required" : "write" : "read");
        });
        return new TaskView(
                items(List.of(row)).get(0),
                view,
                new FormView(forms.of(model).json(), rights),
                view.answers(),
                open ? List.copyOf(Tasks.allowed(row, step)) : List.of(),
                why(row));
    }

    private String why(InboxRow row) {
        if (row.why() == null) {
            return "";
        }
        var parts = row.why().split("\\|");
        Object[] args = java.util.Arrays.stream(parts).skip(1).toArray();
        if (parts[0].equals("role") && args.length > 0) {
            args[0] = roleName("role:" + args[0], LocaleContextHolder.getLocale());
        }
        return texts.get("why." + parts[0], args);
    }

    private static List<String> actions(Actor reader, RequestRow row) {
        var actions = new ArrayList<String>();
        if (row.running() && row.applicantId().equals(reader.id())) {
            actions.add("withdraw");
        }
        actions.add("comment");
        return actions;
    }

    private String roleName(String owner, Locale locale) {
        var key = owner.substring("role:".length());
        return roles.all().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .map((Role r) -> locale.getLanguage().equals("en") ? r.nameEn() : r.name())
                .orElse(key);
    }

    private static @Nullable String stepName(Model model, @Nullable String step, Locale locale) {
        if (step == null) {
            return null;
        }
        var known = model.steps().get(step);
        return known == null ? step : known.name().in(locale);
    }

    static String title(RequestRow row, Locale locale) {
        return locale.getLanguage().equals("en") ? row.titleEn() : row.title();
    }

    private static @Nullable String department(Map<String, Person> names, RequestRow row) {
        var applicant = names.get(row.applicantId());
        return applicant == null ? null : applicant.departmentName();
    }

    private static PersonRef ref(Map<String, Person> names, String id) {
        var person = names.get(id);
        return person == null ? new PersonRef(id, "", null) : new PersonRef(id, person.name(), person.portrait());
    }
}
