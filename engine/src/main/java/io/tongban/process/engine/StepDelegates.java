package io.tongban.process.engine;

import io.tongban.process.engine.EngineSpi.StepRun;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
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
    private final transient Dates dates;

    StepDelegates(ObjectProvider<EngineSpi> spi, Models models, Dates dates) {
        this.spi = spi;
        this.models = models;
        this.dates = dates;
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
        var model = models.of(execution.getProcessDefinitionId());
        var process = execution.getProcessInstance();
        var moved = new HashSet<String>();
        FactValues.declared(out, model.facts()).forEach((name, value) -> {
            var before = process.getVariable(name);
            // A fact that stays as it is writes no history.
            if (!FactValues.same(value, before)) {
                process.setVariable(name, value);
                if (before instanceof Date) {
                    moved.add(name);
                }
            }
        });
        if (!moved.isEmpty()) {
            dates.follow(execution.getProcessInstanceId(), model, moved);
        }
    }
}
