-- Content is kept once per hash; a row names it for one uploader and at most one thing it is attached to.
create table file_content (
  hash char(64) not null primary key,
  size bigint not null,
  touched_at datetime(3) not null
);
create index file_content_touched on file_content (touched_at);

create table file_stored (
  id char(36) not null primary key,
  uploader varchar(36) not null,
  name varchar(400) not null,
  size bigint not null,
  type varchar(100) not null,
  hash char(64) not null,
  created_at datetime(3) not null,
  owner_type varchar(60),
  owner_id varchar(64),
  attached_at datetime(3)
);
create index file_stored_owner on file_stored (owner_type, owner_id);
create index file_stored_hash on file_stored (hash);
create index file_stored_loose on file_stored (attached_at, created_at);
