package io.tongban.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * What the engine asks the database at every task although the product knows the answer: it makes no tasks below tasks
 * and no variables of tasks, and what was deployed never changes.
 */
final class QuickReads {

    private record Opening(Class<?> type, Supplier<Session> open) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return open.get();
        }
    }

    private QuickReads() {}

    static List<SessionFactory> managers() {
        var decisions = new ConcurrentHashMap<String, DecisionDefinitionEntity>();
        return List.of(
                new Opening(TaskManager.class, Tasks::new),
                new Opening(VariableInstanceManager.class, Variables::new),
                new Opening(ProcessDefinitionManager.class, Definitions::new),
                new Opening(DecisionDefinitionManager.class, () -> new Decisions(decisions)));
    }

    private static final class Tasks extends TaskManager {

        @Override
        public List<Task> findTasksByParentTaskId(String parent) {
            return new ArrayList<>();
        }
    }

    private static final class Variables extends VariableInstanceManager {

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskId(String task) {
            return new ArrayList<>();
        }
    }

    private static final class Definitions extends ProcessDefinitionManager {

        @Override
        public @Nullable ProcessDefinitionEntity findLatestDefinitionById(String id) {
            var known = Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .getProcessDefinitionCache()
                    .get(id);
            return known != null ? known : super.findLatestDefinitionById(id);
        }
    }

    private static final class Decisions extends DecisionDefinitionManager {

        private final Map<String, DecisionDefinitionEntity> known;

        Decisions(Map<String, DecisionDefinitionEntity> known) {
            this.known = known;
        }

        @Override
        public @Nullable DecisionDefinitionEntity findDefinitionByDeploymentAndKey(String deployment, String key) {
            var place = deployment + "/" + key;
            var found = known.get(place);
            if (found == null) {
                found = super.findDefinitionByDeploymentAndKey(deployment, key);
                if (found != null) {
                    known.put(place, found);
                }
            }
            return found;
        }
    }
}
