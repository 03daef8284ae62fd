-- What can be asked for, and who holds it until when.

create table grant_thing (
    id             char(36)    not null primary key,
    kind           varchar(10) not null, -- app, role, folder, data, special
    name           varchar(60) not null,
    name_en        varchar(60) not null,
    description    varchar(300) not null,
    description_en varchar(300) not null,
    owner_id       char(36),             -- null: the heads of its department
    department_id  char(36)    not null,
    effect         varchar(80),          -- role:KEY or permission:KEY of the product; null: IT opens and closes it
    longest_days   int,                  -- null: also without end
    offered        boolean     not null,
    revision       int         not null,
    created_at     datetime(3) not null,
    updated_at     datetime(3) not null
);

create index grant_thing_owner on grant_thing (owner_id, id);
create index grant_thing_offered on grant_thing (offered, kind, id);

create table grant_holding (
    request_id   char(36)    not null primary key,
    number       varchar(40) not null,
    thing_id     char(36)    not null,
    holder_kind  varchar(10) not null, -- person, department
    holder_id    char(36)    not null,
    applicant_id char(36)    not null,
    state        varchar(10) not null, -- asked, held, ended, dropped
    until_at     datetime(3) not null, -- the year 2037 when no end was set
    external     boolean     not null, -- IT opens and closes it
    held_at      datetime(3),
    ended_at     datetime(3),
    ending       varchar(10),          -- expired, revoked, returned, renewed, left
    ended_by     char(36),
    note         varchar(500),
    created_at   datetime(3) not null,
    updated_at   datetime(3) not null
);

create index grant_holding_holder on grant_holding (holder_id, state, request_id);
create index grant_holding_thing on grant_holding (thing_id, state, request_id);
