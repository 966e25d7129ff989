-- Browsers in which somebody signed in before, so that strangers who guess do not keep her out. Of
-- the mark that a browser holds only its hash is kept; wrong tries with it are counted apart.
create table access_device (
  hash         bytea primary key,
  account      text not null references access_account,
  failures     integer not null default 0,
  locked_until timestamptz,
  made_at      timestamptz not null,
  expires_at   timestamptz not null
);
create index access_device_account on access_device (account, made_at);
comment on table access_device is 'passing';
