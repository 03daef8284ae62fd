package io.tongban.approval;

import io.tongban.access.Roles;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Approvers.Found;
import io.tongban.process.Approvers.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the people whom a rule means among those who are here. Whether they may be asked, the applicant for instance,
 * is decided by {@link ApproverRules}.
 */
@Component
class RulePeople {

    private static final Found NOBODY = Found.people(List.of(), "none");

    private final People people;
    private final Departments departments;
    private final Roles roles;

    RulePeople(People people, Departments departments, Roles roles) {
        this.people = people;
        this.departments = departments;
        this.roles = roles;
    }

    Found find(RuleText rule, Question question) {
        return switch (rule.name()) {
            case "applicant" -> applicant(question.applicantId());
            case "person" ->
                people.byLogin(rule.argument())
                        .map(Person::id)
                        .map(id -> here(List.of(id), "person"))
                        .orElse(NOBODY);
            case "role" -> Found.pool(rule.argument(), "role", rule.argument());
            case "field" -> here(ids(question, rule.argument()), "field");
            case "holder" -> here(ids(question, rule.argument()), "holder");
            case "step" -> here(question.step().at(rule.argument()), "step");
            case "leader" -> leader(question.applicantId(), rule.level());
            case "leaders" -> leaders(question.applicantId(), rule.argument());
            case "leaders-down" -> highest(question.applicantId(), rule.level());
            case "head" -> head(rule, question);
            case "head-of" ->
                ids(question, rule.argument()).stream()
                        .findFirst()
                        .map(department -> headUpward(department, question, "head"))
                        .orElse(NOBODY);
            case "head-of-department" -> headsOf(rule.words(), question);
            case "members-of" ->
                members(ids(question, rule.argument()).stream()
                        .filter(id -> departments.find(id).isPresent())
                        .toList());
            case "department" ->
                members(departments.byName(rule.words()).stream()
                        .map(department -> department.id())
                        .toList());
            case "position" -> position(rule.words(), question.applicantId());
            default -> NOBODY;
        };
    }

    /** Head of the applicant's department, or of the next one up that has another head than the applicant. */
    Found otherHead(Question question) {
        return headUpward(ownDepartment(question.applicantId()), question.owned("leader"), "own-head");
    }

    Found otherLeader(Question question) {
        var chain = people.leaders(question.applicantId(), 1);
        return chain.isEmpty() ? NOBODY : Found.people(chain, "own-leader");
    }

    /** Whoever asked; for somebody who has left, the leader. */
    private Found applicant(String id) {
        return people.present(id) ? Found.people(List.of(id), "applicant") : leader(id, 1);
    }

    private Found leader(String applicant, int level) {
        var chain = people.leaders(applicant, level);
        return chain.size() < level
                ? NOBODY
                : Found.people(
                        List.of(chain.get(level - 1)), level == 1 ? "leader" : "leader-above", String.valueOf(level));
    }

    /** From the direct leader upwards: so many, to the top, or as far as the first who holds a role. */
    private Found leaders(String applicant, String how) {
        if (!how.startsWith("role=")) {
            return some(
                    how.equals("top") ? people.leaders(applicant) : people.leaders(applicant, Integer.parseInt(how)));
        }
        var role = how.substring("role=".length());
        var holders = roles.members(role);
        var chain = new ArrayList<String>();
        for (var leader : people.leaders(applicant)) {
            chain.add(leader);
            if (holders.contains(leader)) {
                break;
            }
        }
        return chain.isEmpty() ? NOBODY : Found.people(chain, "leaders-to-role", role);
    }

    /** The highest of the chain, from the top down. */
    private Found highest(String applicant, int most) {
        var chain = people.leaders(applicant);
        var down = new ArrayList<>(chain.subList(Math.max(0, chain.size() - most), chain.size()));
        java.util.Collections.reverse(down);
        return some(down);
    }

    private static Found some(List<String> chain) {
        return chain.isEmpty() ? NOBODY : Found.people(chain, "leaders");
    }

    private Found head(RuleText rule, Question question) {
        if (rule.argument().equals("top")) {
            return departments
                    .root()
                    .map(root -> heads(root.id(), question, "head"))
                    .orElse(NOBODY);
        }
        @Nullable String department = ownDepartment(question.applicantId());
        for (int up = 1; up < rule.level() && department != null; up++) {
            department = departments.parent(department).orElse(null);
        }
        return headUpward(department, question, "head");
    }

    private @Nullable String ownDepartment(String applicant) {
        var own = people.departments(applicant);
        return own.isEmpty() ? null : own.get(0);
    }

    private Found headUpward(@Nullable String from, Question question, String why) {
        return upward(from, department -> heads(department, question, why));
    }

    /** The nearest department, from this one upwards, where somebody is found. */
    private Found upward(@Nullable String from, Function<String, Found> look) {
        @Nullable String department = from != null && departments.find(from).isPresent() ? from : null;
        while (department != null) {
            var found = look.apply(department);
            if (!found.nobody()) {
                return found;
            }
            department = departments.parent(department).orElse(null);
        }
        return NOBODY;
    }

    /** Unless the step says what happens to an applicant who is head, another head is looked for. */
    private Found heads(String department, Question question, String why) {
        var passOver = question.own().equals("leader") ? question.applicantId() : "";
        var heads = departments.heads(department).stream()
                .filter(id -> !id.equals(passOver))
                .toList();
        return heads.isEmpty()
                ? NOBODY
                : Found.people(heads, why, departments.get(department).name());
    }

    private Found headsOf(String name, Question question) {
        var found = new LinkedHashSet<String>();
        for (var department : departments.byName(name)) {
            found.addAll(headUpward(department.id(), question, "head").people());
        }
        return found.isEmpty() ? NOBODY : Found.people(List.copyOf(found), "head", name);
    }

    private Found members(Collection<String> inDepartments) {
        var found = departments.members(inDepartments);
        return found.isEmpty()
                ? NOBODY
                : Found.people(
                        found,
                        "department",
                        departments.get(inDepartments.iterator().next()).name());
    }

    private Found position(String position, String applicant) {
        return upward(ownDepartment(applicant), department -> {
            var found = departments.members(department, position);
            return found.isEmpty()
                    ? NOBODY
                    : Found.people(
                            found, "position", departments.get(department).name(), position);
        });
    }

    private Found here(Collection<String> ids, String why) {
        var here = people.present(ids);
        return here.isEmpty() ? NOBODY : Found.people(here, why);
    }

    static List<String> ids(Question question, String key) {
        var value = question.field().get(key);
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
