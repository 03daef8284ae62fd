-- Since when a running request is suspended; null while it runs.
alter table process_request add column suspended_at datetime(3);
-- Administrators look for what is under way, in the order of its submission.
create index process_request_status on process_request (status, id);
