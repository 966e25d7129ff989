-- People, what they act for, and the log of what they did. No secret stands here as it is.

create table access_account (
  id           text primary key,
  email        text not null unique,     -- in small letters
  name         text not null,
  language     text not null,
  password     text,                     -- encoded; none for who signs in by passkey or ministry
  seed         bytea,                    -- of one-time codes, sealed
  last_step    bigint not null default 0, -- a code holds once
  failures     integer not null default 0,
  locked_until timestamptz,
  closed       boolean not null default false,
  made_at      timestamptz not null,
  changed_at   timestamptz not null
);

create table access_body (
  id           text primary key,
  kind         text not null,
  name         text not null,
  country      text,
  grouping     text,
  organisation text,
  admitted     boolean not null,
  changed_at   timestamptz not null
);
create unique index access_body_one_authority on access_body (country)
  where kind = 'authority' and admitted;
create index access_body_country on access_body (country);

create table access_mandate (
  account    text not null references access_account,
  body       text not null references access_body,
  roles      text[] not null,
  changed_at timestamptz not null,
  primary key (account, body)
);
create index access_mandate_body on access_mandate (body);

-- One-time links: invitations and recoveries. Of the link only its hash is kept.
create table access_link (
  hash       bytea primary key,
  purpose    text not null,
  email      text not null,
  account    text references access_account,
  body       text references access_body,
  roles      text[] not null,
  seed       bytea,                      -- of the codes while somebody is making an account
  inviter    text references access_account, -- whose right it rests on; the node's own has none
  tries      integer not null default 0, -- codes that were wrong
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- Tokens with which programs act for a body.
create table access_token (
  id         text primary key,
  account    text not null references access_account,
  body       text not null references access_body,
  name       text not null,
  hash       bytea not null unique,
  scopes     text[] not null,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_on    date,
  revoked_at timestamptz
);

-- Whom an identity provider means by a subject.
create table access_identity (
  issuer       text not null,
  subject      text not null,
  account      text not null references access_account,
  connected_at timestamptz not null,
  primary key (issuer, subject)
);
create index access_identity_account on access_identity (account);

create table access_audit (
  number   bigint primary key,
  at       timestamptz not null,
  account  text,
  body     text,
  action   text not null,
  object   text not null,
  detail   json not null,
  previous text not null,
  hash     text not null
);
create index access_audit_body on access_audit (body, number);
create index access_audit_object on access_audit (object, number);
create function access_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger access_audit_append_only before update or delete on access_audit
  for each statement execute function access_refuse_change();

-- Sessions, so that a restart signs nobody out.
create table access_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index access_session_expiry on access_session (expiry_time);
create index access_session_principal on access_session (principal_name);
create table access_session_attributes (
  session_primary_id char(36) not null references access_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- Passkeys, in the tables their library knows.
create table user_entities (
  id           varchar(1000) not null primary key,
  name         varchar(100) not null unique, -- the account
  display_name varchar(200)
);
create table user_credentials (
  credential_id                varchar(1000) not null primary key,
  user_entity_user_id          varchar(1000) not null references user_entities,
  public_key                   bytea not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean not null,
  authenticator_transports     varchar(1000),
  public_key_credential_type   varchar(100),
  backup_state                 boolean not null,
  attestation_object           bytea,
  attestation_client_data_json bytea,
  created                      timestamp,
  last_used                    timestamp,
  label                        varchar(1000) not null
);
create index user_credentials_owner on user_credentials (user_entity_user_id);

comment on table access_link is 'passing';
comment on table access_session is 'passing';
comment on table access_session_attributes is 'passing';
