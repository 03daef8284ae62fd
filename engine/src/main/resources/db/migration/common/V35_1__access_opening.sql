-- Before this instant an account does only what newcomers need; null: it is open.
alter table access_account add column opens_at datetime(3);
