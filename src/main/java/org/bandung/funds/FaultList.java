package org.bandung.funds;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;

/// What cannot be taken of something that was handed in, each with its place; never stops at the
/// first, and says nothing twice.
public final class FaultList {

  /// The longest short text, such as a title.
  public static final int TITLE = 300;

  /// The longest reason.
  public static final int SHORT = 2_000;

  /// The longest text.
  public static final int LONGEST = 20_000;

  /// A byte order mark turned around, which the ledger does not keep.
  private static final int NO_CHARACTER = 0xFFFE;

  private static final int LANGUAGES = 20;
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
  private static final Pattern WORD = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

  private final List<Note> notes = new ArrayList<>();

  public List<Note> all() {
    return List.copyOf(notes);
  }

  /// A fault of a kind of its own.
  public void add(String code, String path, String... arguments) {
    var note = new Note(0, "", Note.Severity.REFUSED, code, path, List.of(arguments));
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  /// Small letters, digits and hyphens, as people choose for a window or a line.
  public void word(String path, String word) {
    if (!WORD.matcher(word).matches()) {
      add("bandung.text-characters", path);
    }
  }

  /// A text that is there and fits.
  public void text(String path, String text, int longest) {
    if (text.isBlank()) {
      add("bandung.text-missing", path);
    } else if (text.length() > longest) {
      add("bandung.text-too-long", path, String.valueOf(longest));
    } else if (!storable(text)) {
      add("bandung.text-characters", path);
    }
  }

  /// No half of a character and no control but ends of lines and tabs: no database, no file and no
  /// ledger holds others.
  private static boolean storable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        && text.chars()
            .noneMatch(
                c -> c == NO_CHARACTER || Character.isISOControl(c) && "\r\n\t".indexOf(c) < 0);
  }

  /// Texts in languages; there may be none.
  public void texts(String path, LocalizedText text, int longest) {
    count(path, text.byLanguage().size(), LANGUAGES);
    text.byLanguage().values().forEach(t -> text(path, t, longest));
  }

  /// A title in at least one language.
  public void title(LocalizedText title) {
    if (title.isEmpty()) {
      add("bandung.text-missing", "title");
    }
    texts("title", title, TITLE);
  }

  /// A day of the years 1900 to 2199.
  public void day(String path, LocalDate day) {
    if (day.isBefore(FIRST) || !day.isBefore(LAST)) {
      add("bandung.date", path);
    }
  }

  /// Money above zero and below 10^15.
  public void amount(String path, Money money) {
    number(path, money.amount(), LARGEST);
  }

  /// The same, in this currency.
  public void amount(String path, Money money, String currency) {
    if (!money.code().equals(currency)) {
      add("bandung.currency", path);
    }
    amount(path, money);
  }

  /// A number above zero and below a limit.
  public void number(String path, BigDecimal number, BigDecimal limit) {
    if (number.signum() <= 0 || number.compareTo(limit) >= 0) {
      add("bandung.number", path);
    }
  }

  /// A code of ISO 4217; whether it is one.
  public boolean currency(String path, String code) {
    boolean known =
        Currency.getAvailableCurrencies().stream().anyMatch(c -> c.getCurrencyCode().equals(code));
    if (!known) {
      add("bandung.currency", path);
    }
    return known;
  }

  /// Not more than so many.
  public void count(String path, int count, int most) {
    if (count > most) {
      add("bandung.too-many", path, String.valueOf(most));
    }
  }
}
