package io.tongban.approval;

import io.tongban.access.Roles;
import io.tongban.process.Approvers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who of those whom a rule means is asked. Nobody decides on an own request unless the step says so: the applicant gives
 * way to the others who were found, then to whom the step names ({@code own}). Whoever is excluded is not asked in any
 * way. What a step says about nobody comes last, and the administrators of processes after that.
 */
@Component
class ApproverRules implements Approvers {

    static final String ADMINISTRATORS = "process-admin";
    private static final int POOL_NOTICES = 50;

    private final RulePeople people;
    private final Roles roles;

    ApproverRules(RulePeople people, Roles roles) {
        this.people = people;
        this.roles = roles;
    }

    @Override
    public boolean understands(String rule) {
        return RuleText.understands(rule);
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
        var excluded = excluded(question);
        var found = resolve(question.rule(), question, excluded);
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
        return (nobody.equals("administrator") ? Optional.<Found>empty() : resolve(nobody, question, excluded))
                .or(() -> administrators(ADMINISTRATORS, question, excluded))
                .or(() -> administrators("administrator", question, excluded))
                .orElseGet(() -> Found.pool(ADMINISTRATORS, "nobody"));
    }

    private Set<String> excluded(Question question) {
        var excluded = new LinkedHashSet<String>();
        for (var rule : question.exclude()) {
            resolve(rule, question.unrestricted(), Set.of()).ifPresent(found -> excluded.addAll(members(found)));
        }
        return excluded;
    }

    /** Never by rule: the last resort is somebody. */
    private Optional<Found> administrators(String role, Question question, Set<String> excluded) {
        return asked(RuleText.of("role:" + role), question.owned("leader"), excluded)
                .map(found -> found.role() == null
                        ? Found.people(found.people(), "nobody")
                        : Found.pool(found.role(), "nobody"));
    }

    private Optional<Found> resolve(String rule, Question question, Set<String> excluded) {
        var text = RuleText.of(rule);
        return switch (text.name()) {
            case "decision" ->
                RulePeople.ids(question, text.argument()).stream()
                        .filter(RuleText::mayBeDecided)
                        .flatMap(decided -> resolve(decided, question, excluded).stream())
                        .findFirst();
            case "random" -> resolve(text.argument(), question, excluded).map(found -> one(found, question));
            default -> asked(text, question, excluded);
        };
    }

    private Optional<Found> asked(RuleText rule, Question question, Set<String> excluded) {
        var found = people.find(rule, question);
        if (found.nobody()) {
            return Optional.empty();
        }
        var all = members(found);
        var left = all.stream().filter(id -> !excluded.contains(id)).toList();
        var ownStands = rule.isForWork() || question.own().equals("allow");
        if (!ownStands && left.contains(question.applicantId())) {
            var others = left.stream()
                    .filter(id -> !id.equals(question.applicantId()))
                    .toList();
            return others.isEmpty() ? instead(rule, question, excluded) : Optional.of(some(found, others));
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(left.size() == all.size() ? found : some(found, left));
    }

    /** The rule found the applicant only. */
    private Optional<Found> instead(RuleText rule, Question question, Set<String> excluded) {
        if (question.own().equals("skip")) {
            return Optional.of(Found.byRule("approve", "own-skip"));
        }
        if (question.own().equals("leader") && rule.name().equals("role")) {
            return Optional.empty();
        }
        var other = question.own().equals("head") ? people.otherHead(question) : people.otherLeader(question);
        var left = other.people().stream().filter(id -> !excluded.contains(id)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(some(other, left));
    }

    private static Found some(Found found, List<String> left) {
        return new Found(left, null, null, found.why(), found.args());
    }

    /** Always the same one for a step of a request, and as far as can be when others come or go. */
    private Found one(Found found, Question question) {
        return members(found).stream()
                .max(Comparator.comparing(person -> digest(question.seed() + "/" + person)))
                .map(person -> Found.people(List.of(person), "random"))
                .orElse(found);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
