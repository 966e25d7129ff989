package org.bandung.exchange;

/// Hears how far an import has come, a few times a second and after each file.
public interface ImportProgress {

  /// Nobody listens.
  ImportProgress SILENT = step -> {};

  void at(Step step);

  /// A file is done; called in the order of the input.
  default void fileDone(ImportSummary.File file) {}

  /// How far it has come.
  ///
  /// @param bytesDone as they come from disk or network, packed files as packed
  /// @param bytesTotal 0 while it is not known
  record Step(String file, long bytesDone, long bytesTotal, long records, double seconds) {}
}
