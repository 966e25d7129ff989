-- Append-only: what people decided of two initiatives that may be one. A line may undo an earlier
-- one; of two lines about a pair the later counts.
create table registry_decision (
  id            bigint generated always as identity primary key,
  left_id       text not null references registry_initiative (id),
  right_id      text not null references registry_initiative (id),
  verdict       text not null
    check (verdict in ('same', 'part-of', 'related', 'different', 'unsure', 'undone')),
  reason        text not null,
  body_id       text not null references access_body,
  body_name     text not null,
  account       text not null,
  at            timestamptz not null,
  check (left_id < right_id or verdict = 'part-of' and left_id <> right_id)
);
create index registry_decision_left on registry_decision (left_id);
create index registry_decision_right on registry_decision (right_id);
create trigger registry_decision_append_only before update or delete on registry_decision
  for each statement execute function registry_refuse_change();

-- Derived from the decisions that stand: which initiative is told as part of which other. The winner
-- is never itself a loser.
create table registry_merged (
  loser  text primary key references registry_initiative (id),
  winner text not null references registry_initiative (id)
);
create index registry_merged_winner on registry_merged (winner);
