-- Which organisations take part, by their ids in parties: 'id', and 'id:role' for each role. Apart
-- from the tags, so that counting lists over their facets does not read them.
alter table registry_initiative add column organisations text[] not null default '{}';
create index registry_initiative_organisations on registry_initiative using gin (organisations);
