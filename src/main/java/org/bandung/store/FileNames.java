package org.bandung.store;

import java.util.Locale;

/// Names of files as callers give them, made fit to be shown and saved.
final class FileNames {

  private static final int LONGEST = 120;

  private FileNames() {}

  /// The name without path, control characters and marks that turn the direction of writing, with
  /// an ending that fits what the file is: a name decides what a machine does with a file.
  static String harmless(String given, FileType type) {
    var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var clean = new StringBuilder();
    name.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(FileNames::shows)
        .forEach(clean::appendCodePoint);
    var shown = clean.toString().replaceAll(" {2,}", " ").strip();
    var ending = "";
    for (var known : type.endings()) {
      if (shown.toLowerCase(Locale.ROOT).endsWith(known)) {
        ending = known;
      }
    }
    var stem = shown.substring(0, shown.length() - ending.length());
    stem = stem.replaceFirst("^[. ]+", "").strip();
    var last = ending.isEmpty() ? type.endings().getFirst() : ending;
    return shortened(stem.isEmpty() ? "file" : stem, LONGEST - last.length()) + last;
  }

  private static boolean shows(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> "\"<>:|?*".indexOf(c) < 0;
    };
  }

  private static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end).strip();
  }
}
