-- Who was invited to talk about what, and what became of it. Private to the two sides.

create table catalogue_match (
  id           text primary key,
  entry        text,                     -- id in the catalogue, if it is about one
  inviting     text not null,
  invited      text not null,
  role         text not null,
  state        text not null,
  consultation text,
  begun_at     timestamptz not null,
  changed_at   timestamptz not null
);
create index catalogue_match_inviting on catalogue_match (inviting, changed_at desc);
create index catalogue_match_invited on catalogue_match (invited, changed_at desc);
create index catalogue_match_entry on catalogue_match (entry);
create index catalogue_match_consultation on catalogue_match (consultation);

-- Append-only: everything that happened.
create table catalogue_match_event (
  match    text not null references catalogue_match,
  sequence bigint not null,
  at       timestamptz not null,
  party    text not null,
  person   text not null,
  key      text not null,
  event    jsonb not null,
  primary key (match, sequence)
);
create unique index catalogue_match_event_key on catalogue_match_event (match, party, key);
create trigger catalogue_match_event_append_only before update or delete on catalogue_match_event
  for each statement execute function catalogue_refuse_change();
