package org.bandung.access.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.keygen.KeyGenerators;

/// The keys with which this node seals secrets (AES-256-GCM), in a file of the home, one a line:
/// the one with the highest version seals, all of them open. What is sealed says with which
/// version.
///
/// A first line of two words without a version is a key of the first kind, whose seals say nothing.
/// The file is replaced as a whole or not at all, and read anew once it has changed: another
/// process may have changed the key.
public final class KeyFile {

  /// Begins whatever is sealed with a versioned key, before the two bytes of its version.
  private static final byte VERSIONED = (byte) 0xba;

  private static final int HEAD = 3;
  private static final int BYTES = 32;
  private static final int IV_BYTES = 16;
  private static final int LAST_VERSION = 0xffff;

  private final Path file;
  private Keys keys;

  private KeyFile(Path file, Keys keys) {
    this.file = file;
    this.keys = keys;
  }

  /// @param changed when the file was written, as far as the file system tells
  private record Keys(NavigableMap<Integer, String> lines, FileTime changed, long size) {}

  /// The keys in a file, which is made with a first one if there is none.
  public static KeyFile of(Path file) {
    try {
      if (!Files.exists(file)) {
        write(file, line(1), false);
      }
      return new KeyFile(file, read(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UncheckedIOException unreadable(Path file, IOException e) {
    return new UncheckedIOException("The key " + file + " cannot be read.", e);
  }

  private static String line(int version) {
    var fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    return "v" + version + ":" + HexFormat.of().formatHex(fresh);
  }

  private static Keys read(Path file) throws IOException {
    var changed = Files.getLastModifiedTime(file);
    var text = Files.readString(file, StandardCharsets.US_ASCII);
    var lines = new TreeMap<Integer, String>();
    for (var line : text.strip().split("\\R")) {
      if (line.matches("[0-9a-f]{64}:[0-9a-f]{64}")) {
        lines.put(0, line);
      } else if (line.matches("v[0-9]{1,5}:[0-9a-f]{64}")) {
        lines.put(Integer.parseInt(line.substring(1, line.indexOf(':'))), line);
      } else {
        throw new IllegalStateException("The key " + file + " is damaged.");
      }
    }
    return new Keys(lines, changed, text.length());
  }

  private static void write(Path file, String text, boolean replace) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var draft =
        Files.createTempFile(
            folder,
            "access",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        channel.force(true); // before anything is sealed with it
      }
      if (replace) {
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.createLink(file, draft); // whole or not at all, and never over another's
      }
    } catch (FileAlreadyExistsException e) {
      // another process was first: its key holds
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private synchronized Keys current() {
    try {
      if (!Files.getLastModifiedTime(file).equals(keys.changed())
          || Files.size(file) != keys.size()) {
        keys = read(file);
      }
      return keys;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static BytesEncryptor encryptor(String line) {
    int colon = line.indexOf(':');
    if (line.startsWith("v")) {
      var key = new SecretKeySpec(HexFormat.of().parseHex(line.substring(colon + 1)), "AES");
      return new AesBytesEncryptor(
          key, KeyGenerators.secureRandom(IV_BYTES), AesBytesEncryptor.CipherAlgorithm.GCM);
    }
    return Encryptors.stronger(line.substring(0, colon), line.substring(colon + 1));
  }

  /// Seals with the newest key.
  public byte[] sealed(byte[] secret) {
    var newest = current().lines().lastEntry();
    var sealed = encryptor(newest.getValue()).encrypt(secret);
    return newest.getKey() == 0
        ? sealed
        : ByteBuffer.allocate(HEAD + sealed.length)
            .put(VERSIONED)
            .putShort((short) (int) newest.getKey())
            .put(sealed)
            .array();
  }

  /// What was sealed with any of the keys; empty if it was none of them.
  public Optional<byte[]> opened(byte[] sealed) {
    var lines = current().lines();
    if (sealed.length > HEAD && sealed[0] == VERSIONED) {
      var line = lines.get(ByteBuffer.wrap(sealed, 1, 2).getShort() & LAST_VERSION);
      var opened =
          line == null
              ? Optional.<byte[]>empty()
              : opened(line, Arrays.copyOfRange(sealed, HEAD, sealed.length));
      if (opened.isPresent()) {
        return opened;
      }
    }
    // A seal of the first kind may begin with any byte.
    return Optional.ofNullable(lines.get(0)).flatMap(line -> opened(line, sealed));
  }

  private static Optional<byte[]> opened(String line, byte[] sealed) {
    try {
      return Optional.of(encryptor(line).decrypt(sealed));
    } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /// The version that seals now.
  public int version() {
    return current().lines().lastKey();
  }

  /// Adds a key, which seals from now on; what was sealed before still opens.
  ///
  /// @return its version
  public synchronized int begin() {
    int next = version() + 1;
    if (next > LAST_VERSION) {
      throw new IllegalStateException("The key " + file + " was changed too often.");
    }
    var lines = new TreeMap<>(current().lines());
    lines.put(next, line(next));
    replace(lines);
    return next;
  }

  /// Forgets the keys of earlier versions: what is still sealed with them opens no more.
  public synchronized void forgetBefore(int version) {
    replace(new TreeMap<>(current().lines().tailMap(version, true)));
  }

  private void replace(NavigableMap<Integer, String> lines) {
    try {
      write(file, lines.values().stream().collect(Collectors.joining("\n", "", "\n")), true);
      keys = read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + file + " cannot be written.", e);
    }
  }
}
