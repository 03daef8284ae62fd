package io.tongban.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;

/** What is remembered is what FEEL says. */
class FeelTest {

    private static final List<Object> VALUES = new ArrayList<>(
            List.of("sick", "annual", "", "3", 0, 1, 3, 3.0, 3.5, 10L, -2, new BigDecimal("2000.00"), true, false));

    @Test
    void a_cell_says_what_the_engine_says_the_first_time_and_the_second() {
        var engine = new ScalaFeelEngineFactory().createInstance();
        var ours = new CellFeel(engine);
        var values = new ArrayList<Object>(VALUES);
        values.add(null);
        for (var cell : List.of(
                "\"sick\"",
                "\"sick\",\"annual\"",
                "not(\"sick\")",
                "not(\"annual\", \"sick\")",
                "> 3",
                "<= 3",
                "[1..3]",
                "]1..10[",
                "3",
                "1, 3.5",
                "true",
                "not(true)",
                "null",
                "> limit")) {
            for (var value : values) {
                var variables = Variables.createVariables()
                        .putValue("input", value)
                        .putValue("limit", 2)
                        .asVariableContext();
                var expected = said(() -> engine.evaluateSimpleUnaryTests(cell, "input", variables));
                for (int time = 0; time < 2; time++) {
                    assertThat(said(() -> ours.evaluateSimpleUnaryTests(cell, "input", variables)))
                            .as("%s of %s", cell, value)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void what_else_a_cell_reads_is_not_forgotten() {
        var ours = new CellFeel(new ScalaFeelEngineFactory().createInstance());
        for (int limit : new int[] {2, 5, 2}) {
            var variables = Variables.createVariables()
                    .putValue("input", 3)
                    .putValue("limit", limit)
                    .asVariableContext();
            assertThat(ours.evaluateSimpleUnaryTests("> limit", "input", variables))
                    .isEqualTo(3 > limit);
        }
    }

    @Test
    void texts_and_names_are_read_as_they_are() {
        var engine = new ScalaFeelEngineFactory().createInstance();
        var ours = new CellFeel(engine);
        var variables = Variables.createVariables()
                .putValue("type", "sick")
                .putValue("days", 2)
                .asVariableContext();
        for (var expression : List.of(
                "\"role:hr\"",
                "type",
                " type ",
                "1",
                " 12 ",
                "-3",
                "0",
                "1.5",
                "days + 1",
                "\"a\\\"b\"",
                "missing",
                "\"x\" + type")) {
            assertThat((Object) ours.evaluateSimpleExpression(expression, variables))
                    .as(expression)
                    .isEqualTo(engine.evaluateSimpleExpression(expression, variables));
        }
    }

    @Test
    void a_condition_of_a_form_follows_the_answers() {
        var feel = new Feel();
        for (int time = 0; time < 2; time++) {
            assertThat(feel.holds("=type != \"sick\"", Map.of("type", "annual")))
                    .isTrue();
            assertThat(feel.holds("=type != \"sick\"", Map.of("type", "sick"))).isFalse();
            assertThat(feel.holds("=amount > 100 and kind = \"a\"", Map.of("amount", 101, "kind", "a")))
                    .isTrue();
            assertThat(feel.holds("=amount > 100 and kind = \"a\"", Map.of("amount", 101, "kind", "b")))
                    .isFalse();
            assertThat(feel.holds("=kind = null", new HashMap<>())).isTrue();
            assertThat(feel.holds("=list contains(kinds, \"a\")", Map.of("kinds", List.of("a", "b"))))
                    .isTrue();
            assertThat(feel.holds("=list contains(kinds, \"a\")", Map.of("kinds", List.of("b"))))
                    .isFalse();
        }
    }

    private static String said(java.util.function.Supplier<Boolean> question) {
        try {
            return String.valueOf(question.get());
        } catch (RuntimeException refusal) {
            return "refused";
        }
    }
}
