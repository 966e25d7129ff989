-- What is counted: one compact row for each public initiative, derived, can be made anew.
create table statistics_fact (
  id text primary key,
  segment smallint not null,
  fact bytea not null
);
create index statistics_fact_segment on statistics_fact (segment, id);
comment on table statistics_fact is 'passing';

-- Facts are read in segments; the version of one rises whenever one of its rows changes.
create table statistics_segment (
  segment smallint primary key,
  version bigint not null
);
comment on table statistics_segment is 'passing';

-- With which rules and reference data all facts were made.
create table statistics_made (
  single boolean primary key default true check (single),
  made_with text not null
);
comment on table statistics_made is 'passing';
create sequence statistics_version;
