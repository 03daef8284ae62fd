package io.tongban.worktask;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The model on a bare engine, whose steps only say that they ran: which way leads where. */
class WorktaskModelsTest {

    private static final Path MODEL = Path.of("../processes/worktask/worktask.bpmn");
    private static final List<String> RAN = new ArrayList<>();
    private static final Set<String> COVERED = new TreeSet<>();
    private static final ProcessEngine ENGINE = start();

    private String instance = "";

    @AfterAll
    static void everyNodeAndFlowWasWalked() {
        ENGINE.close();
        var all = new LinkedHashSet<String>();
        Bpmn.readModelFromFile(MODEL.toFile())
                .getModelElementsByType(FlowElement.class)
                .forEach(element -> all.add(element.getId()));
        assertThat(COVERED).containsAll(all);
    }

    @BeforeEach
    void agreed() {
        RAN.clear();
        instance =
                ENGINE.getRuntimeService().startProcessInstanceByKey("worktask").getId();
        complete("Task_Apply", "submit");
    }

    @Test
    void the_owner_works_and_everybody_accepts() {
        complete("Task_Work", "complete");
        assertThat(open()).containsExactly("Task_Accept", "Task_Accept");
        complete("Task_Accept", "approve");
        complete("Task_Accept", "approve");
        assertThat(ended()).isTrue();
        assertThat(RAN).containsExactly("open", "ask-acceptance", "close");
    }

    @Test
    void one_refusal_is_enough_to_send_it_back() {
        complete("Task_Work", "complete");
        complete("Task_Accept", "reject");
        assertThat(open()).containsExactly("Task_Work");
        complete("Task_Work", "complete");
        complete("Task_Accept", "reject");
        complete("Task_Work", "complete");
        complete("Task_Accept", "approve");
        complete("Task_Accept", "approve");
        assertThat(ended()).isTrue();
        assertThat(RAN)
                .containsExactly(
                        "open",
                        "ask-acceptance",
                        "send-back",
                        "ask-acceptance",
                        "send-back",
                        "ask-acceptance",
                        "close");
    }

    @Test
    void reminders_come_while_it_is_worked_on_and_never_afterwards() {
        fire("Timer_Soon");
        fire("Timer_Late");
        fire("Timer_Daily");
        assertThat(RAN).containsExactly("open", "remind-soon", "remind-late", "follow-up");
        assertThat(open()).containsExactly("Task_Work");
        complete("Task_Work", "complete");
        assertThat(ENGINE.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    @Test
    void the_creator_moves_the_end_names_another_owner_and_other_acceptors() {
        var task = task("Task_Work").getId();
        say("worktask.end-moved");
        assertThat(task("Task_Work").getId()).as("the work goes on").isEqualTo(task);
        say("worktask.owner-replaced");
        assertThat(open()).containsExactly("Task_Work");
        complete("Task_Work", "complete");
        say("worktask.acceptors-replaced");
        assertThat(open()).containsExactly("Task_Accept", "Task_Accept");
        assertThat(RAN).containsExactly("open", "move-end", "hand-over", "ask-acceptance", "ask-acceptance");
    }

    @Test
    void the_model_is_small_and_labelled_in_both_languages() {
        var nodes = Bpmn.readModelFromFile(MODEL.toFile()).getModelElementsByType(FlowNode.class);
        assertThat(nodes).hasSizeLessThanOrEqualTo(25);
        assertThat(nodes)
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

    private void say(String message) {
        ENGINE.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(instance)
                .correlate();
    }

    private void fire(String timer) {
        var management = ENGINE.getManagementService();
        management.createJobQuery().processInstanceId(instance).list().stream()
                .filter(job -> management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()
                        .equals(timer))
                .findFirst()
                .ifPresentOrElse(job -> management.executeJob(job.getId()), () -> {
                    throw new AssertionError("No timer waits at " + timer);
                });
    }

    private Task task(String step) {
        return ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(step)
                .list()
                .get(0);
    }

    private List<String> open() {
        return ENGINE.getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private void complete(String step, String decision) {
        ENGINE.getTaskService().complete(task(step).getId(), Map.of("decision", decision));
    }

    private boolean ended() {
        return ENGINE.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0;
    }

    private static ProcessEngine start() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        var name = "models-" + UUID.randomUUID();
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
                "open",
                "remind-soon",
                "remind-late",
                "follow-up",
                "hand-over",
                "move-end",
                "ask-acceptance",
                "send-back",
                "close")) {
            steps.put("worktask." + step, execution -> {
                RAN.add(step);
                var due = Date.from(Instant.now().plus(Duration.ofDays(5)));
                execution.setVariable("due", due);
                execution.setVariable("remindAt", due);
                execution.setVariable("reviewers", new ArrayList<>(List.of("one", "other")));
            });
        }
        // The engine adds to the lists and maps it is given.
        configuration.setBeans(new HashMap<>(Map.of("steps", steps)));
        var started = configuration.buildProcessEngine();
        try {
            started.getRepositoryService()
                    .createDeployment()
                    .addString("worktask.bpmn", Files.readString(MODEL))
                    .deploy();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return started;
    }

    /** Remembers every node that began and every flow that was taken. */
    private static final class Coverage extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
                COVERED.add(flow.getId());
                COVERED.add(node(flow.getSource().getId()));
                COVERED.add(node(flow.getDestination().getId()));
            });
        }

        /** Around a task for several people the engine puts a body. */
        private static String node(String id) {
            return id.replace("#multiInstanceBody", "");
        }
    }
}
