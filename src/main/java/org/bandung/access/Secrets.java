package org.bandung.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.bandung.access.guard.KeyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chance, hashes and the seal of this node.
///
/// The key of the seal is a file in the home, not in the database: who steals a backup has no
/// seeds.
final class Secrets {

  private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);

  static final String KEY_FILE = "access.key";

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final KeyFile keys;

  private Secrets(KeyFile keys) {
    this.keys = keys;
  }

  /// The seal of this home, made when it is first needed.
  static Secrets of(Path home) {
    return new Secrets(KeyFile.of(home.resolve(KEY_FILE)));
  }

  byte[] sealed(byte[] secret) {
    return keys.sealed(secret);
  }

  /// What was sealed here; empty where the key is another, as in a restored home without its own.
  Optional<byte[]> opened(byte[] sealed) {
    var opened = keys.opened(sealed);
    if (opened.isEmpty()) {
      LOG.warn("A secret does not open: {} is not the key it was sealed with.", KEY_FILE);
    }
    return opened;
  }

  byte[] chance(int bytes) {
    var chance = new byte[bytes];
    random.nextBytes(chance);
    return chance;
  }

  /// A word nobody can guess (256 bits), fit for an address.
  String word() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(chance(BYTES));
  }

  /// What is kept of such a word. It has no need of salt or slowness: nobody can try all of them.
  static byte[] hash(String word) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
