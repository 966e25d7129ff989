package org.bandung.consultation;

import java.util.List;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What is put before the parties, whole: a version is never a patch of another.
///
/// @param text in one or more languages
/// @param prevailing the language that decides where the texts differ; null: all are of equal
///   authority
public record Proposal(
    Effect effect,
    LocalizedText title,
    LocalizedText text,
    @Nullable String prevailing,
    Terms terms,
    List<Annex> annexes) {

  public Proposal {
    annexes = List.copyOf(annexes);
  }

  /// A file that belongs to the text.
  ///
  /// @param sha256 of its bytes, in hexadecimal digits
  public record Annex(String name, String sha256, long bytes) {}

  /// The languages whose text has authority.
  public Set<String> authoritative() {
    return prevailing == null ? text.byLanguage().keySet() : Set.of(prevailing);
  }
}
