-- Files that belong to records: annexes, letters, scanned originals, pictures. By content: the same
-- bytes are kept once. Whose they are and who may read them, and under which name, the record says
-- that holds them.
create table store_file (
  sha256     text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size       bigint not null check (size = octet_length(bytes)),
  bytes      bytea not null,
  stored_at  timestamptz not null
);
-- Pictures and papers are packed already.
alter table store_file alter column bytes set storage external;
