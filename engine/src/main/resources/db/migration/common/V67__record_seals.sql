-- How far trails have come when they were sealed. The key of the seals is outside the database.
create table record_seal (
    no bigint not null,
    at datetime(3) not null,
    heads int not null,
    root char(64) not null,
    upto char(36) not null,
    key_id char(16) not null,
    prev char(64) not null,
    mac char(64) not null,
    primary key (no)
);
create table record_head (
    request_id char(36) not null,
    seq int not null,
    link char(64) not null,
    seal_no bigint not null,
    primary key (request_id, seq)
);
create index record_head_seal on record_head (seal_no, request_id);

-- Checks of the whole record: how far one has come and what it found.
create table record_check (
    id char(36) not null,
    person_id char(36) not null,
    started_at datetime(3) not null,
    seen_at datetime(3) not null,
    ended_at datetime(3),
    total bigint not null,
    done bigint not null,
    entries bigint not null,
    seals bigint not null,
    found int not null,
    findings mediumtext not null,
    primary key (id)
);
