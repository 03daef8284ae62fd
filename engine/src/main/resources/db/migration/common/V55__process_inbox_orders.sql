-- The task list by procedure, also when only one is wanted, and by what is due first: a page finds its places in the index alone.
create index process_inbox_process on process_inbox (owner, state, process_key, at desc, id desc);
create index process_inbox_due on process_inbox (owner, state, due_at, at, id, process_key);
