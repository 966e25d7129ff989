-- Whether a row was ever for everybody: only then may the change feed tell that it no longer is.
-- All rows so far are. Kept by the database, so that no writer can forget it.
create function store_remember_public() returns trigger language plpgsql as $$
begin
  new.once_public := true;
  return new;
end $$;

alter table registry_initiative add column once_public boolean not null default true;
alter table registry_initiative alter column once_public set default false;
create trigger registry_initiative_once_public
  before insert or update of audience on registry_initiative
  for each row when (new.audience = 'public') execute function store_remember_public();

alter table parties_organisation add column once_public boolean not null default true;
alter table parties_organisation alter column once_public set default false;
create trigger parties_organisation_once_public
  before insert or update of audience on parties_organisation
  for each row when (new.audience = 'public') execute function store_remember_public();
