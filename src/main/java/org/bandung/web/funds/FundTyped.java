package org.bandung.web.funds;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.LocalizedText;
import org.bandung.web.frame.Fields;
import org.bandung.web.frame.Numerals;
import org.jspecify.annotations.Nullable;

/// What somebody typed into a form of a fund, with what of it cannot be taken as it is. What cannot
/// be read is stood in for, and must not be done.
final class FundTyped extends Fields {

  /// Digits before the point.
  private static final int LARGEST = 15;

  /// Stands in where no money could be read.
  private static final Money NOTHING = Money.of("0", "USD");

  FundTyped(Map<String, String> fields) {
    super(fields);
  }

  /// The ticks of a field, or the lines of a long one.
  List<String> several(String field) {
    return get(field).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  /// A text that must be there.
  String must(String field) {
    var text = get(field);
    if (text.isEmpty()) {
      fault(field, "text-missing");
    }
    return text;
  }

  /// A text in the language of the form, beside what was said in others.
  LocalizedText prose(String field, LocalizedText before) {
    var texts = new TreeMap<>(before.byLanguage());
    var text = get(field);
    if (texts.containsValue(text)) {
      // Shown in the language it was written in, and left as it is.
      return before;
    }
    if (text.isEmpty()) {
      texts.remove(language("in"));
    } else {
      texts.put(language("in"), text);
    }
    return new LocalizedText(texts);
  }

  LocalDate day(String field) {
    try {
      return LocalDate.parse(Numerals.latin(get(field)));
    } catch (DateTimeException e) {
      fault(field, get(field).isEmpty() ? "text-missing" : "day");
      return LocalDate.EPOCH;
    }
  }

  @Nullable BigDecimal number(String field) {
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
    return value;
  }

  @Nullable Currency currency(String field) {
    var code = get(field).toUpperCase(Locale.ROOT);
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      fault(field, "currency");
      return null;
    }
  }

  /// Money that must be there.
  Money money(String field, String currencyField) {
    if (given(field) == null) {
      fault(field, "text-missing");
    }
    var money = moneyIf(field, currencyField);
    return money == null ? NOTHING : money;
  }

  /// Money, if some was typed.
  @Nullable Money moneyIf(String field, String currencyField) {
    var amount = number(field);
    if (given(field) == null) {
      return null;
    }
    var currency = currency(currencyField);
    return amount == null || currency == null ? null : exact(field, amount, currency);
  }

  /// Money of a currency that is not typed.
  Money moneyIn(String field, Currency currency) {
    var amount = number(field);
    if (given(field) == null) {
      fault(field, "text-missing");
    }
    var money = amount == null ? null : exact(field, amount, currency);
    return money == null ? NOTHING : money;
  }

  private @Nullable Money exact(String field, BigDecimal amount, Currency currency) {
    try {
      return new Money(amount, currency);
    } catch (ArithmeticException e) {
      fault(field, "money-fine");
      return null;
    }
  }

  /// A rate, which has more digits behind the point than money.
  BigDecimal rate(String field) {
    var text = get(field);
    var why = Numerals.rateFault(text);
    if (why != null) {
      fault(field, why);
      return BigDecimal.ONE;
    }
    var rate = Numerals.value(text);
    if (rate.signum() <= 0) {
      fault(field, "number");
      return BigDecimal.ONE;
    }
    return rate;
  }
}
