package org.bandung.exchange.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.exchange.files.Timestamp;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.tables.RowValues.Value;
import org.bandung.exchange.tables.TableMapping.Rule;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Content.Signal;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// Gathers what the rules make of one row.
final class RowContent {

  private final RowValues values;
  private final RowNotes notes;
  private final TableGround ground;
  private final RowParticipants participants;
  private final RowMoney money;

  private final Map<String, String> title = new TreeMap<>();
  private final Map<String, String> description = new TreeMap<>();
  private final Map<TableField, PartialDate> dates = new EnumMap<>(TableField.class);
  private final Set<TableField> ongoing = new LinkedHashSet<>();
  private final Set<Classification> classifications = new LinkedHashSet<>();
  private final List<Content.Place> places = new ArrayList<>();
  private final List<Content.Link> links = new ArrayList<>();
  private final List<Content.Relation> relations = new ArrayList<>();
  private final List<Content.Identifier> identifiers = new ArrayList<>();
  private final RowDetails details;
  private @Nullable String kind;
  private @Nullable String status;
  private @Nullable String form;
  private @Nullable String speaker;
  private @Nullable Instant lastUpdated;
  private @Nullable Instant generated;

  RowContent(TableRow row, RowNotes notes, TableGround ground) {
    this.values = new RowValues(row, notes);
    this.notes = notes;
    this.ground = ground;
    this.participants = new RowParticipants(notes, ground);
    this.money = new RowMoney(notes);
    this.details = new RowDetails(notes);
  }

  void take(Rule rule) {
    for (var value : values.of(rule)) {
      take(rule, value);
    }
  }

  private void take(Rule rule, Value value) {
    var text = value.text();
    switch (rule.to()) {
      case TITLE -> title.putIfAbsent(language(rule), text);
      case DESCRIPTION ->
          description.merge(
              language(rule), labelled(rule, text), (a, b) -> a.contains(b) ? a : a + "\n\n" + b);
      case KIND -> kind = kind == null ? text : kind;
      case STATUS -> status = status == null ? text : status;
      case FORM -> form(text);
      case PLANNED_START, PLANNED_END, ACTUAL_START, ACTUAL_END -> date(rule.to(), rule, text);
      case DATE -> kindOfDate(rule, value);
      case COUNTRY -> participants.country(rule, value);
      case ORGANISATION -> participants.organisation(rule, value);
      case CLASSIFICATION -> classification(rule, value);
      case SDG -> goal(rule, text);
      case PLACE -> place(rule, value);
      case LINK -> link(rule, value);
      case CONTRIBUTION -> money.amount(rule, value);
      case QUANTITY -> money.quantity(rule, value);
      case CONTRIBUTION_DESCRIPTION -> money.describe(labelled(rule, text));
      case RELATION ->
          relations.add(new Content.Relation(value.with("kind", rule.setting("kind", "")), text));
      case IDENTIFIER -> identifiers.add(identifier(rule, value));
      case LAST_UPDATED -> lastUpdated = instant(rule, text);
      case GENERATED -> generated = instant(rule, text);
      case SPEAKER -> speaker = text;
      case VALID_FROM -> date(TableField.ACTUAL_START, rule, text);
      case VALID_UNTIL -> date(TableField.ACTUAL_END, rule, text);
      case APPLY_BY, CONSENT_DATE -> date(rule.to(), rule, text);
      case LANGUAGE -> spokenLanguage(rule, text);
      case PLAN, TERMS, PROBLEM, DONE, RESULT, EVIDENCE, CONDITIONS, VENUE ->
          details.say(rule.to(), language(rule), labelled(rule, text));
      case PLAN_LINK -> details.planLink(rule, text);
      case HOW_MUCH -> details.howMuch(rule, value);
      case NEEDED_FROM -> date(TableField.PLANNED_START, rule, text);
      case NEEDED_UNTIL -> date(TableField.PLANNED_END, rule, text);
      case EVENT_TYPE -> details.type(text);
      case SEATS -> details.seats(rule, text);
      case CONSENT_HOW -> details.consentHow(text);
    }
  }

  private void spokenLanguage(Rule rule, String text) {
    var code = text.toLowerCase(Locale.ROOT);
    if (code.matches("[a-z]{2,3}")) {
      classifications.add(new Classification("language", code, null, LocalizedText.EMPTY));
    } else {
      notes.add("bandung.unknown-code", rule.column(), text);
    }
  }

  private static String language(Rule rule) {
    return rule.setting("language", LocalizedText.UNDETERMINED);
  }

  private static String labelled(Rule rule, String text) {
    var label = rule.setting("label");
    return label == null ? text : label + ": " + text;
  }

  private void form(String code) {
    form = form == null ? code : form;
    classifications.add(new Classification("cooperation-form", code, null, LocalizedText.EMPTY));
  }

  private void kindOfDate(Rule rule, Value value) {
    var kind = value.with("kind", "");
    var code = rule.kinds().get(kind);
    var field = code == null ? null : TableField.of(code).orElse(null);
    if (field == null) {
      notes.add(
          "bandung.value-untranslated", rule.with().getOrDefault("kind", rule.column()), kind);
    } else {
      date(field, rule, value.text());
    }
  }

  private void date(TableField field, Rule rule, String text) {
    if (rule.openEnd().stream().anyMatch(w -> w.equalsIgnoreCase(text))) {
      ongoing.add(field);
      return;
    }
    var date = CellForms.date(text, rule.setting("order", "ymd"));
    if (date.isEmpty()) {
      notes.add("bandung.date-not-a-date", rule.column(), text);
    } else {
      dates.putIfAbsent(field, date.get());
    }
  }

  private @Nullable Instant instant(Rule rule, String text) {
    var instant = Timestamp.parse(text.strip());
    if (instant.isEmpty()) {
      notes.add("bandung.date-not-a-date", rule.column(), text);
    }
    return instant.orElse(null);
  }

  private void classification(Rule rule, Value value) {
    var vocabulary = value.with("scheme", "");
    var scheme = rule.setting("scheme", "table");
    if (!vocabulary.isEmpty()) {
      var known = rule.kinds().get(vocabulary);
      scheme = known != null ? known : rule.setting("scheme-otherwise", scheme + "/") + vocabulary;
    }
    var name = value.with("name", value.text().equals(value.reported()) ? "" : value.reported());
    var percentage = value.with("percentage", "");
    classifications.add(
        new Classification(
            scheme,
            value.text(),
            percentage.isEmpty() ? null : percentage,
            name.isEmpty() ? LocalizedText.EMPTY : LocalizedText.of(language(rule), name)));
  }

  private void goal(Rule rule, String text) {
    var goal = CellForms.goal(text);
    if (goal.isEmpty()) {
      notes.add("bandung.unknown-code", rule.column(), text);
    } else {
      classifications.add(new Classification("sdg", goal.get(), null, LocalizedText.EMPTY));
    }
  }

  private void place(Rule rule, Value value) {
    var point = value.with("position", "").split("[\\s\u00A0,]+", 0);
    boolean placed = point.length == 2;
    var latitude = placed ? point[0] : value.with("latitude", "");
    var longitude = placed ? point[1] : value.with("longitude", "");
    places.add(
        new Content.Place(
            LocalizedText.of(language(rule), value.text()),
            null,
            latitude.isEmpty() ? null : latitude,
            longitude.isEmpty() ? null : longitude));
  }

  private void link(Rule rule, Value value) {
    for (var part : value.text().split("[,;\\s]+(?=https?:?//)|\\s+", -1)) {
      var url = part.strip();
      for (var prefix : rule.prefixes().entrySet()) {
        if (url.startsWith(prefix.getKey())) {
          url = prefix.getValue() + url.substring(prefix.getKey().length());
          break;
        }
      }
      if (!url.matches("(?i)https?://[^\\s<>\"]{3,2000}")) {
        notes.add("bandung.not-an-address", rule.column(), url);
      } else {
        var title = value.with("title", "");
        var category = value.with("category", "");
        links.add(
            new Content.Link(
                url,
                title.isEmpty() ? LocalizedText.EMPTY : LocalizedText.of(language(rule), title),
                category.isEmpty() ? null : category,
                null));
      }
    }
  }

  private static Content.Identifier identifier(Rule rule, Value value) {
    var scheme = rule.setting("scheme", "table");
    var kind = value.with("kind", "");
    return new Content.Identifier(kind.isEmpty() ? scheme : scheme + "/" + kind, value.text());
  }

  @Nullable Instant lastUpdated() {
    return lastUpdated;
  }

  @Nullable Instant generated() {
    return generated;
  }

  /// Who speaks: as the row says, or a party if the publisher takes part, else as the mapping says.
  Statement.Speaker speaker(Statement.Speaker usual, String publisher) {
    for (var possible : Statement.Speaker.values()) {
      if (possible.name().toLowerCase(Locale.ROOT).equals(speaker)) {
        return possible;
      }
    }
    return usual == Statement.Speaker.PUBLISHER && participants.has(publisher)
        ? Statement.Speaker.PARTY
        : usual;
  }

  /// What an entry says beyond what every record says; empty where it may not be stored.
  Optional<Details> details(EntryKind makes) {
    return details.build(makes, dates.get(TableField.APPLY_BY), dates.get(TableField.CONSENT_DATE));
  }

  Content build() {
    return new Content(
        kind,
        new LocalizedText(title),
        new LocalizedText(description),
        status,
        period(TableField.PLANNED_START, TableField.PLANNED_END),
        period(TableField.ACTUAL_START, TableField.ACTUAL_END),
        participants.list(),
        List.copyOf(classifications),
        places,
        money.list(form),
        List.of(),
        List.of(),
        links,
        relations,
        identifiers,
        signals());
  }

  private Period period(TableField start, TableField end) {
    var from = dates.get(start);
    var to = dates.get(end);
    if (from != null && to != null && from.earliest().isAfter(to.latest())) {
      notes.add("bandung.start-after-end", start.code(), from.toString(), to.toString());
    }
    boolean open = ongoing.contains(end) && to == null;
    return from == null && to == null && !open ? Period.UNKNOWN : new Period(from, to, open);
  }

  private List<Signal> signals() {
    var texts = new ArrayList<>(title.values());
    texts.addAll(description.values());
    return ground.signals(classifications, texts);
  }
}
