-- Newcomers on their way into the company, one row per onboarding. Department, position and leader stand in org.
create table onboarding_hire (
    request_id      char(36)     not null primary key,
    number          varchar(40)  not null,
    person_id       char(36)     not null,
    hr_id           char(36)     not null, -- who entered the hire and answers for it
    leader_id       char(36)     not null,
    start_on        date         not null,
    dated_at        datetime(3)  not null, -- when the start date was set last
    mentor_id       char(36),
    welcome         varchar(1000),
    emergency_name  varchar(50),
    emergency_phone varchar(40),
    state           varchar(10)  not null, -- running, done, cancelled
    password_at     datetime(3),           -- when an initial password was shown last
    activated_at    datetime(3),
    created_at      datetime(3)  not null,
    updated_at      datetime(3)  not null
);

create index onboarding_hire_list on onboarding_hire (state, start_on, request_id);
create index onboarding_hire_person on onboarding_hire (person_id, request_id);

-- What has to be done for a hire, by whom is known to the process.
create table onboarding_step (
    request_id char(36)    not null,
    stage      varchar(10) not null, -- activate, profile, reading, portrait, it, mentor
    due_at     datetime(3) not null,
    done_at    datetime(3),
    done_by    char(36),
    primary key (request_id, stage)
);

-- Pictures that people handed in to become their portrait.
create table onboarding_portrait (
    request_id char(36)    not null primary key,
    person_id  char(36)    not null,
    file_id    char(36)    not null,
    state      varchar(10) not null, -- checking, returned, confirmed, dropped
    updated_at datetime(3) not null
);

create index onboarding_portrait_person on onboarding_portrait (person_id, request_id);

-- One row, locked while an employee number is given.
create table onboarding_lock (
    id int not null primary key
);

insert into onboarding_lock (id) values (1);
