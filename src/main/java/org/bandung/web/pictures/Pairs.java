package org.bandung.web.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Codes;
import org.bandung.statistics.counting.Dimension;
import org.bandung.web.frame.Projection;
import org.bandung.web.pictures.Picture.Aside;
import org.bandung.web.pictures.Picture.Figure;
import org.bandung.web.pictures.Picture.Look;
import org.bandung.web.pictures.Picture.Mark;
import org.bandung.web.pictures.Picture.Node;

/// Who gives to whom, country by country: on a map, or near to whom they work with.
final class Pairs {

  static final int FLOWS = 60;
  static final int COUNTRIES = 26;
  static final int TIES = 70;

  private final Sheet sheet;
  private final Answer table;
  private final Function<String, Projection.Point> places;

  /// @param table providers by recipients
  /// @param places of countries on the map
  Pairs(Sheet sheet, Answer table, Function<String, Projection.Point> places) {
    this.sheet = sheet;
    this.table = table;
    this.places = places;
  }

  /// A flow between two countries.
  private record Pair(String from, String to, Cell cell) {}

  /// Pairs of known countries that have a figure, the largest first.
  private List<Pair> pairs() {
    var pairs = new ArrayList<Pair>();
    table
        .cells()
        .forEach((from, row) ->
            row.forEach((to, cell) -> {
              if (known(from) && known(to) && cell.reported()) {
                pairs.add(new Pair(from, to, cell));
              }
            }));
    pairs.sort(
        Comparator.comparingLong((Pair p) -> p.cell().value())
            .reversed()
            .thenComparing(Pair::from)
            .thenComparing(Pair::to));
    return pairs;
  }

  private static boolean known(String code) {
    return !code.isEmpty() && !code.equals(Codes.NOT_SPLIT);
  }

  /// The largest flows on the map.
  Picture flows() {
    var pairs = pairs();
    var drawn = pairs.subList(0, Math.min(FLOWS, pairs.size()));
    return picture(drawn, pairs.size(), countries(drawn));
  }

  /// The countries with most, and the largest flows among them.
  Picture network() {
    var pairs = pairs();
    var weights = new HashMap<String, Long>();
    for (var pair : pairs) {
      weights.merge(pair.from(), pair.cell().value(), Long::sum);
      weights.merge(pair.to(), pair.cell().value(), Long::sum);
    }
    var chosen =
        weights.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(COUNTRIES)
            .map(Map.Entry::getKey)
            .toList();
    Predicate<Pair> among = p -> chosen.contains(p.from()) && chosen.contains(p.to());
    var drawn = pairs.stream().filter(among).limit(TIES).toList();
    return picture(drawn, pairs.size(), countries(drawn));
  }

  private static List<String> countries(List<Pair> drawn) {
    var countries = new LinkedHashSet<String>();
    for (var pair : drawn) {
      countries.add(pair.from());
      countries.add(pair.to());
    }
    return List.copyOf(countries);
  }

  private Picture picture(List<Pair> drawn, int all, List<String> countries) {
    var figures = figures(countries);
    var nodes = new ArrayList<Node>();
    for (var country : countries) {
      var name = sheet.words().code(Dimension.COUNTRY, country);
      var figure = figures.getOrDefault(country, Figure.NONE);
      var place = places.apply(country);
      nodes.add(
          new Node(name, 0, Look.ORDINARY, figure, sheet.told(name, figure), place.x(), place.y()));
    }
    var marks = drawn.stream().map(p -> mark(p, countries)).toList();
    var notes =
        drawn.size() < all
            ? List.of(sheet.words().text("pictures.largest", drawn.size(), all))
            : List.<String>of();
    return new Picture(nodes, List.of(), marks, List.of(), aside(), notes);
  }

  private Mark mark(Pair pair, List<String> countries) {
    var behind =
        sheet
            .question()
            .where(Dimension.PROVIDER, pair.from())
            .where(Dimension.RECIPIENT, pair.to());
    var figure = sheet.figure(pair.cell(), behind);
    var told =
        sheet.told(
            "pictures.mark.flow",
            sheet.words().code(Dimension.COUNTRY, pair.from()),
            sheet.words().code(Dimension.COUNTRY, pair.to()),
            figure);
    return new Mark(countries.indexOf(pair.from()), countries.indexOf(pair.to()), figure, told);
  }

  /// What each country has in all; where one country is asked for, what it has with each other.
  private Map<String, Figure> figures(List<String> countries) {
    var asked = sheet.question().filters().getOrDefault(Dimension.COUNTRY, Set.of());
    var dimension = asked.size() == 1 ? Dimension.PARTNER : Dimension.COUNTRY;
    var totals = sheet.over(dimension, null);
    var figures = new HashMap<String, Figure>();
    for (var country : countries) {
      if (asked.equals(Set.of(country))) {
        figures.put(country, sheet.figure(totals.total(), sheet.question()));
      } else {
        figures.put(
            country, sheet.figure(totals.at(country), sheet.question().where(dimension, country)));
      }
    }
    return figures;
  }

  /// What has a side that nobody reported or split.
  private List<Aside> aside() {
    var aside = new ArrayList<Aside>();
    for (var code : List.of("", Codes.NOT_SPLIT)) {
      aside(aside, Dimension.PROVIDER, code, table.rowTotals());
      aside(aside, Dimension.RECIPIENT, code, table.columnTotals());
    }
    return aside;
  }

  private void aside(
      List<Aside> aside, Dimension dimension, String code, Map<String, Cell> totals) {
    var figure =
        sheet.figure(totals.getOrDefault(code, Cell.NONE), sheet.question().where(dimension, code));
    if (!figure.equals(Figure.NONE)) {
      var name =
          sheet
              .words()
              .text(
                  "pictures.mark",
                  sheet.words().dimension(dimension),
                  sheet.words().code(dimension, code));
      aside.add(new Aside(name, figure.door()));
    }
  }
}
