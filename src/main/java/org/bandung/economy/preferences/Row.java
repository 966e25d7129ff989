package org.bandung.economy.preferences;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Results for one flow, one region, one product or all.
///
/// @param region the importer, or the region of GSIM; empty for all
/// @param partner the exporter; empty for all
/// @param product empty for all
/// @param before tariff in per cent; only of a line
/// @param after the same after the change
public record Row(
    Level level,
    String region,
    String partner,
    String product,
    @Nullable Double before,
    @Nullable Double after,
    Map<Measure, Figure> figures) {

  public Row {
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
  }

  public @Nullable Figure figure(Measure measure) {
    return figures.get(measure);
  }
}
