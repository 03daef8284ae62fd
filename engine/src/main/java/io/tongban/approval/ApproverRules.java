package io.tongban.approval;

import io.tongban.access.Roles;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Approvers;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The approver rules: {@code applicant} (their leader once they have left), {@code person:ACCOUNT}, {@code role:KEY}, {@code leader}, {@code leader:N},
 * {@code head}, {@code head:N} (of the department N-1 levels up), {@code head:top} (of the company), {@code head-of:KEY} (of the department in an answer or fact), {@code field:KEY},
 * {@code holder:KEY}, {@code decision:FACT}. Nobody decides on an own request: a rule that finds the applicant goes to
 * the next one up. Only {@code holder:KEY} is about work, not about a decision, and may find the applicant.
 */
@Component
class ApproverRules implements Approvers {

    static final String ADMINISTRATORS = "process-admin";
    private static final int POOL_NOTICES = 50;
    private static final Pattern RULE = Pattern.compile(
            "applicant|none|administrator|leader(:[1-9])?|head(:[1-9]|:top)?|(person|role|field|holder|head-of|decision):[\\p{L}0-9_.@-]{1,64}");

    private final People people;
    private final Departments departments;
    private final Roles roles;

    ApproverRules(People people, Departments departments, Roles roles) {
        this.people = people;
        this.departments = departments;
        this.roles = roles;
    }

    @Override
    public boolean understands(String rule) {
        return RULE.matcher(rule).matches();
    }

    @Override
    public List<String> people(Collection<String> owners) {
        return owners.stream()
                .flatMap(owner -> owner.startsWith("role:")
                        ? roles.members(owner.substring(5)).stream().limit(POOL_NOTICES)
                        : Stream.of(owner))
                .distinct()
                .toList();
    }

    @Override
    public List<String> members(Found found) {
        return found.role() == null ? found.people() : roles.members(found.role());
    }

    @Override
    public Found find(Question question) {
        var found = resolve(question.rule(), question);
        if (found.isPresent()) {
            return found.get();
        }
        var nobody = question.nobody() == null ? "administrator" : question.nobody();
        switch (nobody) {
            case "none" -> {
                return Found.people(List.of(), "none");
            }
            case "pass" -> {
                return Found.byRule("approve", "nobody-pass");
            }
            case "reject" -> {
                return Found.byRule("reject", "nobody-reject");
            }
            default -> {}
        }
        return (nobody.equals("administrator") ? Optional.<Found>empty() : resolve(nobody, question))
                .or(() -> role(ADMINISTRATORS, question, "nobody"))
                .or(() -> role("administrator", question, "nobody"))
                .orElseGet(() -> Found.pool(ADMINISTRATORS, "nobody"));
    }

    private Optional<Found> resolve(String rule, Question question) {
        var colon = rule.indexOf(':');
        var name = colon < 0 ? rule : rule.substring(0, colon);
        var argument = colon < 0 ? "" : rule.substring(colon + 1);
        return switch (name) {
            case "applicant" -> applicant(question);
            case "person" ->
                people.byLogin(argument).map(Person::id).flatMap(id -> present(List.of(id), question, "person"));
            case "role" -> role(argument, question, "role");
            case "leader" -> leader(level(argument), question);
            case "head" ->
                argument.equals("top")
                        ? departments.root().flatMap(root -> headOf(root.id(), question))
                        : head(level(argument), question);
            case "field" -> present(ids(question.field().get(argument)), question, "field");
            case "holder" -> holder(ids(question.field().get(argument)));
            case "head-of" ->
                ids(question.field().get(argument)).stream()
                        .findFirst()
                        .flatMap(department -> headUpward(department, question));
            case "decision" -> decision(argument, question);
            default -> Optional.empty();
        };
    }

    private Optional<Found> decision(String fact, Question question) {
        for (var rule : ids(question.field().get(fact))) {
            if (understands(rule) && !rule.startsWith("decision:")) {
                var found = resolve(rule, question);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** A role without the applicant is held as a pool; with the applicant in it, by its other members. */
    private Optional<Found> role(String key, Question question, String why) {
        var members = roles.members(key);
        var others = members.stream()
                .filter(id -> !id.equals(question.applicantId()))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                others.size() == members.size() ? Found.pool(key, why, key) : Found.people(others, why, key));
    }

    /** For somebody who has left, the leader. */
    private Optional<Found> applicant(Question question) {
        return people.present(question.applicantId())
                ? Optional.of(Found.people(List.of(question.applicantId()), "applicant"))
                : leader(1, question);
    }

    private Optional<Found> leader(int level, Question question) {
        var chain = people.leaders(question.applicantId(), level);
        return chain.size() < level
                ? Optional.empty()
                : Optional.of(Found.people(
                        List.of(chain.get(level - 1)), level == 1 ? "leader" : "leader-above", String.valueOf(level)));
    }

    private Optional<Found> head(int level, Question question) {
        var own = people.departments(question.applicantId());
        @Nullable String department = own.isEmpty() ? null : own.get(0);
        for (int up = 1; up < level && department != null; up++) {
            department = departments.parent(department).orElse(null);
        }
        return headUpward(department, question);
    }

    private Optional<Found> headUpward(@Nullable String from, Question question) {
        @Nullable String department = from != null && departments.find(from).isPresent() ? from : null;
        while (department != null) {
            var found = headOf(department, question);
            if (found.isPresent()) {
                return found;
            }
            department = departments.parent(department).orElse(null);
        }
        return Optional.empty();
    }

    private Optional<Found> holder(Collection<String> ids) {
        var found = List.copyOf(new LinkedHashSet<>(people.present(ids)));
        return found.isEmpty() ? Optional.empty() : Optional.of(Found.people(found, "holder"));
    }

    private Optional<Found> headOf(String department, Question question) {
        var heads = departments.heads(department).stream()
                .filter(id -> !id.equals(question.applicantId()))
                .toList();
        return heads.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Found.people(heads, "head", departments.get(department).name()));
    }

    /** People who are still here; the applicant gives way to the direct leader. */
    private Optional<Found> present(Collection<String> ids, Question question, String why) {
        Set<String> found = new LinkedHashSet<>(people.present(ids));
        if (found.remove(question.applicantId()) && found.isEmpty()) {
            return leader(1, question);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(Found.people(List.copyOf(found), why));
    }

    private static int level(String argument) {
        return argument.isEmpty() ? 1 : Integer.parseInt(argument);
    }

    private static List<String> ids(@Nullable Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
