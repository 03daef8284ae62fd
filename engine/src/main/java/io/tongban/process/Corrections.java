package io.tongban.process;

import io.tongban.access.Accounts;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.EntryDetail.Change;
import io.tongban.process.Interventions.Said;
import io.tongban.process.engine.Course;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Feel;
import io.tongban.process.engine.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Administrators correct answers of a running request. Facts, dates that follow them, decision tables that were asked and
 * steps that registered something undoable are computed again, in their order, as when the applicant submits again.
 * Reminders and other deeds are not done twice, nobody who has decided is asked again, and whoever holds a task keeps it.
 */
@Component
class Corrections {

    /** What would be computed again and what would stay as it is, as element ids. */
    record Means(List<String> again, List<String> kept) {}

    private final Interventions interventions;
    private final Answers answers;
    private final Forms forms;
    private final Feel feel;
    private final Steps steps;
    private final Engine engine;
    private final Course course;
    private final Requests requests;
    private final Works works;
    private final Accounts accounts;
    private final People people;

    Corrections(
            Interventions interventions,
            Answers answers,
            Forms forms,
            Feel feel,
            Steps steps,
            Engine engine,
            Course course,
            Requests requests,
            Works works,
            Accounts accounts,
            People people) {
        this.interventions = interventions;
        this.answers = answers;
        this.forms = forms;
        this.feel = feel;
        this.steps = steps;
        this.engine = engine;
        this.course = course;
        this.requests = requests;
        this.works = works;
        this.accounts = accounts;
        this.people = people;
    }

    void correct(Actor actor, String id, @Nullable Map<String, Object> given, Said said, @Nullable String key) {
        var asked = given == null ? Map.<String, Object>of() : given;
        interventions.act(actor, "correct", id, said, key, asked, (work, reason, once) -> {
            Interventions.notOwn(work);
            var before = new LinkedHashMap<>(work.answers);
            var merged = merge(work, asked);
            var changes = ContentChanges.of(before, merged);
            if (changes.isEmpty()) {
                throw Problem.refused("kernel:invalid").field("answers", "process:nothing-corrected");
            }
            work.changed(changes);
            work.answers.clear();
            work.answers.putAll(merged);
            setFacts(work, changes);
            var means = means(work.request, work.model);
            means.again().forEach(element -> again(work, element));
            works.tellRequest(work, "process.corrected", interventions.concerned(work));
            works.write(work);
            return EntryRow.of(work, "correct", null, null, reason, once, null)
                    .detailed(EntryDetail.corrected(changes, means.again(), means.kept()));
        });
    }

    /** Each form checks what it asks; what stays as it is, is not checked again. */
    private Map<String, Object> merge(Work work, Map<String, Object> given) {
        var merged = new LinkedHashMap<>(work.answers);
        var left = new LinkedHashMap<>(given);
        for (var form : forms.all(work.model)) {
            var own = new LinkedHashMap<String, Object>();
            form.fields().keySet().forEach(field -> {
                if (left.containsKey(field)) {
                    var value = left.remove(field);
                    if (!ContentChanges.same(merged.get(field), value)) {
                        own.put(field, value);
                    }
                }
            });
            if (!own.isEmpty()) {
                var checked =
                        answers.merge(asApplicant(work), form, merged, own, Rights.writing(written(form, merged, own)));
                requests.attach(work, form, checked);
                merged.clear();
                merged.putAll(checked);
            }
        }
        if (!left.isEmpty()) {
            var problem = Problem.refused("kernel:invalid");
            left.keySet().forEach(field -> problem.field("answers." + field, "process:unknown-field", field));
            throw problem;
        }
        return merged;
    }

    /** What is changed, and what is only asked for because of that. */
    private Set<String> written(FormSchema form, Map<String, Object> standing, Map<String, Object> changed) {
        var after = new LinkedHashMap<>(standing);
        changed.forEach((field, value) -> {
            if (value == null) {
                after.remove(field);
            } else {
                after.put(field, value);
            }
        });
        var written = new LinkedHashSet<>(form.hidden(standing, feel));
        written.removeAll(form.hidden(after, feel));
        written.addAll(changed.keySet());
        return written;
    }

    /** Choices are those of the applicant, as long as the applicant is here. */
    private Actor asApplicant(Work work) {
        var applicant = work.request.applicantId();
        return people.present(applicant) ? accounts.actor(applicant) : work.actor;
    }

    private void setFacts(Work work, List<Change> changes) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        changes.stream()
                .map(change -> change.field().split("\\[", 2)[0])
                .filter(field -> work.model.facts().contains(field))
                .forEach(field -> facts.put(field, work.answers.get(field)));
        set(work, facts);
    }

    private void set(Work work, Map<String, ? extends @Nullable Object> facts) {
        work.facts.putAll(facts);
        if (!facts.isEmpty()) {
            engine.set(work.request.instanceId(), facts);
        }
    }

    private void again(Work work, String element) {
        var values = new LinkedHashMap<String, Object>(work.answers);
        values.putAll(engine.facts(work.request.instanceId()));
        var step = work.model.runs().get(element);
        if (step != null) {
            set(work, steps.run(step, values, EngineEvents.context(work)));
            return;
        }
        var said = course.decide(work.model, element, values);
        if (said != null) {
            var facts = new LinkedHashMap<String, @Nullable Object>();
            facts.put(said.fact(), said.value());
            set(work, facts);
        }
    }

    Means means(RequestRow request, Model model) {
        var again = new ArrayList<String>();
        var kept = new ArrayList<String>();
        for (var element : course.passed(request.instanceId())) {
            (isSafe(model, element) ? again : kept).add(element);
        }
        return new Means(again, kept);
    }

    /** Decisions do nothing; a step that can be undone registers anew what it registered, as after a return. */
    private boolean isSafe(Model model, String element) {
        var step = model.runs().get(element);
        return step == null
                ? course.decides(model, element)
                : steps.get(step).effect() == Effect.UNDOABLE && !course.takesMore(model, element);
    }
}
