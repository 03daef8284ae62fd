-- An action may be a deed of a module, such as meeting.minutes-confirmed.
alter table process_entry modify column action varchar(64) not null;
