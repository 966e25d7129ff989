-- Every fact row carries an owner and an audience. Import runs are ours to see: audience 'public',
-- because a report of what came in is part of the account.

create table registry_source (
  id         integer generated always as identity primary key,
  key        text not null unique,
  channel    text not null,
  publisher  text not null,
  name       jsonb not null,
  owner      text not null,
  audience   text not null
);

create table registry_initiative (
  id               text primary key,
  original_id      text not null,
  title            jsonb not null,
  words            text not null,          -- folded titles, for narrowing a list by words
  period_start     text,                   -- partial ISO dates
  period_end       text,
  ongoing          boolean not null,
  sort_day         integer not null,       -- days since 1970 of the first day known; lists are newest first
  modality         text not null,
  rule             smallint not null,
  scope            text,
  compilation_only boolean not null,
  withdrawn        boolean not null,
  tags             text[] not null,        -- every code a list can be narrowed by
  owner            text not null,
  audience         text not null,
  changed_at       timestamptz not null
);
create index registry_initiative_newest on registry_initiative (sort_day desc, id desc) where not withdrawn;
create index registry_initiative_tags on registry_initiative using gin (tags);
create index registry_initiative_original on registry_initiative (original_id);

create table registry_identifier (
  scheme        text not null,
  value         text not null,
  initiative_id text not null references registry_initiative,
  primary key (scheme, value)
);

create table registry_statement (
  id              bigint primary key,
  source_id       integer not null references registry_source,
  original_id     text not null,
  initiative_id   text not null references registry_initiative,
  speaker         text not null,
  current_version bigint not null,
  withdrawn_at    timestamptz,
  owner           text not null,
  audience        text not null,
  unique (source_id, original_id)
);
create index registry_statement_initiative on registry_statement (initiative_id);
create index registry_statement_current on registry_statement (current_version);

-- Append-only: what a source once said stays.
create table registry_version (
  id           bigint primary key,
  statement_id bigint not null references registry_statement,
  content_hash bytea not null,
  element      bytea not null,
  content      bytea not null,
  last_updated timestamptz,
  generated    timestamptz,
  received_at  timestamptz not null,
  run_id       bigint not null
);
alter table registry_version alter column element set storage external;
alter table registry_version alter column content set storage external;
create index registry_version_hash on registry_version (content_hash);
create index registry_version_statement on registry_version (statement_id);

create function registry_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger registry_version_append_only before update or delete on registry_version
  for each statement execute function registry_refuse_change();

-- What the rules said of a version; judged again when the rules change.
create table registry_judgement (
  version_id  bigint primary key references registry_version,
  judged_with text not null,
  note_count  integer not null,
  notes       bytea not null
);
alter table registry_judgement alter column notes set storage external;

-- Which countries take part in which role, themselves or through their organisations.
create table registry_participation (
  initiative_id text not null references registry_initiative,
  country       text not null,
  role          text not null,
  primary key (initiative_id, country, role)
);
create index registry_participation_country on registry_participation (country, role);

create table registry_run (
  id          bigint generated always as identity primary key,
  channel     text not null,
  description text not null,
  started     timestamptz not null,
  heartbeat   timestamptz not null,
  ended       timestamptz,
  finished    boolean not null default false,
  withdrawn   integer not null default 0,
  owner       text not null,
  audience    text not null
);

create table registry_run_file (
  run_id     bigint not null references registry_run,
  n          integer not null,
  file       text not null,
  bytes      bigint not null,
  read       integer not null,
  created    integer not null,
  updated    integer not null,
  unchanged  integer not null,
  refused    integer not null,
  noted      integer not null,
  seconds    double precision not null,
  unreadable text not null,
  by_code    jsonb not null,
  notes      bytea not null,
  primary key (run_id, n)
);

-- What the derived columns were derived with.
create table registry_derived_with (
  one         boolean primary key default true check (one),
  fingerprint text not null
);

create sequence registry_statement_ids;
create sequence registry_version_ids;
