package io.tongban.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a process stops, never ends, leaves work open, or never comes. */
class SoundnessTest {

    /** Nodes as {@code kind id}, flows as {@code from > to}. */
    private static List<Finding> prove(String... parts) {
        var text = new StringBuilder("<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"><bpmn:process id=\"p\" name=\"P\">");
        int flow = 0;
        for (var part : parts) {
            var words = part.split(" ");
            if (part.startsWith("<")) {
                text.append(part);
            } else if (part.contains(">")) {
                text.append("<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\" />"
                        .formatted(flow++, words[0], words[2]));
            } else {
                text.append("<bpmn:%s id=\"%s\" name=\"%s\" />".formatted(words[0], words[1], words[1]));
            }
        }
        text.append("</bpmn:process></bpmn:definitions>");
        return ModelProof.prove(Map.of("p.bpmn", text.toString().getBytes(StandardCharsets.UTF_8))).stream()
                .filter(finding -> finding.rule().equals("soundness"))
                .toList();
    }

    private static void one(List<Finding> findings, String severity, String element, String words) {
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.message()).contains(words);
        });
    }

    @Test
    void branches_that_come_together_are_sound() {
        assertThat(prove(
                        "startEvent s",
                        "userTask a",
                        "parallelGateway fork",
                        "userTask b",
                        "userTask c",
                        "parallelGateway join",
                        "endEvent e",
                        "s > a",
                        "a > fork",
                        "fork > b",
                        "fork > c",
                        "b > join",
                        "c > join",
                        "join > e"))
                .isEmpty();
    }

    @Test
    void a_join_after_a_choice_waits_for_ever() {
        var findings = prove(
                "startEvent s",
                "exclusiveGateway x",
                "userTask b",
                "userTask c",
                "parallelGateway join",
                "endEvent e",
                "s > x",
                "x > b",
                "x > c",
                "b > join",
                "c > join",
                "join > e");
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo("error");
            assertThat(finding.element()).isEqualTo("join");
            assertThat(finding.message()).contains("wait for ever");
        });
        assertThat(findings).anySatisfy(finding -> assertThat(finding.element()).isEqualTo("e"));
    }

    @Test
    void an_inclusive_join_waits_only_for_what_can_come() {
        assertThat(prove(
                        "startEvent s",
                        "inclusiveGateway x",
                        "userTask b",
                        "userTask c",
                        "inclusiveGateway join",
                        "endEvent e",
                        "s > x",
                        "x > b",
                        "x > c",
                        "b > join",
                        "c > join",
                        "join > e"))
                .isEmpty();
    }

    @Test
    void a_branch_that_leaves_before_the_join_is_found() {
        one(
                prove(
                        "startEvent s",
                        "parallelGateway fork",
                        "userTask b",
                        "exclusiveGateway x",
                        "userTask c",
                        "parallelGateway join",
                        "endEvent e",
                        "endEvent out",
                        "s > fork",
                        "fork > b",
                        "fork > c",
                        "b > join",
                        "c > x",
                        "x > join",
                        "x > out",
                        "join > e"),
                "error",
                "join",
                "wait for ever");
    }

    @Test
    void a_loop_with_an_exit_is_sound_and_one_without_is_not() {
        assertThat(prove(
                        "startEvent s",
                        "userTask a",
                        "exclusiveGateway x",
                        "endEvent e",
                        "s > a",
                        "a > x",
                        "x > a",
                        "x > e"))
                .isEmpty();
        assertThat(prove("startEvent s", "userTask a", "userTask b", "s > a", "a > b", "b > a"))
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo("error");
                    assertThat(finding.message()).contains("no way to an end");
                });
    }

    @Test
    void a_loop_that_forks_makes_more_and_more_work() {
        assertThat(prove(
                        "startEvent s",
                        "userTask a",
                        "parallelGateway fork",
                        "userTask b",
                        "endEvent e",
                        "s > a",
                        "a > fork",
                        "fork > a",
                        "fork > b",
                        "b > e"))
                .anySatisfy(finding -> assertThat(finding.message()).contains("multiplies"));
    }

    @Test
    void a_node_that_nothing_leads_to_is_found() {
        one(
                prove("startEvent s", "userTask a", "userTask b", "endEvent e", "s > a", "a > e", "b > e"),
                "warning",
                "b",
                "nothing ever comes");
    }

    @Test
    void a_result_while_others_still_work_is_too_early() {
        var outcome = "<bpmn:endEvent id=\"no\" name=\"no\"><bpmn:extensionElements><camunda:properties>"
                + "<camunda:property name=\"outcome\" value=\"rejected\" /></camunda:properties>"
                + "</bpmn:extensionElements></bpmn:endEvent>";
        one(
                prove(
                        "startEvent s",
                        "parallelGateway fork",
                        "exclusiveGateway x",
                        "userTask b",
                        "userTask b2",
                        "endEvent e",
                        outcome,
                        "s > fork",
                        "fork > x",
                        "fork > b",
                        "b > b2",
                        "b2 > e",
                        "x > no",
                        "x > e"),
                "warning",
                "no",
                "too early");
    }

    @Test
    void what_interrupts_an_activity_or_runs_beside_it_is_a_way_too() {
        var sub =
                "<bpmn:subProcess id=\"sub\" name=\"sub\"><bpmn:startEvent id=\"i1\" /><bpmn:userTask id=\"i2\" name=\"i2\" />"
                        + "<bpmn:endEvent id=\"i3\" /><bpmn:sequenceFlow id=\"g1\" sourceRef=\"i1\" targetRef=\"i2\" />"
                        + "<bpmn:sequenceFlow id=\"g2\" sourceRef=\"i2\" targetRef=\"i3\" /></bpmn:subProcess>"
                        + "<bpmn:boundaryEvent id=\"late\" name=\"late\" attachedToRef=\"sub\" />"
                        + "<bpmn:boundaryEvent id=\"remind\" name=\"remind\" attachedToRef=\"sub\" cancelActivity=\"false\" />";
        assertThat(prove(
                        "startEvent s",
                        sub,
                        "serviceTask t",
                        "endEvent e",
                        "endEvent e2",
                        "endEvent e3",
                        "s > sub",
                        "sub > e",
                        "late > e2",
                        "remind > t",
                        "t > e3"))
                .isEmpty();
    }

    @Test
    void many_branches_side_by_side_cost_little() {
        var parts = new ArrayList<>(List.of(
                "startEvent s", "parallelGateway fork", "parallelGateway join", "endEvent e", "s > fork", "join > e"));
        for (int i = 0; i < 40; i++) {
            parts.addAll(List.of("userTask a" + i, "fork > a" + i, "a" + i + " > join"));
        }
        assertThat(prove(parts.toArray(String[]::new))).isEmpty();

        for (int i = 0; i < 18; i++) {
            parts.addAll(List.of(
                    "exclusiveGateway x" + i,
                    "userTask l" + i,
                    "userTask r" + i,
                    "exclusiveGateway y" + i,
                    "fork > x" + i,
                    "x" + i + " > l" + i,
                    "x" + i + " > r" + i,
                    "l" + i + " > y" + i,
                    "r" + i + " > y" + i,
                    "y" + i + " > join"));
        }
        var begin = System.nanoTime();
        assertThat(prove(parts.toArray(String[]::new))).isEmpty();
        assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
    }

    @Test
    void our_own_models_are_sound() throws IOException {
        try (var files = Files.walk(Path.of("../processes"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                assertThat(ModelProof.prove(Map.of(file.getFileName().toString(), Files.readAllBytes(file))))
                        .as(file.toString())
                        .noneMatch(finding -> finding.rule().equals("soundness") && finding.isError());
            }
        }
    }
}
