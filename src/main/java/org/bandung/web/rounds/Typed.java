package org.bandung.web.rounds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.bandung.web.frame.Fields;
import org.bandung.web.frame.Numerals;
import org.jspecify.annotations.Nullable;

/// What somebody typed into a form, with what of it cannot be taken as it is.
final class Typed extends Fields {

  /// Digits before the point.
  private static final int LARGEST = 18;

  Typed(Map<String, String> fields) {
    super(fields);
  }

  /// Faults that a service told, in the words of forms.
  static List<Fault> faults(List<Note> notes) {
    return notes.stream().map(n -> new Fault(n.path(), n.code().replace("bandung.", ""))).toList();
  }

  /// A text in the language that the form says it is in.
  LocalizedText prose(String field) {
    var text = get(field);
    return text.isEmpty() ? LocalizedText.EMPTY : LocalizedText.of(language("in"), text);
  }

  /// A whole day.
  LocalDate day(String field, LocalDate otherwise) {
    try {
      return LocalDate.parse(latin(get(field)));
    } catch (DateTimeException e) {
      fault(field, "day");
      return otherwise;
    }
  }

  /// A date of which the day or month may be unknown.
  @Nullable PartialDate date(String field) {
    var text = given(field);
    if (text == null) {
      return null;
    }
    var date = PartialDate.parse(latin(text));
    if (date.isEmpty()) {
      fault(field, "date");
    }
    return date.orElse(null);
  }

  @Nullable ReportedAmount amount(String field, String currencyField) {
    var text = given(field);
    if (text == null) {
      return null;
    }
    var why = Numerals.fault(text);
    if (why != null) {
      fault(field, why);
      return null;
    }
    var value = Numerals.value(text);
    if (value.precision() - value.scale() > LARGEST) {
      fault(field, "number");
      return null;
    }
    var currency = get(currencyField).toUpperCase(Locale.ROOT);
    if (!currency.matches("[A-Z]{3}")) {
      fault(currencyField, "currency");
    }
    return new ReportedAmount(value, currency);
  }

  /// Digits of every script as those of the first.
  private static String latin(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          int digit = Character.digit(c, 10);
          if (digit >= 0) {
            out.append(digit);
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
