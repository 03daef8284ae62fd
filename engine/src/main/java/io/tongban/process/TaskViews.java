package io.tongban.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tongban.kernel.Actor;
import io.tongban.org.People;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.RequestViews.RequestView;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import io.tongban.process.engine.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What callers see of tasks, in their language. */
@Component
class TaskViews {

    /** {@code own} when the step has a form beside the request's. */
    record FormView(JsonNode schema, Map<String, String> rights, boolean own) {}

    /**
     * @param holder when somebody else holds it now
     * @param afterwards where it goes next, for a step that it was returned to
     */
    record TaskView(
            @JsonUnwrapped TaskItems.TaskItem item,
            RequestView request,
            FormView form,
            Map<String, Object> answers,
            List<String> actions,
            Map<String, String> actionNames,
            String why,
            @Nullable PersonRef holder,
            VoteViews.@Nullable VoteView vote,
            List<ReturnTarget> returnTargets,
            @Nullable String afterwards,
            List<String> needs) {}

    /**
     * A step that the task may be returned to, whether it is the applicant's, and what may come after that.
     *
     * @param registers whether the system has to register anew what is changed there, so that it does not come straight
     *     back then
     */
    record ReturnTarget(String id, String name, boolean applicant, List<String> resumes, boolean registers) {}

    private final RequestViews views;
    private final TaskItems items;
    private final People people;
    private final Names names;
    private final Models models;
    private final Forms forms;
    private final Returns returns;
    private final Ballots ballots;
    private final InboxMapper inbox;
    private final Recalls recalls;
    private final VoteViews votes;

    TaskViews(
            RequestViews views,
            TaskItems items,
            People people,
            Names names,
            Models models,
            Forms forms,
            Returns returns,
            Ballots ballots,
            InboxMapper inbox,
            Recalls recalls,
            VoteViews votes) {
        this.views = views;
        this.items = items;
        this.people = people;
        this.names = names;
        this.models = models;
        this.forms = forms;
        this.returns = returns;
        this.ballots = ballots;
        this.inbox = inbox;
        this.recalls = recalls;
        this.votes = votes;
    }

    TaskView task(Actor reader, InboxRow row, RequestRow request) {
        var model = models.of(request.definitionId());
        var step = model.step(Objects.requireNonNull(row.step()));
        var open = row.todo() && !heldByAnother(reader, row);
        var view = views.request(reader, request);
        var form = forms.of(model, step);
        return new TaskView(
                items.items(List.of(row)).get(0),
                view,
                new FormView(
                        Unseen.without(form.json(), step.hidden()),
                        forms.rights(model, step).named(form, open),
                        step.form() != null && !step.form().equals(model.form())),
                view.answers(),
                actions(reader, row, request, model, step),
                Names.actions(step, LocaleContextHolder.getLocale()),
                why(row),
                heldByAnother(reader, row) ? Names.person(people.byIds(Set.of(row.owner())), row.owner()) : null,
                row.part() == null
                        ? null
                        : votes.view(
                                ballots.poll(row.taskId(), step).all(),
                                inbox.ofTask(row.requestId(), row.taskId()),
                                step),
                open ? returnTargets(model, step, row) : List.of(),
                open ? afterwards(model, step, request) : null,
                open ? step.needs().stream().sorted().toList() : List.of());
    }

    /** Whoever handed it on, or might have had it, may look. */
    private static boolean heldByAnother(Actor reader, InboxRow row) {
        return row.pending() && !Access.owners(reader).contains(row.owner());
    }

    private List<String> actions(Actor reader, InboxRow row, RequestRow request, Model model, UserStep step) {
        var actions = new ArrayList<String>();
        if (request.suspended() || heldByAnother(reader, row)) {
            return actions;
        }
        if (row.todo()) {
            actions.addAll(Tasks.allowed(row, step));
        } else if (recalls.offered(reader, row, request, model, step)) {
            actions.add("take-back");
        }
        if (row.part() != null && (row.pending() || row.state().equals("done"))) {
            var asked =
                    ballots.poll(row.taskId(), step).added(row.id()).stream().anyMatch(SeatRow::pending);
            actions.remove("remove-signer");
            if (asked) {
                actions.add("remove-signer");
            }
        }
        return actions;
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
                        target.equals(model.firstStep()),
                        model.branches().sameBranch(target, step.id())
                                ? List.of("again", "straight", "changed")
                                : List.of("again", "changed"),
                        Returns.registers(model, target, step.id())))
                .toList();
    }

    /** Where it goes once a step that it was returned to is done. */
    private @Nullable String afterwards(Model model, UserStep step, RequestRow request) {
        var after = returns.after(model, request, step.id());
        return after == null
                ? null
                : names.sentence(
                        "return",
                        after.sentence(),
                        String.valueOf(Names.step(model, after.step(), LocaleContextHolder.getLocale())));
    }

    private String why(InboxRow row) {
        if (row.why() == null) {
            return "";
        }
        var parts = row.why().split("\\|");
        return names.sentence("why", parts);
    }
}
