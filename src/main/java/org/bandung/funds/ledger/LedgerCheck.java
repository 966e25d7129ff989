package org.bandung.funds.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.access.Audit;
import org.bandung.access.AuditLine;
import org.bandung.funds.ledger.LedgerVerdict.Fault;
import org.bandung.funds.ledger.LedgerVerdict.Finding;
import org.bandung.store.Database;
import org.springframework.stereotype.Service;

/// Reads ledgers through and says whether anything is not as it was written, and where. Memory does
/// not grow with them.
@Service
public class LedgerCheck {

  private static final int AT_ONCE = 500;

  private final Database database;
  private final LedgerTable books;
  private final CheckTable table;
  private final AccountTable accounts;
  private final TransactionRows rows;
  private final Audit audit;

  LedgerCheck(Database database, Audit audit) {
    this.database = database;
    this.books = new LedgerTable(database);
    this.table = new CheckTable(database);
    this.accounts = new AccountTable(database);
    this.rows = new TransactionRows(database);
    this.audit = audit;
  }

  /// Checks all books, their anchors and the log of deeds that holds them.
  ///
  /// @param kept hash of the last transaction of a book as an earlier check told it
  public LedgerVerdict verify(Optional<String> kept) {
    return database.reading(() -> {
      var findings = new Findings();
      var heads = new ArrayList<LedgerVerdict.Head>();
      long entries = 0;
      boolean met = kept.isEmpty() || kept.get().equals(LedgerChain.BEGINNING);
      for (var book : books.books()) {
        accounts.eachChanged(book.id(), id -> findings.add(book.id(), id, Fault.ACCOUNT_CHANGED));
        var walk = new BookWalk(book.id(), rows, kept, findings);
        walk.walk();
        table.wrongSums(book.id()).forEach(n -> findings.add(book.id(), n, Fault.SUM_DIFFERS));
        heads.add(walk.head());
        entries += walk.entries();
        met |= walk.hasMet();
      }
      if (!met) {
        findings.add("", 0, Fault.HEAD_MISSING);
      }
      long anchors = anchors(findings);
      return new LedgerVerdict(heads, entries, anchors, findings.all);
    });
  }

  private long anchors(Findings findings) {
    if (audit.verify(Optional.empty()) instanceof Audit.Verdict.Broken(var line)) {
      findings.add("", line, Fault.LOG_BROKEN);
    }
    var told = new Anchors(findings);
    audit.each(told::take);
    told.compare();
    if (told.count != table.anchors()) {
      findings.add("", Math.min(told.count, table.anchors()), Fault.ANCHORS_DIFFER);
    }
    return told.count;
  }

  /// What was found, as far as anybody reads on.
  static final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void add(String book, long number, Fault fault) {
      if (all.size() < LedgerVerdict.MOST) {
        all.add(new Finding(book, number, fault));
      }
    }
  }

  /// Anchors as the log of deeds tells them, compared with what stands.
  private final class Anchors {

    private final Findings findings;
    private final List<CheckTable.Head> waiting = new ArrayList<>();
    private long count;

    private Anchors(Findings findings) {
      this.findings = findings;
    }

    private void take(AuditLine line) {
      var deed = line.deed();
      if (!deed.action().equals(LedgerAnchors.ACTION)) {
        return;
      }
      count++;
      var number = deed.detail().getOrDefault("number", "");
      if (!number.matches("[0-9]{1,18}")) {
        findings.add(deed.object(), line.number(), Fault.LOG_BROKEN);
        return;
      }
      waiting.add(
          new CheckTable.Head(
              deed.object(), Long.parseLong(number), deed.detail().getOrDefault("hash", "")));
      if (waiting.size() == AT_ONCE) {
        compare();
      }
    }

    private void compare() {
      var hashes = table.hashes(waiting);
      for (var anchor : waiting) {
        var hash = hashes.get(anchor.key());
        if (hash == null) {
          findings.add(anchor.book(), anchor.number(), Fault.REMOVED);
        } else if (!hash.equals(anchor.hash())) {
          findings.add(anchor.book(), anchor.number(), Fault.REWRITTEN);
        }
      }
      waiting.clear();
    }
  }
}
