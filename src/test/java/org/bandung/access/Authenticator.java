package org.bandung.access;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/// What a person's telephone does: it holds the seed she typed into it and shows codes.
public final class Authenticator {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] seed;

  /// @param typed the seed as a page shows it
  public Authenticator(String typed) {
    var bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (char letter : typed.strip().toCharArray()) {
      buffer = (buffer << 5) | BASE32.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bytes.write(buffer >> (bits - 8));
        bits -= 8;
      }
    }
    seed = bytes.toByteArray();
  }

  /// The code of now.
  public String code() {
    return Codes.code(seed, Instant.now());
  }

  /// The code of the next half minute, which a node takes already.
  public String nextCode() {
    return Codes.code(seed, Instant.now().plusSeconds(30));
  }
}
