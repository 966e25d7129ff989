-- Lists narrowed by words of titles, beyond some 50,000 initiatives. The extension comes with every
-- PostgreSQL (on Debian in the server's own package) and the owner of a database may add it; where
-- an operator forbids it, lists work without the index, only slower.
do $$
begin
  create extension if not exists pg_trgm;
  create index registry_initiative_words on registry_initiative using gin (words gin_trgm_ops);
exception
  when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
    raise notice 'pg_trgm is not available: words of titles are searched without an index';
end $$;
