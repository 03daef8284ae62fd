package io.tongban.leave;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.BareCalendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models on a bare engine, whose steps only say that they ran: which way leads where. */
class LeaveModelsTest {

    private static final Path MODELS = Path.of("../processes/leave");
    private static final List<String> RAN = new ArrayList<>();
    private static final Set<String> COVERED = new TreeSet<>();
    private static final ProcessEngine ENGINE = start(MODELS.resolve("leave-approver.dmn"));

    @AfterAll
    static void everyNodeAndFlowWasWalked() {
        ENGINE.close();
        for (var model : List.of("leave-request", "leave-cancellation")) {
            var all = new LinkedHashSet<String>();
            Bpmn.readModelFromFile(MODELS.resolve(model + ".bpmn").toFile())
                    .getModelElementsByType(FlowElement.class)
                    .forEach(element -> all.add(model + " " + element.getId()));
            assertThat(COVERED).containsAll(all);
        }
    }

    @ParameterizedTest(name = "{0} of {1} days needs {2}")
    @CsvSource({
        "annual, 0.5, Task_Leader",
        "annual, 1, Task_Leader",
        "sick, 1.5, Task_Leader Task_Head",
        "annual, 3, Task_Leader Task_Head",
        "personal, 3.125, Task_Leader Task_Head Task_Hr",
        "annual, 10, Task_Leader Task_Head Task_Hr",
        "annual, 10.5, Task_Leader Task_Head Task_Hr Task_Top",
        "marriage, 1, Task_Leader Task_Head Task_Hr Task_Top",
        "maternity, 98, Task_Leader Task_Head Task_Hr Task_Top"
    })
    void type_and_length_decide_who_approves(String type, double days, String approvers) {
        assertThat(String.join(" ", approvers(ENGINE, type, days))).isEqualTo(approvers);
        assertThat(RAN).containsExactly("leave.register", "leave.deduct", "leave.mark-calendar");
    }

    @Test
    void a_cancellation_is_checked_confirmed_and_done() {
        RAN.clear();
        var instance = ENGINE.getRuntimeService().startProcessInstanceByKey("leave-cancellation");

        assertThat(complete(ENGINE, instance.getId())).isEqualTo("Task_Apply");
        assertThat(RAN).containsExactly("leave.check-cancellation");
        assertThat(complete(ENGINE, instance.getId())).isEqualTo("Task_Leader");
        assertThat(RAN).containsExactly("leave.check-cancellation", "leave.cancel");
        assertThat(ended(ENGINE, instance.getId())).isTrue();
    }

    @Test
    void another_chain_needs_only_another_table() throws Exception {
        var table = Files.createTempFile("leave-approver", ".dmn");
        Files.writeString(
                table, Files.readString(MODELS.resolve("leave-approver.dmn")).replace("&lt;= 1<", "&lt;= 0.5<"));
        var changed = start(table);
        try {
            assertThat(approvers(changed, "annual", 1)).containsExactly("Task_Leader", "Task_Head");
        } finally {
            changed.close();
            Files.delete(table);
        }
    }

    @ParameterizedTest
    @CsvSource({"leave-request", "leave-cancellation"})
    void a_model_is_small_and_labelled_in_both_languages(String model) {
        var nodes =
                Bpmn.readModelFromFile(MODELS.resolve(model + ".bpmn").toFile()).getModelElementsByType(FlowNode.class);

        assertThat(nodes).hasSizeLessThanOrEqualTo(25);
        assertThat(nodes).filteredOn(LeaveModelsTest::isShown).allSatisfy(node -> {
            assertThat(node.getName()).isNotBlank();
            assertThat(node.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaProperties.class)
                            .list())
                    .flatExtracting(CamundaProperties::getCamundaProperties)
                    .extracting(CamundaProperty::getCamundaName)
                    .contains("nameEn");
        });
    }

    /** A gateway where ways only come together again needs no words. */
    private static boolean isShown(FlowNode node) {
        return node.getIncoming().size() < 2 || node.getOutgoing().size() != 1;
    }

    private static List<String> approvers(ProcessEngine on, String type, double days) {
        RAN.clear();
        var instance =
                on.getRuntimeService().startProcessInstanceByKey("leave-request", Map.of("type", type, "days", days));
        assertThat(complete(on, instance.getId())).isEqualTo("Task_Apply");
        var steps = new ArrayList<String>();
        while (!ended(on, instance.getId())) {
            steps.add(complete(on, instance.getId()));
        }
        return steps;
    }

    private static String complete(ProcessEngine on, String instance) {
        var task = on.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        on.getTaskService().complete(task.getId());
        return task.getTaskDefinitionKey();
    }

    private static boolean ended(ProcessEngine on, String instance) {
        return on.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0;
    }

    private static ProcessEngine start(Path table) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        var name = "models-" + UUID.randomUUID();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setDatabaseSchemaUpdate("create-drop");
        configuration.setJobExecutorActivate(false);
        configuration.setBusinessCalendarManager(new BareCalendar());
        configuration.setHistory("none");
        configuration.setCmmnEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Coverage())));
        var steps = new HashMap<String, JavaDelegate>();
        for (var step : List.of(
                "leave.register", "leave.deduct", "leave.mark-calendar", "leave.check-cancellation", "leave.cancel")) {
            steps.put(step, execution -> RAN.add(step));
        }
        // The engine adds to the lists and maps it is given.
        configuration.setBeans(new HashMap<>(Map.of("steps", steps)));
        var started = configuration.buildProcessEngine();
        var deployment = started.getRepositoryService().createDeployment();
        try {
            for (var file : List.of("leave-request.bpmn", "leave-cancellation.bpmn")) {
                deployment.addString(file, Files.readString(MODELS.resolve(file)));
            }
            deployment.addString("leave-approver.dmn", Files.readString(table)).deploy();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return started;
    }

    /** Remembers every node that began and every flow that was taken. */
    private static final class Coverage extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            var model = element(scope);
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
                COVERED.add(model + " " + flow.getId());
                COVERED.add(model + " " + flow.getSource().getId());
                COVERED.add(model + " " + flow.getDestination().getId());
            });
        }

        private static String element(ScopeImpl scope) {
            var id = scope.getProcessDefinition();
            return ((org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity) id).getKey();
        }
    }
}
