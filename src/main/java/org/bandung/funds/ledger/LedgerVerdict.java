package org.bandung.funds.ledger;

import java.util.List;

/// What a check of ledgers found.
///
/// @param heads where each book ends
/// @param entries how many were read
/// @param anchors how many heads of chains the log of deeds holds
/// @param findings what is not as it was written; at most a hundred
public record LedgerVerdict(List<Head> heads, long entries, long anchors, List<Finding> findings) {

  static final int MOST = 100;

  public LedgerVerdict {
    heads = List.copyOf(heads);
    findings = List.copyOf(findings);
  }

  /// Whether everything is as it was written.
  public boolean isIntact() {
    return findings.isEmpty();
  }

  /// Where a book ends.
  ///
  /// @param number of its last transaction
  /// @param hash of it, to be kept elsewhere: only with it can be seen that what came after the
  ///   last anchor was cut off
  public record Head(String book, long number, String hash) {}

  /// What is not as it was written.
  ///
  /// @param book empty where it is not of one book
  /// @param number of the transaction, account or line of the log of deeds
  public record Finding(String book, long number, Fault fault) {}

  /// What can be wrong.
  public enum Fault {
    /// A transaction or one of its entries is not what was posted.
    CHANGED,
    /// Transactions are missing before this one.
    MISSING_BEFORE,
    /// It was not written after the one before.
    NOT_FOLLOWING,
    /// It has entries too many or too few.
    ENTRIES,
    /// An entry belongs to no transaction.
    STRAY_ENTRY,
    /// It does not sum to zero.
    UNBALANCED,
    /// Its day was closed when it was posted.
    IN_CLOSED_PERIOD,
    /// The account is not what was opened.
    ACCOUNT_CHANGED,
    /// A sum of a block is not the sum of its entries; balances may be wrong until they are made
    /// anew.
    SUM_DIFFERS,
    /// The log of deeds knows of a transaction that is not there.
    REMOVED,
    /// The log of deeds knows it with another hash.
    REWRITTEN,
    /// The log of deeds is not whole.
    LOG_BROKEN,
    /// The log of deeds lacks anchors that were written, or has some that were not.
    ANCHORS_DIFFER,
    /// The hash that was kept elsewhere is nowhere.
    HEAD_MISSING
  }
}
