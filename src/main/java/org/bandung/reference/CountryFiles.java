package org.bandung.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.reference.CountryResolution.Aggregate;
import org.bandung.reference.CountryResolution.Found;
import org.bandung.reference.CountryResolution.Several;
import org.bandung.reference.CountryResolution.Unknown;
import org.bandung.reference.DataTable.Row;
import org.bandung.reference.DataTable.Shape;

/// Reads countries, their names, regions and former codes.
final class CountryFiles {

  private static final Shape COUNTRIES =
      Shape.of(
          "iso3,iso2,m49,kind,region,subregion,intermediate,currency,languages,latitude,longitude,"
              + "from,to,source",
          "iso3",
          "iso3");
  private static final Shape NAMES = Shape.of("iso3,en,fr,es,pt,ar,zh,ru,source", "iso3", "iso3");
  private static final Shape MORE_NAMES =
      Shape.of("iso3,language,name,source", "", "iso3,language,name");
  private static final Shape REGIONS =
      Shape.of("m49,level,parent,en,fr,es,pt,ar,zh,ru,source", "m49", "m49");
  private static final Shape FORMER =
      Shape.of("code,kind,successors,en,from,to,source,note", "code", "code,from");

  private static final Map<String, Country.Kind> KINDS =
      Map.of(
          "member-state", Country.Kind.MEMBER_STATE,
          "observer-state", Country.Kind.OBSERVER_STATE,
          "territory", Country.Kind.TERRITORY,
          "other-area", Country.Kind.OTHER_AREA);
  private static final Set<String> LEVELS = Set.of("world", "region", "subregion", "intermediate");
  private static final Set<String> FORMER_KINDS =
      Set.of("aggregate", "alias", "numeric-alias", "renamed", "split", "union");

  private final DataFiles files;
  private final Map<CountryCode, Country> countries = new TreeMap<>();
  private final Map<String, CountryCode> byAlpha3 = new HashMap<>();
  private final Map<String, CountryCode> byAlpha2 = new HashMap<>();
  private final Map<String, Region> regions = new TreeMap<>();
  private final Map<String, CountryResolution> former = new HashMap<>();
  private final List<Name> names = new ArrayList<>();
  private final List<Name> formerNames = new ArrayList<>();
  private final List<FormerCode> formerCodes = new ArrayList<>();

  private CountryFiles(DataFiles files) {
    this.files = files;
  }

  /// What these files say.
  record Countries(
      Map<CountryCode, Country> byCode,
      Map<String, CountryCode> byAlpha3,
      Map<String, CountryCode> byAlpha2,
      Map<String, Region> regions,
      Map<String, CountryResolution> former,
      List<Name> names,
      List<Name> formerNames,
      List<FormerCode> formerCodes) {

    /// Folds some thousand names; done when the first name is asked for.
    CountryNames index() {
      var index = new CountryNames();
      names.forEach(n -> index.add(n.text(), n.meaning()));
      formerNames.forEach(n -> index.addFormer(n.text(), n.meaning()));
      return index;
    }
  }

  record Name(String text, CountryResolution meaning) {}

  static Countries read(DataFiles files) {
    var reading = new CountryFiles(files);
    reading.readRegions();
    reading.readCountries();
    reading.readMoreNames();
    reading.readFormerCodes();
    return new Countries(
        reading.countries,
        reading.byAlpha3,
        reading.byAlpha2,
        reading.regions,
        reading.former,
        reading.names,
        reading.formerNames,
        List.copyOf(reading.formerCodes));
  }

  private void readRegions() {
    var table = files.read("regions.csv", REGIONS);
    for (var row : table.rows()) {
      row.source();
      var m49 = row.required("m49");
      var level = row.oneOf("level", LEVELS);
      regions.put(m49, new Region(m49, level, row.optional("parent"), row.name("")));
    }
    for (var row : table.rows()) {
      knownRegion(row, "parent");
    }
  }

  private Optional<String> knownRegion(Row row, String column) {
    var m49 = row.optional(column);
    if (m49.isPresent() && !regions.containsKey(m49.get())) {
      row.fault(column + " is '" + m49.get() + "', which is no known region");
    }
    return m49;
  }

  private void readCountries() {
    var rows = new HashMap<String, LocalizedText>();
    var table = files.read("country-names.csv", NAMES);
    for (var row : table.rows()) {
      row.source();
      rows.put(row.required("iso3"), row.name(""));
    }
    for (var row : files.read("countries.csv", COUNTRIES).rows()) {
      var iso3 = row.required("iso3");
      var name = rows.get(iso3);
      if (!CountryCode.isWellFormed(iso3)) {
        row.fault("iso3 is '" + iso3 + "', which has not the form of an alpha-3 code");
      } else if (name == null) {
        row.fault("missing name of " + iso3 + " in country-names.csv");
      } else {
        addCountry(country(row, new CountryCode(iso3), name), row);
      }
    }
    for (var row : table.rows()) {
      row.country("iso3", byAlpha3);
    }
  }

  private Country country(Row row, CountryCode code, LocalizedText name) {
    row.source();
    row.checkDates();
    var kind = KINDS.get(row.oneOf("kind", KINDS.keySet()));
    return new Country(
        code,
        row.required("iso2"),
        row.optional("m49"),
        kind == null ? Country.Kind.OTHER_AREA : kind,
        name,
        knownRegion(row, "region"),
        knownRegion(row, "subregion"),
        knownRegion(row, "intermediate"),
        row.optional("currency"),
        row.list("languages"),
        degrees(row, "latitude", 90),
        degrees(row, "longitude", 180));
  }

  private void addCountry(Country country, Row row) {
    countries.put(country.code(), country);
    byAlpha3.put(country.code().alpha3(), country.code());
    if (byAlpha2.putIfAbsent(country.alpha2(), country.code()) != null) {
      row.fault("iso2 " + country.alpha2() + " belongs to " + byAlpha2.get(country.alpha2()));
    }
    var found = new Found(country.code());
    country.name().byLanguage().values().forEach(text -> names.add(new Name(text, found)));
  }

  private static double degrees(Row row, String column, int most) {
    try {
      double degrees = Double.parseDouble(row.text(column));
      if (Math.abs(degrees) <= most) {
        return degrees;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    row.fault(column + " is '" + row.text(column) + "', which is not a number of degrees");
    return 0;
  }

  private void readMoreNames() {
    for (var row : files.read("names-extra.csv", MORE_NAMES).rows()) {
      row.source();
      row.required("language");
      var name = row.required("name");
      row.country("iso3", byAlpha3).ifPresent(code -> names.add(new Name(name, new Found(code))));
    }
  }

  // In the order of time: of a code given twice the last use stays.
  private void readFormerCodes() {
    var rows = new ArrayList<>(files.read("former-codes.csv", FORMER).rows());
    rows.sort(Comparator.comparing(row -> row.text("from")));
    for (var row : rows) {
      row.source();
      row.checkDates();
      var code = row.required("code").toUpperCase(Locale.ROOT);
      var name = row.required("en");
      var kind = row.oneOf("kind", FORMER_KINDS);
      var meaning = meaning(row, code, kind);
      if (byAlpha3.containsKey(code)) {
        row.fault(code + " is the code of a country of today");
      }
      former.put(code, meaning);
      formerNames.add(new Name(name, meaning));
      formerCodes.add(dated(code, meaning, row));
    }
  }

  private static FormerCode dated(String code, CountryResolution meaning, Row row) {
    var successors =
        switch (meaning) {
          case Found(var country) -> List.of(country);
          case Several(var old, var countries) -> countries;
          case Aggregate a -> List.<CountryCode>of();
          case Unknown u -> List.<CountryCode>of();
        };
    return new FormerCode(
        code,
        meaning instanceof Aggregate,
        successors,
        year(row.text("from"), Integer.MIN_VALUE),
        year(row.text("to"), Integer.MAX_VALUE));
  }

  private static int year(String date, int otherwise) {
    return date.matches("[0-9]{4}.*") ? Integer.parseInt(date.substring(0, 4)) : otherwise;
  }

  private CountryResolution meaning(Row row, String code, String kind) {
    var successors = new ArrayList<CountryCode>();
    for (var text : row.list("successors")) {
      var successor = byAlpha3.get(text);
      if (successor != null) {
        successors.add(successor);
      } else {
        row.fault("successor '" + text + "' is no known country or area");
      }
    }
    if (kind.equals("aggregate")) {
      return new Aggregate(code);
    }
    if (successors.isEmpty()) {
      row.fault("missing successors");
    }
    return successors.size() == 1
        ? new Found(successors.getFirst())
        : new Several(code, successors);
  }
}
