package org.bandung.economy.indices;

import java.util.List;
import java.util.OptionalDouble;

/// Why one country sells another as much as it does: the intensity of the flow taken apart into
/// what comes of the products and what comes of the pair, and the same question asked in a way that
/// does not depend on the size of the two. The formulas are those of [Intensity].
///
/// @param intensity Brown's; 1 is as expected
/// @param commodityBias Drysdale's; 1 is none
/// @param countryBias Kojima's intensity over the commodity bias; 1 is none
/// @param homogeneous Iapadre's homogeneous intensity; 1 is neutral
/// @param preference Iapadre's revealed trade preference, -1 to 1; 0 is neutral
public record PairBias(
    OptionalDouble intensity,
    OptionalDouble commodityBias,
    OptionalDouble countryBias,
    OptionalDouble homogeneous,
    OptionalDouble preference) {

  public static final PairBias NONE =
      new PairBias(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  /// Of a flow that the data state; of one that nobody states nothing is known but the commodity
  /// bias, which rests on the trade of the two with all.
  ///
  /// @param flows by exporter and importer
  /// @param kojima Kojima's intensity of the same pairs
  /// @param commodityBias as [#commodityBias] has it
  public static PairBias of(
      Grid flows, Grid kojima, OptionalDouble commodityBias, String exporter, String importer) {
    var flow = flows.find(exporter, importer);
    if (flow.isEmpty()) {
      return new PairBias(
          NONE.intensity(),
          commodityBias,
          NONE.countryBias(),
          NONE.homogeneous(),
          NONE.preference());
    }
    double between = flow.getAsDouble();
    double own = flows.rowSum(flows.row(exporter));
    double partner = flows.columnSum(flows.column(importer));
    double world = flows.total();
    double products = commodityBias.orElse(Double.NaN);
    return new PairBias(
        known(Intensity.trade(between, own, partner, world)),
        commodityBias,
        known(Intensity.countryBias(kojima.find(exporter, importer).orElse(Double.NaN), products)),
        known(Intensity.homogeneous(between, own, partner, world)),
        known(Intensity.preference(between, own, partner, world)));
  }

  /// Drysdale's commodity bias of one pair, see [Intensity#commodityBias].
  ///
  /// @param exports by exporter and product
  /// @param imports by importer and product
  public static OptionalDouble commodityBias(
      Grid exports, Grid imports, String exporter, String importer) {
    if (exports.row(exporter) < 0 || imports.row(importer) < 0) {
      return OptionalDouble.empty();
    }
    var own = exports.over(List.of(exporter), imports.columns());
    return Intensity.commodityBias(own, imports).find(exporter, importer);
  }

  private static OptionalDouble known(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
