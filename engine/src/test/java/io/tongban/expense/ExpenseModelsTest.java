package io.tongban.expense;

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
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
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

/** The model on a bare engine, whose steps only say that they ran: which way leads where. */
class ExpenseModelsTest {

    private static final Path MODELS = Path.of("../processes/expense");
    private static final List<String> TABLES = List.of("expense-budget", "expense-standard", "expense-approver");
    private static final List<String> RAN = new ArrayList<>();
    private static final Set<String> COVERED = new TreeSet<>();
    private static final ProcessEngine ENGINE = start(Map.of());

    @AfterAll
    static void everyNodeAndFlowWasWalked() {
        ENGINE.close();
        var all = new LinkedHashSet<String>();
        Bpmn.readModelFromFile(MODELS.resolve("expense-claim.bpmn").toFile())
                .getModelElementsByType(FlowElement.class)
                .forEach(element -> all.add(element.getId()));
        assertThat(COVERED).containsAll(all);
    }

    @ParameterizedTest(name = "{0}: {1} in all, {2} entertainment, lodging {3}, meals {4} needs {5}")
    @CsvSource({
        "研发部, 2000, 0, 600, 300, Task_Leader",
        "研发部, 2000.01, 0, 0, 0, Task_Leader Task_Head",
        "研发部, 700, 0, 600.01, 0, Task_Leader Task_Head",
        "研发部, 400, 0, 0, 300.01, Task_Leader Task_Head",
        "研发部, 1500, 1000.01, 0, 0, Task_Leader Task_Head",
        "研发部, 50000, 0, 0, 0, Task_Leader Task_Head",
        "研发部, 50000.01, 0, 0, 0, Task_Leader Task_Head Task_Top",
        "研发部, 6000, 5000.01, 0, 0, Task_Leader Task_Head Task_Top",
        "销售部, 5000, 0, 1000, 500, Task_Leader",
        "销售部, 5000.01, 0, 0, 0, Task_Leader Task_Head",
        "销售部, 1100, 0, 1000.01, 0, Task_Leader Task_Head"
    })
    void amount_category_and_department_decide_who_approves(
            String division, double total, double entertainment, double lodging, double meals, String approvers) {
        var facts = facts("within", 0);
        facts.putAll(Map.of(
                "division",
                division,
                "total",
                total,
                "entertainment",
                entertainment,
                "lodging",
                lodging,
                "meals",
                meals));
        assertThat(String.join(" ", walk(ENGINE, facts))).isEqualTo(approvers + " Task_Review Task_Pay");
        assertThat(RAN).containsExactly("expense.register", "expense.queue", "expense.settle", "expense.pay");
    }

    @ParameterizedTest(name = "budget {0} by {1} percent: {2}")
    @CsvSource({
        "within, 0, Task_Leader",
        "none, 0, Task_Leader",
        "over, 0.01, Task_Owner Task_Leader",
        "over, 10, Task_Owner Task_Leader",
        "over, 10.01, refused"
    })
    void the_budget_decides_whether_its_owner_is_asked(String budget, double percent, String way) {
        var steps = walk(ENGINE, facts(budget, percent));
        if (way.equals("refused")) {
            assertThat(steps).isEmpty();
            assertThat(RAN).containsExactly("expense.register", "expense.refuse-budget");
        } else {
            assertThat(String.join(" ", steps)).isEqualTo(way + " Task_Review Task_Pay");
        }
    }

    @Test
    void what_was_approved_can_be_stopped_until_it_is_paid() {
        RAN.clear();
        var runtime = ENGINE.getRuntimeService();
        var instance = runtime.startProcessInstanceByKey("expense-claim", facts("within", 0))
                .getId();
        assertThat(List.of(complete(ENGINE, instance), complete(ENGINE, instance), complete(ENGINE, instance)))
                .containsExactly("Task_Apply", "Task_Leader", "Task_Review");

        runtime.createMessageCorrelation("expense.stopped")
                .processInstanceId(instance)
                .correlate();

        assertThat(ended(ENGINE, instance)).isTrue();
        assertThat(RAN).containsExactly("expense.register", "expense.queue", "expense.settle", "expense.stop");
    }

    @Test
    void another_answer_to_an_exceeded_budget_needs_only_another_table() {
        var changed = start(Map.of("&lt;= 10<", "&lt;= 20<"));
        try {
            assertThat(walk(changed, facts("over", 15))).startsWith("Task_Owner");
        } finally {
            changed.close();
        }
    }

    @Test
    void the_model_is_small_and_labelled_in_both_languages() {
        var nodes = Bpmn.readModelFromFile(MODELS.resolve("expense-claim.bpmn").toFile())
                .getModelElementsByType(FlowNode.class);

        assertThat(nodes).hasSizeLessThanOrEqualTo(27);
        assertThat(nodes).filteredOn(ExpenseModelsTest::isShown).allSatisfy(node -> {
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

    private static Map<String, Object> facts(String budget, double percent) {
        return new HashMap<>(Map.of(
                "budget",
                budget,
                "overPercent",
                percent,
                "division",
                "研发部",
                "total",
                100.0,
                "entertainment",
                0.0,
                "lodging",
                0.0,
                "meals",
                0.0));
    }

    private static List<String> walk(ProcessEngine on, Map<String, Object> facts) {
        RAN.clear();
        var instance = on.getRuntimeService().startProcessInstanceByKey("expense-claim", facts);
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

    private static ProcessEngine start(Map<String, String> changes) {
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
                "expense.register",
                "expense.refuse-budget",
                "expense.queue",
                "expense.settle",
                "expense.stop",
                "expense.pay")) {
            steps.put(step, execution -> RAN.add(step));
        }
        // The engine adds to the lists and maps it is given.
        configuration.setBeans(new HashMap<>(Map.of("steps", steps)));
        var started = configuration.buildProcessEngine();
        var deployment = started.getRepositoryService().createDeployment();
        try {
            deployment.addString("expense-claim.bpmn", Files.readString(MODELS.resolve("expense-claim.bpmn")));
            for (var table : TABLES) {
                var text = Files.readString(MODELS.resolve(table + ".dmn"));
                for (var change : changes.entrySet()) {
                    text = text.replace(change.getKey(), change.getValue());
                }
                deployment.addString(table + ".dmn", text);
            }
            deployment.deploy();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return started;
    }

    /** Remembers every node that began and every flow that was taken. */
    private static final class Coverage extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            assertThat(((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey())
                    .isEqualTo("expense-claim");
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
                COVERED.add(flow.getId());
                COVERED.add(flow.getSource().getId());
                COVERED.add(flow.getDestination().getId());
            });
        }
    }
}
