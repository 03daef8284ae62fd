package io.tongban.process.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * FEEL of decision tables. The engine builds its whole library of functions anew for every cell, which was a fifth of
 * what a request costs; so names, whole numbers and plain texts are read directly, and what a cell of literals says about a value is
 * remembered.
 */
final class CellFeel implements FeelEngine {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_?@]+");
    private static final Set<String> LITERALS = Set.of("true", "false", "null", "not", "and", "or");
    private static final int MOST = 10_000;
    private static final int LONGEST = 200;

    private record Asked(String cell, @Nullable Object value) {}

    private final FeelEngine feel;
    private final Map<Asked, Boolean> known = new ConcurrentHashMap<>();

    CellFeel(FeelEngine feel) {
        this.feel = feel;
    }

    static FeelEngineFactory factory() {
        return () -> new CellFeel(new ScalaFeelEngineFactory().createInstance());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        var text = expression.strip();
        if (TEXT.matcher(text).matches()) {
            return (T) text.substring(1, text.length() - 1);
        }
        if (WHOLE.matcher(text).matches()) {
            return (T) Long.valueOf(text);
        }
        if (NAME.matcher(text).matches() && !LITERALS.contains(text) && variables.containsVariable(text)) {
            var value = variables.resolve(text).getValue();
            if (value instanceof String || value instanceof Boolean || value instanceof Number) {
                return (T) value;
            }
        }
        return feel.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
        var resolved = variables.containsVariable(input) ? variables.resolve(input) : null;
        var value = resolved == null ? null : resolved.getValue();
        if (!remembers(value) || !literal(cell)) {
            return feel.evaluateSimpleUnaryTests(cell, input, variables);
        }
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Asked(cell, value), asked -> feel.evaluateSimpleUnaryTests(cell, input, variables));
    }

    private static boolean remembers(@Nullable Object value) {
        return value == null
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof String text && text.length() <= LONGEST;
    }

    /** Whether a cell names nothing but literals, so that its answer depends on the value alone. */
    private static boolean literal(String cell) {
        return WORD.matcher(TEXT.matcher(cell).replaceAll(""))
                .results()
                .allMatch(word -> LITERALS.contains(word.group()));
    }
}
