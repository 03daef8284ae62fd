-- How long steps and requests may take, what happens next by itself, and how long it took: one row for each task of the
-- engine whose step says something about its time, and one for each request whose process has a goal (the step is null).
-- Minutes are working time. next_at: when the next rung of the ladder is due. calendar_version: of the calendar that was
-- counted with; 0 while nobody has looked who is away, -2 when that has changed, -1 when only the numbers are to be
-- counted, null when nothing is.
create table process_deadline (
    id char(36) not null,
    request_id char(36) not null,
    process_key varchar(64) not null,
    step varchar(64),
    started_at datetime(3) not null,
    goal int,
    due_at datetime(3),
    from_at datetime(3) not null,
    left_minutes int not null,
    rung int not null,
    next_at datetime(3),
    calendar_version int,
    provisional boolean not null,
    ended_at datetime(3),
    used int,
    met boolean,
    primary key (id)
);
create index process_deadline_request on process_deadline (request_id);
create index process_deadline_next on process_deadline (next_at, id);
create index process_deadline_version on process_deadline (calendar_version, id);
-- Numbers by process and step, of a time.
create index process_deadline_ended on process_deadline (process_key, ended_at, step);
