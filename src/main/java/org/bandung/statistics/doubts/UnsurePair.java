package org.bandung.statistics.doubts;

/// Two initiatives that may be one.
///
/// @param left id of an initiative
/// @param origin who says so
public record UnsurePair(String left, String right, Origin origin) {

  /// Where the doubt comes from.
  public enum Origin {
    /// People looked and could not tell.
    UNDECIDED,
    /// The program proposes it and nobody has decided.
    PROPOSED;

    /// The word for it in bundles and tables.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
