package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.BareCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ready procedures on a bare engine: what their tables say, which way leads where, and that all of it is walked. */
class TemplateModelsTest {

    private static final Path MODELS = Path.of("../processes/templates");
    private static final Set<String> COVERED = new TreeSet<>();
    private static final List<String> ENDS = new ArrayList<>();
    private static final ProcessEngine ENGINE = start();

    static List<String> keys() {
        try (var folders = Files.list(MODELS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path model(String key) {
        return MODELS.resolve(key).resolve(key + ".bpmn");
    }

    @AfterAll
    static void everyNodeAndFlowWasWalked() {
        ENGINE.close();
        var all = new TreeSet<String>();
        for (var key : keys()) {
            Bpmn.readModelFromFile(model(key).toFile())
                    .getModelElementsByType(FlowElement.class)
                    .forEach(element -> all.add(key + " " + element.getId()));
        }
        assertThat(COVERED).containsAll(all);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            business-trip     | days=1 cost=5000                  | leaders:1
            business-trip     | days=4 cost=100                   | leaders:2
            business-trip     | days=1 cost=5000.01               | leaders:2
            business-trip     | days=11 cost=100                  | leaders:top
            business-trip     | days=1 cost=30000.01              | leaders:top
            goods-requisition | kind=office total=1000            | leaders:1
            goods-requisition | kind=office total=1000.01         | leaders:2
            goods-requisition | kind=device total=10              | leaders:2
            goods-requisition | kind=gift total=10000.01          | leaders:top
            overtime          | kind=workday hours=4              | leaders:1
            overtime          | kind=restday hours=4.5            | leaders:2
            overtime          | kind=holiday hours=1              | leaders:2
            make-up-punch     | cause=forgot times=3              | leaders:1
            make-up-punch     | cause=forgot times=4              | leaders:2
            make-up-punch     | cause=outside times=6             | leaders:top
            make-up-punch     | cause=device times=9              | leaders:1
            seal-use          | seal=contract outside=no          | leaders:1
            seal-use          | seal=company outside=no           | leaders:2
            seal-use          | seal=finance outside=no           | leaders:2
            seal-use          | seal=legal outside=no             | leaders:top
            seal-use          | seal=hr outside=yes               | leaders:top
            contract          | amount=50000 template=own         | leaders:1
            contract          | amount=50000.01 template=own      | leaders:2
            contract          | amount=0 template=other           | leaders:2
            contract          | amount=100000.01 template=other   | leaders:top
            contract          | amount=100000.01 template=changed | leaders:2
            contract          | amount=500000.01 template=own     | leaders:top
            purchase          | total=10000 budget=within         | leaders:1
            purchase          | total=10000.01 budget=within      | leaders:2
            purchase          | total=10 budget=beyond            | leaders:2
            purchase          | total=10000.01 budget=beyond      | leaders:top
            purchase          | total=100000.01 budget=within     | leaders:top
            recruitment       | headcount=3 plan=within           | leaders:2
            recruitment       | headcount=4 plan=within           | leaders:top
            recruitment       | headcount=1 plan=beyond           | leaders:top
            regularisation    | result=pass score=16              | leader:2
            regularisation    | result=pass score=15              | head:top
            regularisation    | result=extend score=18            | head:top
            transfer          | kind=level salary=same            | role:hr
            transfer          | kind=level salary=changed         | head:top
            transfer          | kind=promotion salary=same        | head:top
            resignation       | kind=resign                       | leaders:2
            resignation       | kind=retired                      | leaders:1
            resignation       | kind=agreed                       | leaders:top
            """)
    void its_table_says_who_approves(String key, String facts, String approver) {
        assertThat(decide(key + "-approver", facts)).isEqualTo(approver);
    }

    @ParameterizedTest(name = "{0} is kept by {1}")
    @CsvSource({
        "company, role:office",
        "contract, role:legal",
        "finance, role:finance",
        "legal, role:finance",
        "invoice, role:finance",
        "hr, role:hr"
    })
    void each_seal_has_a_keeper(String seal, String keeper) {
        assertThat(decide("seal-use-keeper", "seal=" + seal)).isEqualTo(keeper);
    }

    private static Object decide(String table, String facts) {
        return ENGINE.getDecisionService()
                .evaluateDecisionTableByKey(table, facts(facts))
                .getSingleEntry();
    }

    @ParameterizedTest(name = "{0}: {2} leads to {3}")
    @CsvSource(delimiter = '|', textBlock = """
            business-trip     | days=2 cost=900 advance=no     | Leaders                                     | End_Approved
            business-trip     | days=2 cost=900 advance=yes    | Leaders Advance                             | End_Paid
            business-trip     | days=2 cost=900 advance=no     | Leaders:reject                              | End_Rejected
            goods-requisition | kind=office total=90           | Leaders Issue Receive                       | End_Approved
            goods-requisition | kind=office total=90           | Leaders:reject                              | End_Rejected
            overtime          | kind=workday hours=2           | Leaders Result Settle                       | End_Approved
            overtime          | kind=workday hours=2           | Leaders:reject                              | End_Rejected
            make-up-punch     | cause=forgot times=1           | Leaders Record                              | End_Approved
            make-up-punch     | cause=forgot times=1           | Leaders:reject                              | End_Rejected
            seal-use          | seal=company outside=no        | Leaders Stamp                               | End_Approved
            seal-use          | seal=company outside=yes       | Leaders Stamp Return                        | End_Returned
            seal-use          | seal=company outside=no        | Leaders:reject                              | End_Rejected
            contract          | amount=10 template=own         | Legal Finance Leaders Archive               | End_Approved
            contract          | amount=10 template=own         | Finance Legal Leaders:reject                | End_Rejected
            purchase          | total=10 budget=within         | Leaders Budget Order Accept                 | End_Approved
            purchase          | total=10 budget=within         | Leaders Budget Order Accept:reject Order Accept | End_Approved
            purchase          | total=10 budget=within         | Leaders Budget:reject                       | End_NoBudget
            purchase          | total=10 budget=within         | Leaders:reject                              | End_Rejected
            recruitment       | headcount=1 plan=within        | Hr Leaders Recruit                          | End_Approved
            recruitment       | headcount=1 plan=within        | Hr:reject                                   | End_Refused
            recruitment       | headcount=1 plan=within        | Hr Leaders:reject                           | End_Rejected
            regularisation    | result=pass score=18           | Review Approve Confirm                      | End_Approved
            regularisation    | result=extend score=12         | Review Approve Confirm                      | End_Extended
            regularisation    | result=fail score=6            | Review Approve Confirm                      | End_Failed
            regularisation    | result=fail score=6            | Review Approve:reject                       | End_Rejected
            transfer          | kind=level salary=same         | Agree Heads Approve Record                  | End_Approved
            transfer          | kind=level salary=same         | Agree:reject                                | End_Declined
            transfer          | kind=level salary=same         | Agree Heads:reject                          | End_Refused
            transfer          | kind=level salary=same         | Agree Heads Approve:reject                  | End_Rejected
            resignation       | kind=resign                    | Leaders Interview Handover It Finance Office Settle | End_Approved
            resignation       | kind=resign                    | Leaders Interview Office Finance It Handover Settle | End_Approved
            resignation       | kind=resign                    | Leaders:reject                              | End_Rejected
            """)
    void each_way_leads_to_its_end(String key, String facts, String steps, String end) {
        ENDS.clear();
        var instance = ENGINE.getRuntimeService()
                .startProcessInstanceByKey(key, facts(facts))
                .getId();
        complete(instance, "Apply", "submit");
        for (var step : steps.split(" ")) {
            var part = step.split(":");
            complete(instance, part[0], part.length == 1 ? "approve" : part[1]);
        }
        assertThat(ENGINE.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .as("still open")
                .isZero();
        assertThat(ENDS).containsExactly(end);
    }

    private static void complete(String instance, String step, String decision) {
        var task = ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("Task_" + step)
                .singleResult();
        assertThat(task).as(step + " is open").isNotNull();
        ENGINE.getTaskService().complete(task.getId(), Map.of("decision", decision));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void it_is_small_and_labelled_in_both_languages(String key) {
        var model = Bpmn.readModelFromFile(model(key).toFile());
        var nodes = model.getModelElementsByType(FlowNode.class);
        assertThat(nodes).hasSizeLessThanOrEqualTo(17);
        assertThat(nodes)
                .filteredOn(node ->
                        node.getIncoming().size() < 2 || node.getOutgoing().size() != 1)
                .allSatisfy(TemplateModelsTest::isLabelled);
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .filteredOn(flow -> flow.getName() != null)
                .allSatisfy(TemplateModelsTest::isLabelled);
        assertThat(model.getModelElementsByType(Process.class)).singleElement().satisfies(process -> {
            isNamed(process);
            assertThat(process.getId()).isEqualTo(key);
            assertThat(process.getDocumentations()).isNotEmpty();
            assertThat(properties(process))
                    .extracting(CamundaProperty::getCamundaName)
                    .contains("documentationEn", "categoryName", "categoryNameEn", "icon", "numberPrefix", "titleEn");
        });
    }

    private static void isLabelled(FlowElement element) {
        assertThat(element.getName()).as(element.getId()).isNotBlank();
        assertThat(element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list())
                .as(element.getId())
                .flatExtracting(CamundaProperties::getCamundaProperties)
                .extracting(CamundaProperty::getCamundaName)
                .contains("nameEn");
    }

    private static void isNamed(Process process) {
        assertThat(process.getName()).isNotBlank();
        assertThat(properties(process))
                .extracting(CamundaProperty::getCamundaName)
                .contains("nameEn");
    }

    private static List<CamundaProperty> properties(Process process) {
        return process.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .toList();
    }

    /** {@code days=2 kind=office}: numbers are numbers. */
    private static Map<String, Object> facts(String text) {
        var facts = new HashMap<String, Object>();
        for (var pair : text.strip().split(" ")) {
            var part = pair.split("=");
            facts.put(
                    part[0],
                    part[1].matches("\\d+")
                            ? (Object) Integer.valueOf(part[1])
                            : part[1].matches("\\d+\\.\\d+") ? (Object) Double.valueOf(part[1]) : part[1]);
        }
        return facts;
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
        var started = configuration.buildProcessEngine();
        for (var key : keys()) {
            var deployment = started.getRepositoryService().createDeployment();
            try (Stream<Path> files = Files.list(MODELS.resolve(key))) {
                for (var file : files.sorted().toList()) {
                    deployment.addString(file.getFileName().toString(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            deployment.deploy();
        }
        return started;
    }

    /** Remembers every flow that was taken, the nodes at its ends, and where a way ended. */
    private static final class Coverage extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            var key = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
                for (var walked : List.of(
                        flow.getId(),
                        flow.getSource().getId(),
                        flow.getDestination().getId())) {
                    COVERED.add(key + " " + walked);
                }
                if (flow.getDestination().getId().startsWith("End_")) {
                    ENDS.add(flow.getDestination().getId());
                }
            });
        }
    }
}
