package org.bandung.kernel;

/// A country or area by its ISO 3166-1 alpha-3 code (user-assigned codes included), such as `KEN`.
///
/// The form is checked here; whether the code is known is the question of `reference`.
public record CountryCode(String alpha3) implements Comparable<CountryCode> {

  public CountryCode {
    if (!isWellFormed(alpha3)) {
      throw new IllegalArgumentException("not an ISO 3166-1 alpha-3 code: " + alpha3);
    }
  }

  /// Whether the text has the form of an alpha-3 code: three capital letters A to Z.
  public static boolean isWellFormed(String text) {
    return text.length() == 3
        && isCapital(text.charAt(0))
        && isCapital(text.charAt(1))
        && isCapital(text.charAt(2));
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  @Override
  public int compareTo(CountryCode other) {
    return alpha3.compareTo(other.alpha3);
  }

  @Override
  public String toString() {
    return alpha3;
  }
}
