-- Organisations known only from real data; those of the directory are a data file. The collation is
-- that of bytes, so that one list can hold both in one order.
create table parties_organisation (
  id        text collate "C" primary key,
  reference text not null unique,           -- as sources write it, in capitals
  name      jsonb not null,
  name_rank smallint not null,              -- 0 nobody named it, 1 a mention, 2 its own statement
  type      text,
  country   text,
  grouping  text,
  sort_name text collate "C" not null,      -- folded name
  words     text not null,                  -- folded names and reference, for narrowing a list
  owner     text not null,
  audience  text not null,
  since     timestamptz not null default now()
);
create index parties_organisation_order on parties_organisation (sort_name, id);
create index parties_organisation_country on parties_organisation (country);

-- The last word of a source on an organisation.
create table parties_statement (
  source_key   text not null,
  reference    text not null,
  content_hash text not null,
  element      bytea not null,
  name         jsonb not null,
  type         text,
  last_updated timestamptz,
  generated    timestamptz,
  owner        text not null,
  audience     text not null,
  primary key (source_key, reference)
);

-- Append-only: which contents were said before.
create table parties_statement_history (
  source_key   text not null,
  reference    text not null,
  content_hash text not null,
  received     timestamptz not null default now(),
  owner        text not null,
  audience     text not null,
  primary key (source_key, reference, content_hash)
);
create index parties_statement_history_hash on parties_statement_history (content_hash);
