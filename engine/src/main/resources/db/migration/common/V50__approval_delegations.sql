-- Who decides in whose place, from when until when. Stage: coming, begun (open work was handed over once), standing (and
-- a second time, for what began before the others knew), ended (handed back once), over.
create table approval_delegation (
    id char(36) not null,
    principal_id char(36) not null,
    deputy_id char(36) not null,
    from_at datetime(3) not null,
    until_at datetime(3) not null,
    -- Keys with commas; null for every procedure.
    processes varchar(2000),
    most decimal(18, 2),
    most_of varchar(64),
    reason varchar(500),
    set_by char(36) not null,
    set_at datetime(3) not null,
    ended_at datetime(3),
    ended_by char(36),
    stage varchar(8) not null,
    stage_at datetime(3) not null,
    primary key (id)
);
create index approval_delegation_principal on approval_delegation (principal_id, until_at);
create index approval_delegation_deputy on approval_delegation (deputy_id, until_at);
create index approval_delegation_stage on approval_delegation (stage, from_at);

-- Whoever sets a delegation locks the row first, so that two never contradict each other.
create table approval_lock (
    name varchar(32) not null,
    primary key (name)
);
insert into approval_lock (name) values ('delegations');
