package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;

/// What is to be posted as one transaction.
///
/// @param key of the sender's choice, once for each deed and book: sent again, it is not posted
///   again
/// @param day value date, from 1900 to 2199; of a closing the last day that is closed
/// @param entries 2 to 1,000 of the same book; none for a closing
public record Posting(
    String book, String key, LocalDate day, Cause cause, Nature nature, List<Entry> entries) {

  public Posting {
    LedgerText.book(book);
    LedgerText.key(key);
    if (day.getYear() < 1900 || day.getYear() > 2199) {
      throw new IllegalArgumentException("a day of another age: " + day);
    }
    entries = List.copyOf(entries);
    if (nature instanceof Nature.Closing != entries.isEmpty()
        || entries.size() == 1
        || entries.size() > LedgerText.MOST_ENTRIES) {
      throw new IllegalArgumentException(entries.size() + " entries: 2 to 1,000 are possible");
    }
    var debits = new LinkedHashMap<Currency, BigDecimal>();
    for (var entry : entries) {
      if (!entry.account().book().equals(book)) {
        throw new IllegalArgumentException("an entry of another book: " + entry.account().book());
      }
      var sum =
          debits.merge(
              entry.amount().currency(),
              entry.amount().amount().max(BigDecimal.ZERO),
              BigDecimal::add);
      if (sum.compareTo(LedgerText.LARGEST) > 0) {
        throw new IllegalArgumentException("a sum is beyond 10^15");
      }
    }
  }

  /// Why it is posted.
  ///
  /// @param by account of whoever did it, or `system`
  /// @param reason in words; up to 2,000 characters, may be empty
  /// @param reference what caused it, an id such as `netting:2026-1`, or of a bank; may be empty
  public record Cause(String by, String reason, String reference) {
    public Cause {
      LedgerText.key(by);
      LedgerText.text(reason);
      LedgerText.name(reference);
    }
  }

  /// What kind of a transaction it is.
  public sealed interface Nature {

    /// Its word, such as `reversal`.
    default String code() {
      return switch (this) {
        case Ordinary ordinary -> "ordinary";
        case Opening opening -> "opening";
        case Exchange exchange -> "exchange";
        case Reversal reversal -> "reversal";
        case Closing closing -> "closing";
      };
    }

    /// One like most.
    record Ordinary() implements Nature {}

    /// Balances that a fund brings along from elsewhere.
    ///
    /// @param source what they are taken from, such as the statement of a bank
    record Opening(String source) implements Nature {
      public Opening {
        LedgerText.required(source);
      }
    }

    /// Money that changed its currency, or was worth another sum.
    record Exchange(Rate rate) implements Nature {}

    /// Takes a transaction back.
    ///
    /// @param number of the transaction
    record Reversal(long number) implements Nature {}

    /// After it nothing is posted on its day or before.
    record Closing() implements Nature {}
  }

  /// One like most.
  public static Posting of(
      String book, String key, LocalDate day, Cause cause, List<Entry> entries) {
    return new Posting(book, key, day, cause, new Nature.Ordinary(), entries);
  }
}
