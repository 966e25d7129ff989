package org.bandung.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bandung.economy.Shortlist.Candidate;
import org.bandung.economy.SubstitutionRules.Known;
import org.bandung.economy.indices.Advantage;
import org.bandung.economy.indices.Grid;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;

/// What could be bought in the South instead: of each product that a country buys from the North,
/// who of the South exports it with a revealed comparative advantage above 1, in the order of the
/// weights; and the mirror of it, where in the South what a country exports well is bought from the
/// North.
final class Substitution {

  private static final Comparator<Candidate> BEST =
      Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::country);

  private final Supply supply;
  private final South south;
  private final BiFunction<String, String, Ties> ties;
  private final SubstitutionRules rules;
  // For each exporter of the supply whether it is of the South.
  private final boolean[] southern;

  /// @param ties of an importer and an exporter
  Substitution(
      Supply supply, South south, BiFunction<String, String, Ties> ties, SubstitutionRules rules) {
    this.supply = supply;
    this.south = south;
    this.ties = ties;
    this.rules = rules;
    var exporters = supply.exports().rows();
    southern = new boolean[exporters.size()];
    for (int row = 0; row < southern.length; row++) {
      southern[row] = south.holds(exporters.get(row), supply.year());
    }
  }

  /// The shortlist of an importer.
  ///
  /// @param bought what it buys, told apart by product and reporter (the exporter), of the year
  Shortlist of(String importer, Cells bought, Shortlist.Wish wish) {
    var lines = ProductLines.of(supply.year(), bought, Dimension.REPORTER, south);
    var known = new HashMap<String, Ties>();
    var items = new ArrayList<Shortlist.Item>();
    int considered = 0;
    int without = 0;
    var byNorth =
        lines.lines().stream()
            .filter(l -> l.north() > 0)
            .sorted(
                Comparator.comparingDouble(ProductLines.Line::north)
                    .reversed()
                    .thenComparing(ProductLines.Line::product))
            .toList();
    var shown = new LinkedHashMap<ProductLines.Line, int[]>();
    for (var line : byNorth) {
      considered++;
      int row = supply.advantage().row(line.product());
      var eligible = row < 0 ? new int[0] : eligible(importer, row, wish);
      if (eligible.length == 0) {
        without++;
      } else if (shown.size() < wish.items()) {
        shown.put(line, eligible);
      }
    }
    var sold = sold(bought, shown.keySet());
    shown.forEach((line, eligible) -> {
      var suppliers = sold.getOrDefault(line.product(), Map.of());
      items.add(
          new Shortlist.Item(
              line,
              IntStream.of(eligible)
                  .mapToObj(column -> candidate(importer, column, line, suppliers, known))
                  .sorted(BEST)
                  .limit(wish.candidates())
                  .toList(),
              eligible.length));
    });
    return new Shortlist(importer, supply.year(), supply.yearBefore(), items, considered, without);
  }

  /// Who sells the products of some lines already, by product and exporter.
  private static Map<String, Map<String, Double>> sold(
      Cells bought, Collection<ProductLines.Line> lines) {
    var sold = new HashMap<String, Map<String, Double>>();
    lines.forEach(line -> sold.put(line.product(), new HashMap<>()));
    var products =
        bought.codes(Dimension.PRODUCT).stream().map(p -> sold.getOrDefault(p, Map.of())).toList();
    var wanted = new boolean[products.size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = sold.containsKey(bought.codes(Dimension.PRODUCT).get(i));
    }
    for (int row = 0; row < bought.rows(); row++) {
      int product = bought.position(Dimension.PRODUCT, row);
      if (wanted[product]) {
        products
            .get(product)
            .merge(bought.code(Dimension.REPORTER, row), bought.value(row), Double::sum);
      }
    }
    return sold;
  }

  /// Who of the South has an advantage in a product; whoever only has to grow is asked for that
  /// too. Weighing comes after, for those that are shown.
  private int[] eligible(String importer, int product, Shortlist.Wish wish) {
    var advantage = supply.advantage();
    var found = new int[southern.length];
    int size = 0;
    // Five thousand products times all exporters: a plain loop.
    for (int column = 0; column < southern.length; column++) {
      if (southern[column] && advantage.get(product, column) > 1) {
        var exporter = advantage.columns().get(column);
        if (!exporter.equals(importer)
            && (wish.exporter().isEmpty() || exporter.equals(wish.exporter()))
            && (!wish.growing() || grows(exporter, product))) {
          found[size++] = column;
        }
      }
    }
    return Arrays.copyOf(found, size);
  }

  private boolean grows(String exporter, int row) {
    var product = supply.advantage().rows().get(row);
    var before = supply.before(exporter, product);
    return before.isPresent()
        && before.getAsDouble() > 0
        && supply.exports().find(exporter, product).orElse(0) > before.getAsDouble();
  }

  private Candidate candidate(
      String importer,
      int column,
      ProductLines.Line line,
      Map<String, Double> suppliers,
      Map<String, Ties> known) {
    var exporter = supply.advantage().columns().get(column);
    return weigh(
        exporter,
        line.product(),
        suppliers.getOrDefault(exporter, 0.0),
        line.north(),
        known.computeIfAbsent(exporter, e -> ties.apply(importer, e)));
  }

  private Candidate weigh(
      String exporter, String product, double supplies, double demand, Ties tie) {
    return rules.weigh(
        new Known(
            exporter,
            supply.exports().find(exporter, product).orElse(0),
            supply.before(exporter, product),
            Math.max(1, supply.year() - supply.yearBefore()),
            supplies,
            supply.advantage().find(product, exporter).orElse(0),
            demand),
        tie);
  }

  /// The mirror: of the products an exporter of the South has an advantage in, which importers of
  /// the South buy them from the North.
  ///
  /// @param north what each country buys of each product from the North, told apart by partner (the
  ///   importer) and product
  /// @param sold what the exporter sells already, told apart by partner and product
  /// @param only this product alone; empty for all
  List<Shortlist.Opening> openings(
      String exporter, String only, Cells north, Cells sold, int limit) {
    var importers = north.codes(Dimension.PARTNER);
    var wanted = new boolean[importers.size()];
    for (int i = 0; i < wanted.length; i++) {
      var importer = importers.get(i);
      wanted[i] = !importer.equals(exporter) && south.holds(importer, supply.year());
    }
    var products = north.codes(Dimension.PRODUCT);
    var offered = new boolean[products.size()];
    for (int i = 0; i < offered.length; i++) {
      var product = products.get(i);
      offered[i] =
          (only.isEmpty() || only.equals(product))
              && supply.advantage().find(product, exporter).orElse(0) > 1;
    }
    var largest =
        largest(
            north,
            limit,
            row ->
                north.value(row) > 0
                    && wanted[north.position(Dimension.PARTNER, row)]
                    && offered[north.position(Dimension.PRODUCT, row)]);
    var already = already(north, largest, sold);
    var known = new HashMap<String, Ties>();
    return largest.stream()
        .map(row -> {
          var importer = north.code(Dimension.PARTNER, row);
          var product = north.code(Dimension.PRODUCT, row);
          double supplies = already.getOrDefault(importer, Map.of()).getOrDefault(product, 0.0);
          return new Shortlist.Opening(
              importer,
              product,
              north.value(row),
              weigh(
                  exporter,
                  product,
                  supplies,
                  north.value(row),
                  known.computeIfAbsent(importer, i -> ties.apply(i, exporter))));
        })
        .toList();
  }

  /// The rows with the largest values of those wanted; of a million only as many are ever held.
  private static List<Integer> largest(Cells cells, int limit, IntPredicate wanted) {
    Comparator<Integer> order =
        Comparator.<Integer>comparingDouble(cells::value).thenComparing(Comparator.reverseOrder());
    var heap = new PriorityQueue<Integer>(order);
    for (int row = 0; row < cells.rows(); row++) {
      if (wanted.test(row)) {
        heap.add(row);
        if (heap.size() > limit) {
          heap.remove();
        }
      }
    }
    return heap.stream().sorted(order.reversed()).toList();
  }

  /// What is sold already to the importers of some rows, by importer and product.
  private static Map<String, Map<String, Double>> already(
      Cells north, List<Integer> rows, Cells sold) {
    var already = new HashMap<String, Map<String, Double>>();
    rows.forEach(
        row -> already.computeIfAbsent(north.code(Dimension.PARTNER, row), i -> new HashMap<>()));
    for (int row = 0; row < sold.rows(); row++) {
      var products = already.get(sold.code(Dimension.PARTNER, row));
      if (products != null) {
        products.merge(sold.code(Dimension.PRODUCT, row), sold.value(row), Double::sum);
      }
    }
    return already;
  }

  /// What all countries export of all products in one year, and in an earlier one.
  static final class Supply {

    private final int year;
    private final Grid exports;
    private final Grid advantage;
    private final int yearBefore;
    private final Grid before;

    /// @param exports by exporter and product
    /// @param yearBefore the earlier year; the same as `year` if there is none
    /// @param before exports of that year
    Supply(int year, Grid exports, int yearBefore, Grid before) {
      this.year = year;
      this.exports = exports;
      this.yearBefore = yearBefore;
      this.before = before;
      advantage = Advantage.balassa(exports).transposed();
    }

    int year() {
      return year;
    }

    /// The earlier year that growth is told from; the same as the year if there is none.
    int yearBefore() {
      return yearBefore;
    }

    Grid exports() {
      return exports;
    }

    /// Revealed comparative advantage by product and exporter: who has one in a product lies
    /// together.
    Grid advantage() {
      return advantage;
    }

    /// What a country exported of a product in the earlier year; empty if that year is not held or
    /// holds nothing of it.
    OptionalDouble before(String country, String product) {
      return yearBefore == year ? OptionalDouble.empty() : before.find(country, product);
    }
  }
}
