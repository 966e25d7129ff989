package org.bandung.consultation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// Collects what cannot be taken; never stops at the first.
final class Faults {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST_LANGUAGES = 20;
  private static final int DIGITS = 30;

  private final List<Note> notes = new ArrayList<>();

  List<Note> all() {
    return List.copyOf(notes);
  }

  void add(String code, String path, String... arguments) {
    notes.add(new Note(0, "", Note.Severity.REFUSED, code, path, List.of(arguments)));
  }

  /// A text that must say something and that every store and language can hold.
  void text(String path, String text, int longest) {
    if (text.isBlank()) {
      add("bandung.text-missing", path);
    } else if (text.length() > longest) {
      add("bandung.text-too-long", path, String.valueOf(longest));
    } else if (!storable(text)) {
      add("bandung.text-characters", path);
    }
  }

  void text(String path, @Nullable String text) {
    if (text != null) {
      text(path, text, RemarkFaults.LONGEST);
    }
  }

  /// A text in some languages; where it says nothing in any, that is the caller's to judge.
  void text(String path, LocalizedText text, int longest) {
    count(path, text.byLanguage().size(), MOST_LANGUAGES);
    text.byLanguage()
        .forEach((language, words) -> {
          if (!LANGUAGE.matcher(language).matches()) {
            add("bandung.language", path, shortened(language));
          }
          text(path + "/" + shortened(language), words, longest);
        });
  }

  void count(String path, long count, int most) {
    if (count > most) {
      add("bandung.too-many", path, String.valueOf(most));
    }
  }

  void sha256(String path, String digits) {
    if (!SHA256.matcher(digits).matches()) {
      add("bandung.sha256", path);
    }
  }

  /// A figure that may be added up without filling the memory.
  void number(String path, BigDecimal number) {
    if (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS) {
      add("bandung.number", path);
    }
  }

  void currency(String path, @Nullable String currency) {
    if (currency != null && !CURRENCY.matcher(currency).matches()) {
      add("bandung.currency", path, shortened(currency));
    }
  }

  /// No control characters but line breaks and tabs, and no half characters.
  private static boolean storable(String text) {
    return text.codePoints()
        .noneMatch(c ->
            (c < ' ' && c != '\n' && c != '\r' && c != '\t')
                || c == 0x7f
                || (c >= 0xd800 && c <= 0xdfff));
  }

  static String shortened(String text) {
    var clean = text.replaceAll("[^\\p{Alnum}-]", "?");
    return clean.length() > 20 ? clean.substring(0, 20) : clean;
  }
}
