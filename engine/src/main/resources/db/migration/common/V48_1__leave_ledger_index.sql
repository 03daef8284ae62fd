-- A person's ledger is short: it needs no second index by type, which costs a page with every leave.
alter table leave_ledger drop index leave_ledger_type;
