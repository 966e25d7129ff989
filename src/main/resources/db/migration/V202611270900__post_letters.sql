-- Letters on their way. What one said is wiped once it is sent: it may hold a link that opens a door.
create table post_letter (
  id             bigint generated always as identity primary key,
  recipient      text not null,
  language       text not null,
  subject        text not null,
  text           text not null,
  written_at     timestamptz not null,
  due_at         timestamptz not null,
  attempts       integer not null default 0,
  failed_because text,
  sent_at        timestamptz
);
create index post_letter_due on post_letter (due_at, id) where sent_at is null;
comment on table post_letter is 'passing';
