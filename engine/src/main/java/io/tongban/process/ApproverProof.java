package io.tongban.process;

import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.process.Approvers.Question;
import io.tongban.process.engine.Finding;
import io.tongban.process.engine.ModelProof;
import io.tongban.process.engine.ModelProof.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** For which departments of the real company the steps of a model would find nobody. */
@Component
class ApproverProof {

    /** Rules that depend on who asks, and those that do not; what depends on answers is not judged. */
    private static final Pattern BY_APPLICANT =
            Pattern.compile("(random:)?(leader|leaders|leaders-down|head|position)(:.*)?");

    private static final Pattern BY_NAME = Pattern.compile("(random:)?(role|person|department|head-of-department):.*");
    private static final int PEOPLE = 5;
    private static final int NAMED = 3;
    private static final long MOST_NANOS = 1_200_000_000L;

    /** Departments in which nobody, and in which not everybody, finds somebody. */
    private record Answer(List<String> none, List<String> some) {}

    private final Approvers approvers;
    private final Departments departments;

    ApproverProof(Approvers approvers, Departments departments) {
        this.approvers = approvers;
        this.departments = departments;
    }

    List<Finding> of(String file, byte[] model) {
        var findings = new ArrayList<Finding>();
        var known = new HashMap<List<Object>, Answer>();
        var all = departments.all();
        var members = new HashMap<String, List<String>>();
        long end = System.nanoTime() + MOST_NANOS;
        for (var task : ModelProof.tasks(model)) {
            if (!judged(task)) {
                continue;
            }
            if (System.nanoTime() > end) {
                findings.add(new Finding(
                        Finding.INFO,
                        file,
                        task.id(),
                        task.line(),
                        "approver",
                        "not every department was asked who decides: it would have taken too long"));
                break;
            }
            var answer = known.computeIfAbsent(
                    List.of(task.approver(), String.valueOf(task.nobody()), task.own(), task.exclude()),
                    key -> ask(task, all, members));
            say(file, task, answer, findings);
        }
        return findings;
    }

    private static boolean judged(Task task) {
        return !task.approver().isBlank()
                && Stream.concat(rules(task), task.exclude().stream())
                        .allMatch(rule -> BY_APPLICANT.matcher(rule).matches()
                                || BY_NAME.matcher(rule).matches());
    }

    private static Stream<String> rules(Task task) {
        return Stream.of(task.approver().strip().split("[,\\s]+")).map(rule -> rule.replaceFirst("\\*[1-9]\\d?$", ""));
    }

    private Answer ask(Task task, List<Department> all, Map<String, List<String>> members) {
        var none = new ArrayList<String>();
        var some = new ArrayList<String>();
        var byName = rules(task).allMatch(rule -> BY_NAME.matcher(rule).matches());
        for (var department : all) {
            var applicants = members.computeIfAbsent(
                    department.id(),
                    id -> departments.members(id).stream().limit(PEOPLE).toList());
            if (applicants.isEmpty()) {
                continue;
            }
            var found = applicants.stream()
                    .limit(byName ? 2 : PEOPLE)
                    .filter(applicant -> finds(task, applicant))
                    .count();
            if (found == 0) {
                none.add(department.name());
            } else if (found < applicants.size() && !byName) {
                some.add(department.name());
            } else if (byName) {
                // Who asks makes no difference, but for those whom it names.
                break;
            }
        }
        return new Answer(none, some);
    }

    private boolean finds(Task task, String applicant) {
        var nobody = task.nobody();
        return rules(task).anyMatch(rule -> finds(task, rule, applicant))
                || nobody != null && approvers.understands(nobody) && finds(task, nobody, applicant);
    }

    private boolean finds(Task task, String rule, String applicant) {
        return approvers.understands(rule)
                && !approvers
                        .find(new Question(
                                rule,
                                "none",
                                task.own(),
                                task.exclude(),
                                applicant,
                                name -> null,
                                step -> List.of(),
                                applicant))
                        .nobody();
    }

    private static void say(String file, Task task, Answer answer, List<Finding> findings) {
        var all = answer.none().isEmpty() ? answer.some() : answer.none();
        if (all.isEmpty()) {
            return;
        }
        var then = "pass".equals(task.nobody())
                ? "the step passes"
                : "reject".equals(task.nobody()) ? "the request is rejected" : "the administrators of processes get it";
        findings.add(new Finding(
                answer.none().isEmpty() || task.nobody() != null ? Finding.INFO : Finding.WARNING,
                file,
                task.id(),
                task.line(),
                "approver",
                "nobody would be found for " + (answer.none().isEmpty() ? "some people of " : "")
                        + String.join("、", all.stream().limit(NAMED).toList()) + (all.size() > NAMED ? "…" : "")
                        + " (departments: " + all.size() + "); " + then));
    }
}
