package io.tongban.process.engine;

import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

/** FEEL as forms use it; functions that reach outside are off. */
@Component
public class Feel {

    private final FeelEngineApi engine =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    /** Whether an expression is true for these values; an expression that can not be evaluated is not. */
    public boolean holds(String expression, Map<String, Object> values) {
        var text = expression.startsWith("=") ? expression.substring(1) : expression;
        var result = engine.evaluateExpression(text, values);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
