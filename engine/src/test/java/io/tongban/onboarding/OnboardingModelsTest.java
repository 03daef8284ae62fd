package io.tongban.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
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
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models on a bare engine, whose steps only say that they ran: which way leads where. */
class OnboardingModelsTest {

    private static final Path MODELS = Path.of("../processes/onboarding");
    private static final List<String> RAN = new ArrayList<>();
    private static final Set<String> COVERED = new TreeSet<>();
    private static final ProcessEngine ENGINE = start();

    @AfterAll
    static void everyNodeAndFlowWasWalked() {
        ENGINE.close();
        for (var model : List.of("onboarding", "portrait-check")) {
            var all = new LinkedHashSet<String>();
            Bpmn.readModelFromFile(MODELS.resolve(model + ".bpmn").toFile())
                    .getModelElementsByType(FlowElement.class)
                    .stream()
                    // Nothing flows into what a message begins.
                    .filter(element -> !(element instanceof SubProcess))
                    .forEach(element -> all.add(model + " " + element.getId()));
            assertThat(COVERED).containsAll(all);
        }
    }

    @BeforeEach
    void nothingRan() {
        RAN.clear();
    }

    @Test
    void hire_it_and_leader_work_side_by_side_until_everything_is_done() {
        var hire = entered();
        assertThat(open(hire)).containsExactlyInAnyOrder("Task_It", "Task_Mentor");

        message(hire, "onboarding.activated");
        complete(hire, "Task_Profile");
        complete(hire, "Task_It");
        message(hire, "onboarding.portrait-confirmed");
        complete(hire, "Task_Mentor");
        assertThat(ended(hire)).isFalse();
        complete(hire, "Task_Reading");

        assertThat(ended(hire)).isTrue();
        assertThat(RAN).containsExactly("onboarding.register", "onboarding.profile", "onboarding.welcome");
    }

    @Test
    void reminders_come_again_and_again_and_end_with_the_onboarding() {
        var hire = entered();
        fire(hire);
        fire(hire);
        assertThat(RAN).containsExactly("onboarding.register", "onboarding.remind", "onboarding.remind");

        message(hire, "onboarding.cancelled");
        assertThat(ended(hire)).isTrue();
        assertThat(RAN).endsWith("onboarding.cancel");
        assertThat(ENGINE.getManagementService()
                        .createJobQuery()
                        .processInstanceId(hire)
                        .count())
                .isZero();
    }

    @Test
    void a_correction_leaves_everything_where_it_is_and_another_leader_gets_the_task() {
        var hire = entered();
        var before = task(hire, "Task_Mentor").getId();

        message(hire, "onboarding.corrected");
        assertThat(task(hire, "Task_Mentor").getId()).isEqualTo(before);
        message(hire, "onboarding.leader-changed");

        assertThat(task(hire, "Task_Mentor").getId()).isNotEqualTo(before);
        assertThat(open(hire)).containsExactlyInAnyOrder("Task_It", "Task_Mentor");
        assertThat(RAN).containsExactly("onboarding.register", "onboarding.correct");
    }

    @Test
    void a_picture_is_checked_by_rules_and_by_hr_before_it_is_shown() {
        var picture = ENGINE.getRuntimeService()
                .startProcessInstanceByKey("portrait-check")
                .getId();
        complete(picture, "Task_Apply");
        assertThat(RAN).containsExactly("onboarding.check-picture");
        complete(picture, "Task_Hr");
        assertThat(RAN).containsExactly("onboarding.check-picture", "onboarding.set-portrait");
        assertThat(ended(picture)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"onboarding", "portrait-check"})
    void a_model_is_small_and_labelled_in_both_languages(String model) {
        var nodes =
                Bpmn.readModelFromFile(MODELS.resolve(model + ".bpmn").toFile()).getModelElementsByType(FlowNode.class);
        assertThat(nodes).filteredOn(node -> !(node instanceof SubProcess)).hasSizeLessThanOrEqualTo(25);
        assertThat(nodes)
                // A gateway where ways only come together needs no words.
                .filteredOn(node ->
                        node.getIncoming().size() < 2 || node.getOutgoing().size() != 1)
                .allSatisfy(node -> {
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

    private static String entered() {
        var later = Date.from(Instant.now().plus(Duration.ofDays(30)));
        var hire = ENGINE.getRuntimeService()
                .startProcessInstanceByKey(
                        "onboarding",
                        Map.of(
                                "dueProfile", later,
                                "dueReading", later,
                                "dueIt", later,
                                "dueMentor", later,
                                "remindAt", later))
                .getId();
        complete(hire, "Task_Apply");
        return hire;
    }

    private static void message(String instance, String name) {
        ENGINE.getRuntimeService()
                .createMessageCorrelation(name)
                .processInstanceId(instance)
                .correlate();
    }

    private static void fire(String instance) {
        var management = ENGINE.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
    }

    private static Task task(String instance, String step) {
        return ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(step)
                .singleResult();
    }

    private static void complete(String instance, String step) {
        ENGINE.getTaskService().complete(task(instance, step).getId());
    }

    private static List<String> open(String instance) {
        return ENGINE.getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private static boolean ended(String instance) {
        return ENGINE.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0;
    }

    private static ProcessEngine start() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        var name = "onboarding-models-" + UUID.randomUUID();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setDatabaseSchemaUpdate("create-drop");
        configuration.setJobExecutorActivate(false);
        configuration.setHistory("none");
        configuration.setCmmnEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Coverage())));
        var steps = new HashMap<String, JavaDelegate>();
        for (var step : List.of(
                "onboarding.register",
                "onboarding.profile",
                "onboarding.welcome",
                "onboarding.remind",
                "onboarding.correct",
                "onboarding.cancel",
                "onboarding.check-picture",
                "onboarding.set-portrait")) {
            steps.put(step, execution -> RAN.add(step));
        }
        // The engine adds to the lists and maps it is given.
        configuration.setBeans(new HashMap<>(Map.of("steps", steps)));
        var started = configuration.buildProcessEngine();
        var deployment = started.getRepositoryService().createDeployment();
        try {
            for (var file : List.of("onboarding.bpmn", "portrait-check.bpmn")) {
                deployment.addString(file, Files.readString(MODELS.resolve(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deployment.deploy();
        return started;
    }

    /** Remembers every node that began and every flow that was taken. */
    private static final class Coverage extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            var model = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
                COVERED.add(model + " " + flow.getId());
                COVERED.add(model + " " + flow.getSource().getId());
                COVERED.add(model + " " + flow.getDestination().getId());
            });
        }
    }
}
