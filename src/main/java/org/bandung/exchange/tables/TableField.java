package org.bandung.exchange.tables;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bandung.catalogue.EntryKind;

/// What a column of a table can become, and which settings and companion columns that allows.
enum TableField {
  TITLE("title", "language", ""),
  DESCRIPTION("description", "language label", ""),
  KIND("kind", "", ""),
  STATUS("status", "", ""),
  PLANNED_START("planned-start", "order", ""),
  PLANNED_END("planned-end", "order open-end", ""),
  ACTUAL_START("actual-start", "order", ""),
  ACTUAL_END("actual-end", "order open-end", ""),
  DATE("date", "order kinds", "kind"),
  COUNTRY("country", "role", "percentage"),
  ORGANISATION("organisation", "role reference type language kinds", "name reference type"),
  CLASSIFICATION(
      "classification", "scheme scheme-otherwise kinds language", "scheme percentage name"),
  SDG("sdg", "", ""),
  FORM("form", "", ""),
  PLACE("place", "language", "position latitude longitude"),
  LINK("link", "prefixes language", "title category"),
  CONTRIBUTION(
      "contribution",
      "kind kinds currency decimal estimate valuation",
      "kind currency currency-default start end date"),
  QUANTITY("quantity", "unit decimal", "unit"),
  CONTRIBUTION_DESCRIPTION("contribution-description", "label", ""),
  RELATION("relation", "kind", "kind"),
  IDENTIFIER("identifier", "scheme", "kind"),
  LAST_UPDATED("last-updated", "", ""),
  GENERATED("generated", "", ""),
  SPEAKER("speaker", "", ""),
  VALID_FROM("valid-from", "order", ""),
  VALID_UNTIL("valid-until", "order open-end", ""),
  LANGUAGE("language", "", ""),
  PLAN("plan", "language label", ""),
  PLAN_LINK("plan-link", "", ""),
  HOW_MUCH("how-much", "unit decimal", "unit"),
  NEEDED_FROM("needed-from", "order", ""),
  NEEDED_UNTIL("needed-until", "order", ""),
  TERMS("terms", "language label", ""),
  PROBLEM("problem", "language label", ""),
  DONE("done", "language label", ""),
  RESULT("result", "language label", ""),
  EVIDENCE("evidence", "language label", ""),
  CONDITIONS("conditions", "language label", ""),
  EVENT_TYPE("event-type", "", ""),
  VENUE("venue", "language label", ""),
  SEATS("seats", "", ""),
  APPLY_BY("apply-by", "order", ""),
  CONSENT_DATE("consent-date", "order", ""),
  CONSENT_HOW("consent-how", "", "");

  private static final Set<TableField> OF_INITIATIVES =
      EnumSet.of(
          KIND,
          STATUS,
          PLANNED_START,
          PLANNED_END,
          ACTUAL_START,
          ACTUAL_END,
          DATE,
          CONTRIBUTION,
          QUANTITY,
          CONTRIBUTION_DESCRIPTION,
          RELATION,
          SPEAKER);

  private final String code;
  private final Set<String> settings;
  private final Set<String> companions;

  TableField(String code, String settings, String companions) {
    this.code = code;
    this.settings = Set.copyOf(words(Common.SETTINGS + " " + settings).distinct().toList());
    this.companions = Set.copyOf(words(companions).toList());
  }

  /// Whether something of this kind can have it; empty for initiatives.
  boolean belongsTo(Optional<EntryKind> makes) {
    if (makes.isEmpty()) {
      return compareTo(VALID_FROM) < 0;
    }
    return switch (this) {
      case PLAN, PLAN_LINK -> makes.get() == EntryKind.NEED;
      case HOW_MUCH, NEEDED_FROM, NEEDED_UNTIL ->
          makes.get() == EntryKind.NEED || makes.get() == EntryKind.OFFER;
      case TERMS -> makes.get() == EntryKind.OFFER;
      case PROBLEM, DONE, RESULT, EVIDENCE, CONDITIONS -> makes.get() == EntryKind.SOLUTION;
      case EVENT_TYPE, VENUE, SEATS, APPLY_BY -> makes.get() == EntryKind.EVENT;
      case CONSENT_DATE, CONSENT_HOW -> makes.get() == EntryKind.EXPERT;
      default -> !OF_INITIATIVES.contains(this);
    };
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split(" ")).filter(w -> !w.isEmpty());
  }

  String code() {
    return code;
  }

  Set<String> settings() {
    return settings;
  }

  Set<String> companions() {
    return companions;
  }

  static Optional<TableField> of(String code) {
    return Stream.of(values()).filter(f -> f.code.equals(code)).findFirst();
  }

  static List<String> codes() {
    return Stream.of(values()).map(TableField::code).toList();
  }

  /// What every field allows; an enum cannot reach its own constants while it is made.
  private static final class Common {
    private static final String SETTINGS = "to values other separator longest with value";
  }
}
