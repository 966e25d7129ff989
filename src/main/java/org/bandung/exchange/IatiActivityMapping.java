package org.bandung.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.exchange.iati.Ours;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.reference.CountryResolution;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Content.Contribution;
import org.bandung.registry.said.Content.Identifier;
import org.bandung.registry.said.Content.Link;
import org.bandung.registry.said.Content.Place;
import org.bandung.registry.said.Content.Relation;
import org.bandung.registry.said.Content.Result;
import org.bandung.registry.said.Content.Signal;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;

/// One `iati-activity` becomes what its source states of an initiative.
///
/// One object a record; it walks the children once, in whatever order they come.
final class IatiActivityMapping {

  private static final Map<String, String> PLAIN_CODES =
      Map.of(
          "collaboration-type", "iati-collaboration-type",
          "default-flow-type", "iati-flow-type",
          "default-finance-type", "iati-finance-type",
          "default-tied-status", "iati-tied-status",
          "activity-scope", "iati-activity-scope");

  private final IatiRecord record;
  private final SouthSouthSignals signals;

  private LocalizedText title = LocalizedText.EMPTY;
  private final List<IatiElement> descriptions = new ArrayList<>();
  private @Nullable String status;
  private final Map<String, PartialDate> dates = new LinkedHashMap<>();
  private final Set<Participant> participants = new LinkedHashSet<>();
  private final Set<CountryCode> recipients = new LinkedHashSet<>();
  private final Set<String> unresolved = new HashSet<>();
  private final List<Classification> classifications = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Contribution> contributions = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();
  private final List<Identifier> identifiers = new ArrayList<>();

  private IatiActivityMapping(IatiRecord record, SouthSouthSignals signals) {
    this.record = record;
    this.signals = signals;
  }

  static Content content(IatiRecord record, SouthSouthSignals signals) {
    var mapping = new IatiActivityMapping(record, signals);
    var children = record.element().children();
    children.forEach(mapping::child);
    children.stream().filter(c -> c.name().equals("transaction")).forEach(mapping::transaction);
    if (isTrue(record.element().attribute("humanitarian"))) {
      mapping.classifications.add(
          new Classification("iati-humanitarian", "1", null, LocalizedText.EMPTY));
    }
    return mapping.build();
  }

  /// When the publisher last changed the record.
  static @Nullable Instant lastUpdated(IatiElement activity, IatiNotes notes) {
    var text = activity.attribute("last-updated-datetime");
    var instant = IatiPublisher.instant(text);
    if (text != null && instant == null) {
      notes.add("bandung.date-not-a-date", "@last-updated-datetime", activity.line(), text);
    }
    return instant;
  }

  private void child(IatiElement child) {
    switch (child.name()) {
      case "title" -> title = title.isEmpty() ? child.narratives() : title;
      case "description" -> descriptions.add(child);
      case "activity-status" -> status = status == null ? child.attribute("code") : status;
      case "activity-date" -> date(child);
      case "participating-org" -> participant(child);
      case "recipient-country" ->
          recipient(child, "recipient-country", child.attribute("percentage"));
      case "recipient-region" -> record.classify(child, "region", classifications);
      case "sector" -> record.classify(child, "sector", classifications);
      case "tag" -> tag(child);
      case "default-aid-type" -> record.classify(child, "aid-type", classifications);
      case "humanitarian-scope" -> record.classify(child, "humanitarian-scope", classifications);
      case "policy-marker" -> policyMarker(child);
      case "location" -> location(child);
      case "budget" -> contributions.add(IatiMoneyMapping.budget(record, child));
      case "planned-disbursement" ->
          contributions.add(IatiMoneyMapping.plannedDisbursement(record, child));
      case "result" -> results.add(IatiResultMapping.result(record, child));
      case "document-link" -> link(child);
      case "related-activity" -> relation(child);
      case "other-identifier" -> identifier(child);
      default -> {
        var scheme = PLAIN_CODES.get(child.name());
        if (scheme != null) {
          record.plainCode(child, scheme, classifications);
        }
      }
    }
  }

  /// What a node derived is derived anew here, and what stands in its block is read there.
  private void tag(IatiElement child) {
    var vocabulary = child.attribute("vocabulary-uri");
    if (vocabulary == null || !Ours.isOurs(vocabulary)) {
      record.classify(child, "tag", classifications);
    }
  }

  private void transaction(IatiElement transaction) {
    contributions.add(IatiMoneyMapping.transaction(record, transaction));
    for (var country : transaction.children("recipient-country")) {
      recipient(country, "transaction/recipient-country", null);
    }
  }

  private void date(IatiElement element) {
    var type = element.attribute("type");
    var date = record.date(element, "iso-date", "activity-date");
    if (type != null && date != null) {
      dates.putIfAbsent(record.tables().today("activity-date", type), date);
    }
  }

  private void participant(IatiElement element) {
    var mention = IatiRecord.mention(element, "activity-id");
    if (mention == null) {
      return;
    }
    var role = record.tables().role(element.attribute("role"), mention.type());
    if (role.isPresent()) {
      participants.add(Participant.organisation(role.get(), mention));
    } else {
      record
          .notes()
          .add(
              "bandung.role-unknown",
              "participating-org/@role",
              element.line(),
              element.attribute("role"));
    }
  }

  private void recipient(IatiElement element, String path, @Nullable String percentage) {
    switch (record.resolve(element)) {
      case CountryResolution.Found(var country) -> recipient(country, percentage, null);
      case CountryResolution.Several(var code, var countries) ->
          countries.forEach(country -> recipient(country, null, code));
      case CountryResolution.Aggregate(var code) ->
          unresolved(element, path, percentage, code, true);
      case CountryResolution.Unknown(var text) ->
          unresolved(element, path, percentage, text, false);
    }
  }

  private void recipient(CountryCode country, @Nullable String percentage, @Nullable String as) {
    if (recipients.add(country)) {
      participants.add(new Participant(Role.RECIPIENT, country, as, percentage, null));
    }
  }

  private void unresolved(
      IatiElement element, String path, @Nullable String percentage, String as, boolean aggregate) {
    var shown = as.isEmpty() ? "-" : as;
    var code = aggregate ? "bandung.country-aggregate" : "bandung.country-unknown";
    record.notes().add(code, path, element.line(), shown);
    if (unresolved.add(shown)) {
      participants.add(new Participant(Role.RECIPIENT, null, shown, percentage, null));
    }
  }

  /// A marker with significance 0 says that the activity does not aim at it.
  private void policyMarker(IatiElement element) {
    var significance = element.attribute("significance");
    if (!"0".equals(significance)) {
      record.classify(element, "policy-marker", classifications);
    }
    var code = element.attribute("code");
    if (significance != null && code != null) {
      var scheme = record.tables().scheme("policy-marker", element.attribute("vocabulary"));
      classifications.add(
          new Classification(
              scheme + "-significance/" + code, significance, null, LocalizedText.EMPTY));
    }
  }

  private void location(IatiElement element) {
    var name = element.narrativesOf("name");
    var point = element.child("point");
    var position = point == null ? null : point.child("pos");
    var parts = position == null ? new String[0] : position.text().split("[\\s\u00A0,]+");
    boolean placed = parts.length == 2;
    if (placed || !name.isEmpty()) {
      places.add(new Place(name, null, placed ? parts[0] : null, placed ? parts[1] : null));
    }
  }

  private void link(IatiElement element) {
    var url = element.attribute("url");
    if (url != null) {
      var category = element.attributeOf("category", "code");
      links.add(new Link(url, element.narrativesOf("title"), category, null));
    }
  }

  private void relation(IatiElement element) {
    var reference = element.attribute("ref");
    var type = element.attribute("type");
    if (reference != null && type != null) {
      relations.add(new Relation(type, reference));
    }
  }

  private void identifier(IatiElement element) {
    var value = element.attribute("ref");
    var type = element.attribute("type");
    if (value != null) {
      identifiers.add(new Identifier("iati-other-identifier/" + (type == null ? "" : type), value));
    }
  }

  private Content build() {
    var description = description();
    return new Content(
        null,
        title,
        description,
        status,
        period("1", "3"),
        period("2", "4"),
        List.copyOf(participants),
        classifications,
        places,
        contributions,
        results,
        List.of(),
        links,
        relations,
        identifiers,
        declared(description));
  }

  private Period period(String start, String end) {
    var from = dates.get(start);
    var to = dates.get(end);
    return from == null && to == null ? Period.UNKNOWN : new Period(from, to, false);
  }

  /// The general one first, then the others as they come.
  private LocalizedText description() {
    var texts = new TreeMap<String, String>();
    for (boolean general : new boolean[] {true, false}) {
      for (var element : descriptions) {
        var type = element.attribute("type");
        if (general == (type == null || type.equals("1"))) {
          element
              .narratives()
              .byLanguage()
              .forEach((language, text) ->
                  texts.merge(language, text, (a, b) -> IatiElement.joined(a, b, "\n\n")));
        }
      }
    }
    return texts.isEmpty() ? LocalizedText.EMPTY : new LocalizedText(texts);
  }

  private List<Signal> declared(LocalizedText description) {
    var codes = new ArrayList<>(classifications);
    contributions.forEach(t -> codes.addAll(t.classifications()));
    var texts = new ArrayList<>(title.byLanguage().values());
    texts.addAll(description.byLanguage().values());
    return signals.of(codes, texts);
  }

  private static boolean isTrue(@Nullable String flag) {
    return flag != null && (flag.equals("1") || flag.toLowerCase(Locale.ROOT).equals("true"));
  }
}
