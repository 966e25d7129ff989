-- A body of this node whose words were all taken back is no source any more: that it was one would
-- tell that there was something. Who keeps other things than initiatives says whether the source
-- stands there.
alter table registry_source add column elsewhere boolean not null default false;
update registry_source s set elsewhere = true
where exists (
  select from catalogue_entry e where e.source_key = s.key and e.content_hash <> '');
