package org.bandung.web.substitution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.bandung.economy.Debts.Debt;
import org.bandung.economy.Debts.Line;
import org.bandung.economy.Debts.Relief;
import org.bandung.economy.Owed;
import org.bandung.economy.Side;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// What a country owes as its page shows it.
final class DebtView {

  private static final String SHARE = "share";
  private static final int CREDITORS = 20;

  /// How publishers mark a number that is their estimate.
  static final String ESTIMATE = "*";

  private final Words words;

  DebtView(Words words) {
    this.words = words;
  }

  /// A measure with its figure.
  record Measure(String name, String value) {}

  /// A creditor.
  ///
  /// @param code of a country that has a page; null where it is none
  record Creditor(
      String name, @Nullable String code, String kind, String side, String value, String share) {}

  /// What is owed in a year, kind by kind: states of the South, of the North, others, multilateral,
  /// private, bonds, all.
  record Year(String year, List<String> cells, String southShare) {}

  /// A series of a panel.
  ///
  /// @param before the value of five years before, with its year; empty where there is none
  record Series(String name, String unit, String year, String value, String before) {}

  /// Something that became of the debt.
  record Event(
      String year, String kind, String event, String creditor, String value, String unit) {}

  List<Measure> measures(Debt debt, String south, String other) {
    var stock = debt.stock().orElse(null);
    if (stock == null) {
      return List.of();
    }
    var measures = new ArrayList<Measure>();
    measures.add(measure("total", value(stock, stock.total())));
    measures.add(
        new Measure(
            words.text("debt.measure.south", south),
            Numbers.share(stock.share(Side.SOUTH), words)));
    debt.otherStock()
        .ifPresent(o ->
            measures.add(
                new Measure(
                    words.text("debt.measure.south", other),
                    Numbers.share(o.share(Side.SOUTH), words))));
    stock
        .largestSouthern()
        .ifPresent(largest ->
            measures.add(
                new Measure(
                    words.text("debt.measure.without", words.country(largest)),
                    Numbers.share(stock.without(largest).share(Side.SOUTH), words))));
    measures.add(measure("official-south", Numbers.share(stock.officialShare(Side.SOUTH), words)));
    measures.add(measure("north", Numbers.share(stock.share(Side.NORTH), words)));
    for (var kind : List.of("multilateral", "private", "bonds")) {
      measures.add(
          new Measure(
              words.text("debt.kind." + kind), Numbers.share(stock.kindShare(kind), words)));
    }
    return measures;
  }

  /// A part of what is owed; not told where no claim is held.
  private String value(Owed owed, double part) {
    return owed.claims().isEmpty() ? Numbers.none(words) : Numbers.value(part, words);
  }

  private Measure measure(String key, String value) {
    return new Measure(words.text("debt.measure." + key), value);
  }

  List<Creditor> creditors(Owed owed) {
    double total = owed.total();
    return owed.claims().stream()
        .limit(CREDITORS)
        .map(c ->
            new Creditor(
                words.country(c.creditor()),
                words.country(c.creditor()).equals(c.creditor()) ? null : c.creditor(),
                words.text("debt.kind." + c.kind()),
                words.text("debt.side." + side(c.side())),
                Numbers.value(c.value(), words),
                Numbers.share(c.value() / total, words)))
        .toList();
  }

  /// Data that do not know the year of an event have it as 0.
  String year(int year) {
    return year == 0 ? words.text("debt.year-unknown") : Integer.toString(year);
  }

  static String side(Side side) {
    return side.name().toLowerCase(java.util.Locale.ROOT);
  }

  List<Year> years(List<Owed> years) {
    return years.stream()
        .map(o ->
            new Year(
                year(o.year()),
                List.of(
                    value(o, o.of("bilateral", Side.SOUTH)),
                    value(o, o.of("bilateral", Side.NORTH)),
                    value(o, o.of("bilateral", Side.OTHER)),
                    value(o, o.of("multilateral")),
                    value(o, o.of("private") + o.of("other")),
                    value(o, o.of("bonds")),
                    value(o, o.total())),
                Numbers.share(o.share(Side.SOUTH), words)))
        .toList();
  }

  /// Each series with its last value and, where there is one, that of five years before.
  List<Series> panel(List<Line> lines) {
    var series = new LinkedHashMap<String, TreeMap<Integer, Line>>();
    lines.forEach(l -> series.computeIfAbsent(l.series(), s -> new TreeMap<>()).put(l.year(), l));
    return series.values().stream()
        .map(years -> {
          var last = List.copyOf(years.values()).getLast();
          var before = years.get(last.year() - 5);
          return new Series(
              words.word("debt.series", last.series()),
              Numbers.unit(last.unit(), words),
              year(last.year()),
              value(last),
              before == null
                  ? ""
                  : words.text("debt.in-year", value(before), Integer.toString(before.year())));
        })
        .toList();
  }

  private String value(Line line) {
    return line.unit().startsWith(SHARE)
        ? Numbers.share(line.value(), words)
        : Numbers.value(line.value(), words);
  }

  List<Event> events(List<Relief> reliefs) {
    return reliefs.stream()
        .map(r ->
            new Event(
                year(r.year()),
                words.word("debt.event", r.kind()),
                r.event(),
                words.country(r.creditor()),
                Numbers.value(r.value(), words) + r.mark(),
                r.value().isPresent() ? Numbers.unit(r.unit(), words) : ""))
        .toList();
  }
}
