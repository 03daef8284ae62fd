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
     *     empty answer, or another rule
     * @param field reads an answer or fact by name
     */
    record Question(String rule, @Nullable String nobody, String applicantId, Values field) {}

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
     * @param why message key of the sentence that explains it, with arguments
     */
    record Found(List<String> people, @Nullable String role, String why, List<String> args) {}

    /** Empty only when the question allows it: the last resort is the role of process administrators. */
    Found find(Question question);

    /** The people behind owners of a task: a person id stands for itself, {@code role:KEY} for its members. */
    List<String> people(java.util.Collection<String> owners);

    /** Whether the rule text can be understood; used when a model is deployed. */
    boolean understands(String rule);
}
