-- Cases, batches and statistics of activities are not used; their indexes cost a page each with every commit.
alter table ACT_HI_ACTINST drop index ACT_IDX_HI_ACT_INST_COMP;
alter table ACT_HI_ACTINST drop index ACT_IDX_HI_ACT_INST_STATS;
alter table ACT_HI_ACTINST drop index ACT_IDX_HI_AI_PDEFID_END_TIME;
alter table ACT_RU_VARIABLE drop index ACT_IDX_VARIABLE_TASK_NAME_TYPE;
alter table ACT_RU_VARIABLE drop constraint ACT_FK_VAR_CASE_EXE;
alter table ACT_RU_VARIABLE drop constraint ACT_FK_VAR_CASE_INST;
alter table ACT_RU_VARIABLE drop constraint ACT_FK_VAR_BATCH;
alter table ACT_RU_VARIABLE drop index ACT_IDX_BATCH_ID;
alter table ACT_RU_TASK drop constraint ACT_FK_TASK_CASE_EXE;
alter table ACT_RU_TASK drop constraint ACT_FK_TASK_CASE_DEF;
alter table ACT_RU_EXECUTION drop index ACT_IDX_EXEC_BUSKEY;
alter table ACT_HI_PROCINST drop index ACT_IDX_HI_PRO_INST_END;
