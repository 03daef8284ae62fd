-- What was printed, by whom, and how far the trail had come; the code is on the paper.
create table record_print (
    code varchar(32) not null,
    request_id char(36) not null,
    number varchar(32) not null,
    status varchar(12) not null,
    seq int not null,
    link char(64) not null,
    digest char(64) not null,
    file char(64) not null,
    person_id char(36) not null,
    at datetime(3) not null,
    primary key (code)
);
create index record_print_request on record_print (request_id);
