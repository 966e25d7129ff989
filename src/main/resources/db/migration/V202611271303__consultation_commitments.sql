-- What was committed to at forums and conferences, as a body writes it down, and what its reporter
-- says became of it.
create table consultation_commitment (
  id         text primary key,
  owner      text not null,        -- the body that wrote it
  audience   text not null check (audience in ('organisation', 'public')),
  version    integer not null check (version > 0),
  content    jsonb not null,
  -- As it was released, and how many follow-ups with it: what is written later is not public yet.
  released_content    jsonb,
  released_follow_ups integer not null default 0,
  made_at    timestamptz not null,
  changed_at timestamptz not null,
  check ((audience = 'public') = (released_content is not null))
);
create index consultation_commitment_owner on consultation_commitment (owner);

-- Append-only: what was reported stays reported.
create table consultation_commitment_follow_up (
  commitment_id text not null references consultation_commitment,
  number        integer not null check (number > 0),
  key           text not null,
  at            timestamptz not null,
  person        text not null,
  content       jsonb not null,
  primary key (commitment_id, number),
  unique (commitment_id, key)
);
create trigger consultation_commitment_follow_up_append_only
  before update or delete on consultation_commitment_follow_up
  for each statement execute function consultation_refuse_change();
