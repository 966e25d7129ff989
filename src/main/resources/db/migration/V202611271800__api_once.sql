-- What was answered to a deed that a program sent with a key, so that the same sent again is
-- answered the same and not done again. For a day only, and in no backup: it may hold what is
-- private to the body.

create table api_once (
  account  text not null,
  body     text not null,
  key      text not null,
  asked    text not null,                -- stands for all that was asked
  at       timestamptz not null,
  status   int not null,
  location text,
  tag      text,
  answer   text not null,
  primary key (account, body, key)
);
create index api_once_at on api_once (at);
comment on table api_once is 'passing';
