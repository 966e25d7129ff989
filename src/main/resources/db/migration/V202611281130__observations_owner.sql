-- The word by which the folder of observations knows its database: two databases must never clear
-- away each other's files. It goes into backups, so that a restored database finds its folder.

create table observations_owner (
  only_row boolean primary key default true check (only_row),
  id       text not null check (id ~ '^[0-9a-f]{32}$')
);
create trigger observations_owner_append_only before update or delete on observations_owner
  for each statement execute function observations_refuse_change();
