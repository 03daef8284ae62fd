package io.tongban.process.engine;

import io.tongban.process.engine.EngineSpi.StepRun;
import java.util.HashMap;
import java.util.LinkedHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The one bean that expressions of models reach: {@code steps['module.deed']} is a delegate that runs the step. */
@Component
class StepDelegates extends HashMap<String, JavaDelegate> {

    private static final long serialVersionUID = 1L;

    private final transient ObjectProvider<EngineSpi> spi;
    private final transient Models models;

    StepDelegates(ObjectProvider<EngineSpi> spi, Models models) {
        this.spi = spi;
        this.models = models;
    }

    @Override
    public JavaDelegate get(@Nullable Object step) {
        return execution -> run(String.valueOf(step), execution);
    }

    @Override
    public boolean containsKey(@Nullable Object step) {
        return true;
    }

    private void run(String step, DelegateExecution execution) {
        var inputs = new LinkedHashMap<String, Object>(execution.getVariablesLocal());
        var out = spi.getObject()
                .run(new StepRun(
                        step,
                        execution.getProcessBusinessKey(),
                        execution.getProcessDefinitionId(),
                        inputs,
                        execution::getVariable));
        var facts = models.of(execution.getProcessDefinitionId()).facts();
        var process = execution.getProcessInstance();
        out.forEach((name, value) -> {
            // A fact that stays as it is writes no history.
            if (facts.contains(name) && !value.equals(process.getVariable(name))) {
                process.setVariable(name, value);
            }
        });
    }
}
