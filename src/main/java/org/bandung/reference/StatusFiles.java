package org.bandung.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.DataTable.Row;
import org.bandung.reference.DataTable.Shape;

/// Reads the classifications of development status and the categories of countries.
final class StatusFiles {

  private static final Shape SCHEMES =
      Shape.of(
          "scheme,version,default,title_en,title_fr,title_es,title_pt,title_ar,title_zh,title_ru,"
              + "source,note",
          "scheme",
          "scheme");
  private static final Shape STATUS =
      Shape.of(
          "scheme,version,iso3,status,from,to,certainty,source,note",
          "scheme,iso3",
          "scheme,iso3,from");
  private static final Shape CATEGORIES =
      Shape.of(
          "category,iso3,from,to,certainty,source,note", "category,iso3", "category,iso3,from");

  static final Set<String> CERTAINTIES = Set.of("confirmed", "scheduled", "unsure");
  private static final Set<String> STATUSES = Set.of("south", "north", "transition");

  private static final Comparator<Membership> BY_TIME =
      Comparator.comparing(Membership::grouping)
          .thenComparing(m -> m.from().orElse(PartialDate.ofYear(1)));

  private StatusFiles() {}

  /// What these files say, rows of a country in order of time.
  record Statuses(
      Map<String, StatusScheme> schemes,
      Map<String, Map<CountryCode, List<Membership>>> byScheme,
      Map<CountryCode, List<Membership>> categories) {}

  static Statuses read(DataFiles files, Map<String, CountryCode> countries) {
    var schemes = readSchemes(files);
    var byScheme = new HashMap<String, Map<CountryCode, List<Membership>>>();
    schemes.keySet().forEach(code -> byScheme.put(code, new HashMap<>()));
    for (var row : files.read("status.csv", STATUS).rows()) {
      var scheme = schemes.get(row.text("scheme"));
      if (scheme == null) {
        row.fault("scheme '" + row.text("scheme") + "' is not in status-schemes.csv");
        continue;
      }
      if (!scheme.version().equals(row.text("version"))) {
        row.fault("version is not " + scheme.version() + ", that of status-schemes.csv");
      }
      var status = row.oneOf("status", STATUSES);
      add(byScheme.getOrDefault(scheme.code(), Map.of()), row, scheme.code(), status, countries);
    }
    var categories = new HashMap<CountryCode, List<Membership>>();
    for (var row : files.read("categories.csv", CATEGORIES).rows()) {
      add(categories, row, row.required("category"), "member", countries);
    }
    byScheme.values().forEach(StatusFiles::sort);
    sort(categories);
    return new Statuses(schemes, byScheme, categories);
  }

  private static Map<String, StatusScheme> readSchemes(DataFiles files) {
    var schemes = new LinkedHashMap<String, StatusScheme>();
    for (var row : files.read("status-schemes.csv", SCHEMES).rows()) {
      var code = row.required("scheme");
      boolean isDefault = row.oneOf("default", Set.of("true", "false")).equals("true");
      schemes.put(
          code,
          new StatusScheme(
              code,
              row.required("version"),
              isDefault,
              row.name("title_"),
              row.source(),
              row.text("note")));
    }
    return schemes;
  }

  private static void add(
      Map<CountryCode, List<Membership>> rows,
      Row row,
      String code,
      String status,
      Map<String, CountryCode> countries) {
    row.checkDates();
    var country = row.country("iso3", countries);
    if (country.isEmpty()) {
      return;
    }
    var membership = membership(row, code, country.get(), status);
    var before = rows.computeIfAbsent(country.get(), c -> new ArrayList<>());
    if (before.stream().anyMatch(b -> overlap(b, membership))) {
      row.fault("overlaps in time with another row of " + country.get() + " in " + code);
    }
    before.add(membership);
  }

  static Membership membership(Row row, String code, CountryCode country, String status) {
    return new Membership(
        code,
        country,
        row.date("from"),
        row.date("to"),
        status,
        row.oneOf("certainty", CERTAINTIES),
        row.source(),
        row.text("note"));
  }

  private static boolean overlap(Membership a, Membership b) {
    return a.grouping().equals(b.grouping()) && beginsBeforeEnd(a, b) && beginsBeforeEnd(b, a);
  }

  private static boolean beginsBeforeEnd(Membership a, Membership b) {
    return a.from().isEmpty()
        || b.to().isEmpty()
        || a.from().get().earliest().isBefore(b.to().get().earliest());
  }

  private static void sort(Map<CountryCode, List<Membership>> rows) {
    rows.replaceAll((country, list) -> list.stream().sorted(BY_TIME).toList());
  }
}
