package io.tongban.process.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions that a model may hold: comparisons, {@code &&}, {@code ||}, {@code !}, {@code empty} and parentheses
 * over names and literals. There is no way to call, to index or to follow a dot.
 */
final class Condition {

    /** The text is no such expression. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** Words of the expression language and objects of the engine; no fact can have such a name. */
    static final Set<String> RESERVED = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "instanceof",
            "empty",
            "true",
            "false",
            "null",
            "steps",
            "execution",
            "task",
            "caseExecution",
            "externalTask",
            "variableScope",
            "authenticatedUserId",
            "decision",
            "__proto__");

    private static final int MAX_LENGTH = 500;
    private static final int MAX_DEPTH = 20;
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<number>-?\\d{1,18}(?:\\.\\d{1,18})?)(?![\\w.])"
            + "|(?<string>'(?:[^'\\\\{}]|\\\\['\"\\\\])*'|\"(?:[^\"\\\\{}]|\\\\['\"\\\\])*\")"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>==|!=|<=|>=|<|>|&&|\\|\\||!|\\(|\\)))");

    private final List<String> tokens = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private int at;
    private int depth;

    private Condition() {}

    /** Names that an expression, <code>${…}</code>, reads. */
    static Set<String> names(String text) throws Refused {
        var stripped = text.strip();
        if (stripped.length() > MAX_LENGTH) {
            throw new Refused("the expression is longer than 500 characters");
        }
        if (!stripped.startsWith("${") || !stripped.endsWith("}")) {
            throw new Refused("an expression is written ${…} and nothing beside it");
        }
        var condition = new Condition();
        condition.tokenize(stripped.substring(2, stripped.length() - 1));
        condition.or();
        if (condition.at < condition.tokens.size()) {
            throw new Refused("“" + condition.tokens.get(condition.at) + "” is not expected there");
        }
        return condition.names;
    }

    private void tokenize(String text) throws Refused {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        var rest = text.substring(end).strip();
        if (!rest.isEmpty()) {
            throw new Refused(
                    "“" + rest.substring(0, rest.offsetByCodePoints(0, 1)) + "” is not allowed in expressions");
        }
    }

    private void or() throws Refused {
        and();
        while (take("||")) {
            and();
        }
    }

    private void and() throws Refused {
        comparison();
        while (take("&&")) {
            comparison();
        }
    }

    private void comparison() throws Refused {
        unary();
        if (take("==") || take("!=") || take("<=") || take(">=") || take("<") || take(">")) {
            unary();
        }
    }

    private void unary() throws Refused {
        if (++depth > MAX_DEPTH) {
            throw new Refused("the expression is nested too deep");
        }
        if (take("!") || take("empty")) {
            unary();
        } else if (take("(")) {
            or();
            if (!take(")")) {
                throw new Refused("a closing parenthesis is missing");
            }
        } else {
            operand();
        }
        depth--;
    }

    private void operand() throws Refused {
        if (at >= tokens.size()) {
            throw new Refused("the expression ends too early");
        }
        var token = tokens.get(at++);
        char first = token.charAt(0);
        if (first == '\'' || first == '"' || first == '-' || Character.isDigit(first)) {
            return;
        }
        if (!Character.isLetter(first) && first != '_') {
            throw new Refused("“" + token + "” is not expected there");
        }
        if (!Set.of("true", "false", "null").contains(token)) {
            names.add(token);
        }
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }
}
