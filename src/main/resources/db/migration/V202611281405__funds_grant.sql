-- Grants: what happened stands in funds_grant_event only; the row of a grant is what deeds take
-- their turn at and what grants are found by. Money stands in the book of the fund.

create table funds_grant (
  id         text primary key,
  fund_id    text not null references funds_fund,
  owner      text not null,     -- the body that answers for the fund
  audience   text not null check (audience in ('owner', 'public')),
  proposal   text unique,       -- no proposal is granted twice
  organisation text,
  opened_at  timestamptz not null,
  changed_at timestamptz not null
);
create index funds_grant_fund on funds_grant (fund_id);
create index funds_grant_organisation on funds_grant (organisation, fund_id);

-- Which bodies are partners, to find their grants.
create table funds_grant_partner (
  grant_id text not null references funds_grant,
  body     text not null,
  primary key (grant_id, body)
);
create index funds_grant_partner_body on funds_grant_partner (body);

-- Append-only: what happened stays, in its order, without a gap.
create table funds_grant_event (
  grant_id text not null references funds_grant,
  sequence bigint not null check (sequence > 0),
  at       timestamptz not null,
  party    text not null,
  person   text not null,
  event    jsonb not null,
  primary key (grant_id, sequence)
);

-- Append-only: which deed of whom brought which events, so that a deed that is sent again is not
-- done again. Refused deeds leave nothing.
create table funds_grant_command (
  grant_id       text not null references funds_grant,
  person         text not null,
  key            text not null,
  command        text not null,          -- hash of what was asked
  first_sequence bigint not null,
  last_sequence  bigint not null,
  primary key (grant_id, person, key)
);

create trigger funds_grant_event_append_only before update or delete or truncate
  on funds_grant_event for each statement execute function funds_refuse_change();
create trigger funds_grant_command_append_only before update or delete or truncate
  on funds_grant_command for each statement execute function funds_refuse_change();
