-- The ledger: double entry, append-only. A balance is the sum of entries; what the table of sums
-- holds is derived, can be dropped and rebuilt, and is compared by every check.

-- A book takes turns at its row: each book has one chain of transactions.
create table funds_ledger_book (
  id        text primary key,          -- fund:QMX-F1, netting:2026-1
  owner     text not null,             -- the body whose book it is
  opened_at timestamptz not null
);

-- Append-only: accounts, with what was true of their kind when they were opened.
create table funds_ledger_account (
  id          bigint generated always as identity primary key,
  book        text not null references funds_ledger_book,
  kind        text not null,           -- as in funds/ledger/chart.csv
  currency    text not null check (currency ~ '^[A-Z]{3}$'),
  in_window   text not null,           -- '' where the account is of no window, and so on
  contributor text not null,
  proposal    text not null,
  partner     text not null,
  memorandum  boolean not null,        -- pledges and commitments: no money
  debit       boolean not null,        -- whether debits add to it
  floor       numeric(20, 4),          -- what it never goes below; null where it may
  hash        bytea not null check (length(hash) = 32),
  unique (book, kind, currency, in_window, contributor, proposal, partner)
);

-- Append-only: transactions of a book, numbered without a gap, each bound to the one before.
create table funds_ledger_transaction (
  book      text not null references funds_ledger_book,
  number    bigint not null check (number > 0),
  at        timestamptz not null,      -- posted
  day       date not null,             -- value date; of a closing its last day
  kind      text not null
    check (kind in ('ordinary', 'opening', 'exchange', 'reversal', 'closing')),
  key       text not null,             -- who sends it again gets what it brought the first time
  by        text not null,
  reason    text not null,
  reference text not null,
  source    text,                      -- of an opening balance, of a rate
  rate      numeric,
  rate_from text,
  rate_to   text,
  rate_day  date,
  reverses  bigint,
  entries   smallint not null check (entries >= 0),
  previous  bytea not null check (length(previous) = 32),
  hash      bytea not null check (length(hash) = 32),
  primary key (book, number),
  unique (book, key),
  foreign key (book, reverses) references funds_ledger_transaction (book, number),
  check ((kind = 'exchange') = (rate is not null and rate_from is not null
    and rate_to is not null and rate_day is not null)),
  check ((kind = 'reversal') = (reverses is not null)),
  check ((kind in ('opening', 'exchange')) = (source is not null)),
  check ((kind = 'closing') = (entries = 0))
);
create unique index funds_ledger_transaction_reverses on funds_ledger_transaction (book, reverses)
  where reverses is not null;
create index funds_ledger_transaction_closing on funds_ledger_transaction (book, day)
  where kind = 'closing';
create index funds_ledger_transaction_at on funds_ledger_transaction (book, at, number);

-- Append-only: debits above zero, credits below.
create table funds_ledger_entry (
  book    text not null,
  number  bigint not null,
  line    smallint not null check (line > 0),
  account bigint not null references funds_ledger_account,
  day     date not null,
  amount  numeric(20, 4) not null check (amount <> 0 and abs(amount) <= 1000000000000000),
  primary key (book, number, line),
  foreign key (book, number) references funds_ledger_transaction (book, number)
);
create index funds_ledger_entry_account on funds_ledger_entry (account, number)
  include (day, amount);

-- Derived: sums of each account over blocks of 512 transactions of its book.
create table funds_ledger_sum (
  account   bigint not null references funds_ledger_account,
  block     bigint not null,
  book      text not null,
  amount    numeric not null,
  entries   integer not null,
  first_day date not null,
  last_day  date not null,
  primary key (account, block)
);
create index funds_ledger_sum_book on funds_ledger_sum (book, block);

-- Append-only: which heads of chains the log of deeds holds.
create table funds_ledger_anchor (
  book   text not null references funds_ledger_book,
  number bigint not null,
  hash   bytea not null,
  at     timestamptz not null,
  primary key (book, number)
);

-- At the end of whatever wrote it, a transaction has all its entries, and they sum to zero in each
-- currency, money and memorandum apart.
create function funds_ledger_check_transaction() returns trigger language plpgsql as $$
declare
  found bigint;
  uneven bigint;
begin
  select coalesce(sum(n), 0), count(*) filter (where total <> 0) into found, uneven
  from (
    select count(*) as n, sum(e.amount) as total
    from funds_ledger_entry e join funds_ledger_account a on a.id = e.account
    where e.book = new.book and e.number = new.number
      and a.book = new.book and e.day = new.day
    group by a.currency, a.memorandum) s;
  if found <> new.entries or uneven > 0 then
    raise exception 'transaction % of book % is not whole or does not sum to zero',
      new.number, new.book;
  end if;
  return null;
end $$;
create constraint trigger funds_ledger_transaction_balanced
  after insert on funds_ledger_transaction deferrable initially deferred
  for each row execute function funds_ledger_check_transaction();

-- Nothing is added to a transaction that has all its entries.
create function funds_ledger_check_entries() returns trigger language plpgsql as $$
begin
  if exists (
    select from fresh f
      join funds_ledger_transaction t on t.book = f.book and t.number = f.number
    where f.line > t.entries) then
    raise exception 'an entry too many';
  end if;
  return null;
end $$;
create trigger funds_ledger_entry_belongs after insert on funds_ledger_entry
  referencing new table as fresh
  for each statement execute function funds_ledger_check_entries();

create function funds_ledger_refuse_change() returns trigger language plpgsql as $$
begin
  -- A restore empties tables before it fills them, and says so in its own transaction.
  if tg_op = 'TRUNCATE' and current_setting('bandung.restoring', true) = 'yes' then
    return null;
  end if;
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger funds_ledger_book_append_only
  before update or delete or truncate on funds_ledger_book
  for each statement execute function funds_ledger_refuse_change();
create trigger funds_ledger_account_append_only
  before update or delete or truncate on funds_ledger_account
  for each statement execute function funds_ledger_refuse_change();
create trigger funds_ledger_transaction_append_only
  before update or delete or truncate on funds_ledger_transaction
  for each statement execute function funds_ledger_refuse_change();
create trigger funds_ledger_entry_append_only
  before update or delete or truncate on funds_ledger_entry
  for each statement execute function funds_ledger_refuse_change();
create trigger funds_ledger_anchor_append_only
  before update or delete or truncate on funds_ledger_anchor
  for each statement execute function funds_ledger_refuse_change();
