-- Joint initiatives, private to their parties. What happened stands in registry_joint_event only;
-- the row here is what deeds take their turn at.

create table registry_joint (
  id         text primary key,
  owner      text not null,     -- the party that began it
  agreement  text,              -- of this node, if it rests on one
  begun_at   timestamptz not null,
  changed_at timestamptz not null
);
create index registry_joint_agreement on registry_joint (agreement) where agreement is not null;

-- Who takes part, to find the initiatives of a party.
create table registry_joint_party (
  joint_id text not null references registry_joint,
  party    text not null,
  primary key (joint_id, party)
);
create index registry_joint_party_party on registry_joint_party (party);

-- Append-only: what happened stays, in its order, without a gap.
create table registry_joint_event (
  joint_id text not null references registry_joint,
  sequence bigint not null check (sequence > 0),
  at       timestamptz not null,
  party    text not null,
  person   text not null,
  event    jsonb not null,
  primary key (joint_id, sequence)
);

-- Append-only: which deed of whom brought which events, so that a deed that is sent again is not
-- done again. Refused deeds leave nothing.
create table registry_joint_command (
  joint_id       text not null references registry_joint,
  party          text not null,
  key            text not null,
  command        text not null,          -- hash of what was asked
  first_sequence bigint not null,
  last_sequence  bigint not null,
  primary key (joint_id, party, key)
);

create function registry_joint_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger registry_joint_event_append_only before update or delete on registry_joint_event
  for each statement execute function registry_joint_refuse_change();
create trigger registry_joint_command_append_only before update or delete on registry_joint_command
  for each statement execute function registry_joint_refuse_change();
