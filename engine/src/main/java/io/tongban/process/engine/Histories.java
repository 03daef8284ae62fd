package io.tongban.process.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.springframework.stereotype.Component;

/** The engine's memory of the way that ended requests went. */
@Component
public class Histories {

    private final ProcessEngine engine;

    Histories(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Forgets the way of one that has ended; false when there is nothing left of it, or it has not ended. */
    public boolean forget(String instanceId) {
        var ended = engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .finished()
                        .count()
                > 0;
        if (ended) {
            engine.getHistoryService().deleteHistoricProcessInstance(instanceId);
        }
        return ended;
    }

    /** The engine's own cleaning comes when the model says so. */
    public void asModelled(String processKey) {
        var repository = engine.getRepositoryService();
        repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .list()
                .forEach(version -> {
                    var model = repository.getBpmnModelInstance(version.getId()).getModelElementById(processKey);
                    var said =
                            ((org.camunda.bpm.model.bpmn.instance.Process) model).getCamundaHistoryTimeToLiveString();
                    repository.updateProcessDefinitionHistoryTimeToLive(
                            version.getId(), said == null ? null : ParseUtil.parseHistoryTimeToLive(said));
                });
    }

    /** The engine's own cleaning does not come before this, for every version of a process. */
    public void keep(String processKey, int days) {
        engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(processKey).list().stream()
                .filter(version -> version.getHistoryTimeToLive() == null || version.getHistoryTimeToLive() != days)
                .forEach(version ->
                        engine.getRepositoryService().updateProcessDefinitionHistoryTimeToLive(version.getId(), days));
    }
}
