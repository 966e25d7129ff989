-- What people were told, how often they want letters, what they search for again and again.

create table notices_notice (
  id      bigint generated always as identity primary key,
  account text not null references access_account,
  body    text not null,                 -- empty: for herself
  what    text not null,
  path    text not null,
  facts   jsonb not null,
  at      timestamptz not null,
  read_at timestamptz,
  sent    boolean not null default false -- a letter carried it
);
create index notices_notice_account on notices_notice (account, id desc);
create index notices_notice_waiting on notices_notice (account) where not sent and read_at is null;

create table notices_habit (
  account     text primary key references access_account,
  habit       text not null,
  last_letter timestamptz not null
);

create table notices_search (
  id       text primary key,
  account  text not null references access_account,
  name     text not null,
  address  text not null,
  question jsonb not null,
  told     timestamptz not null
);
create index notices_search_account on notices_search (account);

-- Public records that are new or have changed lately, for feeds and alerts.
create table notices_fresh (
  key text primary key,
  at  timestamptz not null
);
create index notices_fresh_at on notices_fresh (at desc);
comment on table notices_fresh is 'passing';
