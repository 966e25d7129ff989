-- Netting rounds: obligations of many, confirmed by both sides, that clear each other. What happened
-- stands in funds_netting_event; the row of a round is what deeds take their turn at and what rounds
-- are found by. Obligations lie in tables of their own, since there can be very many.

create table funds_netting_round (
  id         text primary key,
  owner      text not null,      -- the body that opened it
  opened_at  timestamptz not null,
  changed_at timestamptz not null
);
create index funds_netting_round_owner on funds_netting_round (owner);

-- Who may take part, to find the rounds of a participant.
create table funds_netting_participant (
  round_id text not null references funds_netting_round,
  body     text not null,
  primary key (round_id, body)
);
create index funds_netting_participant_body on funds_netting_participant (body);

-- Append-only: what happened stays, in its order, without a gap.
create table funds_netting_event (
  round_id text not null references funds_netting_round,
  sequence bigint not null check (sequence > 0),
  at       timestamptz not null,
  party    text not null,
  person   text not null,
  event    jsonb not null,
  primary key (round_id, sequence)
);

-- Append-only: which deed of whom brought which events.
create table funds_netting_command (
  round_id       text not null references funds_netting_round,
  party          text not null,
  key            text not null,
  command        text not null,          -- hash of what was asked
  first_sequence bigint not null,
  last_sequence  bigint not null,
  primary key (round_id, party, key)
);

-- Append-only: an obligation as one side entered it.
create table funds_netting_obligation (
  round_id  text not null references funds_netting_round,
  id        text not null,
  debtor    text not null,
  creditor  text not null,
  currency  text not null,
  amount    numeric not null check (amount > 0),
  due       date not null,
  reference text not null,               -- of the contract or invoice; only the two read it
  sequence  bigint not null,             -- the event with which it came
  party     text not null,               -- the side that entered it
  person    text not null,
  primary key (round_id, id),
  check (debtor <> creditor),
  check (party in (debtor, creditor))
);
create index funds_netting_obligation_debtor on funds_netting_obligation (round_id, debtor);
create index funds_netting_obligation_creditor on funds_netting_obligation (round_id, creditor);

-- Append-only: what was said of an obligation; the last word counts.
create table funds_netting_word (
  round_id   text not null,
  obligation text not null,
  sequence   bigint not null,            -- the event with which it came
  word       text not null check (word in ('confirmed', 'disputed', 'withdrawn')),
  reason     text not null,
  party      text not null,
  person     text not null,
  primary key (round_id, obligation, sequence),
  foreign key (round_id, obligation) references funds_netting_obligation
);

-- Append-only: what a calculation did not clear, or not wholly.
create table funds_netting_rest (
  round_id   text not null,
  version    integer not null,
  obligation text not null,
  currency   text not null,              -- in which it is netted
  value      numeric not null,
  cleared    numeric not null check (cleared >= 0 and cleared < value),
  rest       numeric not null check (rest >= 0), -- in the obligation's own currency
  primary key (round_id, version, obligation),
  foreign key (round_id, obligation) references funds_netting_obligation
);

create function funds_netting_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger funds_netting_event_append_only before update or delete on funds_netting_event
  for each statement execute function funds_netting_refuse_change();
create trigger funds_netting_command_append_only before update or delete on funds_netting_command
  for each statement execute function funds_netting_refuse_change();
create trigger funds_netting_obligation_append_only
  before update or delete on funds_netting_obligation
  for each statement execute function funds_netting_refuse_change();
create trigger funds_netting_word_append_only before update or delete on funds_netting_word
  for each statement execute function funds_netting_refuse_change();
create trigger funds_netting_rest_append_only before update or delete on funds_netting_rest
  for each statement execute function funds_netting_refuse_change();

-- Nor are they emptied, but for a restore.
create trigger funds_netting_command_not_emptied before truncate on funds_netting_command
  for each statement execute function funds_refuse_change();
create trigger funds_netting_event_not_emptied before truncate on funds_netting_event
  for each statement execute function funds_refuse_change();
create trigger funds_netting_obligation_not_emptied before truncate on funds_netting_obligation
  for each statement execute function funds_refuse_change();
create trigger funds_netting_rest_not_emptied before truncate on funds_netting_rest
  for each statement execute function funds_refuse_change();
create trigger funds_netting_word_not_emptied before truncate on funds_netting_word
  for each statement execute function funds_refuse_change();
