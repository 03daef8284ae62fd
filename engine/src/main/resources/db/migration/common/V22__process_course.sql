-- The engine's history keeps the course of a request only, and is found by its end. Indexes that nothing asks cost a
-- page each with every commit.
update ACT_GE_PROPERTY set VALUE_ = '40' where NAME_ = 'historyLevel';
alter table ACT_HI_ACTINST drop index ACT_IDX_HI_ACTINST_ROOT_PI;
alter table ACT_HI_ACTINST drop index ACT_IDX_HI_ACT_INST_START_END;
alter table ACT_HI_ACTINST drop index ACT_IDX_HI_ACT_INST_END;
alter table ACT_HI_ACTINST drop index ACT_IDX_HI_ACT_INST_TENANT_ID;
alter table ACT_HI_ACTINST drop index ACT_IDX_HI_ACT_INST_PROC_DEF_KEY;
alter table ACT_HI_ACTINST drop index ACT_IDX_HI_ACT_INST_RM_TIME;
alter table ACT_HI_PROCINST drop index ACT_IDX_HI_PRO_INST_TENANT_ID;
alter table ACT_HI_PROCINST drop index ACT_IDX_HI_PRO_INST_PROC_DEF_KEY;
alter table ACT_HI_PROCINST drop index ACT_IDX_HI_PRO_INST_PROC_TIME;
alter table ACT_HI_PROCINST drop index ACT_IDX_HI_PRO_INST_ROOT_PI;
alter table ACT_HI_PROCINST drop index ACT_IDX_HI_PRO_INST_RM_TIME;
alter table ACT_HI_PROCINST drop index ACT_IDX_HI_PRO_RST_PRO_INST_ID;
alter table ACT_HI_PROCINST drop index ACT_IDX_HI_PRO_I_BUSKEY;
alter table ACT_RU_TASK drop index ACT_IDX_TASK_CREATE;
alter table ACT_RU_TASK drop index ACT_IDX_TASK_LAST_UPDATED;
alter table ACT_RU_TASK drop index ACT_IDX_TASK_OWNER;
alter table ACT_RU_TASK drop index ACT_IDX_TASK_TENANT_ID;
alter table ACT_RU_VARIABLE drop index ACT_IDX_VARIABLE_TENANT_ID;
alter table ACT_RU_EXECUTION drop index ACT_IDX_EXEC_TENANT_ID;
