package org.bandung.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Opaque ids that stay the same for ever: the beginning of a SHA-256 over what names the thing.
public final class StableId {

  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int LENGTH = 16;

  private StableId() {}

  /// Sixteen letters and digits (80 bits, Crockford base 32) from the parts, in their order.
  public static String of(String... parts) {
    var digest = sha256();
    for (var part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return base32(digest.digest());
  }

  /// Whether a text has the form of such an id.
  public static boolean isWellFormed(String text) {
    return text.length() == LENGTH
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  }

  private static String base32(byte[] bytes) {
    var text = new StringBuilder(LENGTH);
    int buffer = 0;
    int bits = 0;
    for (int i = 0; text.length() < LENGTH; ) {
      if (bits < 5) {
        buffer = (buffer << 8) | (bytes[i++] & 0xff);
        bits += 8;
      }
      text.append(ALPHABET[(buffer >> (bits - 5)) & 31]);
      bits -= 5;
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
