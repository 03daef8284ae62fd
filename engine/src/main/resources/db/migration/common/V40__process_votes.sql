-- A task of the engine may be held by several people, each with a row and an id of their own.
alter table process_inbox add column task_id char(36);
update process_inbox set task_id = id;
alter table process_inbox modify column task_id char(36) not null;
-- For whom the owner acts, when it is not the owner.
alter table process_inbox add column behalf char(36);
-- What a signer is to the task: member, before, beside, after, delegate, consult; null where the owner decides alone.
alter table process_inbox add column part varchar(8);

-- The book of a vote: who has a say in a task of the engine, in which order, and what each decided.
-- State: waiting, open, done, gone.
create table process_seat (
    id char(36) not null,
    task_id char(36) not null,
    request_id char(36) not null,
    person_id varchar(64) not null,
    parent_id char(36),
    part varchar(8) not null,
    batch char(36),
    way varchar(16) not null,
    position int not null,
    weight int not null,
    veto boolean not null,
    state varchar(8) not null,
    ballot varchar(8),
    why varchar(300),
    decided_at datetime(3),
    primary key (id)
);
create index process_seat_task on process_seat (task_id);
create index process_seat_request on process_seat (request_id);

-- Facts of a request that may be revoked after its end; where a returned request goes when it comes back.
alter table process_request add column facts mediumtext;
alter table process_request add column returns text;

-- On behalf of whom, and on which content a decision was made.
alter table process_entry add column content char(64);
