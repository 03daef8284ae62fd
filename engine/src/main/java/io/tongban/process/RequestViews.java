package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.EntryLinks.Links;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Models;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What callers see of a request, in their language. */
@Component
class RequestViews {

    /** A form that was filled in on the way. */
    record StepForm(String step, JsonNode schema) {}

    /** Somebody who was sent a copy. */
    record Copy(PersonRef person, boolean read) {}

    /**
     * A request.
     *
     * @param votes steps that several people decide now
     * @param suspendedAt since when nobody can act, null while it runs
     * @param notRevocable why the applicant can not revoke it, though the time for it is not over
     * @param nextUrge when the applicant may urge again, null when nobody was urged yet
     * @param myTask the reader's open task of it
     * @param contentVersion which state of the answers it is, from 1 on
     */
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
            @Nullable Instant suspendedAt,
            JsonNode form,
            List<StepForm> stepForms,
            Map<String, Object> answers,
            Map<String, String> labels,
            List<TrailViews.EntryView> timeline,
            List<OpenTasks.OpenTask> openTasks,
            List<VoteViews.StepVote> votes,
            List<Copy> copies,
            List<String> actions,
            @Nullable String notRevocable,
            @Nullable Instant nextUrge,
            @Nullable String myTask,
            int contentVersion) {}

    private final People people;
    private final Names names;
    private final Models models;
    private final Forms forms;
    private final Works works;
    private final RequestMapper requests;
    private final InboxMapper inbox;
    private final Access access;
    private final Recalls recalls;
    private final VoteViews votes;
    private final OpenTasks openTasks;
    private final TrailViews trail;
    private final EntryLinks links;
    private final Sight sight;
    private final Masks masks;

    RequestViews(
            People people,
            Names names,
            Models models,
            Forms forms,
            Works works,
            RequestMapper requests,
            InboxMapper inbox,
            Access access,
            Recalls recalls,
            VoteViews votes,
            OpenTasks openTasks,
            TrailViews trail,
            EntryLinks links,
            Sight sight,
            Masks masks) {
        this.people = people;
        this.names = names;
        this.models = models;
        this.forms = forms;
        this.works = works;
        this.requests = requests;
        this.inbox = inbox;
        this.access = access;
        this.recalls = recalls;
        this.votes = votes;
        this.openTasks = openTasks;
        this.trail = trail;
        this.links = links;
        this.sight = sight;
        this.masks = masks;
    }

    RequestView request(Actor reader, RequestRow row) {
        var model = models.of(row.definitionId());
        var entries = requests.entries(row.id());
        var tasks = inbox.ofRequest(row.id());
        var hanging = links.of(row.id());
        var seen = sight.of(reader, row, model, tasks, entries);
        var hidden = seen.hidden();
        var open = tasks.stream().filter(InboxRow::todo).toList();
        var form = forms.of(model);
        var answers = masks.of(model, Unseen.without(works.answers(row), hidden), seen);
        var known = people(row, entries, hanging.values(), tasks, form, answers);
        var mine = Access.owners(reader);
        var myTask = open.stream()
                .filter(t -> mine.contains(t.owner()))
                .map(InboxRow::id)
                .findFirst()
                .orElse(null);
        var locale = LocaleContextHolder.getLocale();
        var revoking = recalls.revoking(reader, model, row);
        return new RequestView(
                row.id(),
                row.number(),
                model.key(),
                model.name().in(locale),
                row.version(),
                Names.title(row, locale),
                row.status(),
                row.revision(),
                Names.person(known, row.applicantId()),
                department(known, row),
                row.createdAt(),
                row.endedAt(),
                row.suspendedAt(),
                Unseen.without(form.json(), hidden),
                stepForms(model, answers, hidden, locale),
                answers,
                AnswerLabels.of(form, answers, known),
                entries.stream()
                        .map(e -> trail.entry(e, hanging.getOrDefault(e.id(), Links.NONE), model, seen, known, locale))
                        .toList(),
                openTasks.of(reader, row, open, model, known, locale),
                votes.open(row.id(), tasks, model, locale),
                tasks.stream()
                        .filter(t -> t.state().equals("copied"))
                        .map(t -> new Copy(Names.person(known, t.owner()), "read".equals(t.action())))
                        .toList(),
                actions(reader, row, model, known, tasks, entries, revoking.offered()),
                revoking.whyNot(),
                Attention.nextUrge(entries),
                myTask,
                row.contentVersion());
    }

    /** Forms of later steps, once something was answered in them. */
    private List<StepForm> stepForms(Model model, Map<String, Object> answers, Set<String> hidden, Locale locale) {
        return model.steps().values().stream()
                .filter(step -> step.form() != null && !step.form().equals(model.form()))
                .filter(step -> forms.of(model, step).fields().keySet().stream().anyMatch(answers::containsKey))
                .map(step -> new StepForm(
                        step.name().in(locale),
                        Unseen.without(forms.of(model, step).json(), hidden)))
                .toList();
    }

    private Map<String, Person> people(
            RequestRow row,
            List<EntryRow> entries,
            Collection<Links> hanging,
            List<InboxRow> tasks,
            FormSchema form,
            Map<String, Object> answers) {
        var ids = new LinkedHashSet<String>();
        hanging.forEach(one -> ids.addAll(one.mentions()));
        ids.add(row.applicantId());
        entries.forEach(e -> {
            ids.add(e.personId());
            ids.addAll(e.named());
            if (e.behalfId() != null) {
                ids.add(e.behalfId());
            }
        });
        tasks.stream()
                .filter(t -> t.todo() || t.state().equals("copied"))
                .flatMap(t -> Stream.of(t.owner(), t.behalf() == null ? t.owner() : t.behalf()))
                .filter(o -> !o.startsWith("role:"))
                .forEach(ids::add);
        form.fields().values().stream()
                .filter(f -> "person".equals(f.component()) && answers.get(f.key()) instanceof String)
                .forEach(f -> ids.add(String.valueOf(answers.get(f.key()))));
        return people.byIds(ids);
    }

    private List<String> actions(
            Actor reader,
            RequestRow row,
            Model model,
            Map<String, Person> known,
            List<InboxRow> tasks,
            List<EntryRow> entries,
            boolean revocable) {
        var own = row.applicantId().equals(reader.id());
        var applicant = known.get(row.applicantId());
        var gone = applicant == null || !applicant.present();
        var actions = new ArrayList<String>();
        var acts = row.running() && !row.suspended();
        if (acts && (own || gone && access.isApplicant(reader, row))) {
            actions.add("withdraw");
        }
        if (row.running() && Administrators.of(reader, model)) {
            actions.add("administer");
        }
        if (own && row.running()) {
            if (acts && tasks.stream().anyMatch(t -> t.todo() && !t.owner().equals(reader.id()))) {
                actions.add("urge");
            }
        } else if (revocable) {
            actions.add("revoke");
        }
        actions.add("comment");
        var mine = Access.owners(reader);
        if (own
                || tasks.stream().anyMatch(t -> mine.contains(t.owner()) || t.pool() != null && mine.contains(t.pool()))
                || entries.stream()
                        .anyMatch(e -> e.taskId() != null && e.personId().equals(reader.id()))) {
            actions.add("copy");
        }
        return actions;
    }

    private static @Nullable String department(Map<String, Person> known, RequestRow row) {
        var applicant = known.get(row.applicantId());
        return applicant == null ? null : applicant.departmentName();
    }
}
