-- The title of an entry in English, beside the Chinese one.
alter table calendar_entry add column title_en varchar(200);
update calendar_entry set title_en = title;
