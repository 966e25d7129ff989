-- The catalogue. What stands here of a person is in catalogue_entry only and is wiped when her
-- consent is withdrawn; the record of consents names nobody.

create table catalogue_entry (
  id           text primary key,
  kind         text not null,
  source_key   text not null,
  original_id  text not null,
  content_hash text not null,          -- empty once wiped
  content      bytea not null,         -- empty once wiped
  details      jsonb not null,
  notes        bytea not null,
  judged_with  text not null,
  derived_with text not null,
  title        jsonb not null,
  words        text not null,          -- folded titles, for narrowing a list by words
  period_start text,                   -- partial ISO dates
  period_end   text,
  ongoing      boolean not null,
  valid_from   integer not null,       -- days since 1970; before all days where not reported
  valid_until  integer not null,       -- after all days where not reported
  sort_day     integer not null,
  tags         text[] not null,        -- every code a list can be narrowed by
  organisations text[] not null,
  withdrawn    boolean not null,
  owner        text not null,
  audience     text not null,
  once_public  boolean not null default false,
  received_at  timestamptz not null,
  changed_at   timestamptz not null
);
create index catalogue_entry_newest on catalogue_entry (sort_day desc, id desc) where not withdrawn;
create index catalogue_entry_tags on catalogue_entry using gin (tags);
create index catalogue_entry_organisations on catalogue_entry using gin (organisations);
create index catalogue_entry_hash on catalogue_entry (content_hash);
create trigger catalogue_entry_once_public
  before insert or update of audience on catalogue_entry
  for each row when (new.audience = 'public') execute function store_remember_public();

-- Append-only: what a source once said stays; nothing about persons is among it.
create table catalogue_version (
  id           bigint generated always as identity primary key,
  entry_id     text not null references catalogue_entry,
  content_hash text not null,
  element      bytea not null,
  content      bytea not null,
  details      jsonb not null,
  received_at  timestamptz not null
);
create index catalogue_version_entry on catalogue_version (entry_id);

-- Append-only: when a person consented and when she took it back.
create table catalogue_consent (
  id          bigint generated always as identity primary key,
  entry_id    text not null references catalogue_entry,
  given       boolean not null,
  on_day      date not null,
  how         text not null,
  recorded_at timestamptz not null
);
create index catalogue_consent_entry on catalogue_consent (entry_id);

create function catalogue_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger catalogue_version_append_only before update or delete on catalogue_version
  for each statement execute function catalogue_refuse_change();
create trigger catalogue_consent_append_only before update or delete on catalogue_consent
  for each statement execute function catalogue_refuse_change();
