-- Absences that have not begun are passed over without reading their rows; the index of who is busy begins as the other
-- index of a person's entries does.
create index calendar_entry_absent on calendar_entry (away, end_at, id, start_at, person_id);
alter table calendar_entry drop index calendar_entry_away;
alter table calendar_entry drop index calendar_entry_mine;
