-- What somebody chose about mails; whoever changed nothing has no row. Times of day are minutes, in the zone given here
-- or else the company's. The next digest is due at digest_due_at and tells what happened since digest_since; whoever
-- makes it moves both on in the transaction that writes the mail.
create table notify_setting (
  person_id varchar(36) not null primary key,
  choices varchar(400) not null, -- group=choice, with commas; a group that is not named follows the standard
  quiet_from int,
  quiet_to int,
  rest_days boolean not null,
  urgent_passes boolean not null,
  digest_at int,
  zone varchar(60),
  digest_due_at datetime(3),
  digest_since datetime(3)
);
create index notify_setting_digest on notify_setting (digest_due_at);

-- Whose mail it is, and the same words as a page. What waits for somebody who leaves is not sent.
alter table notify_mail add column recipient varchar(36);
alter table notify_mail add column html mediumtext;
alter table notify_mail modify column body mediumtext not null;

alter table notify_notice add column kind_group varchar(20);
update notify_notice set kind_group = case
  when kind = 'process.task' then 'tasks'
  when kind in ('process.copied', 'process.comment') then 'copies'
  when kind in ('process.reminder', 'process.late', 'grant.ends-soon', 'onboarding.late', 'onboarding.not-activated',
    'worktask.due-soon', 'worktask.due-soon-others', 'worktask.late', 'worktask.late-others', 'worktask.report-wanted',
    'worktask.remedy-wanted') or kind like 'onboarding.due-%' then 'reminders'
  when kind like 'process.%' or kind like 'expense.%' or kind like 'leave.recount%' then 'requests'
  when kind like 'meeting.%' then 'meetings'
  when kind like 'worktask.%' then 'worktasks'
  else 'other' end;
alter table notify_notice modify column kind_group varchar(20) not null;
