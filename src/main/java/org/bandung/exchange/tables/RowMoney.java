package org.bandung.exchange.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bandung.exchange.tables.RowValues.Value;
import org.bandung.exchange.tables.TableMapping.Rule;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content.Contribution;
import org.jspecify.annotations.Nullable;

/// What was put in, by the amounts and quantities of one row.
final class RowMoney {

  private final RowNotes notes;
  private final List<Contribution> found = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  RowMoney(RowNotes notes) {
    this.notes = notes;
  }

  void describe(String text) {
    words.add(text);
  }

  void amount(Rule rule, Value value) {
    var read = CellForms.amount(value.text(), rule.setting("decimal", "point").equals("comma"));
    if (read.isEmpty()) {
      notes.add("bandung.amount-not-a-number", rule.column(), value.text());
      return;
    }
    var own = value.with("currency", read.get().currency());
    var given = own.isEmpty() ? value.with("currency-default", rule.setting("currency", "")) : own;
    var currency = given.toUpperCase(Locale.ROOT);
    if (!currency.matches("[A-Z]{3}")) {
      notes.add("bandung.currency-missing", rule.column(), value.text());
      currency = "";
    }
    var amount = new ReportedAmount(read.get().number(), currency.isEmpty() ? null : currency);
    var start = date(rule, value, "start");
    var end = date(rule, value, "end");
    var day = date(rule, value, "date");
    found.add(
        contribution(
            kind(rule, value),
            start == null && end == null && day != null
                ? new Period(day, day, false)
                : period(start, end),
            amount,
            null,
            rule.setting("valuation"),
            rule.setting("estimate", "false").equals("true")));
  }

  void quantity(Rule rule, Value value) {
    var read = CellForms.amount(value.text(), rule.setting("decimal", "point").equals("comma"));
    if (read.isEmpty()) {
      notes.add("bandung.amount-not-a-number", rule.column(), value.text());
      return;
    }
    var unit = value.with("unit", rule.setting("unit", "unit"));
    found.add(
        contribution(
            "contribution",
            Period.UNKNOWN,
            null,
            new Quantity(read.get().number(), unit),
            null,
            false));
  }

  private String kind(Rule rule, Value value) {
    var companion = value.with("kind", "");
    if (companion.isEmpty()) {
      return rule.setting("kind", "contribution");
    }
    var kind = rule.kinds().get(companion);
    if (kind == null) {
      notes.add("bandung.value-untranslated", rule.with().getOrDefault("kind", ""), companion);
    }
    return kind == null ? "unspecified" : kind;
  }

  private @Nullable PartialDate date(Rule rule, Value value, String companion) {
    var text = value.with(companion, "");
    if (text.isEmpty()) {
      return null;
    }
    var date = CellForms.date(text, "ymd");
    if (date.isEmpty()) {
      notes.add("bandung.date-not-a-date", rule.with().getOrDefault(companion, ""), text);
    }
    return date.orElse(null);
  }

  private static Period period(@Nullable PartialDate start, @Nullable PartialDate end) {
    return start == null && end == null ? Period.UNKNOWN : new Period(start, end, false);
  }

  private static Contribution contribution(
      String kind,
      Period period,
      @Nullable ReportedAmount amount,
      @Nullable Quantity quantity,
      @Nullable String valuation,
      boolean estimate) {
    return new Contribution(
        kind,
        null,
        period,
        amount,
        null,
        quantity,
        valuation,
        estimate,
        null,
        null,
        null,
        null,
        List.of(),
        LocalizedText.EMPTY);
  }

  /// All of them in this form; what is said of them stands with the first.
  List<Contribution> list(@Nullable String form) {
    if (found.isEmpty() && !words.isEmpty()) {
      found.add(contribution("contribution", Period.UNKNOWN, null, null, null, false));
    }
    var list = new ArrayList<Contribution>();
    for (var c : found) {
      var description =
          list.isEmpty() && !words.isEmpty()
              ? LocalizedText.of("en", String.join("; ", words))
              : c.description();
      list.add(
          new Contribution(
              c.kind(),
              c.reference(),
              c.period(),
              c.amount(),
              c.valueDate(),
              c.quantity(),
              c.valuation(),
              c.estimate(),
              c.provider(),
              c.receiver(),
              c.recipientCountry(),
              form,
              c.classifications(),
              description));
    }
    return list;
  }
}
