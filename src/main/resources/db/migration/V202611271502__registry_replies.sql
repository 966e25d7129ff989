-- Append-only: what a country says to what sources state of it; the latest line of a country counts,
-- an empty text withdraws.
create table registry_reply (
  id            bigint generated always as identity primary key,
  initiative_id text not null,
  country       text not null,
  body_id       text not null references access_body,
  body_name     text not null,
  account       text not null,
  text          jsonb not null,
  at            timestamptz not null
);
create index registry_reply_initiative on registry_reply (initiative_id, country, id);
create trigger registry_reply_append_only before update or delete on registry_reply
  for each statement execute function registry_refuse_change();
