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
