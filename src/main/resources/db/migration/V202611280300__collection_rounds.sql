-- Collection rounds: an authority asks institutions what they did in a period. What happened
-- stands in collection_event only; the row of a round is what deeds take their turn at and what
-- rounds are found by.

create table collection_round (
  id         text primary key,
  owner      text not null,     -- the body that asks
  due        date not null,
  opened_at  timestamptz not null,
  changed_at timestamptz not null
);
create index collection_round_owner on collection_round (owner);
create index collection_round_due on collection_round (due);

-- Who is asked, to find the rounds of an institution.
create table collection_asked (
  round_id text not null references collection_round,
  body     text not null,
  primary key (round_id, body)
);
create index collection_asked_body on collection_asked (body);

-- Where letters to an institution go: apart from the events, since it can be forgotten.
create table collection_contact (
  round_id text not null references collection_round,
  body     text not null,
  email    text not null,
  primary key (round_id, body)
);

-- Append-only: what happened stays, in its order, without a gap.
create table collection_event (
  round_id text not null references collection_round,
  sequence bigint not null check (sequence > 0),
  at       timestamptz not null,
  party    text not null,
  person   text not null,
  event    jsonb not null,
  primary key (round_id, sequence)
);

-- Append-only: which deed of whom brought which events, so that a deed that is sent again is not
-- done again. Refused deeds leave nothing.
create table collection_command (
  round_id       text not null references collection_round,
  party          text not null,
  key            text not null,
  command        text not null,          -- hash of what was asked
  first_sequence bigint not null,
  last_sequence  bigint not null,
  primary key (round_id, party, key)
);

-- The last number given out: QMM-2026 -> 2.
create table collection_counter (
  series text primary key,
  last   integer not null
);

-- Append-only: editions as they were frozen. The text is canonical JSON, its SHA-256 is printed.
create table collection_edition (
  number    text primary key,            -- QMM-2026-1
  round_id  text not null references collection_round,
  owner     text not null,
  frozen_at timestamptz not null,
  hash      text not null,
  text      text not null
);
create index collection_edition_round on collection_edition (round_id);

-- Append-only: which editions everybody may read.
create table collection_release (
  number      text primary key references collection_edition,
  released_at timestamptz not null
);

create function collection_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger collection_event_append_only before update or delete on collection_event
  for each statement execute function collection_refuse_change();
create trigger collection_command_append_only before update or delete on collection_command
  for each statement execute function collection_refuse_change();
create trigger collection_edition_append_only before update or delete on collection_edition
  for each statement execute function collection_refuse_change();
create trigger collection_release_append_only before update or delete on collection_release
  for each statement execute function collection_refuse_change();
