package org.bandung.economy.preferences;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The totals of a scenario with one choice of elasticities.
///
/// @param code such as `demand-low`; `scenario` for those of the scenario
/// @param elasticities those of products without their own
public record Variant(String code, Elasticities elasticities, Map<Measure, Double> totals) {

  public Variant {
    totals = Collections.unmodifiableMap(new EnumMap<>(totals));
  }
}
