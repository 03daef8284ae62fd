package io.tongban.process.engine;

import io.tongban.kernel.Collision;
import java.sql.SQLTransactionRollbackException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** How the engine and the database say that rows were changed, locked or gone meanwhile. */
@Component
class EngineCollision implements Collision {

    @Override
    public boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof NullValueException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof SQLTransactionRollbackException
                    || cause instanceof ProcessEngineException
                            && String.valueOf(cause.getMessage()).contains("ENGINE-16004")) {
                return true;
            }
        }
        return false;
    }
}
