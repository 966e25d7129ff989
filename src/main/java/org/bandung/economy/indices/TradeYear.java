package org.bandung.economy.indices;

import java.util.List;

/// The trade of one year as columns: who sold to whom what for how much. All flows are in one unit.
///
/// From it come the grids the indices read; each is one pass over the columns.
public final class TradeYear {

  private final List<String> countries;
  private final List<String> products;
  private final int[] exporters;
  private final int[] importers;
  private final int[] kinds;
  private final double[] values;

  /// @param countries sorted codes, of exporters and importers
  /// @param products sorted codes
  /// @param exporters for each flow a position in the countries; the arrays are not copied
  /// @param importers likewise
  /// @param kinds for each flow a position in the products
  /// @param values for each flow its value, not negative
  public TradeYear(
      List<String> countries,
      List<String> products,
      int[] exporters,
      int[] importers,
      int[] kinds,
      double[] values) {
    if (exporters.length != values.length
        || importers.length != values.length
        || kinds.length != values.length) {
      throw new IllegalArgumentException("columns are not of the same length");
    }
    this.countries = List.copyOf(countries);
    this.products = List.copyOf(products);
    this.exporters = exporters;
    this.importers = importers;
    this.kinds = kinds;
    this.values = values;
  }

  public List<String> countries() {
    return countries;
  }

  public List<String> products() {
    return products;
  }

  public int flows() {
    return values.length;
  }

  /// Where the exporter of a flow stands among the countries.
  public int exporter(int flow) {
    return exporters[flow];
  }

  /// Where the importer of a flow stands among the countries.
  public int importer(int flow) {
    return importers[flow];
  }

  /// Where the product of a flow stands among the products.
  public int product(int flow) {
    return kinds[flow];
  }

  public double value(int flow) {
    return values[flow];
  }

  /// Exports by exporter and product.
  public Grid exports() {
    return Grid.of(countries, products, exporters, kinds, values);
  }

  /// Imports by importer and product.
  public Grid imports() {
    return Grid.of(countries, products, importers, kinds, values);
  }

  /// Flows by exporter and importer.
  public Grid bilateral() {
    return Grid.of(countries, countries, exporters, importers, values);
  }

  /// **Concentration by source**: the Herfindahl-Hirschman index of each importer's imports of each
  /// product, over the exporters; 1 is a single source. Unit, range and source as of
  /// `Concentration.hhi`; where nothing is imported nothing is defined. Each exporter has one flow
  /// to each importer of each product.
  public Grid sourceConcentration() {
    var sums = imports().cells();
    var width = products.size();
    var squares = new double[sums.length];
    for (var at = 0; at < values.length; at++) {
      var share = values[at] / sums[importers[at] * width + kinds[at]];
      squares[importers[at] * width + kinds[at]] += share * share;
    }
    for (var cell = 0; cell < squares.length; cell++) {
      squares[cell] = sums[cell] > 0 ? squares[cell] : Double.NaN;
    }
    return Grid.of(countries, products, squares);
  }

  /// **Aggregate Grubel-Lloyd index of all pairs of countries** over the products of their mutual
  /// trade, symmetric. Unit, range, edge cases and source as of `IntraIndustry.grubelLloyd`.
  public Grid grubelLloyd() {
    return MutualTrade.grubelLloyd(this);
  }

  int[] exporters() {
    return exporters;
  }

  int[] importers() {
    return importers;
  }

  int[] kinds() {
    return kinds;
  }

  double[] values() {
    return values;
  }
}
