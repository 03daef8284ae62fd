package io.tongban.process.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** FEEL as forms use it; functions that reach outside are off. */
@Component
public class Feel {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\b(function|external|return|satisfies)\\b");
    private static final int MAX_LENGTH = 2_000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern CALL = Pattern.compile("[\\p{L}_]\\s*\\(");
    private static final String ROW = "rowOfTheTable";
    private static final String ROWS = "rowsOfTheTable";
    private static final String RESULT = "resultOfTheRow";
    private static final int MOST = 10_000;
    private static final int LONGEST = 200;

    /** An expression with the values of the names in it. */
    private record Asked(String expression, List<Object> values) {}

    private final FeelEngineApi engine =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    /** Building the library of functions for one condition costs more than all else in checking a form. */
    private final Map<Asked, Boolean> known = new ConcurrentHashMap<>();

    /** Whether an expression is short and has no functions or loops of its own, which might never come to an end. */
    public static boolean isPlain(String expression) {
        return expression.length() <= MAX_LENGTH
                && !CODE.matcher(TEXT.matcher(expression).replaceAll("\"\"")).find();
    }

    /** Whether an expression is true for these values; an expression that can not be evaluated is not. */
    public boolean holds(String expression, Map<String, Object> values) {
        var text = expression.startsWith("=") ? expression.substring(1) : expression;
        var read = values(text, values);
        if (CALL.matcher(text).find() || !read.stream().allMatch(Feel::remembers)) {
            return evaluate(text, values);
        }
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Asked(text, read), asked -> evaluate(text, values));
    }

    /** What an expression comes to; null when it comes to nothing, as a division by zero does. */
    public @Nullable Object value(String expression, Map<String, Object> values) {
        var text = expression.startsWith("=") ? expression.substring(1) : expression;
        if (text.isBlank() || !isPlain(text)) {
            return null;
        }
        try {
            var result = engine.evaluateExpression(text, values);
            return result.isSuccess() ? result.result() : null;
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /**
     * The same for every row of a table at once, because each evaluation costs more than all rows in it; null when that
     * can not be done. A row sees its own values and those around it.
     */
    public @Nullable List<?> each(
            String expression, Collection<String> columns, List<?> rows, Map<String, Object> values) {
        var text = expression.startsWith("=") ? expression.substring(1) : expression;
        if (text.isBlank() || !isPlain(text)) {
            return null;
        }
        var known = new LinkedHashMap<>(values);
        known.put(ROWS, rows);
        var cells = columns.stream()
                .map(column -> "\"" + column + "\": " + ROW + "." + column + ", ")
                .collect(Collectors.joining());
        var result = engine.evaluateExpression(
                "for " + ROW + " in " + ROWS + " return {" + cells + "\"" + RESULT + "\": (" + text + ")}." + RESULT,
                known);
        return result.isSuccess() && result.result() instanceof List<?> all && all.size() == rows.size() ? all : null;
    }

    private boolean evaluate(String text, Map<String, Object> values) {
        var result = engine.evaluateExpression(text, values);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    /** The values that an expression can see, in the order of its words; a word that names none counts too. */
    private static List<Object> values(String text, Map<String, Object> values) {
        return NAME.matcher(TEXT.matcher(text).replaceAll(""))
                .results()
                .map(word -> Objects.requireNonNullElse(values.get(word.group()), Optional.empty()))
                .toList();
    }

    private static boolean remembers(Object value) {
        return value instanceof Boolean
                || value instanceof Number
                || value instanceof Optional
                || value instanceof String text && text.length() <= LONGEST;
    }
}
