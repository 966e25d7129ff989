package org.bandung.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bandung.catalogue.EntryPage;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.parties.Organisation;
import org.bandung.reference.Country;
import org.bandung.reference.Grouping;
import org.bandung.reference.Reference;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.SourceView;
import org.jspecify.annotations.Nullable;

/// Items of lists as JSON, in the shape that the REST interface gives them.
record Rendering(Reference reference, String language) {

  Map<String, @Nullable Object> initiative(InitiativePage.Summary s) {
    var item = item("id", s.id());
    item.put("originalId", s.originalId());
    item.put("title", spoken(s.title()));
    item.put("period", period(s.period()));
    item.put("modality", coded("modality", s.modality()));
    item.put("scope", s.scope().map(code -> coded("scope", code)).orElse(null));
    item.put(
        "countries",
        s.countries().stream()
            .map(c -> {
              var taking = item("country", country(c.country()));
              taking.put("role", coded("participant-role", c.role().code()));
              return taking;
            })
            .toList());
    item.put("sectors", s.sectors().stream().map(this::sector).toList());
    item.put("sources", s.sources());
    item.put("compilationOnly", s.compilationOnly());
    return item;
  }

  Map<String, @Nullable Object> country(Country country, LocalDate today) {
    var item = country(country.code());
    item.put("alpha2", country.alpha2());
    item.put("m49", country.m49().orElse(null));
    item.put("kind", word(country.kind()));
    item.put("region", region(country.region()));
    item.put("subregion", region(country.subregion()));
    item.put("development", word(reference.development(country.code(), today)));
    return item;
  }

  Map<String, @Nullable Object> grouping(Grouping g) {
    var item = code(g.code(), text(g.name()));
    item.put("acronym", g.acronym());
    item.put("kind", g.kind());
    item.put("from", g.from().map(PartialDate::toString).orElse(null));
    item.put("to", g.to().map(PartialDate::toString).orElse(null));
    item.put(
        "successor",
        g.successor()
            .map(s -> code(s, reference.findGrouping(s).map(x -> text(x.name())).orElse(null)))
            .orElse(null));
    return item;
  }

  Map<String, @Nullable Object> organisation(Organisation o) {
    var item = item("id", o.id());
    item.put("name", spoken(o.name()));
    item.put("names", o.name());
    item.put("acronym", o.acronym().isEmpty() ? null : o.acronym());
    item.put("kind", o.kind());
    item.put("type", o.type().map(t -> coded("organisation-type", t)).orElse(null));
    item.put("country", o.country().map(this::country).orElse(null));
    item.put("references", o.references());
    item.put(
        "grouping",
        o.grouping()
            .map(g -> code(g, reference.findGrouping(g).map(x -> text(x.name())).orElse(null)))
            .orElse(null));
    item.put("website", o.website().orElse(null));
    item.put("source", o.source());
    return item;
  }

  Map<String, @Nullable Object> entry(EntryPage.Summary e) {
    var item = item("id", e.id());
    item.put("kind", coded("entry-kind", e.kind().code()));
    item.put("title", spoken(e.title()));
    item.put("period", period(e.period()));
    item.put(
        "countries",
        e.countries().stream()
            .map(c -> {
              var taking = item("country", country(c.country()));
              taking.put("role", coded("participant-role", c.role().code()));
              return taking;
            })
            .toList());
    item.put("sectors", e.sectors().stream().map(this::sector).toList());
    item.put("languages", e.languages());
    item.put("source", e.source());
    return item;
  }

  Map<String, @Nullable Object> source(SourceView s) {
    var item = item("key", s.key());
    item.put("channel", s.channel());
    item.put("publisher", s.publisher());
    item.put("name", spoken(s.name()));
    item.put("statements", s.statements());
    item.put("withdrawn", s.withdrawn());
    item.put("noted", s.noted());
    item.put("lastReceived", s.lastReceived().map(Object::toString).orElse(null));
    return item;
  }

  private static Map<String, @Nullable Object> item(String key, @Nullable Object value) {
    var item = new LinkedHashMap<String, @Nullable Object>();
    item.put(key, value);
    return item;
  }

  private static Map<String, @Nullable Object> code(String code, @Nullable String name) {
    var coded = item("code", code);
    coded.put("name", code.equals(name) ? null : name);
    return coded;
  }

  private Map<String, @Nullable Object> coded(String scheme, String code) {
    return code(code, reference.label(scheme, code, language));
  }

  private Map<String, @Nullable Object> sector(String code) {
    return reference.label("dac-sector", code, language).equals(code)
        ? coded("dac-sector-group", code)
        : coded("dac-sector", code);
  }

  private Map<String, @Nullable Object> country(CountryCode code) {
    return code(code.alpha3(), reference.countryName(code, language));
  }

  private @Nullable Object region(Optional<String> m49) {
    return m49.map(r -> code(r, reference.findRegion(r).map(x -> text(x.name())).orElse(null)))
        .orElse(null);
  }

  private static Map<String, @Nullable Object> period(Period period) {
    var dates = item("start", date(period.start()));
    dates.put("end", date(period.end()));
    dates.put("ongoing", period.ongoing());
    return dates;
  }

  /// Dates for people: `2019–2021`.
  static String dates(Period period) {
    var start = period.start();
    var end = period.end();
    return start == null && end == null
        ? ""
        : (start == null ? "" : start) + "–" + (end == null ? "" : end);
  }

  private static @Nullable String date(@Nullable PartialDate date) {
    return date == null ? null : date.toString();
  }

  private @Nullable Object spoken(LocalizedText text) {
    return text.in(language)
        .map(s -> {
          var spoken = item("language", s.language());
          spoken.put("text", s.text());
          return spoken;
        })
        .orElse(null);
  }

  /// The text for the reader, or empty.
  String text(LocalizedText text) {
    return text.in(language).map(LocalizedText.Spoken::text).orElse("");
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
