-- Which log the places given out to mirrors belong to. Never saved with a backup: a restore begins
-- another log, since its transactions are numbered anew and some of what was told never happened.
create table store_epoch (
  one   boolean primary key default true check (one),
  epoch uuid not null default gen_random_uuid()
);
insert into store_epoch default values;
