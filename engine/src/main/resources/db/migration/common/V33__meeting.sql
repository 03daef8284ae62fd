-- Rooms, meetings with who takes part, and what was decided.

-- Locked first by everything that books the room, so that it is never booked twice.
create table meeting_room (
    id         char(36)     not null primary key,
    name       varchar(60)  not null,
    name_en    varchar(60),
    place      varchar(100) not null,
    seats      int          not null,
    equipment  varchar(200) not null, -- keys with commas
    note       varchar(200),
    bookable   boolean      not null,
    created_at datetime(3)  not null,
    constraint meeting_room_name unique (name)
);

-- The same meeting every week; made once however often it is asked for.
create table meeting_series (
    id           char(36)     not null primary key,
    organizer_id char(36)     not null,
    once_key     varchar(128) not null,
    created_at   datetime(3)  not null,
    constraint meeting_series_once unique (organizer_id, once_key)
);

create table meeting_meeting (
    request_id     char(36)     not null primary key,
    number         varchar(40)  not null,
    series_id      char(36),
    organizer_id   char(36)     not null,
    recorder_id    char(36)     not null,
    topic          varchar(100) not null,
    purpose        varchar(500),
    start_at       datetime(3)  not null,
    end_at         datetime(3)  not null,
    room_id        char(36),
    online         varchar(300),
    agenda         mediumtext   not null,
    confidential   boolean      not null,
    minutes_wanted boolean      not null,
    state          varchar(10)  not null, -- booked, cancelled
    told_at        datetime(3)  not null, -- when everybody was last told about time and place
    minutes        mediumtext,
    minutes_at     datetime(3),
    created_at     datetime(3)  not null,
    updated_at     datetime(3)  not null
);

create index meeting_meeting_room on meeting_meeting (room_id, end_at);
create index meeting_meeting_series on meeting_meeting (series_id, start_at);

-- Who takes part, the organiser too; start and state stand here for the lists of a person.
create table meeting_attendee (
    request_id  char(36)    not null,
    person_id   char(36)    not null,
    answer      varchar(10) not null, -- open, accepted, declined
    remark      varchar(200),
    answered_at datetime(3),
    end_at      datetime(3) not null,
    primary key (request_id, person_id)
);

create index meeting_attendee_person on meeting_attendee (person_id, end_at, request_id);

create table meeting_followup (
    id         char(36)     not null primary key,
    request_id char(36)     not null,
    sort       int          not null,
    what       varchar(200) not null,
    who_id     char(36),
    due        date
);

create index meeting_followup_meeting on meeting_followup (request_id, sort);

-- What the organizer wants changed, until the procedure has taken it over.
create table meeting_change (
    request_id char(36)   not null primary key,
    wanted     mediumtext not null
);

