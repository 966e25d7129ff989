package org.bandung.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks the PostgreSQL programs that the build brings along.
final class PostgresBinaries {

  private PostgresBinaries() {}

  /// The folder that holds `bin/postgres`, unpacked below `parent` if it is not there yet.
  static Path unpack(Path parent) throws IOException {
    var target = parent.resolve("programs");
    if (Files.isExecutable(target.resolve("bin/postgres"))) {
      return target;
    }
    Files.createDirectories(parent);
    var fresh = Files.createTempDirectory(parent, "programs-");
    try (var packed = open();
        var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        extract(tar, entry, fresh);
      }
    }
    try {
      Files.move(fresh, target);
    } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
      deleteTree(fresh); // another process was faster
    }
    return target;
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    var path = root.resolve(entry.getName()).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("unexpected path in the PostgreSQL archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent() == null ? root : path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & 0100) != 0
        && Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  private static InputStream open() throws IOException {
    var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    var system = os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux";
    var processor = arch.contains("aarch64") ? "arm_64" : "x86_64";
    var name = "/postgres-" + system + "-" + processor + ".txz";
    var stream = PostgresBinaries.class.getResourceAsStream(name);
    if (stream == null) {
      throw new StoreException(
          "This build brings no PostgreSQL for "
              + system
              + " on "
              + processor
              + ". Set BANDUNG_DATABASE_URL to a PostgreSQL 15 or newer.");
    }
    return stream;
  }

  static void deleteTree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
