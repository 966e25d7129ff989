package org.bandung.reference.money;

/// What became of the rows of one file.
///
/// @param known the same file was imported before, so that nothing was changed
public record Received(int created, int updated, int unchanged, boolean known) {

  /// Rows that were new or different.
  int written() {
    return created + updated;
  }
}
