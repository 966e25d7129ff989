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

  /// What the public is told of an input: a file without the folders of this machine, an address
  /// without a key, which may stand before the host or in the query.
  public static String published(String input) {
    if (input.matches("(?is)https?://.*")) {
      return input.replaceFirst("(?s)[?#].*$", "").replaceFirst("//[^/@]*@", "//");
    }
    int inner = input.indexOf("!/");
    var file = (inner < 0 ? input : input.substring(0, inner)).replaceFirst("[/\\\\]+$", "");
    var name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return inner < 0 ? name : name + input.substring(inner);
  }
}
