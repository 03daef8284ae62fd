-- How long a request took is written when it ends; until then nothing has to be kept.
delete from process_deadline where step is null and ended_at is null;
