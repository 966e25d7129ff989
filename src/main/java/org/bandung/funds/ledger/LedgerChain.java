package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How transactions of a book are bound to each other, and accounts to their entries.
///
/// `hash(n) = SHA-256(everything of transaction n, each part as length and UTF-8, among it hash(n -
/// 1) and, for each entry, the hash of its account)`; the first is bound to 32 zero bytes.
final class LedgerChain {

  static final String BEGINNING = "0".repeat(64);

  private LedgerChain() {}

  static LedgerTransaction next(
      long number, Instant at, Posting posting, String previous, List<String> accounts) {
    var hash = hash(number, at, posting, previous, accounts);
    return new LedgerTransaction(number, at, posting, previous, hash);
  }

  /// @param accounts the hash of the account of each entry
  static String hash(
      long number, Instant at, Posting posting, String previous, List<String> accounts) {
    var digest = sha256();
    put(digest, previous);
    put(digest, posting.book());
    put(digest, Long.toString(number));
    put(digest, at.toString());
    put(digest, posting.key());
    put(digest, posting.day().toString());
    put(digest, posting.cause().by());
    put(digest, posting.cause().reason());
    put(digest, posting.cause().reference());
    nature(digest, posting.nature());
    put(digest, Integer.toString(accounts.size()));
    for (int i = 0; i < accounts.size(); i++) {
      put(digest, accounts.get(i));
      put(digest, posting.entries().get(i).amount().amount().toPlainString());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void nature(MessageDigest digest, Posting.Nature nature) {
    put(digest, nature.code());
    switch (nature) {
      case Posting.Nature.Ordinary ordinary -> {}
      case Posting.Nature.Closing closing -> {}
      case Posting.Nature.Opening(var source) -> put(digest, source);
      case Posting.Nature.Reversal(var reversed) -> put(digest, Long.toString(reversed));
      case Posting.Nature.Exchange(var rate) -> {
        put(digest, rate.from().getCurrencyCode());
        put(digest, rate.to().getCurrencyCode());
        put(digest, rate.perUnit().toPlainString());
        put(digest, rate.source());
        put(digest, rate.day().toString());
      }
    }
  }

  /// What binds an account: all of it but its number in this database.
  static String hash(
      AccountName name, boolean memorandum, boolean debit, @Nullable BigDecimal floor) {
    var digest = sha256();
    put(digest, name.book());
    put(digest, name.kind());
    put(digest, name.currency().getCurrencyCode());
    put(digest, name.scope().window());
    put(digest, name.scope().contributor());
    put(digest, name.scope().proposal());
    put(digest, name.scope().partner());
    put(digest, memorandum ? "memorandum" : "money");
    put(digest, debit ? "debit" : "credit");
    put(digest, floor == null ? null : new Money(floor, name.currency()).amount().toPlainString());
    return HexFormat.of().formatHex(digest.digest());
  }

  /// A text with its length before it, so that no two lists of texts look alike; -1 for none.
  private static void put(MessageDigest digest, @Nullable String text) {
    var bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    var length = (text == null ? -1 : bytes.length) + ":";
    digest.update(length.getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
