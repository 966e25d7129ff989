package org.bandung.economy.preferences;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The tariffs a user stated. What stands nearest to a flow holds: the rate for exporter and
/// product, then that for the exporter, then that for the product, then that of the importer. What
/// is not stated is not known, never zero.
public final class Tariffs {

  private final Map<List<String>, Double> rates = new HashMap<>();

  /// @param stated of two rates for the same the later holds
  public Tariffs(Collection<Rate> stated) {
    for (var rate : stated) {
      rates.put(List.of(rate.importer(), rate.exporter(), rate.product()), rate.percent());
    }
  }

  /// The rate that stands against a flow, in per cent. What is sold at home bears none but one that
  /// names the seller.
  public OptionalDouble against(Flow flow) {
    if (flow.domestic()) {
      return first(
          List.of(flow.importer(), flow.exporter(), flow.product()),
          List.of(flow.importer(), flow.exporter(), ""));
    }
    return first(
        List.of(flow.importer(), flow.exporter(), flow.product()),
        List.of(flow.importer(), flow.exporter(), ""),
        List.of(flow.importer(), "", flow.product()),
        List.of(flow.importer(), "", ""));
  }

  /// The rate of the most favoured nation, in per cent.
  public OptionalDouble mostFavoured(String importer, String product) {
    return first(List.of(importer, "", product), List.of(importer, "", ""));
  }

  @SafeVarargs
  private OptionalDouble first(List<String>... keys) {
    for (var key : keys) {
      var rate = rates.get(key);
      if (rate != null) {
        return OptionalDouble.of(rate);
      }
    }
    return OptionalDouble.empty();
  }
}
