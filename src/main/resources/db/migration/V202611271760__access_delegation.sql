-- Sectors whose coordination a country's authority delegated to an institution.
create table access_delegation (
  body       text primary key references access_body,
  sectors    text[] not null,
  changed_at timestamptz not null
);
