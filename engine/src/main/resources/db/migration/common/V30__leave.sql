-- Leave: its types, balances with their ledger, and what was asked for. All amounts are minutes of office time.

create table leave_type (
    type_key       varchar(30)  not null primary key,
    name           varchar(60)  not null,
    name_en        varchar(60)  not null,
    sort           int          not null,
    limited        boolean      not null, -- by a balance
    unit           varchar(10)  not null, -- half-day, hour
    counts         varchar(10)  not null, -- working days, or every calendar day
    proof_minutes  int,                   -- proof is required from this length; null: never
    yearly_minutes int          not null, -- accrues once a year
    longest_days   int                    -- of one request; null: no limit
);

insert into leave_type
    (type_key, name, name_en, sort, limited, unit, counts, proof_minutes, yearly_minutes, longest_days)
values
    ('annual',       '年假',   'Annual leave',       1, true,  'half-day', 'working',  null, 4800, null),
    ('personal',     '事假',   'Personal leave',     2, true,  'hour',     'working',  null, 9600, null),
    ('sick',         '病假',   'Sick leave',         3, false, 'half-day', 'working',  960,  0,    180),
    ('compensatory', '调休假', 'Compensatory leave', 4, true,  'hour',     'working',  null, 0,    null),
    ('marriage',     '婚假',   'Marriage leave',     5, false, 'half-day', 'working',  0,    0,    30),
    ('maternity',    '产假',   'Maternity leave',    6, false, 'half-day', 'calendar', 0,    0,    190),
    ('paternity',    '陪产假', 'Paternity leave',    7, false, 'half-day', 'working',  0,    0,    30),
    ('bereavement',  '丧假',   'Bereavement leave',  8, false, 'half-day', 'working',  null, 0,    5);

-- Locked first by everything that changes a person's leave.
create table leave_person (
    person_id char(36) not null primary key
);

-- What is left of a year: granted - used - held.
create table leave_balance (
    person_id char(36)    not null,
    type_key  varchar(30) not null,
    of_year   int         not null,
    granted   int         not null,
    used      int         not null,
    held      int         not null,
    primary key (person_id, type_key, of_year)
);

-- Append-only. Every kind moves what is left, except that a use only turns a hold into something final.
create table leave_ledger (
    id         char(36)    not null primary key,
    person_id  char(36)    not null,
    type_key   varchar(30) not null,
    of_year    int         not null,
    kind       varchar(10) not null, -- accrual, adjust, hold, release, use, give-back
    minutes    int         not null,
    note       varchar(200),
    request_id char(36),
    number     varchar(40),
    by_id      char(36)    not null,
    at         datetime(3) not null
);

create index leave_ledger_person on leave_ledger (person_id, id);
create index leave_ledger_type on leave_ledger (person_id, type_key, id);
create index leave_ledger_request on leave_ledger (request_id);

create table leave_request (
    request_id       char(36)    not null primary key,
    number           varchar(40) not null,
    person_id        char(36)    not null,
    type_key         varchar(30) not null,
    start_at         datetime(3) not null,
    end_at           datetime(3) not null,
    minutes          int         not null,
    handover_id      char(36),
    state            varchar(10) not null, -- held, approved, released, cancelled
    provisional      boolean     not null, -- counted while a year had no arrangement
    shortfall        boolean     not null, -- counted again, and the balance did not suffice
    calendar_version int         not null,
    created_at       datetime(3) not null,
    updated_at       datetime(3) not null
);

create index leave_request_person on leave_request (person_id, request_id);
create index leave_request_period on leave_request (person_id, end_at);
create index leave_request_end on leave_request (end_at, request_id);
