package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through a process before it is submitted: the engine itself runs it, with its tables, steps and rules, everybody
 * approving, in a transaction that is rolled back. What people on the way may still change makes the rest uncertain.
 */
@Component
class Preview {

    private static final int MOST = 60;

    /**
     * One step of the way.
     *
     * @param pool name of the role that holds it, null for people
     * @param unknown says why people of the step are not known, null when all of them are
     * @param deciding how several people decide, null when whoever acts first does
     * @param certain false where it depends on what is not known yet
     * @param byRule whether it will be decided without anybody
     */
    record Step(
            String id,
            String name,
            List<PersonRef> approvers,
            @Nullable String pool,
            @Nullable String unknown,
            @Nullable String deciding,
            boolean certain,
            boolean byRule,
            String why) {}

    /** The way, and how it ends; null while it then waits for a time or an event. */
    record Way(List<Step> steps, @Nullable String outcome) {}

    private record Passed(
            UserStep step,
            List<InboxRow> rows,
            boolean certain,
            @Nullable String unknown,
            @Nullable String byRule) {}

    private final Engine engine;
    private final Requests requests;
    private final Answers answers;
    private final Forms forms;
    private final Approvers approvers;
    private final Names names;
    private final People people;
    private final TransactionTemplate rolledBack;
    private final Clock clock;

    Preview(
            Engine engine,
            Requests requests,
            Answers answers,
            Forms forms,
            Approvers approvers,
            Names names,
            People people,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.engine = engine;
        this.requests = requests;
        this.answers = answers;
        this.forms = forms;
        this.approvers = approvers;
        this.names = names;
        this.people = people;
        this.rolledBack = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws Problem 422 what submitting would refuse */
    Way of(Actor applicant, String processKey, Map<String, Object> given) {
        var model = requests.model(processKey);
        if (!Requests.mayStart(applicant, model)) {
            throw Problem.forbidden();
        }
        return java.util.Objects.requireNonNull(rolledBack.execute(status -> {
            status.setRollbackOnly();
            return rehearse(applicant, model, given);
        }));
    }

    private Way rehearse(Actor applicant, Model model, Map<String, Object> given) {
        var merged = answers.merge(applicant, forms.of(model), Map.of(), given, forms.rights(model));
        var now = clock.instant();
        var draft = new RequestRow(
                Ids.next(),
                "",
                model.key(),
                model.definitionId(),
                model.version(),
                "",
                "",
                "",
                applicant.id(),
                applicant.departments().isEmpty()
                        ? null
                        : applicant.departments().get(0),
                "running",
                0,
                "{}",
                now,
                now,
                null,
                null,
                null,
                null,
                1);
        var passed = new ArrayList<Passed>();
        try (var work = Work.open(applicant, model, draft, merged)) {
            var rehearsal = new Rehearsal();
            work.rehearsal = rehearsal;
            work.submitting = true;
            var instance = engine.start(model.definitionId(), draft.id(), Requests.facts(model, merged));
            work.request = draft.startedAs(instance);
            work.submitting = false;
            collect(work, passed);
            while (!rehearsal.tasks.isEmpty() && passed.size() < MOST && work.ending == null) {
                if (passes(work, rehearsal)) {
                    collect(work, passed);
                }
            }
            var outcome = work.ending != null ? work.ending : work.status.equals("running") ? null : work.status;
            return view(model, passed, outcome);
        }
    }

    /** What the engine has opened since. */
    private static void collect(Work work, List<Passed> passed) {
        var rehearsal = java.util.Objects.requireNonNull(work.rehearsal);
        for (var entry : work.entries) {
            if (entry.step() != null
                    && (entry.detail() == null || entry.detail().startsWith("|"))) {
                var step = work.model.step(entry.step());
                var certain = rehearsal.certain && !rehearsal.reads(ruleReads(step));
                passed.add(new Passed(step, List.of(), certain, null, String.valueOf(entry.detail())));
            }
        }
        work.entries.clear();
        var opened = work.tasks.stream()
                .collect(Collectors.groupingBy(InboxRow::taskId, LinkedHashMap::new, Collectors.toList()));
        work.tasks.clear();
        rehearsal.tasks.putAll(opened);
        for (var rows : opened.values()) {
            var step = work.model.step(String.valueOf(rows.get(0).step()));
            var unknown = rows.stream().anyMatch(Preview::byChance)
                    ? "random"
                    : rehearsal.reads(earlier(step)) ? "step" : null;
            var certain = rehearsal.certain
                    && unknown == null
                    && !(rehearsal.chance && !work.model.repeated().equals("off"))
                    && rows.stream().noneMatch(row -> rehearsal.perhaps.contains(row.owner()))
                    && !rehearsal.reads(ruleReads(step));
            passed.add(new Passed(step, List.copyOf(rows), certain, unknown, null));
        }
    }

    /** Another request gets another one by chance. */
    private static boolean byChance(InboxRow row) {
        return row.why() != null && row.why().split("\\|")[0].equals("random");
    }

    /** Answers and facts that the rules of a step read, and earlier steps whose people they ask again. */
    private static Set<String> ruleReads(UserStep step) {
        return Stream.concat(rules(step.approvers()), rules(step.exclude()))
                .filter(rule -> rule.matches("(field|holder|head-of|members-of|decision|step):.*"))
                .map(rule -> rule.startsWith("step:") ? rule : rule.substring(rule.indexOf(':') + 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> earlier(UserStep step) {
        return rules(step.approvers()).filter(rule -> rule.startsWith("step:")).collect(Collectors.toSet());
    }

    private static Stream<String> rules(List<String> rules) {
        return rules.stream().map(rule -> rule.replaceFirst("^random:", "").replaceFirst("\\*\\d+$", ""));
    }

    /** What a step does later may need what people fill in on the way: the way is not known any further there. */
    private boolean passes(Work work, Rehearsal rehearsal) {
        var status = work.status;
        try {
            pass(work, rehearsal);
            return true;
        } catch (RuntimeException notYet) {
            work.status = status;
            work.ending = null;
            work.tasks.clear();
            work.entries.clear();
            return false;
        }
    }

    /** Everybody approves one of the open tasks. */
    private void pass(Work work, Rehearsal rehearsal) {
        var task = rehearsal.tasks.keySet().iterator().next();
        var rows = java.util.Objects.requireNonNull(rehearsal.tasks.remove(task));
        var step = work.model.step(String.valueOf(rows.get(0).step()));
        var known = new LinkedHashSet<String>();
        for (var row : rows) {
            known.add(row.behalf() == null ? row.owner() : row.behalf());
        }
        var everybody = step.vote() != null && step.vote().way().matches("all|in-order") || known.size() == 1;
        work.decidedStep = step.id();
        work.approvers.clear();
        work.decider = null;
        var chance = rows.stream().anyMatch(Preview::byChance);
        rehearsal.chance |= chance;
        if (everybody && !chance && known.stream().noneMatch(owner -> owner.startsWith("role:"))) {
            work.approvers.addAll(known);
            work.decider = known.iterator().next();
            rehearsal.approvers.put(step.id(), Set.copyOf(known));
        } else {
            rehearsal.open.add("step:" + step.id());
            if (!work.model.repeated().equals("off")) {
                rehearsal.perhaps.addAll(approvers.people(known));
            }
        }
        var writable = step.isWork() || step.form() != null || !step.write().isEmpty()
                ? forms.rights(work.model, step).write()
                : Set.<String>of();
        rehearsal.open.addAll(
                writable == null ? forms.of(work.model, step).fields().keySet() : writable);
        var decision = step.actions().contains("approve")
                ? "approve"
                : step.actions().contains("complete") ? "complete" : "submit";
        engine.complete(task, Map.of(), Map.of("decision", decision));
    }

    private Way view(Model model, List<Passed> passed, @Nullable String outcome) {
        var locale = LocaleContextHolder.getLocale();
        var ids = passed.stream()
                .flatMap(one -> one.rows().stream())
                .map(InboxRow::owner)
                .filter(owner -> !owner.startsWith("role:"))
                .collect(Collectors.toSet());
        var known = people.byIds(ids);
        var steps = new ArrayList<Step>();
        for (var one : passed) {
            var owners = "step".equals(one.unknown())
                    ? List.<String>of()
                    : one.rows().stream()
                            .filter(row -> !byChance(row))
                            .map(InboxRow::owner)
                            .toList();
            steps.add(new Step(
                    one.step().id(),
                    one.step().name().in(locale),
                    owners.stream()
                            .filter(owner -> !owner.startsWith("role:"))
                            .map(owner -> Names.person(known, owner))
                            .toList(),
                    owners.stream()
                            .filter(owner -> owner.startsWith("role:"))
                            .findFirst()
                            .map(owner -> names.role(owner, locale))
                            .orElse(null),
                    one.unknown() == null ? null : names.sentence("preview", one.unknown()),
                    one.step().vote() == null ? null : one.step().vote().way(),
                    one.certain(),
                    one.byRule() != null,
                    one.byRule() != null ? names.byRule(one.byRule(), model) : why(one.rows())));
        }
        return new Way(steps, outcome);
    }

    private String why(List<InboxRow> rows) {
        return rows.isEmpty() || rows.get(0).why() == null || byChance(rows.get(0))
                ? ""
                : names.sentence("why", String.valueOf(rows.get(0).why()).split("\\|"));
    }
}
