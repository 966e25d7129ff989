-- Exchange rates and deflators as they were imported. Nothing is ever changed or removed: of a
-- period the row of the latest file counts, the ones before it are history.

create function reference_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name;
end $$;

create table reference_rate_file (
  id          bigint generated always as identity primary key,
  kind        text not null check (kind in ('rates', 'deflator')),
  source      text not null,             -- of a deflator, its name
  format      text not null,
  name        text not null,
  sha256      text not null,
  imported_at timestamptz not null default now(),
  written     int not null,              -- rows that were new or different
  refused     int not null,
  unique (kind, source, sha256)
);
create trigger reference_rate_file_append_only before update or delete on reference_rate_file
  for each statement execute function reference_refuse_change();

create table reference_rate (
  source    text not null,
  currency  text not null,
  pivot     text not null,
  kind      text not null
    check (kind in ('day', 'month-average', 'year-average', 'month-end', 'year-end')),
  period    int not null,                -- year * 10000 + month * 100 + day, 0 where there is none
  file      bigint not null references reference_rate_file,
  value     numeric not null check (value > 0),
  per_pivot boolean not null,            -- so many of the currency are one of the pivot
  primary key (source, currency, pivot, kind, period, file)
);
create trigger reference_rate_append_only before update or delete on reference_rate
  for each statement execute function reference_refuse_change();

create table reference_deflator (
  name     text not null,
  year     int not null,
  file     bigint not null references reference_rate_file,
  currency text not null,
  level    numeric not null check (level > 0),
  source   text not null,
  primary key (name, year, file)
);
create trigger reference_deflator_append_only before update or delete on reference_deflator
  for each statement execute function reference_refuse_change();
