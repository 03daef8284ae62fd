-- Each change of the answers makes a version of the content; what is decided is decided on one of them.
alter table process_request add column content_version int not null default 1;
alter table process_entry add column content_version int;
