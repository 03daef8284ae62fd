-- What all rooms are booked for on a day: one range, however long the past of each room is.
create index meeting_meeting_day on meeting_meeting (end_at, request_id);
