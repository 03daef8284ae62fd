package io.tongban.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which cases a decision table leaves out, and which it answers twice. */
class TableCheckTest {

    /** Rules as cells separated by bars. */
    private static List<Finding> prove(String policy, List<String> inputs, String... rules) {
        var text = new StringBuilder("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\">"
                + "<decision id=\"d\"><decisionTable id=\"t\" hitPolicy=\"" + policy + "\">");
        for (var input : inputs) {
            text.append("<input label=\"%1$s\"><inputExpression><text>%1$s</text></inputExpression></input>"
                    .formatted(input));
        }
        for (int i = 0; i < rules.length; i++) {
            text.append("<rule id=\"r").append(i + 1).append("\">");
            for (var cell : rules[i].split("\\|")) {
                text.append("<inputEntry><text><![CDATA[").append(cell.strip()).append("]]></text></inputEntry>");
            }
            text.append("<outputEntry><text>1</text></outputEntry></rule>");
        }
        text.append("</decisionTable></decision></definitions>");
        return ModelProof.prove(Map.of("d.dmn", text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_table_that_answers_every_case_once_has_no_findings() {
        assertThat(prove("UNIQUE", List.of("amount"), "<= 1000", "]1000..5000]", "> 5000"))
                .isEmpty();
        assertThat(prove("FIRST", List.of("amount", "kind"), "- | \"a\",\"b\"", "< 3 | ", "- | -"))
                .isEmpty();
        assertThat(prove("UNIQUE", List.of("urgent"), "true", "not(true)")).isEmpty();
    }

    @Test
    void a_gap_is_named_by_its_values() {
        assertThat(prove("UNIQUE", List.of("amount"), "< 1000", "> 1000"))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.rule()).isEqualTo("table-gap");
                    assertThat(gap.severity()).isEqualTo("warning");
                    assertThat(gap.message()).contains("amount = 1000");
                });
        assertThat(prove("FIRST", List.of("kind"), "\"a\"", "\"b\""))
                .singleElement()
                .satisfies(gap -> assertThat(gap.message()).contains("≠ a, b"));
        assertThat(prove("FIRST", List.of("urgent", "amount"), "true | -", "false | < 5"))
                .singleElement()
                .satisfies(gap -> assertThat(gap.message()).contains("urgent = false", "amount > 5"));
    }

    @Test
    void that_nothing_is_said_about_negative_numbers_is_only_noted() {
        assertThat(prove("UNIQUE", List.of("amount"), "[0..5]", "> 5"))
                .singleElement()
                .satisfies(gap -> assertThat(gap.severity()).isEqualTo("info"));
    }

    @Test
    void two_rules_for_one_case_are_an_error_where_one_answer_is_allowed() {
        assertThat(prove("UNIQUE", List.of("amount"), "<= 1000", ">= 1000"))
                .singleElement()
                .satisfies(twice -> {
                    assertThat(twice.rule()).isEqualTo("table-overlap");
                    assertThat(twice.severity()).isEqualTo("error");
                    assertThat(twice.element()).isEqualTo("r2");
                    assertThat(twice.message()).contains("rows 1 and 2", "amount = 1000");
                });
        assertThat(prove("FIRST", List.of("amount"), "<= 1000", ">= 1000")).isEmpty();
    }

    @Test
    void what_is_more_than_a_comparison_is_not_judged_and_that_is_said() {
        assertThat(prove("UNIQUE", List.of("amount"), "< other", "> 3"))
                .singleElement()
                .satisfies(unjudged -> {
                    assertThat(unjudged.severity()).isEqualTo("info");
                    assertThat(unjudged.message()).contains("not judged");
                });
        var wide = "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20";
        assertThat(prove("FIRST", List.of("a", "b", "c", "d", "e"), String.join("|", wide, wide, wide, wide, wide)))
                .singleElement()
                .satisfies(unjudged -> assertThat(unjudged.message()).contains("too many cases"));
    }
}
