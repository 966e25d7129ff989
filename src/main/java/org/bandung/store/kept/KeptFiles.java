package org.bandung.store.kept;

import java.nio.file.Path;
import java.util.List;

/// Files beside the database that belong to a backup of it. Their names are never given twice, so
/// that files of two states can lie beside each other.
public interface KeptFiles {

  /// What they are called together: small letters.
  String name();

  Path folder();

  /// Which of them the state of the database speaks of, below the folder, with slashes.
  List<String> current();

  /// Whether this is a name of such a file; what a backup holds under any other is never written.
  boolean isName(String path);

  /// Keeps all of them in place until it is closed; new ones may come.
  Hold hold();

  /// Keeps everybody else from writing until it is closed, while another state is brought back.
  ///
  /// @throws org.bandung.store.StoreException if somebody is writing
  Taking take();

  /// The right to bring files and what the database says of them back.
  interface Taking extends Hold {
    /// Whether the files may lie where they do, asked before the state of the database counts.
    ///
    /// @throws org.bandung.store.StoreException if they may not; nothing is brought back then
    void confirm();
  }

  /// The right to rely on the files.
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
