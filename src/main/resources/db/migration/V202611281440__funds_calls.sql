-- Calls of funds, proposals to them and meetings of boards. What happened stands in the tables of
-- events only; the other rows are what deeds take their turn at and what things are found by.

create table funds_call (
  id         text primary key,
  fund       text not null,
  opened     boolean not null,
  changed_at timestamptz not null
);
create index funds_call_fund on funds_call (fund);

create table funds_call_event (
  call_id  text not null references funds_call,
  sequence bigint not null check (sequence > 0),
  at       timestamptz not null,
  party    text not null,
  person   text not null,
  event    jsonb not null,
  primary key (call_id, sequence)
);
create table funds_call_command (
  call_id        text not null references funds_call,
  person         text not null,
  key            text not null,
  command        text not null,
  first_sequence bigint not null,
  last_sequence  bigint not null,
  primary key (call_id, person, key)
);

-- What an organisation hands in to a fund takes its turn here: two proposals at once see each other.
create table funds_applicant (
  fund         text not null,
  organisation text not null,
  primary key (fund, organisation)
);

create table funds_proposal (
  id           text primary key,
  call_id      text not null references funds_call,
  fund         text not null,
  body         text not null,             -- who applies
  organisation text not null,             -- whose proposals are counted together
  year         integer,                   -- of the first submission, where the call's clock is
  counts       boolean not null,          -- submitted and not withdrawn
  listed       boolean not null,          -- everybody may see title, countries, amount, state
  changed_at   timestamptz not null
);
create index funds_proposal_fund on funds_proposal (fund, organisation, year);
create index funds_proposal_body on funds_proposal (body);
create index funds_proposal_call on funds_proposal (call_id);

create table funds_proposal_event (
  proposal_id text not null references funds_proposal,
  sequence    bigint not null check (sequence > 0),
  at          timestamptz not null,
  party       text not null,
  person      text not null,
  event       jsonb not null,
  primary key (proposal_id, sequence)
);
create table funds_proposal_command (
  proposal_id    text not null references funds_proposal,
  person         text not null,
  key            text not null,
  command        text not null,
  first_sequence bigint not null,
  last_sequence  bigint not null,
  primary key (proposal_id, person, key)
);

-- Where letters go: apart from the events, since it can be forgotten.
create table funds_contact (
  proposal_id text primary key references funds_proposal,
  email       text not null,
  language    text not null
);

create table funds_meeting (
  id         text primary key,
  fund       text not null,
  changed_at timestamptz not null
);
create index funds_meeting_fund on funds_meeting (fund);

create table funds_meeting_event (
  meeting_id text not null references funds_meeting,
  sequence   bigint not null check (sequence > 0),
  at         timestamptz not null,
  party      text not null,
  person     text not null,
  event      jsonb not null,
  primary key (meeting_id, sequence)
);
create table funds_meeting_command (
  meeting_id     text not null references funds_meeting,
  person         text not null,
  key            text not null,
  command        text not null,
  first_sequence bigint not null,
  last_sequence  bigint not null,
  primary key (meeting_id, person, key)
);

create function funds_calls_refuse_change() returns trigger language plpgsql as $$
begin
  -- A restore empties tables before it fills them, and says so in its own transaction.
  if tg_op = 'TRUNCATE' and current_setting('bandung.restoring', true) = 'yes' then
    return null;
  end if;
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger funds_call_event_append_only before update or delete or truncate on funds_call_event
  for each statement execute function funds_calls_refuse_change();
create trigger funds_call_command_append_only before update or delete or truncate on funds_call_command
  for each statement execute function funds_calls_refuse_change();
create trigger funds_proposal_event_append_only before update or delete or truncate on funds_proposal_event
  for each statement execute function funds_calls_refuse_change();
create trigger funds_proposal_command_append_only before update or delete or truncate on funds_proposal_command
  for each statement execute function funds_calls_refuse_change();
create trigger funds_meeting_event_append_only before update or delete or truncate on funds_meeting_event
  for each statement execute function funds_calls_refuse_change();
create trigger funds_meeting_command_append_only before update or delete or truncate on funds_meeting_command
  for each statement execute function funds_calls_refuse_change();
