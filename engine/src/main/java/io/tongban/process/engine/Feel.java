package io.tongban.process.engine;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

/** FEEL as forms use it; functions that reach outside are off. */
@Component
public class Feel {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\b(function|external|return|satisfies)\\b");
    private static final int MAX_LENGTH = 2_000;

    private final FeelEngineApi engine =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    /** Whether an expression is short and has no functions or loops of its own, which might never come to an end. */
    public static boolean isPlain(String expression) {
        return expression.length() <= MAX_LENGTH
                && !CODE.matcher(TEXT.matcher(expression).replaceAll("\"\"")).find();
    }

    /** Whether an expression is true for these values; an expression that can not be evaluated is not. */
    public boolean holds(String expression, Map<String, Object> values) {
        var text = expression.startsWith("=") ? expression.substring(1) : expression;
        var result = engine.evaluateExpression(text, values);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
