package org.bandung.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How lines of the audit log are bound to each other.
///
/// `hash(n) = SHA-256(fields of line n, each as length and UTF-8, among them hash(n - 1))`; the
/// first line is bound to 32 zero bytes.
final class AuditChain {

  static final String BEGINNING = "0".repeat(64);

  private AuditChain() {}

  static AuditLine next(@Nullable AuditLine last, Instant at, Audit.Deed deed) {
    long number = last == null ? 1 : last.number() + 1;
    var previous = last == null ? BEGINNING : last.hash();
    return new AuditLine(number, at, deed, previous, hash(number, at, deed, previous));
  }

  static String hash(long number, Instant at, Audit.Deed deed, String previous) {
    var digest = sha256();
    put(digest, previous);
    put(digest, Long.toString(number));
    put(digest, at.toString());
    put(digest, deed.account());
    put(digest, deed.body());
    put(digest, deed.action());
    put(digest, deed.object());
    deed.detail()
        .forEach((name, value) -> {
          put(digest, name);
          put(digest, value);
        });
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

  /// Goes through the lines in their order.
  static final class Check {

    private final Optional<String> kept;
    private @Nullable AuditLine last;
    private long broken;
    private boolean met;

    Check(Optional<String> kept) {
      this.kept = kept;
      this.met = kept.isEmpty() || kept.get().equals(BEGINNING);
    }

    void take(AuditLine line) {
      if (broken > 0) {
        return;
      }
      if (!line.equals(next(last, line.at(), line.deed()))) {
        broken = last == null ? 1 : last.number() + 1;
        return;
      }
      met |= kept.isPresent() && kept.get().equals(line.hash());
      last = line;
    }

    Audit.Verdict verdict() {
      if (broken > 0) {
        return new Audit.Verdict.Broken(broken);
      }
      long lines = last == null ? 0 : last.number();
      if (!met) {
        return new Audit.Verdict.Shortened(lines, kept.orElseThrow());
      }
      return new Audit.Verdict.Intact(lines, last == null ? BEGINNING : last.hash());
    }
  }
}
