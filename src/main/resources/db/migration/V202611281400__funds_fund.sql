-- Funds: what happened stands in funds_event only; the row of a fund is what deeds take their turn
-- at and what funds are found by. Money stands in the ledger.

create table funds_fund (
  id         text primary key,
  owner      text not null,     -- the body that answers for it
  audience   text not null check (audience in ('owner', 'public')),
  opened_at  timestamptz not null,
  changed_at timestamptz not null
);
create index funds_fund_owner on funds_fund (owner);

-- Who is appointed to a fund now, to find the funds of a person.
create table funds_appointment (
  fund_id text not null references funds_fund,
  person  text not null,
  primary key (fund_id, person)
);
create index funds_appointment_person on funds_appointment (person);

-- Append-only: what happened stays, in its order, without a gap.
create table funds_event (
  fund_id  text not null references funds_fund,
  sequence bigint not null check (sequence > 0),
  at       timestamptz not null,
  party    text not null,
  person   text not null,
  event    jsonb not null,
  primary key (fund_id, sequence)
);

-- Append-only: which deed of whom brought which events, so that a deed that is sent again is not
-- done again. Refused deeds leave nothing.
create table funds_command (
  fund_id        text not null references funds_fund,
  person         text not null,
  key            text not null,
  command        text not null,          -- hash of what was asked
  first_sequence bigint not null,
  last_sequence  bigint not null,
  primary key (fund_id, person, key)
);

create function funds_refuse_change() returns trigger language plpgsql as $$
begin
  -- A restore empties tables before it fills them, and says so in its own transaction.
  if tg_op = 'TRUNCATE' and current_setting('bandung.restoring', true) = 'yes' then
    return null;
  end if;
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger funds_event_append_only before update or delete or truncate on funds_event
  for each statement execute function funds_refuse_change();
create trigger funds_command_append_only before update or delete or truncate on funds_command
  for each statement execute function funds_refuse_change();
