-- What everybody works on in the order in which it is due, for those who lead many: in the index alone.
create index worktask_task_due on worktask_task (stage, due_at, request_id, owner_id);
