package org.bandung.exchange.files;

/// Foreign text made fit for a terminal or a report.
public final class Printable {

  private Printable() {}

  /// Whole characters without NUL, as the database keeps them; what is none becomes U+FFFD.
  public static String storable(String text) {
    boolean storable = true;
    for (int i = 0; i < text.length() && storable; i++) {
      char c = text.charAt(i);
      storable = c != 0 && !Character.isSurrogate(c);
    }
    return storable ? text : text.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
  }

  /// Without control characters and direction marks, and not too long.
  public static String of(String text, int longest) {
    var shown = text.length() > longest ? text.substring(0, longest) + "…" : text;
    return shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFE\uFFFF]", "\uFFFD");
  }
}
