-- Requests, their trail, and the inbox.
create table process_request (
    id char(36) not null,
    number varchar(32) not null,
    process_key varchar(64) not null,
    definition_id varchar(64) not null,
    version int not null,
    instance_id varchar(64) not null,
    title varchar(300) not null,
    title_en varchar(300) not null,
    applicant_id char(36) not null,
    department_id char(36),
    status varchar(12) not null,
    revision int not null,
    answers mediumtext not null,
    created_at datetime(3) not null,
    updated_at datetime(3) not null,
    ended_at datetime(3),
    primary key (id)
);
create unique index process_request_number on process_request (number);
create index process_request_applicant on process_request (applicant_id, created_at desc, id desc);
create index process_request_key on process_request (process_key, status, created_at desc, id desc);

-- One row per task and owner; an owner is a person id or 'role:KEY'. State: todo, done, gone, copied.
create table process_inbox (
    id char(36) not null,
    owner varchar(64) not null,
    state varchar(8) not null,
    at datetime(3) not null,
    request_id char(36) not null,
    process_key varchar(64) not null,
    step varchar(64),
    since datetime(3) not null,
    due_at datetime(3),
    priority int not null,
    revision int not null,
    pool varchar(64),
    action varchar(16),
    closed_by char(36),
    why varchar(300),
    primary key (id, owner)
);
create index process_inbox_owner on process_inbox (owner, state, at desc, id desc);
create index process_inbox_request on process_inbox (request_id);

-- What was done to a request, never changed; also remembers the answer to an idempotency key.
create table process_entry (
    id char(36) not null,
    request_id char(36) not null,
    at datetime(3) not null,
    person_id varchar(36) not null,
    behalf_id char(36),
    action varchar(24) not null,
    step varchar(64),
    task_id char(36),
    text text,
    detail mediumtext,
    idempotency_key varchar(128),
    digest char(64),
    result varchar(200),
    primary key (id)
);
create index process_entry_request on process_entry (request_id, id);
create unique index process_entry_key on process_entry (person_id, idempotency_key);

-- The next free running number; nodes take blocks, so a restart may leave a gap, and a number is never used twice.
create table process_number (
    series varchar(40) not null,
    next_value bigint not null,
    primary key (series)
);
