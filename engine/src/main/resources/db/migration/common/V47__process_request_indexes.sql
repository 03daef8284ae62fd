-- How many requests of a person are running is counted in the index alone; nothing asks for the requests of a process.
alter table process_request drop index process_request_applicant;
create index process_request_applicant on process_request (applicant_id, created_at desc, id desc, status);
alter table process_request drop index process_request_key;
