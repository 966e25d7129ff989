package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// What names, texts and amounts in a ledger may look like.
final class LedgerText {

  /// The largest amount of one entry, and the largest sum of debits of a transaction.
  static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

  static final int MOST_ENTRIES = 1_000;
  private static final int LONGEST_SCOPE = 100;
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_TEXT = 2_000;

  private static final Pattern BOOK = Pattern.compile("[a-z][a-z-]{0,19}:[\\p{Alnum}._:/-]{1,120}");

  private LedgerText() {}

  static String book(String id) {
    if (!BOOK.matcher(id).matches()) {
      throw new IllegalArgumentException("no name of a book: \"" + id + "\"");
    }
    return id;
  }

  /// What an account is kept for, up to 100 characters (four of them fit into a key of the
  /// database); it may be empty.
  static String scope(String text) {
    return checked(text, LONGEST_SCOPE);
  }

  /// A name of up to 200 characters; it may be empty.
  static String name(String text) {
    return checked(text, LONGEST_KEY);
  }

  static String key(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a key is missing");
    }
    return checked(text, LONGEST_KEY);
  }

  static String text(String text) {
    return checked(text, LONGEST_TEXT);
  }

  static String required(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a text is missing");
    }
    return text(text);
  }

  /// Kept is what a database can keep and a hash can be made of: no control characters but line
  /// ends and tabs, no halves of characters.
  private static String checked(String text, int longest) {
    if (text.length() > longest) {
      throw new IllegalArgumentException("a text is longer than " + longest + " characters");
    }
    boolean odd =
        text.codePoints()
            .anyMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0 || isHalf(c));
    if (odd) {
      throw new IllegalArgumentException("a text has control characters or halves of characters");
    }
    return text;
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  static Money inBounds(Money money) {
    if (money.amount().abs().compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException("an amount is beyond 10^15: " + money);
    }
    return money;
  }
}
