-- Tasks: what is agreed, who has to do with it, what happened on the way, and what is needed for it.

create table worktask_task (
    request_id char(36)     not null primary key,
    number     varchar(40)  not null,
    name       varchar(100) not null,
    goal       text         not null,
    creator_id char(36)     not null,
    owner_id   char(36)     not null,
    start_on   date         not null,
    end_on     date         not null,
    due_at     datetime(3)  not null,
    priority   varchar(10)  not null, -- low, normal, high, urgent
    rhythm     varchar(10)  not null, -- of progress reports: none, daily, weekly, biweekly, monthly
    stage      varchar(10)  not null, -- planned, doing, accepting, closed, cancelled
    progress   int          not null,
    round      int          not null, -- how often a result was handed in
    report_at  datetime(3)  not null, -- the last report, or when the task was agreed
    soon_told  date,                  -- the end of which people were reminded before
    late_told  date,                  -- the end of which people were told that it has passed
    remedied   date,                  -- the end for whose delay a remedy was recorded
    asked_end  date,                  -- the end that the owner would rather have
    ended_at   datetime(3),
    created_at datetime(3)  not null,
    updated_at datetime(3)  not null
);

create index worktask_task_owner on worktask_task (owner_id, stage, due_at, request_id);

-- One row for everybody who has to do with a task. Stage and order are kept here too, so that a list is one range.
create table worktask_person (
    request_id  char(36)    not null,
    person_id   char(36)    not null,
    creator     boolean     not null,
    owner       boolean     not null,
    participant boolean     not null,
    acceptor    boolean     not null,
    answer      varchar(10),           -- of an acceptor in this round: waiting, accepted, refused
    stands_for  char(36),              -- the acceptor who is away and for whom this person accepts
    stage       varchar(10) not null,
    sort_at     datetime(3) not null,  -- when it is due, or when it ended
    primary key (request_id, person_id)
);

create index worktask_person_mine on worktask_person (person_id, stage, sort_at, request_id);

create table worktask_resource (
    request_id char(36)     not null,
    seq        int          not null,
    kind       varchar(10)  not null, -- people, budget, room, goods, access
    note       varchar(200),
    primary key (request_id, seq)
);

-- Append-only.
create table worktask_entry (
    id         char(36)    not null primary key,
    request_id char(36)    not null,
    at         datetime(3) not null,
    on_day     date        not null,
    person_id  char(36)    not null,
    kind       varchar(12) not null, -- created, progress, note, delay, submitted, accepted, refused, owner, end, acceptors, closed, cancelled
    progress   int,
    words      text,
    new_end    date,
    other_id   char(36),
    files      varchar(1000)
);

create index worktask_entry_task on worktask_entry (request_id, id);
