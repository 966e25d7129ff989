package org.bandung.web.drafts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.access.fields.SensitiveField;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.drafts.Wording;
import org.bandung.catalogue.drafts.WordingFaults;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.jspecify.annotations.Nullable;

/// From a form to a wording. A field that cannot be understood is told and leaves what was stored
/// there before; what the form does not show (such as links that came in a table) stays.
final class FormReading {

  private static final int LONGEST_CODE = 60;

  private final EntryForm form;
  private final Wording base;
  private final Map<String, String> faults = new LinkedHashMap<>();

  private FormReading(EntryForm form, Wording base) {
    this.form = form;
    this.base = base;
  }

  /// @param faults codes of faults by field
  record Read(Wording wording, Map<String, String> faults) {}

  static Read read(EntryForm form, Wording base) {
    var reading = new FormReading(form, base);
    var wording = reading.wording();
    return new Read(wording, Map.copyOf(reading.faults));
  }

  /// A wording of a kind in which nothing is said.
  static Wording blank(EntryKind kind) {
    var none = LocalizedText.EMPTY;
    var details =
        switch (kind) {
          case NEED -> Details.Need.of(none);
          case OFFER -> Details.Offer.of(none);
          case SOLUTION -> new Details.Solution(none, none, none, none, none, null);
          case EVENT -> new Details.Event(null, none, null, null);
          case INSTITUTION, EXPERT -> new Details.Institution();
        };
    return new Wording(
        content(none, none, Period.UNKNOWN, Period.UNKNOWN, List.of(), List.of(), List.of()),
        details,
        Wording.Confidential.NONE);
  }

  private static Content content(
      LocalizedText title,
      LocalizedText description,
      Period planned,
      Period actual,
      List<Content.Classification> codes,
      List<Content.Place> places,
      List<Content.Link> links) {
    return new Content(
        null,
        title,
        description,
        null,
        planned,
        actual,
        List.of(),
        codes,
        places,
        List.of(),
        List.of(),
        List.of(),
        links,
        List.of(),
        List.of(),
        List.of());
  }

  private Wording wording() {
    var was = base.content();
    boolean open = form.kind() == EntryKind.NEED || form.kind() == EntryKind.OFFER;
    var wanted = period(open ? was.planned() : was.actual());
    var holds =
        open
            ? new Period(null, date("validUntil", was.actual().end()), was.actual().ongoing())
            : wanted;
    return new Wording(
        content(
            written("title"),
            written("description"),
            open ? wanted : Period.UNKNOWN,
            holds.start() == null && holds.end() == null && !holds.ongoing()
                ? Period.UNKNOWN
                : holds,
            codes(was),
            places(was),
            was.links()),
        details(),
        confidential());
  }

  private LocalizedText written(String field) {
    var texts = new TreeMap<String, String>();
    for (var other : form.others()) {
      texts.put(other, form.value(field + "." + other));
    }
    texts.put(form.language(), form.value(field));
    texts.values().removeIf(String::isBlank);
    return new LocalizedText(texts);
  }

  private Period period(Period was) {
    var start = date("from", was.start());
    var end = date("until", was.end());
    boolean ongoing = was.ongoing() && end == null;
    return start == null && end == null && !ongoing
        ? Period.UNKNOWN
        : new Period(start, end, ongoing);
  }

  private @Nullable PartialDate date(String field, @Nullable PartialDate was) {
    var typed = digits(form.value(field));
    if (typed.isEmpty()) {
      return null;
    }
    var date = typed.length() <= 10 ? PartialDate.parse(typed) : Optional.<PartialDate>empty();
    if (date.isEmpty()) {
      faults.put(field, "not-a-date");
    }
    return date.orElse(was);
  }

  /// Digits of any script as the database keeps them.
  private static String digits(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          int digit = Character.digit(c, 10);
          if (digit >= 0 && Character.isDigit(c)) {
            plain.append(digit);
          } else {
            plain.appendCodePoint(c);
          }
        });
    return plain.toString().strip();
  }

  private @Nullable BigDecimal number(String field, @Nullable BigDecimal was) {
    var typed = digits(form.value(field)).replaceAll("[\\s\u00a0\u202f']", "");
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("[0-9]{1,18}(\\.[0-9]{1,6})?")) {
      faults.put(field, "not-a-number");
      return was;
    }
    return new BigDecimal(typed);
  }

  private @Nullable Quantity quantity() {
    var was = base.details().howMuch();
    var number = number("number", was.map(Quantity::number).orElse(null));
    var unit = form.value("unit");
    if (number == null) {
      return null;
    }
    if (unit.isEmpty() || unit.length() > LONGEST_CODE) {
      faults.put("unit", "missing");
      return was.orElse(null);
    }
    return new Quantity(number, unit);
  }

  private Details details() {
    return switch (base.details()) {
      case Details.Need need -> new Details.Need(written("plan"), planLink(need), quantity());
      case Details.Offer offer -> new Details.Offer(written("terms"), quantity());
      case Details.Solution solution ->
          new Details.Solution(
              written("problem"),
              written("done"),
              written("result"),
              written("evidence"),
              written("conditions"),
              solution.initiative());
      case Details.Event event -> {
        var seats = number("seats", null);
        if (seats != null
            && (seats.scale() > 0 || seats.compareTo(new BigDecimal(1_000_000)) > 0)) {
          faults.put("seats", "not-a-number");
          seats = null;
        }
        var type = form.value("type");
        yield new Details.Event(
            type.isEmpty() || type.length() > LONGEST_CODE ? null : type,
            written("venue"),
            seats == null ? null : Integer.valueOf(seats.intValue()),
            date("applyBy", event.applyBy()));
      }
      case Details.Expert expert -> expert;
      case Details.Institution institution -> institution;
    };
  }

  private @Nullable String planLink(Details.Need was) {
    var typed = form.value("planLink");
    if (typed.isEmpty()) {
      return null;
    }
    if (!WordingFaults.address(typed)) {
      faults.put("planLink", "not-an-address");
      return was.planLink();
    }
    return typed;
  }

  private Wording.Confidential confidential() {
    var was = base.confidential().budget();
    var budget = number("budget", was == null ? null : was.value());
    var currency = form.value("currency").toUpperCase(java.util.Locale.ROOT);
    if (!currency.isEmpty() && !currency.matches("[A-Z]{3}")) {
      faults.put("currency", "not-a-currency");
      currency = "";
    }
    if (budget != null && currency.isEmpty()) {
      faults.putIfAbsent("currency", "missing");
    }
    return new Wording.Confidential(
        form.value("person"),
        form.value("email"),
        form.value("telephone"),
        budget == null ? null : new ReportedAmount(budget, currency.isEmpty() ? null : currency),
        new Wording.Circles(
            SensitiveField.ENTRY_CONTACT.picked(form.value("circle-contact")),
            SensitiveField.ENTRY_BUDGET.picked(form.value("circle-budget"))));
  }

  /// Codes of schemes that the form does not show stay.
  private List<Content.Classification> codes(Content was) {
    var codes = new ArrayList<Content.Classification>();
    for (var tick : EntryForm.TICKS) {
      var scheme = EntryForm.scheme(tick);
      for (var code : form.ticks().getOrDefault(tick, java.util.Set.of())) {
        codes.add(
            was.classifications().stream()
                .filter(c -> c.scheme().equals(scheme) && c.code().equals(code))
                .findFirst()
                .orElse(new Content.Classification(scheme, code, null, LocalizedText.EMPTY)));
      }
    }
    var shown = EntryForm.TICKS.stream().map(EntryForm::scheme).toList();
    was.classifications().stream().filter(c -> !shown.contains(c.scheme())).forEach(codes::add);
    return codes;
  }

  private List<Content.Place> places(Content was) {
    var typed = form.value("place");
    var first = was.places().stream().findFirst();
    if (first.isPresent() && first.get().name().byLanguage().containsValue(typed)) {
      return was.places();
    }
    var rest = was.places().stream().skip(1).toList();
    if (typed.isEmpty()) {
      return rest;
    }
    var places = new ArrayList<Content.Place>();
    places.add(new Content.Place(LocalizedText.of(form.language(), typed), null, null, null));
    places.addAll(rest);
    return places;
  }
}
