package org.bandung.registry.joint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// Collects what cannot be taken; never stops at the first.
final class Faults {

  static final int TITLE = 300;
  static final int LONGEST = 20_000;
  static final int SHORT = 2_000;

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,60}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST_LANGUAGES = 20;
  private static final int DIGITS = 25;
  private static final int DECIMALS = 6;

  private final List<Note> notes = new ArrayList<>();

  List<Note> all() {
    return List.copyOf(notes);
  }

  void add(String code, String path, String... arguments) {
    notes.add(new Note(0, "", Note.Severity.REFUSED, code, path, List.of(arguments)));
  }

  void require(boolean fine, String code, String path) {
    if (!fine) {
      add(code, path);
    }
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

  /// A text in some languages, or in none.
  void texts(String path, LocalizedText text, int longest) {
    count(path, text.byLanguage().size(), MOST_LANGUAGES);
    text.byLanguage()
        .forEach((language, words) -> {
          if (!LANGUAGE.matcher(language).matches()) {
            add("bandung.language", path);
          }
          text(path, words, longest);
        });
  }

  /// A text in at least one language.
  void someText(String path, LocalizedText text, int longest) {
    if (text.isEmpty()) {
      add("bandung.text-missing", path);
    }
    texts(path, text, longest);
  }

  void count(String path, long count, int most) {
    if (count > most) {
      add("bandung.too-many", path, String.valueOf(most));
    }
  }

  void code(String path, @Nullable String code) {
    if (code != null && !CODE.matcher(code).matches()) {
      add("bandung.code", path);
    }
  }

  void sha256(String path, @Nullable String digits) {
    if (digits != null && !SHA256.matcher(digits).matches()) {
      add("bandung.sha256", path);
    }
  }

  void amount(String path, @Nullable ReportedAmount amount) {
    if (amount == null) {
      return;
    }
    number(path, amount.value());
    if (amount.currency() != null && !CURRENCY.matcher(amount.currency()).matches()) {
      add("bandung.currency", path);
    }
  }

  /// A figure that is no less than nothing and may be added up without filling the memory.
  void number(String path, @Nullable BigDecimal number) {
    if (number != null
        && (number.signum() < 0
            || number.precision() > DIGITS
            || number.scale() > DECIMALS
            || number.scale() < -DIGITS)) {
      add("bandung.number", path);
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
}
