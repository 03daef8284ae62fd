package io.tongban.process.engine;

import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManagerFactory;
import org.camunda.bpm.engine.impl.util.EnsureUtil;

/** The engine describes every new row at length in case its id is wrong; here the id is checked without a description. */
final class QuickEntities extends DbEntityManagerFactory {

    QuickEntities(IdGenerator ids) {
        super(ids);
    }

    @Override
    public DbEntityManager openSession() {
        return new Entities(idGenerator, Context.getCommandContext().getSession(PersistenceSession.class));
    }

    private static final class Entities extends DbEntityManager {

        Entities(IdGenerator ids, PersistenceSession session) {
            super(ids, session);
        }

        @Override
        protected void validateId(DbEntity entity) {
            EnsureUtil.ensureValidIndividualResourceId(entity.getClass().getName(), entity.getId());
        }
    }
}
