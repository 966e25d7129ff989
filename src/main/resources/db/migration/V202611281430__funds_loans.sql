-- Loans as creditor and debtor keep them. What happened stands in funds_loan_event; the row of a
-- loan is what deeds take their turn at and what loans are found by.

create table funds_loan (
  id         text primary key,
  creditor   text not null,
  debtor     text not null,
  opened_at  timestamptz not null,
  changed_at timestamptz not null,
  check (creditor <> debtor)
);
create index funds_loan_creditor on funds_loan (creditor);
create index funds_loan_debtor on funds_loan (debtor);

-- Append-only: what happened stays, in its order, without a gap.
create table funds_loan_event (
  loan_id  text not null references funds_loan,
  sequence bigint not null check (sequence > 0),
  at       timestamptz not null,
  party    text not null,
  person   text not null,
  event    jsonb not null,
  primary key (loan_id, sequence)
);

-- Append-only: which deed of whom brought which events.
create table funds_loan_command (
  loan_id        text not null references funds_loan,
  party          text not null,
  key            text not null,
  command        text not null,          -- hash of what was asked
  first_sequence bigint not null,
  last_sequence  bigint not null,
  primary key (loan_id, party, key)
);

create function funds_loan_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger funds_loan_event_append_only before update or delete on funds_loan_event
  for each statement execute function funds_loan_refuse_change();
create trigger funds_loan_command_append_only before update or delete on funds_loan_command
  for each statement execute function funds_loan_refuse_change();

-- Nor are they emptied, but for a restore.
create trigger funds_loan_command_not_emptied before truncate on funds_loan_command
  for each statement execute function funds_refuse_change();
create trigger funds_loan_event_not_emptied before truncate on funds_loan_event
  for each statement execute function funds_refuse_change();
