package org.bandung.web.joint;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.joint.Figure;
import org.bandung.web.frame.Fields;
import org.bandung.web.frame.Numerals;
import org.jspecify.annotations.Nullable;

/// What somebody typed into a form, read field by field; what cannot be read is a fault of its
/// field, and nothing typed is lost.
final class Said extends Fields {

  Said(Map<String, String> typed) {
    super(typed);
  }

  boolean ticked(String field) {
    return !get(field).isEmpty();
  }

  /// The language that the texts of this form are in.
  String language() {
    return language("in");
  }

  /// A text in the form's language beside what was said in others.
  LocalizedText prose(String field, LocalizedText before) {
    var texts = new TreeMap<>(before.byLanguage());
    var text = get(field);
    if (texts.containsValue(text)) {
      // Shown in the language it was written in, and left as it is.
      return before;
    }
    if (text.isEmpty()) {
      texts.remove(language());
    } else {
      texts.put(language(), text);
    }
    return new LocalizedText(texts);
  }

  LocalizedText prose(String field) {
    return prose(field, LocalizedText.EMPTY);
  }

  @Nullable PartialDate date(String field) {
    var text = given(field);
    if (text == null) {
      return null;
    }
    var date = PartialDate.parse(text);
    if (date.isEmpty()) {
      fault(field, "date");
    }
    return date.orElse(null);
  }

  Period period() {
    return new Period(date("from"), date("to"), false);
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
    return Numerals.value(text);
  }

  int whole(String field, int otherwise) {
    var number = number(field);
    if (number == null) {
      return otherwise;
    }
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      fault(field, "number");
      return otherwise;
    }
  }

  @Nullable ReportedAmount amount(String field, String currencyField) {
    var value = number(field);
    if (value == null) {
      return null;
    }
    var currency = given(currencyField);
    if (currency == null) {
      fault(currencyField, "currency");
    }
    return new ReportedAmount(
        value, currency == null ? null : currency.toUpperCase(java.util.Locale.ROOT));
  }

  Figure figure() {
    var number = number("quantity");
    var unit = given("unit");
    if (number != null && unit == null) {
      fault("unit", "unit");
    }
    return new Figure(
        amount("amount", "currency"),
        number == null || unit == null ? null : new Quantity(number, unit));
  }
}
