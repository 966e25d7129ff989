package org.bandung.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.bandung.economy.indices.Concentration;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;

/// What a country buys or sells in one year, product by product, and how much of each with the
/// North.
///
/// @param year of the data
/// @param lines products with a value above zero, the largest first
/// @param potential how many products there are: all that anybody trades in the data of the year; 0
///   where they were not counted
public record ProductLines(int year, List<Line> lines, int potential) {

  public ProductLines {
    lines = List.copyOf(lines);
  }

  /// One product.
  ///
  /// @param product code of the data's nomenclature
  /// @param total value with all partners, in the data's unit
  /// @param north of it with the North
  /// @param south of it with the South
  /// @param partners how many partners it is traded with
  /// @param largest the partner with the largest value
  /// @param largestValue what is traded with it
  public record Line(
      String product,
      double total,
      double north,
      double south,
      int partners,
      String largest,
      double largestValue) {

    /// Whether it comes from, or goes to, one partner alone.
    public boolean single() {
      return partners == 1;
    }

    /// Whether every partner is of the North.
    public boolean allNorthern() {
      return north == total;
    }

    public double northShare() {
      return north / total;
    }
  }

  /// The same without a count of all products, so without a Theil index.
  static ProductLines of(int year, Cells cells, Dimension side, South south) {
    return of(year, cells, side, south, 0);
  }

  /// The lines of one country.
  ///
  /// @param cells told apart by product and by `side`, of one year
  /// @param side `REPORTER` for what it buys (its sources), `PARTNER` for what it sells (its
  ///   markets)
  /// @param potential how many products anybody trades
  static ProductLines of(int year, Cells cells, Dimension side, South south, int potential) {
    var products = cells.codes(Dimension.PRODUCT);
    var partners = cells.codes(side);
    var sides = partners.stream().map(p -> south.side(p, year)).toArray(Side[]::new);
    var sums = new Sum[products.size()];
    Arrays.setAll(sums, i -> new Sum(products.get(i)));
    for (int row = 0; row < cells.rows(); row++) {
      double value = cells.value(row);
      if (value > 0) {
        int partner = cells.position(side, row);
        sums[cells.position(Dimension.PRODUCT, row)].add(
            partners.get(partner), value, sides[partner]);
      }
    }
    return new ProductLines(
        year,
        Stream.of(sums)
            .filter(sum -> sum.partners > 0)
            .map(Sum::line)
            .sorted(Comparator.comparingDouble(Line::total).reversed().thenComparing(Line::product))
            .toList(),
        potential);
  }

  public double total() {
    return lines.stream().mapToDouble(Line::total).sum();
  }

  /// Share of the value that is traded with one partner alone.
  ///
  /// @return between 0 and 1; empty without lines
  public OptionalDouble singleShare() {
    return share(lines.stream().filter(Line::single).mapToDouble(Line::total).sum());
  }

  /// Share of the value in products all of whose partners are of the North.
  ///
  /// @return between 0 and 1; empty without lines
  public OptionalDouble allNorthernShare() {
    return share(lines.stream().filter(Line::allNorthern).mapToDouble(Line::total).sum());
  }

  /// Herfindahl-Hirschman index over the products, see [Concentration#hhi].
  public OptionalDouble hhi() {
    return Partners.known(Concentration.hhi(totals()));
  }

  /// Theil index over all products that anybody trades, those the country does not trade counted as
  /// zero, see [Concentration#theil].
  ///
  /// @return between 0 and ln n; empty without lines or if n was not counted
  public OptionalDouble theil() {
    return Partners.theil(totals(), potential);
  }

  /// Share of the three largest products.
  public OptionalDouble topThree() {
    return Partners.known(Concentration.top(3, totals()));
  }

  private double[] totals() {
    return lines.stream().mapToDouble(Line::total).toArray();
  }

  private OptionalDouble share(double part) {
    double total = total();
    return total > 0 ? OptionalDouble.of(part / total) : OptionalDouble.empty();
  }

  /// Those that come from one partner alone or from the North alone, the largest first.
  public List<Line> exposed(int limit) {
    var exposed = new ArrayList<Line>();
    for (var line : lines) {
      if (exposed.size() < limit && (line.single() || line.allNorthern())) {
        exposed.add(line);
      }
    }
    return exposed;
  }

  /// One product, while its rows are read.
  private static final class Sum {
    private final String product;
    private double total;
    private double north;
    private double south;
    private int partners;
    private String largest = "";
    private double largestValue;

    Sum(String product) {
      this.product = product;
    }

    void add(String partner, double value, Side side) {
      total += value;
      north += side == Side.NORTH ? value : 0;
      south += side == Side.SOUTH ? value : 0;
      partners++;
      if (value > largestValue) {
        largest = partner;
        largestValue = value;
      }
    }

    Line line() {
      return new Line(product, total, north, south, partners, largest, largestValue);
    }
  }
}
