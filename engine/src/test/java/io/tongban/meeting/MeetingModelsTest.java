package io.tongban.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The model on a bare engine, whose steps only say that they ran: which way leads where. */
class MeetingModelsTest {

    private static final Path MODEL = Path.of("../processes/meeting/meeting-booking.bpmn");
    private static final List<String> RAN = new ArrayList<>();
    private static final Set<String> COVERED = new TreeSet<>();
    private static final ProcessEngine ENGINE = start();

    @BeforeEach
    void nothingRan() {
        RAN.clear();
    }

    @AfterAll
    static void everyNodeAndFlowWasWalked() {
        ENGINE.close();
        var all = new LinkedHashSet<String>();
        Bpmn.readModelFromFile(MODEL.toFile())
                .getModelElementsByType(FlowElement.class)
                .forEach(element -> all.add(element.getId()));
        assertThat(COVERED).containsAll(all);
    }

    @Test
    void a_meeting_is_booked_announced_reminded_of_held_and_minuted_by_its_host() {
        var meeting = book(false, false, true);
        fire(meeting, "Timer_DayBefore");
        fire(meeting, "Timer_Soon");
        assertThat(RAN).containsExactly("meeting.book", "meeting.remind day-before", "meeting.remind soon");
        fire(meeting, "Timer_End");

        assertThat(complete(meeting)).isEqualTo("Task_Confirm");
        assertThat(RAN).endsWith("meeting.distribute");
        assertThat(ended(meeting)).isTrue();
    }

    @Test
    void a_recorder_drafts_and_the_host_confirms() {
        var meeting = book(true, true, true);

        assertThat(complete(meeting)).isEqualTo("Task_Draft");
        assertThat(complete(meeting)).isEqualTo("Task_Confirm");
        assertThat(RAN).containsExactly("meeting.book", "meeting.distribute");
        assertThat(ended(meeting)).isTrue();
    }

    @Test
    void without_minutes_it_ends_with_the_meeting() {
        var meeting = book(true, false, false);

        assertThat(ended(meeting)).isTrue();
        assertThat(RAN).containsExactly("meeting.book");
    }

    @Test
    void moving_begins_the_waiting_again_and_cancelling_ends_it() {
        var meeting = book(false, false, true);
        fire(meeting, "Timer_DayBefore");

        message(meeting, "meeting.changed");
        fire(meeting, "Timer_DayBefore");
        message(meeting, "meeting.cancelled");

        assertThat(RAN)
                .containsExactly(
                        "meeting.book",
                        "meeting.remind day-before",
                        "meeting.change",
                        "meeting.remind day-before",
                        "meeting.cancel");
        assertThat(ended(meeting)).isTrue();
        assertThat(ENGINE.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void the_model_is_small_and_labelled_in_both_languages() {
        var nodes = Bpmn.readModelFromFile(MODEL.toFile()).getModelElementsByType(FlowNode.class);

        assertThat(nodes).hasSizeLessThanOrEqualTo(26);
        assertThat(nodes).filteredOn(MeetingModelsTest::isShown).allSatisfy(node -> {
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

    private static String book(boolean over, boolean other, boolean minutesWanted) {
        var far = new Date(System.currentTimeMillis() + 86_400_000L);
        var instance = ENGINE.getRuntimeService()
                .startProcessInstanceByKey(
                        "meeting-booking",
                        Map.of(
                                "over", over,
                                "other", other,
                                "minutesWanted", minutesWanted,
                                "noticeAt", far,
                                "remindAt", far,
                                "endsAt", far,
                                "minutesDue", far));
        assertThat(complete(instance.getId())).isEqualTo("Task_Apply");
        return instance.getId();
    }

    private static String complete(String instance) {
        var task = ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        ENGINE.getTaskService().complete(task.getId());
        return task.getTaskDefinitionKey();
    }

    private static void fire(String instance, String timer) {
        var management = ENGINE.getManagementService();
        var job = management.createJobQuery().processInstanceId(instance).singleResult();
        assertThat(management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .isEqualTo(timer);
        management.executeJob(job.getId());
    }

    private static void message(String instance, String name) {
        ENGINE.getRuntimeService()
                .createMessageCorrelation(name)
                .processInstanceId(instance)
                .correlate();
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
        configuration.setHistory("none");
        configuration.setCmmnEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Coverage())));
        var steps = new HashMap<String, JavaDelegate>();
        for (var step : List.of("meeting.book", "meeting.change", "meeting.cancel", "meeting.distribute")) {
            steps.put(step, execution -> RAN.add(step));
        }
        steps.put("meeting.remind", execution -> RAN.add("meeting.remind " + execution.getVariable("reminder")));
        // The engine adds to the lists and maps it is given.
        configuration.setBeans(new HashMap<>(Map.of("steps", steps)));
        var started = configuration.buildProcessEngine();
        try {
            started.getRepositoryService()
                    .createDeployment()
                    .addString("meeting-booking.bpmn", Files.readString(MODEL))
                    .addString(
                            "meeting-booking.form", Files.readString(Path.of("../forms/meeting/meeting-booking.form")))
                    .addString(
                            "meeting-minutes.form", Files.readString(Path.of("../forms/meeting/meeting-minutes.form")))
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
            assertThat(((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey())
                    .isNotBlank();
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
                COVERED.add(flow.getId());
                COVERED.add(flow.getSource().getId());
                COVERED.add(flow.getDestination().getId());
            });
        }

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            activity.addListener(
                    ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> COVERED.add(activity.getId()));
        }
    }
}
