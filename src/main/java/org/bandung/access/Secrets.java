package org.bandung.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;

/// Chance, hashes and the seal of this node.
///
/// The key of the seal is a file in the home, not in the database: who steals a backup has no
/// seeds.
final class Secrets {

  private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);

  static final String KEY_FILE = "access.key";

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final BytesEncryptor seal;

  private Secrets(BytesEncryptor seal) {
    this.seal = seal;
  }

  /// The seal of this home, made when it is first needed.
  static Secrets of(Path home) {
    var file = home.resolve(KEY_FILE);
    try {
      if (!Files.exists(file)) {
        write(file);
      }
      var parts = Files.readString(file, StandardCharsets.US_ASCII).strip().split(":", -1);
      if (parts.length != 2) {
        throw new IllegalStateException("The key " + file + " is damaged.");
      }
      return new Secrets(Encryptors.stronger(parts[0], parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + file + " cannot be read.", e);
    }
  }

  private static void write(Path file) throws IOException {
    var fresh = new byte[2 * BYTES];
    new SecureRandom().nextBytes(fresh);
    var hex = HexFormat.of();
    var text = hex.formatHex(fresh, 0, BYTES) + ":" + hex.formatHex(fresh, BYTES, 2 * BYTES);
    Files.createDirectories(file.toAbsolutePath().getParent());
    var draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "access",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, text, StandardCharsets.US_ASCII);
      Files.createLink(file, draft); // whole or not at all, and never over another's
    } catch (FileAlreadyExistsException e) {
      // another process was first: its key holds
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  byte[] sealed(byte[] secret) {
    return seal.encrypt(secret);
  }

  /// What was sealed here; empty where the key is another, as in a restored home without its own.
  Optional<byte[]> opened(byte[] sealed) {
    try {
      return Optional.of(seal.decrypt(sealed));
    } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
      LOG.warn("A secret does not open: {} is not the key it was sealed with.", KEY_FILE);
      return Optional.empty();
    }
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
