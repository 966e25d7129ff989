package org.bandung;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collection;
import java.util.Set;

/// Whether others on this machine could read the secrets of a node or put theirs in their place.
/// Where the file system knows no such rights, nothing is asked.
final class HomeRights {

  private static final Set<PosixFilePermission> READ_BY_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
  private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private HomeRights() {}

  /// @param keys of the configuration file
  /// @throws Settings.Mistake if everybody may write in the home, if others may write the
  ///   configuration, or read it although it holds a secret
  static void require(Path home, Path file, Collection<String> keys) {
    if (has(home, Set.of(PosixFilePermission.OTHERS_WRITE))) {
      throw new Settings.Mistake(
          "Everybody on this machine may write in the home "
              + home
              + ", where the keys of this node lie. Take that right away: chmod o-w "
              + home);
    }
    boolean secret = keys.stream().anyMatch(k -> k.endsWith(".password") || k.endsWith(".secret"));
    if (has(file, WRITTEN_BY_OTHERS) || secret && has(file, READ_BY_OTHERS)) {
      throw new Settings.Mistake(
          "The configuration "
              + file
              + (secret ? " holds a password or secret, and others" : ": others")
              + " on this machine may "
              + (has(file, WRITTEN_BY_OTHERS) ? "write" : "read")
              + " it. Let only its owner do so: chmod 600 "
              + file);
    }
  }

  private static boolean has(Path path, Set<PosixFilePermission> rights) {
    try {
      var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
      return view != null
          && Files.exists(path)
          && view.readAttributes().permissions().stream().anyMatch(rights::contains);
    } catch (IOException e) {
      throw new Settings.Mistake("The rights of " + path + " cannot be read: " + e.getMessage());
    }
  }
}
