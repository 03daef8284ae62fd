-- What designers work on. The source is kept as it was sent; its digest tells whether it is what runs. The key is the id of the
-- process, decision or form in it, null when there is none.
create table studio_model (
    id char(36) not null,
    name varchar(100) not null,
    kind varchar(8) not null,
    model_key varchar(64),
    source mediumtext not null,
    digest char(64) not null,
    revision int not null,
    changed_by char(36) not null,
    changed_at datetime(3) not null,
    primary key (id)
);
create index studio_model_changed on studio_model (changed_at, id);
create index studio_model_key on studio_model (kind, model_key, changed_at);

-- Who has a model open, and when they were last seen.
create table studio_presence (
    model_id char(36) not null,
    person_id char(36) not null,
    seen_at datetime(3) not null,
    primary key (model_id, person_id)
);

-- Who published which version and why; the files themselves are kept with the version. Warnings that were published against
-- are named by their rules.
create table studio_publication (
    id char(36) not null,
    process_key varchar(64) not null,
    version int not null,
    model_id char(36) not null,
    person_id char(36) not null,
    at datetime(3) not null,
    note varchar(500) not null,
    reason varchar(500),
    warnings text not null,
    files text not null,
    primary key (id)
);
create unique index studio_publication_version on studio_publication (process_key, version);
