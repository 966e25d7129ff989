package org.bandung.exchange.tables;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bandung.kernel.PartialDate;

/// The forms in which tables write dates, amounts, goals and lists.
final class CellForms {

  private static final int MOST_DIGITS = 40;
  private static final Pattern YEAR_AS_NUMBER = Pattern.compile("([12][0-9]{3})\\.0+");
  private static final Pattern WITH_SEPARATORS =
      Pattern.compile("([0-9]{1,4})[./ -]([0-9]{1,2})[./ -]([0-9]{1,4})");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]{1,40}(?:\\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,2})?");
  private static final Pattern CURRENCY_FIRST = Pattern.compile("([A-Z]{3})\\s*([0-9+-].*)");
  private static final Pattern CURRENCY_LAST = Pattern.compile("(.*[0-9])\\s*([A-Z]{3})");
  private static final Pattern GOAL =
      Pattern.compile(
          "(?iu)(?:sdg|ods|odd|цур|goal|target|objective|objectif|objetivo|meta|目标|الهدف)?[\\s:#-]*"
              + "([0-9]{1,2})(?:\\.([0-9]{1,2}|[a-e]))?(?:\\.0)?(?:[\\s:.–-]+\\p{L}.*)?");

  private CellForms() {}

  /// A date by year, month or day.
  ///
  /// @param order of the parts where separators leave it open: `ymd`, `dmy`, `mdy`
  static Optional<PartialDate> date(String text, String order) {
    var plain = text.strip();
    var year = YEAR_AS_NUMBER.matcher(plain);
    if (year.matches()) {
      return PartialDate.parse(year.group(1));
    }
    var iso = PartialDate.parse(plain);
    if (iso.isPresent()) {
      return iso;
    }
    var matcher = WITH_SEPARATORS.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(matcher.group(1));
    int second = Integer.parseInt(matcher.group(2));
    int third = Integer.parseInt(matcher.group(3));
    try {
      return Optional.of(
              switch (matcher.group(1).length() == 4 ? "ymd" : order) {
                case "dmy" -> new PartialDate(third, second, first);
                case "mdy" -> new PartialDate(third, first, second);
                default -> new PartialDate(first, second, third);
              })
          .filter(d -> d.year() > 1000);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// An amount with the currency that stands beside the number, or an empty one.
  record Amount(BigDecimal number, String currency) {}

  static Optional<Amount> amount(String text, boolean decimalComma) {
    var plain = text.strip();
    var currency = "";
    if (plain.length() > 2 * MOST_DIGITS) {
      return Optional.empty();
    }
    var first = CURRENCY_FIRST.matcher(plain);
    var last = CURRENCY_LAST.matcher(plain);
    if (first.matches()) {
      currency = first.group(1);
      plain = first.group(2);
    } else if (last.matches()) {
      plain = last.group(1);
      currency = last.group(2);
    }
    var digits = plain.replaceAll("[\\s\u00A0\u202F'’]", "");
    digits =
        decimalComma
            ? digits.replace(".", "").replace(',', '.')
            : digits.replaceAll(",(?=[0-9]{3}(?:[,.]|$))", "");
    if (!DECIMAL.matcher(digits).matches()) {
      return Optional.empty();
    }
    var number = new BigDecimal(digits);
    boolean reasonable =
        number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    return reasonable ? Optional.of(new Amount(number, currency)) : Optional.empty();
  }

  /// A goal or target such as `SDG2`, `ODS 3`, `17.6`, `2 Zero hunger`.
  static Optional<String> goal(String text) {
    var matcher = GOAL.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int goal = Integer.parseInt(matcher.group(1));
    if (goal < 1 || goal > 17) {
      return Optional.empty();
    }
    var target = matcher.group(2);
    return Optional.of(target == null || target.equals("0") ? "" + goal : goal + "." + target);
  }

  /// The parts between separators that do not stand in brackets.
  static List<String> parts(String text, String separator) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      if (depth == 0 && text.startsWith(separator, i)) {
        parts.add(text.substring(from, i));
        i += separator.length() - 1;
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
  }
}
