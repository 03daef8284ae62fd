create table notify_notice (
  recipient varchar(36) not null,
  id char(36) not null,
  kind varchar(80) not null,
  args varchar(8000) not null,
  link varchar(300) not null,
  about_type varchar(60),
  about_id varchar(64),
  created_at datetime(3) not null,
  read_at datetime(3),
  primary key (recipient, id)
);
create index notify_notice_unread on notify_notice (recipient, read_at);

-- A waiting mail is due at due_at; whoever sends it first moves due_at on, so that no other node takes it meanwhile.
create table notify_mail (
  id char(36) not null primary key,
  address varchar(320) not null,
  subject varchar(400) not null,
  body text not null,
  state varchar(10) not null,
  due_at datetime(3) not null,
  attempts int not null,
  reason varchar(500),
  created_at datetime(3) not null,
  sent_at datetime(3)
);
create index notify_mail_due on notify_mail (state, due_at);
