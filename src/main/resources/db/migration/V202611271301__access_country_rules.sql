-- What a country demands of its institutions; its authority says it at its desk.
create table access_country_rule (
  country    text primary key,
  agreements boolean not null,   -- an agreement needs its endorsement
  needs      boolean not null,   -- a need is cleared before it is released
  changed_at timestamptz not null
);
