-- What a facilitator or a body of the United Nations puts into South-South cooperation, as it
-- states it; every version is kept.
create table registry_resource (
  id        text not null,
  version   integer not null check (version > 0),
  body      text not null,
  year      integer not null,
  at        timestamptz not null,
  person    text not null,
  said      jsonb not null,
  removed   boolean not null,
  released  boolean not null,
  primary key (id, version)
);
create index registry_resource_body on registry_resource (body, year);
create trigger registry_resource_append_only before update or delete on registry_resource
  for each statement execute function registry_joint_refuse_change();
