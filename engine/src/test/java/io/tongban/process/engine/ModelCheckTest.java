package io.tongban.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile models say in their first comment by which rule and at which element they are to be refused. */
class ModelCheckTest {

    private static final Path HOSTILE = Path.of("src/test/resources/models/hostile");
    private static final Pattern EXPECTED = Pattern.compile("<!-- refused: (\\S+) (\\S+) -->");
    private static final ModelCheck.Known KNOWN = new ModelCheck.Known(
            Map.of("trial.reserve", Set.of("amount")),
            Map.of("trial-request", Set.of("topic", "amount", "remark")),
            rule -> Set.of("applicant", "leader", "role:hr", "decision:amount").contains(rule),
            way -> Set.of("all", "ratio:60").contains(way),
            quorum -> quorum.equals("50%"));

    private static List<Finding> check(String name, byte[] model) {
        return ModelCheck.check(
                Map.of(name, model, "trial-request.form", "{}".getBytes(StandardCharsets.UTF_8)), KNOWN);
    }

    private static String harmless() throws IOException {
        return Files.readString(HOSTILE.resolve("step-unknown.bpmn"))
                .replace("trial.unknown", "trial.reserve")
                .replace("step-unknown", "harmless");
    }

    private static List<Finding> checkHarmless(String from, String to) throws IOException {
        var model = harmless();
        assertThat(model).contains(from);
        return check("harmless.bpmn", model.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    static List<Path> hostile() throws IOException {
        try (var files = Files.list(HOSTILE)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_hostile_model_is_refused_for_what_it_does_and_where(Path file) throws IOException {
        var expected = EXPECTED.matcher(Files.readString(file));
        assertThat(expected.find()).isTrue();
        var findings = check(file.getFileName().toString(), Files.readAllBytes(file));
        assertThat(findings)
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(expected.group(1));
                    assertThat(finding.element()).isEqualTo(expected.group(2));
                    assertThat(finding.message()).isNotBlank();
                })
                .allSatisfy(finding ->
                        assertThat(finding.file()).isEqualTo(file.getFileName().toString()));
    }

    @Test
    void a_harmless_model_has_no_findings() throws IOException {
        assertThat(checkHarmless("harmless", "harmless")).isEmpty();
    }

    @Test
    void markup_in_names_is_text_and_allowed() throws IOException {
        assertThat(checkHarmless("name=\"上级\"", "name=\"&lt;img src=x onerror=alert(1)&gt; '𠮷野家😀' \u202e\""))
                .isEmpty();
    }

    @Test
    void a_comparison_over_declared_facts_is_allowed() throws IOException {
        for (var condition : List.of(
                "${amount == 3}",
                "${ amount &gt;= 3.5 &amp;&amp; !(decision == 'reject') }",
                "${decision != &quot;approve&quot; || empty amount}",
                "${(amount &lt; -1) == true}",
                "${amount == null}")) {
            assertThat(checkHarmless("${amount &gt; 1000}", condition))
                    .as(condition)
                    .isEmpty();
        }
    }

    @Test
    void whatever_is_no_comparison_is_refused() throws IOException {
        for (var condition : List.of(
                "",
                "true",
                "${}",
                "${amount",
                "${amount > }".replace(">", "&gt;"),
                "${amount + 1 == 2}",
                "${amount ? true : false}",
                "${amount gt 1}",
                "${amount == 'a}' }",
                "${amount == '\\u0041'}",
                "${amount:call()}",
                "${(amount) -> amount}".replace(">", "&gt;"),
                "${[amount]}",
                "${{'a':1}}",
                "${amount = 2}",
                "${amount; execution}",
                "${T(java.lang.Runtime)}",
                "${ａmount}")) {
            assertThat(checkHarmless("${amount &gt; 1000}", condition))
                    .as(condition)
                    .isNotEmpty()
                    .allMatch(finding -> finding.element().equals("Flow_Large"));
        }
    }

    @Test
    void too_many_elements_too_deep_and_too_large_are_refused_before_anything_else() throws IOException {
        var lane = "<bpmn:documentation>x</bpmn:documentation>";
        var end = "</bpmn:process>";
        assertThat(checkHarmless(end, lane.repeat(5_000) + end))
                .extracting(Finding::rule)
                .containsExactly("too-large");
        assertThat(checkHarmless(
                        end, "<bpmn:subProcess id=\"a\">".repeat(5_000) + "</bpmn:subProcess>".repeat(5_000) + end))
                .extracting(Finding::rule)
                .containsExactly("too-deep");
        assertThat(checkHarmless(end, "<!--" + "x".repeat(6_000_000) + "-->" + end))
                .extracting(Finding::rule)
                .containsExactly("too-large");
    }

    @Test
    void every_wrong_line_is_named_with_its_number() throws IOException {
        var findings = checkHarmless("trial.reserve", "trial.other");
        assertThat(findings).extracting(Finding::line).allMatch(line -> line > 10);
    }

    @Test
    void other_files_and_other_names_are_refused() throws IOException {
        var model = harmless().getBytes(StandardCharsets.UTF_8);
        for (var name : List.of("harmless.bpmn20.xml", "Harmless.bpmn", "../harmless.bpmn", "harmless.js", "a.cmmn")) {
            assertThat(check(name, model)).as(name).extracting(Finding::rule).contains("file-name");
        }
        assertThat(check("other.bpmn", model)).extracting(Finding::rule).containsExactly("file-name");
    }

    @Test
    void a_table_that_reads_a_fact_and_names_a_rule_is_allowed() throws IOException {
        var table = Files.readString(HOSTILE.resolve("table-in-juel.dmn"))
                .replace(" expressionLanguage=\"juel\"", "")
                .replace("table-in-juel", "table");
        assertThat(check("table.dmn", table.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void a_decision_beside_the_process_must_read_facts_only() throws IOException {
        var task = "<bpmn:businessRuleTask id=\"Step_One\" camunda:decisionRef=\"table\""
                + " camunda:decisionRefBinding=\"deployment\" camunda:resultVariable=\"amount\""
                + " camunda:mapDecisionResult=\"singleEntry\">";
        var model = harmless()
                .replaceFirst("<bpmn:serviceTask [^>]*>", task)
                .replace("</bpmn:serviceTask>", "</bpmn:businessRuleTask>");
        var table = Files.readString(HOSTILE.resolve("table-in-juel.dmn"))
                .replace(" expressionLanguage=\"juel\"", "")
                .replace("table-in-juel", "table");
        var files = new HashMap<String, byte[]>();
        files.put("harmless.bpmn", model.getBytes(StandardCharsets.UTF_8));
        files.put("table.dmn", table.getBytes(StandardCharsets.UTF_8));
        files.put("trial-request.form", new byte[0]);
        assertThat(ModelCheck.check(files, KNOWN)).isEmpty();
        files.put(
                "table.dmn",
                table.replace("<text>amount</text>", "<text>colour</text>").getBytes(StandardCharsets.UTF_8));
        assertThat(ModelCheck.check(files, KNOWN)).extracting(Finding::rule).containsExactly("fact-unknown");
    }
}
