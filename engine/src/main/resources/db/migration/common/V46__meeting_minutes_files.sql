-- Files beside the minutes; and what an organizer changes travels with the message of the procedure now.
alter table meeting_meeting add column minutes_files varchar(1000); -- ids with commas
drop table meeting_change;
