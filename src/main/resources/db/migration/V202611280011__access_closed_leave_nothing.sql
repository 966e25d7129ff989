-- Accounts that were closed before closing took these along.
delete from notices_notice where account in (select id from access_account where closed);
delete from notices_habit where account in (select id from access_account where closed);
delete from notices_search where account in (select id from access_account where closed);
delete from access_link where account in (select id from access_account where closed);
