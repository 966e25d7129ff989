package org.bandung.exchange.tables;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.exchange.tables.RowValues.Value;
import org.bandung.exchange.tables.TableMapping.Rule;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Quantity;
import org.jspecify.annotations.Nullable;

/// Gathers what a row says of an entry of the catalogue beyond what every record says.
final class RowDetails {

  private static final int MOST_SEATS = 1_000_000;
  private static final int LONGEST_PROOF = 200;

  private final RowNotes notes;
  private final Map<TableField, Map<String, String>> texts = new EnumMap<>(TableField.class);
  private @Nullable String type;
  private @Nullable Integer seats;
  private @Nullable String planLink;
  private @Nullable Quantity quantity;
  private String consentHow = "";

  RowDetails(RowNotes notes) {
    this.notes = notes;
  }

  void say(TableField field, String language, String text) {
    texts
        .computeIfAbsent(field, f -> new TreeMap<>())
        .merge(language, text, (a, b) -> a.contains(b) ? a : a + "\n\n" + b);
  }

  void type(String code) {
    type = type == null ? code : type;
  }

  void seats(Rule rule, String text) {
    if (text.matches("[0-9]{1,7}") && Integer.parseInt(text) <= MOST_SEATS) {
      seats = seats == null ? Integer.valueOf(text) : seats;
    } else {
      notes.add("bandung.not-a-number", rule.column(), text);
    }
  }

  void planLink(Rule rule, String text) {
    if (text.matches("(?i)https?://[^\\s<>\"]{3,2000}")) {
      planLink = planLink == null ? text : planLink;
    } else {
      notes.add("bandung.not-an-address", rule.column(), text);
    }
  }

  void howMuch(Rule rule, Value value) {
    var read = CellForms.amount(value.text(), rule.setting("decimal", "point").equals("comma"));
    if (read.isEmpty()) {
      notes.add("bandung.not-a-number", rule.column(), value.text());
    } else if (quantity == null) {
      quantity =
          new Quantity(read.get().number(), value.with("unit", rule.setting("unit", "unit")));
    }
  }

  void consentHow(String text) {
    consentHow = text.length() <= LONGEST_PROOF ? text : text.substring(0, LONGEST_PROOF);
  }

  private LocalizedText text(TableField field) {
    return new LocalizedText(texts.getOrDefault(field, Map.of()));
  }

  /// Empty for a person of whom no consent is recorded, to the day and with where it is kept.
  Optional<Details> build(
      EntryKind makes, @Nullable PartialDate applyBy, @Nullable PartialDate consent) {
    return switch (makes) {
      case NEED -> Optional.of(new Details.Need(text(TableField.PLAN), planLink, quantity));
      case OFFER -> Optional.of(new Details.Offer(text(TableField.TERMS), quantity));
      case SOLUTION ->
          Optional.of(
              new Details.Solution(
                  text(TableField.PROBLEM),
                  text(TableField.DONE),
                  text(TableField.RESULT),
                  text(TableField.EVIDENCE),
                  text(TableField.CONDITIONS),
                  null));
      case EXPERT ->
          consent == null || consent.day() == 0 || consentHow.isBlank()
              ? Optional.empty()
              : Optional.of(new Details.Expert(consent.earliest(), consentHow));
      case INSTITUTION -> Optional.of(new Details.Institution());
      case EVENT -> Optional.of(new Details.Event(type, text(TableField.VENUE), seats, applyBy));
    };
  }
}
