package io.tongban.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model may say about working time; everything else is refused in words. */
class TimingCheckTest {

    private static final Path HOSTILE = Path.of("src/test/resources/models/hostile");
    private static final String LEADER = "<camunda:property name=\"approver\" value=\"leader\" />";
    private static final ModelCheck.Known KNOWN = new ModelCheck.Known(
            Map.of("trial.reserve", Set.of("amount")),
            Map.of("trial-request", Set.of("topic", "amount", "remark")),
            rule -> Set.of("applicant", "leader", "role:hr").contains(rule),
            way -> Set.of("all").contains(way),
            quorum -> quorum.equals("50%"));

    private static List<Finding> check(String due, String more) throws IOException {
        var model = Files.readString(HOSTILE.resolve("step-unknown.bpmn"))
                .replace("trial.unknown", "trial.reserve")
                .replace("step-unknown", "timed")
                .replace("<bpmn:userTask id=\"Task_Leader\"", "<bpmn:userTask id=\"Task_Leader\"" + due)
                .replace(LEADER, LEADER + more);
        return ModelCheck.check(
                Map.of(
                        "timed.bpmn",
                        model.getBytes(StandardCharsets.UTF_8),
                        "trial-request.form",
                        "{}".getBytes(StandardCharsets.UTF_8)),
                KNOWN);
    }

    private static String property(String name, String value) {
        return "<camunda:property name=\"" + name + "\" value=\"" + value + "\" />";
    }

    private static String due(String text) {
        return " camunda:dueDate=\"" + text + "\"";
    }

    @Test
    void a_ladder_with_all_kinds_of_rungs_is_allowed() throws IOException {
        assertThat(check(
                        due("working:P2D"),
                        property("goal", "P1D")
                                + property(
                                        "escalation",
                                        "-PT2H remind, PT0H remind, PT4H remind*3, P2D remind-leader,"
                                                + " P3D transfer=role:hr, P4D transfer, P5D reject")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "P1D phone | nothing that happens by itself",
                "remind | no rung",
                "P1D remind=leader | only transfer names a rule",
                "P1D transfer=boss | not understood",
                "P1D transfer*2 | only remind happens several times",
                "PT1H remind*1 | only remind happens several times",
                "PT0H remind*2 | how long lies between",
                "-PT1H pass | before it is due a step is only reminded of",
                "P1M remind | working days",
                "P2D remind, P1D remind-leader | in the order",
                "P1D reject, P2D remind | it is the last rung",
                "-P2D remind | reminds nobody"
            })
    void nonsense_in_a_ladder_is_refused_in_words(String ladder, String reason) throws IOException {
        assertThat(check(due("working:P2D"), property("escalation", ladder))).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo("Task_Leader");
            assertThat(finding.message()).contains(reason);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "working:P1M | working days",
                "working:PT30S | counted in minutes",
                "working:soon | PT8H",
                "working:PT0H | no time at all"
            })
    void a_due_date_that_is_no_working_time_is_refused_in_words(String due, String reason) throws IOException {
        assertThat(check(due(due), "")).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("timer");
            assertThat(finding.message()).contains(reason);
        });
        assertThat(check("", property("goal", due)))
                .anySatisfy(finding -> assertThat(finding.message()).contains(reason));
    }

    @Test
    void a_ladder_needs_a_due_date_to_be_counted_from() throws IOException {
        assertThat(check("", property("escalation", "P1D remind")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("working:P2D"));
    }

    @Test
    void time_does_not_decide_in_the_applicants_place() throws IOException {
        var applicants = property("approver", "applicant");
        var model = Files.readString(HOSTILE.resolve("step-unknown.bpmn"))
                .replace("trial.unknown", "trial.reserve")
                .replace("step-unknown", "timed")
                .replace(applicants, applicants + property("escalation", "P1D pass"))
                .replace("<bpmn:userTask id=\"Task_Apply\"", "<bpmn:userTask id=\"Task_Apply\"" + due("working:P1D"));
        assertThat(ModelCheck.check(
                        Map.of(
                                "timed.bpmn",
                                model.getBytes(StandardCharsets.UTF_8),
                                "trial-request.form",
                                "{}".getBytes(StandardCharsets.UTF_8)),
                        KNOWN))
                .anySatisfy(finding -> assertThat(finding.message()).contains("applicant's place"));
    }
}
