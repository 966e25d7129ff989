package org.bandung.economy.gravity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bandung.economy.gravity.Columns.Column;

/// All countries of the base year, each with each: where in the data every pair stands.
final class World {

  static final int MOST_COUNTRIES = 400;

  private final int year;
  private final List<String> countries;
  private final int[] rows;

  private World(int year, List<String> countries, int[] rows) {
    this.year = year;
    this.countries = countries;
    this.rows = rows;
  }

  /// Finds the pairs.
  ///
  /// @throws Fault.Found where a pair is missing or stands twice
  static World of(Spec spec, Sample sample, Spec.Scenario scenario) {
    var columns = sample.columns();
    int year = year(sample, scenario);
    var exporters = texts(columns, spec.data().exporter());
    var importers = texts(columns, spec.data().importer());
    var asked = IntStream.of(sample.asked());
    if (columns.find(spec.data().year()).orElse(null) instanceof Column.Numbers(var years)) {
      asked = asked.filter(i -> years[i] == year);
    }
    var some = asked.toArray();
    var names = new TreeSet<String>();
    for (int i : some) {
      names.add(exporters.text(i));
      names.add(importers.text(i));
    }
    if (names.size() > MOST_COUNTRIES) {
      throw new Fault.Found("/data", "too-many", MOST_COUNTRIES);
    }
    var countries = List.copyOf(names);
    var numbers = new HashMap<String, Integer>();
    countries.forEach(c -> numbers.put(c, numbers.size()));
    return new World(year, countries, pairs(some, exporters, importers, numbers, countries, year));
  }

  private static int[] pairs(
      int[] some,
      Column.Texts exporters,
      Column.Texts importers,
      Map<String, Integer> numbers,
      List<String> countries,
      int year) {
    int n = countries.size();
    var rows = new int[n * n];
    java.util.Arrays.fill(rows, -1);
    for (int i : some) {
      int at = number(numbers, exporters.text(i)) * n + number(numbers, importers.text(i));
      if (rows[at] >= 0) {
        throw new Fault.Found("/data", "pair-twice", exporters.text(i), importers.text(i), year);
      }
      rows[at] = i;
    }
    for (int at = 0; at < rows.length; at++) {
      if (rows[at] < 0) {
        throw new Fault.Found(
            "/data", "pair-missing", countries.get(at / n), countries.get(at % n), year);
      }
    }
    return rows;
  }

  private static int number(Map<String, Integer> numbers, String country) {
    return numbers.getOrDefault(country, 0); // all are there
  }

  private static int year(Sample sample, Spec.Scenario scenario) {
    var years = sample.years();
    if (scenario.baseYear().isPresent()) {
      int wanted = scenario.baseYear().get();
      if (!years.contains(wanted)) {
        throw new Fault.Found("/baseYear", "no-year", wanted);
      }
      return wanted;
    }
    if (years.size() > 1) {
      throw new Fault.Found("/baseYear", "base-year", years.getFirst(), years.getLast());
    }
    return years.isEmpty() ? 0 : years.getFirst();
  }

  private static Column.Texts texts(Columns columns, String name) {
    if (columns.find(name).orElse(null) instanceof Column.Texts texts) {
      return texts;
    }
    throw new Fault.Found("/data", "no-name", name);
  }

  int year() {
    return year;
  }

  List<String> countries() {
    return countries;
  }

  int size() {
    return countries.size();
  }

  /// The row of a pair, exporter times size plus importer.
  int row(int pair) {
    return rows[pair];
  }

  boolean domestic(int pair) {
    return pair / size() == pair % size();
  }

  /// The values of the pairs.
  double[] values(double[] column) {
    return IntStream.of(rows).mapToDouble(i -> column[i]).toArray();
  }

  String name(int pair) {
    return countries.get(pair / size()) + " - " + countries.get(pair % size());
  }
}
