-- Sentences that a person uses again and again, in order, as one list.
create table approval_phrase (
    person_id char(36) not null,
    phrases mediumtext not null,
    revision int not null,
    primary key (person_id)
);

-- The signature that a person keeps. A confirmed password opens it for one session for a while.
create table approval_signature (
    person_id char(36) not null,
    file_id char(36) not null,
    kept_at datetime(3) not null,
    session_id varchar(64),
    confirmed_at datetime(3),
    primary key (person_id)
);
