-- Searches of the task list that a person keeps under names, in order, as one list.
create table process_task_filter (
    person_id char(36) not null,
    filters mediumtext not null,
    revision int not null,
    primary key (person_id)
);
