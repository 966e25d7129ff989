package org.bandung.exchange.files;

/// Foreign text made fit for a terminal or a report.
public final class Printable {

  private Printable() {}

  /// Without control characters and direction marks, and not too long.
  public static String of(String text, int longest) {
    var shown = text.length() > longest ? text.substring(0, longest) + "…" : text;
    return shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
  }
}
