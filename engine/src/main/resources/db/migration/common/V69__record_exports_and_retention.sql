-- Who took which requests out of the product, and how much of it was written.
create table record_export (
    id char(36) not null,
    person_id char(36) not null,
    at datetime(3) not null,
    kind varchar(8) not null,
    language varchar(8) not null,
    filter text not null,
    origin varchar(120) not null,
    total bigint not null,
    done bigint not null,
    started_at datetime(3),
    ended_at datetime(3),
    primary key (id)
);

-- After how many months the engine's course of an ended request is cleaned, by process.
create table record_retention (
    process_key varchar(64) not null,
    months int not null,
    changed_by char(36) not null,
    changed_at datetime(3) not null,
    primary key (process_key)
);

-- What stays of a request when its course is cleaned: the paper in words, signed with the key of the seals.
create table record_snapshot (
    request_id char(36) not null,
    made_at datetime(3) not null,
    seq int not null,
    link char(64) not null,
    paper mediumtext not null,
    key_id char(16) not null,
    mac char(64) not null,
    primary key (request_id)
);
