-- How many hold a thing now is counted in the index alone.
create index grant_holding_holders on grant_holding (thing_id, state, request_id, until_at);
alter table grant_holding drop index grant_holding_thing;
