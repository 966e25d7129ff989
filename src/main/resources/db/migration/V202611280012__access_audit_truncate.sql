-- Nobody empties the log of deeds, but for a restore, which says so in its own transaction.
create function access_refuse_truncate() returns trigger language plpgsql as $$
begin
  if current_setting('bandung.restoring', true) is distinct from 'yes' then
    raise exception 'table % is append-only', tg_table_name;
  end if;
  return null;
end $$;
create trigger access_audit_not_emptied before truncate on access_audit
  for each statement execute function access_refuse_truncate();
