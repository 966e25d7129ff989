package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.funds.ledger.Posting.Nature;
import org.jspecify.annotations.Nullable;

/// A book while it is written to: decides what becomes of one posting after the other, and keeps
/// what is to be stored. Pure: it knows only what was read for it.
final class BookState {

  private final Head head;
  private final Map<AccountName, Account> accounts;
  private final Map<Long, BigDecimal> debits;
  private final Map<String, LedgerTransaction> byKey;
  private final Map<Long, Reversible> reversible;
  private final List<LedgerTransaction> fresh = new ArrayList<>();
  private long number;
  private Instant at;
  private String hash;
  private @Nullable LocalDate closed;

  /// Where a book stands.
  ///
  /// @param number of its last transaction; 0 if it has none
  /// @param closed the last day that is closed; null if none is
  record Head(String book, long number, Instant at, String hash, @Nullable LocalDate closed) {}

  /// A transaction that somebody wants reversed.
  ///
  /// @param by number of the transaction that reversed it before, if any
  record Reversible(LedgerTransaction transaction, @Nullable Long by) {}

  /// @param accounts those that the postings name, as far as they were opened
  /// @param debits debits less credits of those that have a floor, by their numbers
  /// @param byKey transactions under keys of the postings
  /// @param reversible transactions that the postings want reversed, by their numbers
  BookState(
      Head head,
      Map<AccountName, Account> accounts,
      Map<Long, BigDecimal> debits,
      Map<String, LedgerTransaction> byKey,
      Map<Long, Reversible> reversible) {
    this.head = head;
    this.accounts = accounts;
    this.debits = new HashMap<>(debits);
    this.byKey = new HashMap<>(byKey);
    this.reversible = new HashMap<>(reversible);
    this.number = head.number();
    this.at = head.at();
    this.hash = head.hash();
    this.closed = head.closed();
  }

  Head head() {
    return head;
  }

  /// What is to be stored.
  List<LedgerTransaction> fresh() {
    return fresh;
  }

  Account account(AccountName name) {
    return Optional.ofNullable(accounts.get(name)).orElseThrow();
  }

  /// Decides, and takes the posting over if nothing speaks against it.
  PostOutcome post(Posting posting, Instant now) {
    var before = byKey.get(posting.key());
    if (before != null) {
      return before.posting().equals(posting)
          ? new PostOutcome.AlreadyPosted(before)
          : new PostOutcome.KeyUsedForAnotherPosting(before.number());
    }
    return inPeriod(posting, now)
        .or(() -> known(posting))
        .or(() -> inNature(posting))
        .or(() -> balanced(posting))
        .or(() -> aboveFloors(posting))
        .orElseGet(() -> append(posting, now));
  }

  private Optional<PostOutcome> inPeriod(Posting posting, Instant now) {
    if (closed != null && !posting.day().isAfter(closed)) {
      return Optional.of(new PostOutcome.PeriodClosed(closed));
    }
    // A closing can never be undone, so one of days to come would end the book.
    var yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    return posting.nature() instanceof Nature.Closing && posting.day().isAfter(yesterday)
        ? Optional.of(new PostOutcome.PeriodNotOver(yesterday))
        : Optional.empty();
  }

  private Optional<PostOutcome> known(Posting posting) {
    var unknown = new TreeSet<AccountName>();
    for (var entry : posting.entries()) {
      if (!accounts.containsKey(entry.account())) {
        unknown.add(entry.account());
      }
    }
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(new PostOutcome.UnknownAccount(List.copyOf(unknown)));
  }

  private Optional<PostOutcome> inNature(Posting posting) {
    if (posting.nature() instanceof Nature.Reversal(long number)) {
      return undoing(posting, number);
    }
    for (var entry : posting.entries()) {
      if (!LedgerRules.fits(entry.account(), posting.nature())) {
        return Optional.of(new PostOutcome.WrongNature(entry.account()));
      }
    }
    return Optional.empty();
  }

  private Optional<PostOutcome> undoing(Posting posting, long reversed) {
    var there = reversible.get(reversed);
    if (there == null) {
      return Optional.of(new PostOutcome.NothingToReverse(reversed));
    }
    if (there.by() != null) {
      return Optional.of(new PostOutcome.AlreadyReversed(reversed, there.by()));
    }
    var opposite = there.transaction().posting().entries().stream().map(Entry::reversed).toList();
    return opposite.equals(posting.entries())
        ? Optional.empty()
        : Optional.of(new PostOutcome.NothingToReverse(reversed));
  }

  private Optional<PostOutcome> balanced(Posting posting) {
    var money = LedgerRules.uneven(posting.entries(), e -> !account(e.account()).memorandum());
    var memorandum = LedgerRules.uneven(posting.entries(), e -> account(e.account()).memorandum());
    return money.isEmpty() && memorandum.isEmpty()
        ? Optional.empty()
        : Optional.of(new PostOutcome.Unbalanced(money, memorandum));
  }

  /// An account that is below its floor already may be added to.
  private Optional<PostOutcome> aboveFloors(Posting posting) {
    for (var change : changes(posting).entrySet()) {
      var account = account(change.getKey());
      var now = debits.getOrDefault(account.id(), BigDecimal.ZERO);
      var then = now.add(change.getValue());
      if (account.isBelowFloor(then) && account.balance(then).compareTo(account.balance(now)) < 0) {
        return Optional.of(
            new PostOutcome.BelowFloor(
                account.name(),
                account.balance(now),
                account.balance(then),
                new Money(
                    Optional.ofNullable(account.floor()).orElseThrow(),
                    account.name().currency())));
      }
    }
    return Optional.empty();
  }

  /// What each account that has a floor gets in all, debits less credits.
  private Map<AccountName, BigDecimal> changes(Posting posting) {
    var changes = new TreeMap<AccountName, BigDecimal>();
    for (var entry : posting.entries()) {
      if (account(entry.account()).floor() != null) {
        changes.merge(entry.account(), entry.amount().amount(), BigDecimal::add);
      }
    }
    return changes;
  }

  private PostOutcome append(Posting posting, Instant now) {
    number++;
    at = now.isBefore(at) ? at : now;
    var hashes = posting.entries().stream().map(e -> account(e.account()).hash()).toList();
    var transaction = LedgerChain.next(number, at, posting, hash, hashes);
    hash = transaction.hash();
    changes(posting)
        .forEach((name, more) -> debits.merge(account(name).id(), more, BigDecimal::add));
    byKey.put(posting.key(), transaction);
    switch (posting.nature()) {
      case Nature.Closing closing -> closed = posting.day();
      case Nature.Reversal(long reversed) -> {
        var there = Optional.ofNullable(reversible.get(reversed)).orElseThrow();
        reversible.put(reversed, new Reversible(there.transaction(), number));
      }
      default -> {}
    }
    fresh.add(transaction);
    return new PostOutcome.Posted(transaction);
  }
}
