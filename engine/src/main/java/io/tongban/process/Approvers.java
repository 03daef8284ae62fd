package io.tongban.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who holds a task; provided by the module that knows the approver rules. */
public interface Approvers {

    /**
     * What a rule is asked about.
     *
     * @param rule rule text of the model, such as {@code leader:2} or {@code role:hr}
     * @param nobody what to do when the rule finds nobody: {@code administrator} (default), {@code none} for an
     *     empty answer, {@code pass}, {@code reject}, or another rule
     * @param own what to do when the rule finds the applicant: {@code leader} (default), {@code allow}, {@code skip} or
     *     {@code head}
     * @param exclude rules of people who are not asked
     * @param field reads an answer or fact by name
     * @param step who decided at an earlier step, by its id
     * @param seed what a choice by chance depends on, so that it is the same each time
     */
    record Question(
            String rule,
            @Nullable String nobody,
            String own,
            List<String> exclude,
            String applicantId,
            Values field,
            Deciders step,
            String seed) {

        /** A rule outside a step: readers, copies, reminders. */
        public static Question simple(String rule, String applicantId, Values field) {
            return new Question(rule, "none", "leader", List.of(), applicantId, field, step -> List.of(), "");
        }

        /** The same question about another rule. */
        public Question asking(String other, @Nullable String whenNobody) {
            return new Question(other, whenNobody, own, exclude, applicantId, field, step, seed);
        }

        /** The same with another way for an applicant who is found. */
        public Question owned(String way) {
            return new Question(rule, nobody, way, exclude, applicantId, field, step, seed);
        }

        /** The same with nobody excluded, and the applicant among those who are found. */
        public Question unrestricted() {
            return new Question(rule, nobody, "allow", List.of(), applicantId, field, step, seed);
        }

        /** Who acts as applicant now: for one who has left the leader, or else administrators. */
        public static Question applicant(String applicantId) {
            return new Question(
                    "applicant", null, "leader", List.of(), applicantId, name -> null, step -> List.of(), applicantId);
        }
    }

    /** Who decided at a step. */
    @FunctionalInterface
    interface Deciders {
        List<String> at(String step);
    }

    /** Reads an answer or a fact. */
    @FunctionalInterface
    interface Values {
        @Nullable
        Object get(String name);
    }

    /**
     * Who was found.
     *
     * @param people person ids; several means whoever acts first
     * @param role role key when the whole role holds the task, else null
     * @param decision {@code approve} or {@code reject} when the step is decided by rule, without anybody
     * @param why message key of the sentence that explains it, with arguments
     */
    record Found(
            List<String> people,
            @Nullable String role,
            @Nullable String decision,
            String why,
            List<String> args) {

        public static Found people(List<String> people, String why, String... args) {
            return new Found(people, null, null, why, List.of(args));
        }

        public static Found pool(String role, String why, String... args) {
            return new Found(List.of(), role, null, why, List.of(args));
        }

        /** Decided without anybody, as the step says. */
        public static Found byRule(String decision, String why) {
            return new Found(List.of(), null, decision, why, List.of());
        }

        public boolean nobody() {
            return people.isEmpty() && role == null && decision == null;
        }

        /** Key and arguments of the sentence that explains it. */
        public String reason() {
            return args.isEmpty() ? why : why + "|" + String.join("|", args);
        }
    }

    /** Empty only when the question allows it: the last resort is the role of process administrators. */
    Found find(Question question);

    /** The people behind owners of a task: a person id stands for itself, {@code role:KEY} for its members. */
    List<String> people(java.util.Collection<String> owners);

    /** Whether the rule text can be understood; used when a model is deployed. */
    boolean understands(String rule);

    /** The people of a role or other pool, all of them. */
    List<String> members(Found found);
}
