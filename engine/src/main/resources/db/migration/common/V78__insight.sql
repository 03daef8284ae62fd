-- Numbers about requests: a read model that follows the trails, and can be made again from them. Ids and times only.

-- The newest line that was seen. format: of the numbers; a newer product makes them again.
create table insight_position (
    name varchar(16) not null,
    line varchar(36) not null,
    format int not null,
    at datetime(3),
    primary key (name)
);
insert into insight_position (name, line, format, at) values ('trail', '', 0, null);

-- One row per request. seq: of the newest line that is counted, 0 when nothing is. Days are those of the company's zone.
create table insight_request (
    request_id char(36) not null,
    seq int not null,
    process_key varchar(64) not null,
    department_id varchar(36) not null,
    applicant_id char(36) not null,
    status varchar(12) not null,
    started_at datetime(3) not null,
    started_on date not null,
    ended_at datetime(3),
    ended_on date,
    suspended boolean not null,
    due_at datetime(3),
    seconds bigint not null,
    minutes int not null,
    returns int not null,
    met boolean,
    flows varchar(4000) not null,
    settled boolean not null,
    seen_at datetime(3) not null,
    primary key (request_id)
);
create index insight_request_ended on insight_request (process_key, ended_on, request_id);
create index insight_request_started on insight_request (process_key, started_on, request_id);
create index insight_request_applicant on insight_request (applicant_id, process_key, ended_on);
create index insight_request_settled on insight_request (settled, request_id);
create index insight_request_seen on insight_request (ended_on, seen_at);

-- Once at a step.
create table insight_stay (
    request_id char(36) not null,
    no int not null,
    process_key varchar(64) not null,
    department_id varchar(36) not null,
    applicant_id char(36) not null,
    step varchar(64) not null,
    from_at datetime(3) not null,
    ended_at datetime(3),
    ended_on date,
    seconds bigint not null,
    minutes int not null,
    action varchar(64),
    met boolean,
    due_at datetime(3),
    primary key (request_id, no)
);
create index insight_stay_ended on insight_stay (process_key, ended_on, request_id);

-- Once in somebody's hands.
create table insight_hand (
    request_id char(36) not null,
    no int not null,
    process_key varchar(64) not null,
    department_id varchar(36) not null,
    applicant_id char(36) not null,
    step varchar(64) not null,
    person_id varchar(64) not null,
    from_at datetime(3) not null,
    ended_at datetime(3),
    ended_on date,
    seconds bigint not null,
    minutes int not null,
    action varchar(64),
    due_at datetime(3),
    primary key (request_id, no)
);
create index insight_hand_ended on insight_hand (process_key, ended_on, request_id);
create index insight_hand_person on insight_hand (person_id, ended_on);

-- Sums of a day (d) or a month (m), of one department or of all (empty). calendar and working: how many took how long, in
-- buckets of which each is a tenth longer than the one before.
create table insight_cell (
    id varchar(200) not null,
    grain char(1) not null,
    starts_on date not null,
    process_key varchar(64) not null,
    department_id varchar(36) not null,
    kind varchar(8) not null,
    subject varchar(64) not null,
    n int not null,
    started int not null,
    dropped int not null,
    returned int not null,
    met int not null,
    missed int not null,
    calendar varchar(3000) not null,
    working varchar(3000) not null,
    primary key (id)
);
create index insight_cell_sum on insight_cell (process_key, kind, grain, department_id, starts_on);
