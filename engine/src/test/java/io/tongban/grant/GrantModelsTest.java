package io.tongban.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.BareCalendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
class GrantModelsTest {

    private static final Path MODELS = Path.of("../processes/grant");
    private static final List<String> RAN = new ArrayList<>();
    private static final Set<String> COVERED = new TreeSet<>();
    private static final ProcessEngine ENGINE = start();

    @AfterAll
    static void everyNodeAndFlowWasWalked() {
        ENGINE.close();
        var all = new LinkedHashSet<String>();
        Bpmn.readModelFromFile(MODELS.resolve("permission-request.bpmn").toFile())
                .getModelElementsByType(FlowElement.class)
                .forEach(element -> all.add(element.getId()));
        assertThat(COVERED).containsAll(all);
    }

    @ParameterizedTest(name = "{0} is granted by {1}")
    @CsvSource({
        "app, field:owner",
        "role, field:owner",
        "folder, field:owner",
        "data, field:owner",
        "special, role:it",
        "another, role:it"
    })
    void the_kind_decides_who_grants(String kind, String granter) {
        var instance = granted(kind, false);

        assertThat(ENGINE.getRuntimeService().getVariable(instance, "granter")).isEqualTo(granter);
        assertThat(RAN).containsExactly("grant.register", "grant.make");
    }

    @Test
    void what_it_opens_is_closed_by_it() {
        var instance = granted("app", true);

        fire(instance, "Timer_Remind");
        assertThat(RAN).containsExactly("grant.register", "grant.make", "grant.remind");
        fire(instance, "Timer_Expiry");
        assertThat(RAN).endsWith("grant.end");
        assertThat(complete(instance)).isEqualTo("Task_Close");
        assertThat(ended(instance)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"grant.returned", "grant.revoked"})
    void it_ends_when_it_is_given_back_or_taken_away(String message) {
        var instance = granted("data", false);

        ENGINE.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(instance)
                .correlate();

        assertThat(RAN).containsExactly("grant.register", "grant.make", "grant.end");
        assertThat(ended(instance)).isTrue();
    }

    @Test
    void the_model_is_small_and_labelled_in_both_languages() {
        var nodes = Bpmn.readModelFromFile(
                        MODELS.resolve("permission-request.bpmn").toFile())
                .getModelElementsByType(FlowNode.class);

        assertThat(nodes).hasSizeLessThanOrEqualTo(25);
        assertThat(nodes).filteredOn(GrantModelsTest::isShown).allSatisfy(node -> {
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

    /** Up to where the holder uses it. */
    private static String granted(String kind, boolean external) {
        RAN.clear();
        var soon = Instant.now().plus(30, ChronoUnit.DAYS);
        var instance = ENGINE.getRuntimeService()
                .startProcessInstanceByKey(
                        "permission-request",
                        Map.of(
                                "kind",
                                kind,
                                "external",
                                external,
                                "expiresAt",
                                Date.from(soon),
                                "remindAt",
                                Date.from(soon.minus(7, ChronoUnit.DAYS))))
                .getId();
        assertThat(complete(instance)).isEqualTo("Task_Apply");
        assertThat(complete(instance)).isEqualTo("Task_Leader");
        assertThat(complete(instance)).isEqualTo("Task_Granter");
        if (external) {
            assertThat(complete(instance)).isEqualTo("Task_Open");
        }
        return instance;
    }

    private static void fire(String instance, String element) {
        var jobs = ENGINE.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .list();
        for (var job : jobs) {
            var definition = ENGINE.getManagementService()
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult();
            if (definition.getActivityId().equals(element)) {
                ENGINE.getManagementService().executeJob(job.getId());
                return;
            }
        }
        throw new AssertionError("no timer waits at " + element);
    }

    private static String complete(String instance) {
        var task = ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        ENGINE.getTaskService().complete(task.getId());
        return task.getTaskDefinitionKey();
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
        for (var step : List.of("grant.register", "grant.make", "grant.remind", "grant.end")) {
            steps.put(step, execution -> RAN.add(step));
        }
        // The engine adds to the lists and maps it is given.
        configuration.setBeans(new HashMap<>(Map.of("steps", steps)));
        var started = configuration.buildProcessEngine();
        var deployment = started.getRepositoryService().createDeployment();
        try {
            for (var file : List.of("permission-request.bpmn", "grant-approver.dmn")) {
                deployment.addString(file, Files.readString(MODELS.resolve(file)));
            }
            deployment.deploy();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return started;
    }

    /** Remembers every flow that was taken and the nodes at its ends. */
    private static final class Coverage extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
                COVERED.add(flow.getId());
                COVERED.add(flow.getSource().getId());
                COVERED.add(flow.getDestination().getId());
            });
        }
    }
}
