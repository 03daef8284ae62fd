-- The desk of finance searches within a state: by the beginning of a name, and by that of a number in its order.
create index expense_claim_named on expense_claim (state, person_name, request_id);
create index expense_claim_numbered on expense_claim (state, number);
alter table expense_claim drop index expense_claim_name;
