package org.bandung.exchange;

import org.bandung.kernel.Note;

/// Hears how far an import has come, a few times a second and after each file.
public interface ImportProgress {

  /// Nobody listens.
  ImportProgress SILENT = step -> {};

  void at(Step step);

  /// A file is done; called in the order of the input.
  default void fileDone(ImportSummary.File file) {}

  /// A record is refused; called in the order of the input.
  ///
  /// @param why with its line in the file
  default void refused(String file, Note why) {}

  /// How far it has come.
  ///
  /// @param bytesDone as they come from disk or network, packed files as packed
  /// @param bytesTotal 0 while it is not known
  record Step(String file, long bytesDone, long bytesTotal, long records, double seconds) {}
}
