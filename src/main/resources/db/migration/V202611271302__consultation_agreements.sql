-- Agreements. What happened stands in consultation_agreement_event only; the first table is what
-- commands take their turn at.
create table consultation_agreement (
  id              text primary key,
  number          text not null unique,
  consultation_id text not null,
  under           text references consultation_agreement,
  made_at         timestamptz not null,
  audience        text not null           -- parties; released by each to the public
);
create index consultation_agreement_under on consultation_agreement (under);
create index consultation_agreement_consultation on consultation_agreement (consultation_id);

-- Numbers without gaps: the row of a year is held until the agreement is written.
create table consultation_agreement_number (
  year integer primary key,
  node text not null,
  last integer not null
);

create table consultation_agreement_party (
  agreement_id text not null references consultation_agreement,
  party        text not null,
  primary key (agreement_id, party)
);
create index consultation_agreement_party_party on consultation_agreement_party (party);

create table consultation_agreement_event (
  agreement_id text not null references consultation_agreement,
  sequence     bigint not null check (sequence > 0),
  at           timestamptz not null,
  party        text not null,
  person       text not null,
  event        jsonb not null,
  primary key (agreement_id, sequence)
);

-- What was consented to in each revision, and its canonical text, which is what is signed.
create table consultation_agreement_text (
  agreement_id text not null references consultation_agreement,
  revision     integer not null,
  proposal     jsonb not null,
  document     text not null,
  primary key (agreement_id, revision)
);

create table consultation_agreement_command (
  agreement_id   text not null references consultation_agreement,
  person         text not null,
  key            text not null,
  command        text not null,
  first_sequence bigint not null,
  last_sequence  bigint not null,
  primary key (agreement_id, person, key)
);

create table consultation_agreement_signature (
  agreement_id text not null references consultation_agreement,
  revision     integer not null,
  party        text not null,
  signatory    text not null,
  capacity     text not null,
  organisation text not null,
  signed_at    timestamptz not null,
  public_key   text not null,
  signature    text not null,
  primary key (agreement_id, revision, party)
);

-- Which bodies have released their part; the agreement is public where all parties have.
create table consultation_agreement_release (
  agreement_id text not null references consultation_agreement,
  body         text not null,
  released_at  timestamptz not null,
  primary key (agreement_id, body)
);

-- Keys of bodies. The private half is sealed with the node's key, or is not here.
create table consultation_signing_key (
  fingerprint text primary key,
  body        text not null,
  public_key  text not null,
  sealed      bytea,
  made_at     timestamptz not null,
  retired_at  timestamptz,
  published   boolean not null
);
create unique index consultation_signing_key_current on consultation_signing_key (body)
  where retired_at is null;

create trigger consultation_agreement_event_append_only
  before update or delete on consultation_agreement_event
  for each statement execute function consultation_refuse_change();
create trigger consultation_agreement_text_append_only
  before update or delete on consultation_agreement_text
  for each statement execute function consultation_refuse_change();
create trigger consultation_agreement_command_append_only
  before update or delete on consultation_agreement_command
  for each statement execute function consultation_refuse_change();
create trigger consultation_agreement_signature_append_only
  before update or delete on consultation_agreement_signature
  for each statement execute function consultation_refuse_change();
