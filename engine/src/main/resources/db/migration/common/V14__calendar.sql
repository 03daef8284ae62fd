-- The working calendar of the company, and what stands in people's calendars.

create table calendar_setting (
    id              int not null primary key,
    version         int not null,
    morning_start   int not null,
    morning_end     int not null,
    afternoon_start int not null,
    afternoon_end   int not null
);

-- Minutes of the day: 09:00-12:00 and 13:00-18:00.
insert into calendar_setting (id, version, morning_start, morning_end, afternoon_start, afternoon_end)
values (1, 1, 540, 720, 780, 1080);

-- A year with an official arrangement; a year without a row counts by weekday and is provisional.
create table calendar_year (
    of_year int          not null primary key,
    source  varchar(200) not null
);

-- Days that differ from the rule of the weekday.
create table calendar_day (
    on_day  date         not null primary key,
    kind    varchar(10)  not null,
    name    varchar(100),
    name_en varchar(100)
);

create table calendar_entry (
    id        char(36)     not null primary key,
    ref_type  varchar(60)  not null,
    ref_id    varchar(60)  not null,
    person_id char(36)     not null,
    kind      varchar(40)  not null,
    title     varchar(200) not null,
    start_at  datetime(3)  not null,
    end_at    datetime(3)  not null,
    away      boolean      not null,
    link      varchar(200),
    constraint calendar_entry_ref unique (ref_type, ref_id, person_id)
);

create index calendar_entry_mine on calendar_entry (person_id, end_at);
create index calendar_entry_away on calendar_entry (away, end_at, id);

-- The arrangements of the State Council for mainland China.
insert into calendar_year (of_year, source) values
    (2025, '国务院办公厅关于2025年部分节假日安排的通知'),
    (2026, '国务院办公厅关于2026年部分节假日安排的通知');

insert into calendar_day (on_day, kind, name, name_en) values
    ('2025-01-01', 'HOLIDAY', '元旦', 'New Year''s Day'),
    ('2025-01-26', 'MAKEUP', '春节调休', 'Spring Festival make-up day'),
    ('2025-01-28', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2025-01-29', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2025-01-30', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2025-01-31', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2025-02-01', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2025-02-02', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2025-02-03', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2025-02-04', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2025-02-08', 'MAKEUP', '春节调休', 'Spring Festival make-up day'),
    ('2025-04-04', 'HOLIDAY', '清明节', 'Qingming Festival'),
    ('2025-04-05', 'HOLIDAY', '清明节', 'Qingming Festival'),
    ('2025-04-06', 'HOLIDAY', '清明节', 'Qingming Festival'),
    ('2025-04-27', 'MAKEUP', '劳动节调休', 'Labour Day make-up day'),
    ('2025-05-01', 'HOLIDAY', '劳动节', 'Labour Day'),
    ('2025-05-02', 'HOLIDAY', '劳动节', 'Labour Day'),
    ('2025-05-03', 'HOLIDAY', '劳动节', 'Labour Day'),
    ('2025-05-04', 'HOLIDAY', '劳动节', 'Labour Day'),
    ('2025-05-05', 'HOLIDAY', '劳动节', 'Labour Day'),
    ('2025-05-31', 'HOLIDAY', '端午节', 'Dragon Boat Festival'),
    ('2025-06-01', 'HOLIDAY', '端午节', 'Dragon Boat Festival'),
    ('2025-06-02', 'HOLIDAY', '端午节', 'Dragon Boat Festival'),
    ('2025-09-28', 'MAKEUP', '国庆节调休', 'National Day make-up day'),
    ('2025-10-01', 'HOLIDAY', '国庆节', 'National Day'),
    ('2025-10-02', 'HOLIDAY', '国庆节', 'National Day'),
    ('2025-10-03', 'HOLIDAY', '国庆节', 'National Day'),
    ('2025-10-04', 'HOLIDAY', '国庆节', 'National Day'),
    ('2025-10-05', 'HOLIDAY', '国庆节', 'National Day'),
    ('2025-10-06', 'HOLIDAY', '国庆节、中秋节', 'National Day and Mid-Autumn Festival'),
    ('2025-10-07', 'HOLIDAY', '国庆节', 'National Day'),
    ('2025-10-08', 'HOLIDAY', '国庆节', 'National Day'),
    ('2025-10-11', 'MAKEUP', '国庆节调休', 'National Day make-up day'),
    ('2026-01-01', 'HOLIDAY', '元旦', 'New Year''s Day'),
    ('2026-01-02', 'HOLIDAY', '元旦', 'New Year''s Day'),
    ('2026-01-03', 'HOLIDAY', '元旦', 'New Year''s Day'),
    ('2026-01-04', 'MAKEUP', '元旦调休', 'New Year''s Day make-up day'),
    ('2026-02-14', 'MAKEUP', '春节调休', 'Spring Festival make-up day'),
    ('2026-02-15', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2026-02-16', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2026-02-17', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2026-02-18', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2026-02-19', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2026-02-20', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2026-02-21', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2026-02-22', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2026-02-23', 'HOLIDAY', '春节', 'Spring Festival'),
    ('2026-02-28', 'MAKEUP', '春节调休', 'Spring Festival make-up day'),
    ('2026-04-04', 'HOLIDAY', '清明节', 'Qingming Festival'),
    ('2026-04-05', 'HOLIDAY', '清明节', 'Qingming Festival'),
    ('2026-04-06', 'HOLIDAY', '清明节', 'Qingming Festival'),
    ('2026-05-01', 'HOLIDAY', '劳动节', 'Labour Day'),
    ('2026-05-02', 'HOLIDAY', '劳动节', 'Labour Day'),
    ('2026-05-03', 'HOLIDAY', '劳动节', 'Labour Day'),
    ('2026-05-04', 'HOLIDAY', '劳动节', 'Labour Day'),
    ('2026-05-05', 'HOLIDAY', '劳动节', 'Labour Day'),
    ('2026-05-09', 'MAKEUP', '劳动节调休', 'Labour Day make-up day'),
    ('2026-06-19', 'HOLIDAY', '端午节', 'Dragon Boat Festival'),
    ('2026-06-20', 'HOLIDAY', '端午节', 'Dragon Boat Festival'),
    ('2026-06-21', 'HOLIDAY', '端午节', 'Dragon Boat Festival'),
    ('2026-09-20', 'MAKEUP', '国庆节调休', 'National Day make-up day'),
    ('2026-09-25', 'HOLIDAY', '中秋节', 'Mid-Autumn Festival'),
    ('2026-09-26', 'HOLIDAY', '中秋节', 'Mid-Autumn Festival'),
    ('2026-09-27', 'HOLIDAY', '中秋节', 'Mid-Autumn Festival'),
    ('2026-10-01', 'HOLIDAY', '国庆节', 'National Day'),
    ('2026-10-02', 'HOLIDAY', '国庆节', 'National Day'),
    ('2026-10-03', 'HOLIDAY', '国庆节', 'National Day'),
    ('2026-10-04', 'HOLIDAY', '国庆节', 'National Day'),
    ('2026-10-05', 'HOLIDAY', '国庆节', 'National Day'),
    ('2026-10-06', 'HOLIDAY', '国庆节', 'National Day'),
    ('2026-10-07', 'HOLIDAY', '国庆节', 'National Day'),
    ('2026-10-10', 'MAKEUP', '国庆节调休', 'National Day make-up day');
