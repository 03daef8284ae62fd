-- Who has left a moment ago: work that reached them at that very moment is looked for once more.
create table process_leaver (
    person_id char(36) not null,
    left_at datetime(3) not null,
    primary key (person_id)
);
create index process_leaver_left on process_leaver (left_at);
