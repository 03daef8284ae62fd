-- Every line of a trail is bound to the one before it: its number, and a link made of the link before and of its digest.
-- What people wrote, and from where, is in the digest with a salt of its own, so that it can be erased.
alter table process_entry add column salt char(32);
alter table process_entry add column stands char(64);
alter table process_entry add column attached text;
alter table process_entry add column origin varchar(120);
alter table process_entry add column words char(64);
alter table process_entry add column seq int;
alter table process_entry add column link char(64);
-- A trail is found by the numbers of its lines; two lines never get the same one.
create unique index process_entry_chain on process_entry (request_id, seq desc);
alter table process_entry drop index process_entry_request;
