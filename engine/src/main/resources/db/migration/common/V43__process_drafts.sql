-- What people have begun to fill in. A slot is 1 to 50, so that nobody has more, also with two tabs at once; a draft that was
-- deleted has none and waits a day for whoever wants it back.
create table process_draft (
    id char(36) not null,
    person_id char(36) not null,
    slot smallint,
    process_key varchar(64) not null,
    definition_id varchar(64) not null,
    summary varchar(200) not null,
    summary_en varchar(200) not null,
    answers mediumtext not null,
    related varchar(1000) not null,
    revision int not null,
    made_with varchar(128),
    saved_at datetime(3) not null,
    deleted_at datetime(3),
    primary key (id)
);
create unique index process_draft_slot on process_draft (person_id, slot);
create unique index process_draft_made on process_draft (person_id, made_with);
create index process_draft_deleted on process_draft (deleted_at);

-- What hangs on a line of the trail. Kind: mention (a person, who may read the request from then on), file, signature.
create table process_entry_link (
    entry_id char(36) not null,
    kind varchar(12) not null,
    ref char(36) not null,
    request_id char(36) not null,
    sort int not null,
    primary key (entry_id, kind, ref)
);
create index process_entry_link_request on process_entry_link (request_id, kind, ref);
create index process_entry_link_ref on process_entry_link (ref, kind);

-- Two requests that have to do with each other; the older one is the first.
create table process_relation (
    first_id char(36) not null,
    second_id char(36) not null,
    added_by char(36) not null,
    added_at datetime(3) not null,
    primary key (first_id, second_id)
);
create index process_relation_second on process_relation (second_id);
