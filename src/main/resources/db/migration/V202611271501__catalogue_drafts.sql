-- When the source of an entry last said it, or said that it still holds.
alter table catalogue_entry add column said_at timestamptz;
update catalogue_entry e set said_at = coalesce(
  (select max(v.received_at) from catalogue_version v where v.entry_id = e.id), e.received_at);
alter table catalogue_entry alter column said_at set not null;

-- What people write by hand. It is private: nothing here is read by a public page; what is
-- released is handed over to catalogue_entry.
create table catalogue_draft (
  id           text primary key,
  body_id      text not null references access_body,
  country      text,                 -- of the body; none for those above countries
  kind         text not null,
  row_key      text,                 -- the key of the row of a table that it came from
  row_hash     text not null default '', -- of the wording that the table gave
  revision     integer not null,     -- counts every saving, for those who write at the same time
  content      jsonb not null,
  details      jsonb not null,
  confidential jsonb not null,       -- whom to ask, the budget: never handed over, in no version
  submitted    integer not null default 0,  -- numbers of versions; 0 for none
  cleared      integer not null default 0,
  released     integer not null default 0,
  taken_back   boolean not null default false,
  closed       text,                 -- why
  first_released date,
  confirmed_on date,
  valid_until  date,                 -- of the released version
  made_at      timestamptz not null,
  saved_at     timestamptz not null,
  saved_by     text not null
);
create index catalogue_draft_country on catalogue_draft (country) where submitted > 0;
create unique index catalogue_draft_row on catalogue_draft (body_id, kind, row_key);

-- Append-only: what was submitted; nothing about persons is among it.
create table catalogue_draft_version (
  draft_id text not null references catalogue_draft,
  number   integer not null,
  content  jsonb not null,
  details  jsonb not null,
  at       timestamptz not null,
  primary key (draft_id, number)
);

-- Append-only: who did what, and when.
create table catalogue_draft_event (
  draft_id text not null references catalogue_draft,
  sequence integer not null,
  at       timestamptz not null,
  account  text not null,
  body_id  text not null,
  deed     text not null,
  version  integer not null,
  reason   text not null,
  primary key (draft_id, sequence)
);
create trigger catalogue_draft_version_append_only before update or delete on catalogue_draft_version
  for each statement execute function catalogue_refuse_change();
create trigger catalogue_draft_event_append_only before update or delete on catalogue_draft_event
  for each statement execute function catalogue_refuse_change();

-- Of what somebody was reminded, so that it is told once.
create table catalogue_draft_reminder (
  draft_id text not null references catalogue_draft,
  what     text not null,
  day      date not null,            -- the day that it is about
  at       timestamptz not null,
  primary key (draft_id, what, day)
);
