package org.bandung.funds.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.funds.ledger.LedgerVerdict.Fault;
import org.bandung.funds.ledger.TransactionRows.Line;
import org.bandung.funds.ledger.TransactionRows.Row;
import org.jspecify.annotations.Nullable;

/// Goes through the transactions of one book in their order.
final class BookWalk {

  private static final int ROWS = 2_000;
  private static final int LINES = 20_000;
  private static final int MOST_ACCOUNTS = 20_000;

  private final String book;
  private final TransactionRows rows;
  private final Optional<String> kept;
  private final LedgerCheck.Findings findings;
  private final Map<Long, Account> accounts = new LinkedHashMap<>();
  private long number;
  private String hash = LedgerChain.BEGINNING;
  private @Nullable LocalDate closed;
  private long entries;
  private boolean met;

  BookWalk(
      String book, TransactionRows rows, Optional<String> kept, LedgerCheck.Findings findings) {
    this.book = book;
    this.rows = rows;
    this.kept = kept;
    this.findings = findings;
  }

  LedgerVerdict.Head head() {
    return new LedgerVerdict.Head(book, number, hash);
  }

  long entries() {
    return entries;
  }

  /// Whether the hash that was kept is one of this book.
  boolean hasMet() {
    return met;
  }

  void walk() {
    var some = page();
    while (!some.isEmpty()) {
      var lines = lines(some);
      rows.complete(lines, accounts);
      some.forEach(r -> take(r, lines.getOrDefault(r.number(), List.of())));
      some.forEach(r -> lines.remove(r.number()));
      lines.keySet().forEach(n -> findings.add(book, n, Fault.STRAY_ENTRY));
      if (accounts.size() > MOST_ACCOUNTS) {
        accounts.clear();
      }
      some = page();
    }
    rows.lines(book, number, Long.MAX_VALUE, LedgerVerdict.MOST).stream()
        .map(Line::number)
        .distinct()
        .forEach(n -> findings.add(book, n, Fault.STRAY_ENTRY));
  }

  /// As many transactions as have no more entries than fit.
  private List<Row> page() {
    var some = rows.after(book, number, ROWS);
    int fit = 0;
    for (int sum = 0; fit < some.size() && (fit == 0 || sum < LINES); fit++) {
      sum += some.get(fit).entries();
    }
    return some.subList(0, fit);
  }

  private Map<Long, List<Line>> lines(List<Row> some) {
    int expected = some.stream().mapToInt(Row::entries).sum();
    var read = rows.lines(book, number, some.getLast().number(), expected + ROWS);
    entries += read.size();
    var byNumber = new LinkedHashMap<Long, List<Line>>();
    read.forEach(l -> byNumber.computeIfAbsent(l.number(), n -> new ArrayList<>()).add(l));
    return byNumber;
  }

  private void take(Row row, List<Line> lines) {
    if (row.number() != number + 1) {
      findings.add(book, row.number(), Fault.MISSING_BEFORE);
    } else if (!row.previous().equals(hash)) {
      findings.add(book, row.number(), Fault.NOT_FOLLOWING);
    }
    if (lines.size() != row.entries()) {
      findings.add(book, row.number(), Fault.ENTRIES);
    } else {
      check(row, lines);
    }
    number = row.number();
    hash = row.hash();
    met |= kept.isPresent() && kept.get().equals(hash);
  }

  private void check(Row row, List<Line> lines) {
    var transaction = read(row, lines);
    if (transaction.isEmpty()) {
      findings.add(book, row.number(), Fault.CHANGED);
      return;
    }
    var posting = transaction.get().posting();
    var hashes = lines.stream().map(l -> known(l).hash()).toList();
    if (!LedgerChain.hash(row.number(), row.at(), posting, row.previous(), hashes)
            .equals(row.hash())
        || lines.stream().anyMatch(l -> !l.day().equals(posting.day()))) {
      findings.add(book, row.number(), Fault.CHANGED);
    }
    if (!isBalanced(lines)) {
      findings.add(book, row.number(), Fault.UNBALANCED);
    }
    if (closed != null && !posting.day().isAfter(closed)) {
      findings.add(book, row.number(), Fault.IN_CLOSED_PERIOD);
    }
    if (posting.nature() instanceof Posting.Nature.Closing) {
      closed = posting.day();
    }
  }

  /// What somebody changed may not be what a transaction can be.
  private Optional<LedgerTransaction> read(Row row, List<Line> lines) {
    if (row.said() == null || lines.stream().anyMatch(l -> !accounts.containsKey(l.account()))) {
      return Optional.empty();
    }
    try {
      return Optional.of(TransactionRows.whole(book, row, lines, accounts));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Account known(Line line) {
    return Optional.ofNullable(accounts.get(line.account())).orElseThrow();
  }

  private boolean isBalanced(List<Line> lines) {
    return isBalanced(lines, false) && isBalanced(lines, true);
  }

  private boolean isBalanced(List<Line> lines, boolean memorandum) {
    var some =
        lines.stream()
            .filter(l -> known(l).memorandum() == memorandum)
            .map(l -> new Entry(known(l).name(), new Money(l.amount(), known(l).name().currency())))
            .toList();
    return LedgerRules.uneven(some, e -> true).isEmpty();
  }
}
