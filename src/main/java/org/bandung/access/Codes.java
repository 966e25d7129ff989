package org.bandung.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Six-digit codes that change every half minute.
///
/// `code(t) = HOTP(seed, ⌊t / 30 s⌋)`, SHA-1 and six digits as every authenticator has them; one
/// step early or late is let through, and a step holds once.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
final class Codes {

  static final int SEED_BYTES = 20;

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Codes() {}

  /// The step whose code this is, if it is one that may still be used.
  ///
  /// @param lastStep the step that was used last; that and earlier ones hold no more
  static OptionalLong step(byte[] seed, String given, Instant now, long lastStep) {
    var digits = given.strip().replace(" ", "");
    if (!digits.matches("[0-9]{6}")) {
      return OptionalLong.empty();
    }
    long present = now.getEpochSecond() / STEP.toSeconds();
    for (long step = present - 1; step <= present + 1; step++) {
      if (step > lastStep && equal(code(seed, step), digits)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /// The code of a moment.
  static String code(byte[] seed, Instant now) {
    return code(seed, now.getEpochSecond() / STEP.toSeconds());
  }

  private static String code(byte[] seed, long step) {
    var codes = new TimeBasedOneTimePasswordGenerator(STEP);
    try {
      return codes.generateOneTimePasswordString(
          new SecretKeySpec(seed, codes.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the seed of the codes is no key", e);
    }
  }

  private static boolean equal(String code, String given) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
  }

  /// The seed as authenticators take it typed.
  static String typed(byte[] seed) {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : seed) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        text.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
        bits -= 5;
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /// The address an authenticator reads from a picture.
  static String address(byte[] seed, String email, String node) {
    return "otpauth://totp/"
        + escaped(node + ":" + email)
        + "?secret="
        + typed(seed)
        + "&issuer="
        + escaped(node);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
