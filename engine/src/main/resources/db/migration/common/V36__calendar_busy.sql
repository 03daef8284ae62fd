-- Who is busy when, of many people at once: what begins too late is left out without reading its row.
create index calendar_entry_busy on calendar_entry (person_id, end_at, start_at);
