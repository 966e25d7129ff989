-- Imported series. The observations themselves lie in files of columns beside the database, one
-- for each dataset and year; here stands which files count, where they came from and what they
-- cover. What was imported is never changed or removed: later files win, earlier ones stay listed.

create function observations_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name;
end $$;

create table observations_load (
  id             bigint generated always as identity primary key,
  dataset        text not null check (dataset ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  token          text not null unique,   -- part of the names of the files it wrote
  file           text not null,
  sha256         text not null,
  mapping        text not null,
  mapping_sha256 text not null,
  about          jsonb not null,         -- names, units, nomenclature, source, licence by the mapping
  loaded_at      timestamptz not null default now(),
  kept           bigint not null,        -- rows of the file of which something was taken
  refused        bigint not null,
  left_out       bigint not null,        -- rows that the mapping does not want
  observations   bigint not null,
  replaced       bigint not null         -- observations of earlier files that gave way
);
create index observations_load_file on observations_load (dataset, sha256);
create trigger observations_load_append_only before update or delete on observations_load
  for each statement execute function observations_refuse_change();

-- Codes of countries that were not taken as they stood, with how often.
create table observations_code (
  load    bigint not null references observations_load,
  code    text not null,
  meaning text not null,                 -- former, several, aggregate, unknown
  taken   text not null,                 -- the code it was taken for, the last one if it changes
  times   bigint not null,
  primary key (load, code, meaning)
);
create trigger observations_code_append_only before update or delete on observations_code
  for each statement execute function observations_refuse_change();

-- Which file holds a year of a dataset now.
create table observations_part (
  dataset text not null,
  year    int not null,
  load    bigint not null references observations_load,
  rows    bigint not null,
  bytes   bigint not null,
  primary key (dataset, year)
);

create table observations_series (
  dataset   text not null,
  year      int not null,
  series    text not null,
  rows      bigint not null,
  reporters int not null,
  primary key (dataset, year, series)
);

create table observations_coverage (
  dataset  text not null,
  year     int not null,
  reporter text not null,
  rows     bigint not null,
  primary key (dataset, year, reporter)
);
