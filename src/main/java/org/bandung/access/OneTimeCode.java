package org.bandung.access;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What an authenticator shows for a seed: for demonstrations on a machine without a telephone.
public final class OneTimeCode {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OneTimeCode() {}

  /// The code of this half minute.
  ///
  /// @param typed the seed as authenticators take it typed
  /// @return empty if that is no seed
  public static Optional<String> now(String typed) {
    return at(typed, Instant.now());
  }

  static Optional<String> at(String typed, Instant now) {
    var letters = typed.replace(" ", "").toUpperCase(Locale.ROOT);
    if (!letters.matches("[A-Z2-7]{32}")) {
      return Optional.empty();
    }
    var seed = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (char letter : letters.toCharArray()) {
      buffer = (buffer << 5) | BASE32.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        seed.write(buffer >> bits);
      }
    }
    return Optional.of(Codes.code(seed.toByteArray(), now));
  }
}
