package io.tongban.approval;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * An approver rule as it is written, {@code name} or {@code name:argument}.
 *
 * @param argument empty when there is none; an underscore stands for a space
 */
record RuleText(String name, String argument) {

    private static final String KEY = "[\\p{L}0-9_.@-]{1,64}";
    private static final String WORDS = "[\\p{L}\\p{N}_.@&/()（）·+-]{1,100}";
    private static final Pattern RULE =
            Pattern.compile("applicant|none|administrator|leader(:[1-9])?|head(:[1-9]|:top)?"
                    + "|leaders:([1-9]|top|role=" + KEY + ")|leaders-down:[1-9]"
                    + "|(person|role|field|holder|head-of|members-of|decision|step):" + KEY
                    + "|(position|department|head-of-department):" + WORDS);
    private static final String RANDOM = "random:";
    private static final Set<String> FOR_WORK = Set.of("applicant", "holder");

    static RuleText of(String rule) {
        var colon = rule.indexOf(':');
        return colon < 0 ? new RuleText(rule, "") : new RuleText(rule.substring(0, colon), rule.substring(colon + 1));
    }

    static boolean understands(String rule) {
        var plain = rule.startsWith(RANDOM) ? rule.substring(RANDOM.length()) : rule;
        return RULE.matcher(plain).matches();
    }

    /** Whether it may stand in a decision table: a decision that names a decision might never end. */
    static boolean mayBeDecided(String rule) {
        return understands(rule) && !rule.contains("decision:");
    }

    /** Work, not a decision about a request: the applicant may do it. */
    boolean isForWork() {
        return FOR_WORK.contains(name);
    }

    int level() {
        return argument.isEmpty() ? 1 : Integer.parseInt(argument);
    }

    /** Name of a department or a position. */
    String words() {
        return argument.replace('_', ' ');
    }
}
