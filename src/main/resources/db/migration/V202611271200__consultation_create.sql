-- Consultations. What happened stands in consultation_event only; the row here is what commands
-- take their turn at.

create table consultation_consultation (
  id        text primary key,
  opened_at timestamptz not null,
  owner     text not null,     -- the party that opened it
  audience  text not null
);

-- Who takes part, to find the consultations of a party.
create table consultation_party (
  consultation_id text not null references consultation_consultation,
  party           text not null,
  primary key (consultation_id, party)
);
create index consultation_party_party on consultation_party (party);

-- Append-only: what happened stays, in its order, without a gap.
create table consultation_event (
  consultation_id text not null references consultation_consultation,
  sequence        bigint not null check (sequence > 0),
  at              timestamptz not null,
  party           text not null,          -- empty where the clock did it
  person          text not null,
  event           jsonb not null,
  primary key (consultation_id, sequence)
);

-- Append-only: which command of whom brought which events, so that a command that is sent again is
-- not done again. Refused commands leave nothing.
create table consultation_command (
  consultation_id text not null references consultation_consultation,
  party           text not null,
  key             text not null,
  command         text not null,          -- hash of what was asked
  first_sequence  bigint not null,
  last_sequence   bigint not null,
  primary key (consultation_id, party, key)
);

create function consultation_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger consultation_event_append_only before update or delete on consultation_event
  for each statement execute function consultation_refuse_change();
create trigger consultation_command_append_only before update or delete on consultation_command
  for each statement execute function consultation_refuse_change();
