package org.bandung.api.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bandung.api.frame.BadQuery;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.drafts.Wording;
import org.bandung.catalogue.drafts.WordingFaults;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.jspecify.annotations.Nullable;

/// What a draft says, sent and shown in the same form.
///
/// @param period of needs and offers, how long the entry holds; of others, when it was or takes
///   place
/// @param needed of needs and offers, when it is needed or can be had
/// @param initiative of a solution, the initiative it was made from
record EntryWords(
    LocalizedText title,
    Texts texts,
    Period period,
    Period needed,
    List<Content.Classification> classifications,
    List<Place> places,
    List<Content.Link> links,
    @Nullable Quantity quantity,
    @Nullable String planLink,
    @Nullable Event event,
    @Nullable String initiative,
    @Nullable Confidential confidential) {

  private static final String CODE = "[A-Za-z0-9._/-]{1,60}";

  /// Its texts; which it has depends on its kind.
  record Texts(
      LocalizedText description,
      LocalizedText plan,
      LocalizedText terms,
      LocalizedText problem,
      LocalizedText done,
      LocalizedText result,
      LocalizedText evidence,
      LocalizedText conditions,
      LocalizedText venue) {

    private Map<String, LocalizedText> byName() {
      return Map.of(
          "plan", plan,
          "terms", terms,
          "problem", problem,
          "done", done,
          "result", result,
          "evidence", evidence,
          "conditions", conditions,
          "venue", venue);
    }
  }

  /// A place below the country.
  record Place(
      LocalizedText name,
      @Nullable String country,
      @Nullable String latitude,
      @Nullable String longitude) {}

  /// What only an event has.
  record Event(@Nullable String type, @Nullable Integer seats, @Nullable PartialDate applyBy) {}

  /// What is told only to those who take part, and never published.
  record Confidential(
      @Nullable String person,
      @Nullable String email,
      @Nullable String telephone,
      @Nullable ReportedAmount budget,
      Wording.@Nullable Circles circles) {}

  static EntryWords of(Wording wording) {
    var content = wording.content();
    var none = LocalizedText.EMPTY;
    var description = content.description();
    var texts =
        switch (wording.details()) {
          case Details.Need(var plan, var _, var _) ->
              new Texts(description, plan, none, none, none, none, none, none, none);
          case Details.Offer(var terms, var _) ->
              new Texts(description, none, terms, none, none, none, none, none, none);
          case Details.Solution(
                  var problem,
                  var done,
                  var result,
                  var evidence,
                  var conditions,
                  var _) ->
              new Texts(description, none, none, problem, done, result, evidence, conditions, none);
          case Details.Event(var _, var venue, var _, var _) ->
              new Texts(description, none, none, none, none, none, none, none, venue);
          case Details.Expert expert ->
              new Texts(description, none, none, none, none, none, none, none, none);
          case Details.Institution institution ->
              new Texts(description, none, none, none, none, none, none, none, none);
        };
    return new EntryWords(
        content.title(),
        texts,
        content.actual(),
        content.planned(),
        content.classifications(),
        content.places().stream().map(EntryWords::place).toList(),
        content.links(),
        wording.details().howMuch().orElse(null),
        wording.details() instanceof Details.Need need ? need.planLink() : null,
        wording.details() instanceof Details.Event(var type, var _, var seats, var applyBy)
            ? new Event(type, seats, applyBy)
            : null,
        wording.details() instanceof Details.Solution solution ? solution.initiative() : null,
        confidential(wording.confidential()));
  }

  private static Place place(Content.Place p) {
    var country = p.country();
    return new Place(
        p.name(), country == null ? null : country.alpha3(), p.latitude(), p.longitude());
  }

  private static @Nullable Confidential confidential(Wording.Confidential told) {
    return told.equals(Wording.Confidential.NONE)
        ? null
        : new Confidential(
            told.person(), told.email(), told.telephone(), told.budget(), told.circles());
  }

  /// What a draft of that kind is to say.
  ///
  /// @throws BadQuery if something is said that such an entry does not have, or no code can be
  Wording wording(EntryKind kind) {
    var faults = new ArrayList<BadQuery.Fault>();
    foreign(kind, faults);
    for (int i = 0; i < classifications.size(); i++) {
      var one = classifications.get(i);
      if (!one.scheme().matches(CODE) || !one.code().matches(CODE)) {
        faults.add(new BadQuery.Fault("says/classifications/" + i, "not-a-code"));
      }
    }
    for (int i = 0; i < places.size(); i++) {
      var country = places.get(i).country();
      if (country != null && !CountryCode.isWellFormed(country)) {
        faults.add(new BadQuery.Fault("says/places/" + i + "/country", "not-a-country"));
      }
    }
    lines(faults);
    if (!faults.isEmpty()) {
      throw new BadQuery(faults);
    }
    return new Wording(content(), details(kind), told());
  }

  /// What is one line on a form is one line here.
  private void lines(List<BadQuery.Fault> faults) {
    var told = new LinkedHashMap<String, @Nullable String>();
    told.put("initiative", initiative);
    told.put("quantity/unit", quantity == null ? null : quantity.unit());
    told.put("event/type", event == null ? null : event.type());
    for (int i = 0; i < classifications.size(); i++) {
      told.put("classifications/" + i + "/percentage", classifications.get(i).percentage());
      longest(told, "classifications/" + i + "/name", classifications.get(i).name());
    }
    for (int i = 0; i < places.size(); i++) {
      told.put("places/" + i + "/latitude", places.get(i).latitude());
      told.put("places/" + i + "/longitude", places.get(i).longitude());
      longest(told, "places/" + i + "/name", places.get(i).name());
    }
    for (int i = 0; i < links.size(); i++) {
      told.put("links/" + i + "/category", links.get(i).category());
      longest(told, "links/" + i + "/title", links.get(i).title());
    }
    var budget = confidential == null ? null : confidential.budget();
    told.put("confidential/budget/currency", budget == null ? null : budget.currency());
    told.forEach((place, line) -> {
      if (line != null && line.length() > WordingFaults.LONGEST_LINE) {
        faults.add(
            new BadQuery.Fault(
                "says/" + place, "too-long", String.valueOf(WordingFaults.LONGEST_LINE)));
      }
    });
    if (quantity != null && quantity.number().signum() < 0) {
      faults.add(new BadQuery.Fault("says/quantity/number", "not-a-figure"));
    }
    if (event != null && event.seats() != null && event.seats() < 0) {
      faults.add(new BadQuery.Fault("says/event/seats", "not-valid"));
    }
  }

  private static void longest(
      Map<String, @Nullable String> told, String place, LocalizedText text) {
    text.byLanguage().values().stream()
        .max(Comparator.comparingInt(String::length))
        .ifPresent(longest -> told.put(place, longest));
  }

  /// The parts that an entry of that kind does not have.
  private void foreign(EntryKind kind, List<BadQuery.Fault> faults) {
    var own =
        switch (kind) {
          case NEED -> List.of("plan", "planLink", "quantity", "needed");
          case OFFER -> List.of("terms", "quantity", "needed");
          case SOLUTION ->
              List.of("problem", "done", "result", "evidence", "conditions", "initiative");
          case EVENT -> List.of("venue", "event");
          case EXPERT, INSTITUTION -> List.<String>of();
        };
    var said = new TreeSet<String>();
    texts.byName().forEach((name, text) -> add(said, name, text.isEmpty() ? null : text));
    add(said, "planLink", planLink);
    add(said, "quantity", quantity);
    add(said, "needed", needed.equals(Period.UNKNOWN) ? null : needed);
    add(said, "event", event);
    add(said, "initiative", initiative);
    said.stream()
        .filter(name -> !own.contains(name))
        .forEach(name ->
            faults.add(
                new BadQuery.Fault(
                    (texts.byName().containsKey(name) ? "says/texts/" : "says/") + name,
                    "not-of-this-kind",
                    kind.code())));
  }

  private static void add(TreeSet<String> said, String name, @Nullable Object value) {
    if (value != null) {
      said.add(name);
    }
  }

  private Content content() {
    return new Content(
        null,
        title,
        texts.description(),
        null,
        needed,
        period,
        List.of(),
        classifications,
        places.stream()
            .map(p ->
                new Content.Place(
                    p.name(),
                    p.country() == null ? null : new CountryCode(p.country()),
                    p.latitude(),
                    p.longitude()))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        links,
        List.of(),
        List.of(),
        List.of());
  }

  private Details details(EntryKind kind) {
    return switch (kind) {
      case NEED -> new Details.Need(texts.plan(), planLink, quantity);
      case OFFER -> new Details.Offer(texts.terms(), quantity);
      case SOLUTION ->
          new Details.Solution(
              texts.problem(),
              texts.done(),
              texts.result(),
              texts.evidence(),
              texts.conditions(),
              initiative);
      case EVENT ->
          event == null
              ? new Details.Event(null, texts.venue(), null, null)
              : new Details.Event(event.type(), texts.venue(), event.seats(), event.applyBy());
      case EXPERT, INSTITUTION -> new Details.Institution();
    };
  }

  private Wording.Confidential told() {
    return confidential == null
        ? Wording.Confidential.NONE
        : new Wording.Confidential(
            said(confidential.person()),
            said(confidential.email()),
            said(confidential.telephone()),
            confidential.budget(),
            confidential.circles());
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }
}
