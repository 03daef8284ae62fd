package io.tongban.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Texts;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.RequestViews.RequestView;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import io.tongban.process.engine.Models;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What callers see of tasks, in their language. */
@Component
class TaskViews {

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

    /** {@code own} when the step has a form beside the request's. */
    record FormView(JsonNode schema, Map<String, String> rights, boolean own) {}

    record TaskView(
            @JsonUnwrapped TaskItem item,
            RequestView request,
            FormView form,
            Map<String, Object> answers,
            List<String> actions,
            Map<String, String> actionNames,
            String why,
            @Nullable PersonRef onBehalfOf,
            @Nullable VoteView vote,
            List<ReturnTarget> returnTargets,
            List<String> needs) {}

    /** A step that the task may be returned to, and what may come after that. */
    record ReturnTarget(String id, String name, List<String> resumes) {}

    /**
     * How several people decide here.
     *
     * @param way deciding way of the members
     * @param words the way in words, with where it stands
     */
    record VoteView(String way, String words, List<SeatView> seats) {}

    /**
     * One say.
     *
     * @param part {@code member before beside after delegate consult}
     * @param state {@code waiting open done gone removed}
     * @param parent seat that asked for it
     */
    record SeatView(
            String id,
            PersonRef person,
            String part,
            String way,
            @Nullable String parent,
            String state,
            @Nullable String ballot,
            int weight,
            boolean veto,
            @Nullable Instant at) {}

    private final RequestViews views;
    private final People people;
    private final Names names;
    private final Models models;
    private final Forms forms;
    private final RequestMapper requests;
    private final Returns returns;
    private final Ballots ballots;
    private final Texts texts;

    TaskViews(
            RequestViews views,
            People people,
            Names names,
            Models models,
            Forms forms,
            RequestMapper requests,
            Returns returns,
            Ballots ballots,
            Texts texts) {
        this.views = views;
        this.people = people;
        this.names = names;
        this.models = models;
        this.forms = forms;
        this.requests = requests;
        this.returns = returns;
        this.ballots = ballots;
        this.texts = texts;
    }

    List<TaskItem> items(List<InboxRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(InboxRow::requestId).collect(Collectors.toSet());
        var byId = requests.byIds(ids).stream().collect(Collectors.toMap(RequestRow::id, r -> r));
        var known =
                people.byIds(byId.values().stream().map(RequestRow::applicantId).collect(Collectors.toSet()));
        var pools = names.roles(rows.stream().map(InboxRow::owner).toList(), LocaleContextHolder.getLocale());
        return rows.stream()
                .map(row -> item(row, byId.get(row.requestId()), known, pools))
                .toList();
    }

    private TaskItem item(
            InboxRow row, @Nullable RequestRow request, Map<String, Person> known, Map<String, String> pools) {
        var r = java.util.Objects.requireNonNull(request);
        var model = models.of(r.definitionId());
        var locale = LocaleContextHolder.getLocale();
        return new TaskItem(
                row.id(),
                Names.title(r, locale),
                row.processKey(),
                model.name().in(locale),
                r.id(),
                r.number(),
                Names.step(model, row.step(), locale),
                row.state(),
                r.status(),
                row.state().equals("done") ? row.at() : row.since(),
                row.dueAt(),
                row.priority(),
                row.revision(),
                Names.person(known, r.applicantId()),
                pools.get(row.owner()),
                row.action());
    }

    List<TaskItem> started(List<RequestRow> rows) {
        var known = people.byIds(rows.stream().map(RequestRow::applicantId).collect(Collectors.toSet()));
        var locale = LocaleContextHolder.getLocale();
        return rows.stream()
                .map(r -> {
                    var model = models.of(r.definitionId());
                    return new TaskItem(
                            r.id(),
                            Names.title(r, locale),
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
                            Names.person(known, r.applicantId()),
                            null,
                            null);
                })
                .toList();
    }

    TaskView task(Actor reader, InboxRow row, RequestRow request) {
        var model = models.of(request.definitionId());
        var step = model.step(java.util.Objects.requireNonNull(row.step()));
        var open = row.state().equals("todo") && Access.owners(reader).contains(row.owner());
        var view = views.request(reader, request);
        var rights = new LinkedHashMap<String, String>();
        var writable = forms.writable(model, step);
        var form = forms.of(model, step);
        form.fields().keySet().forEach(key -> {
            var write = open && (writable == null || writable.contains(key));
            rights.put(
                    key,
                    step.hidden().contains(key)
                            ? "hidden"
                            : write ? step.required().contains(key) ? "required" : "write" : "read");
        });
        if (open && writable != null) {
            writable.stream()
                    .filter(name -> name.contains(".") && form.names().contains(name))
                    .forEach(name -> rights.put(name, "write"));
        }
        return new TaskView(
                items(List.of(row)).get(0),
                view,
                new FormView(
                        form.json(), rights, step.form() != null && !step.form().equals(model.form())),
                view.answers(),
                actions(reader, row, request, step),
                Names.actions(step, LocaleContextHolder.getLocale()),
                why(row),
                row.behalf() == null ? null : Names.person(people.byIds(java.util.Set.of(row.behalf())), row.behalf()),
                row.part() == null ? null : vote(row, step),
                open ? returnTargets(model, step, row) : List.of(),
                open ? step.needs().stream().sorted().toList() : List.of());
    }

    private static List<String> actions(Actor reader, InboxRow row, RequestRow request, UserStep step) {
        if (row.todo()) {
            return List.copyOf(Tasks.allowed(row, step));
        }
        var own = reader.id().equals(row.state().equals("waiting") ? row.owner() : row.closedBy());
        return request.running() && own && !"return".equals(row.action()) ? List.of("take-back") : List.of();
    }

    private List<ReturnTarget> returnTargets(Model model, UserStep step, InboxRow row) {
        if (!step.actions().contains("return")
                || row.part() != null && row.part().matches("delegate|consult")) {
            return List.of();
        }
        var locale = LocaleContextHolder.getLocale();
        return returns.targets(model, step, row.requestId()).stream()
                .map(target -> new ReturnTarget(
                        target,
                        String.valueOf(Names.step(model, target, locale)),
                        model.branches().sameBranch(target, step.id())
                                ? List.of("again", "straight", "changed")
                                : List.of("again", "changed")))
                .toList();
    }

    private VoteView vote(InboxRow row, UserStep step) {
        var seats = ballots.poll(row.taskId(), step).all();
        var known = people.byIds(seats.stream().map(SeatRow::personId).collect(Collectors.toSet()));
        var members = seats.stream()
                .filter(seat -> seat.part().equals("member") && seat.present())
                .toList();
        var way = members.isEmpty() ? "all" : members.get(0).way();
        return new VoteView(
                way,
                words(way, step, members),
                seats.stream()
                        .map(seat -> new SeatView(
                                seat.id(),
                                Names.person(known, seat.personId()),
                                seat.part(),
                                seat.way(),
                                seat.parentId(),
                                seat.state(),
                                seat.ballot(),
                                seat.weight(),
                                seat.veto(),
                                seat.decidedAt()))
                        .toList());
    }

    private String words(String way, UserStep step, List<SeatRow> members) {
        if (step.vote() == null) {
            return "";
        }
        var approved =
                members.stream().filter(seat -> "approve".equals(seat.ballot())).count();
        return texts.get(
                "vote." + way.replaceAll(":.*", ""),
                way.substring(way.indexOf(':') + 1),
                members.size(),
                approved,
                members.stream().filter(seat -> "reject".equals(seat.ballot())).count(),
                members.stream().filter(seat -> "abstain".equals(seat.ballot())).count());
    }

    private String why(InboxRow row) {
        if (row.why() == null) {
            return "";
        }
        var parts = row.why().split("\\|");
        return names.sentence("why", parts);
    }
}
