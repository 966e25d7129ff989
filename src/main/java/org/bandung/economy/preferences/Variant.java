package org.bandung.economy.preferences;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The totals of a scenario with one choice of elasticities.
///
/// @param code such as `demand-low`; `scenario` for those of the scenario
/// @param elasticities those of products without their own
/// @param totals without the products that are not determined
/// @param cut flows of which the linear model would have left less than nothing
/// @param undetermined products whose prices no solution was found for with these elasticities
public record Variant(
    String code,
    Elasticities elasticities,
    Map<Measure, Double> totals,
    int cut,
    List<String> undetermined) {

  public Variant {
    totals = Collections.unmodifiableMap(new EnumMap<>(totals));
    undetermined = List.copyOf(undetermined);
  }
}
