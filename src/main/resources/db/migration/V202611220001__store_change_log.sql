create table store_change (
  seq    bigint generated always as identity primary key,
  xid    xid8 not null default pg_current_xact_id(),
  module text not null,
  kind   text not null,
  id     text not null
);
create index store_change_order on store_change (xid, seq);

create table store_cursor (
  follower text primary key,
  xid      xid8 not null,
  seq      bigint not null
);
