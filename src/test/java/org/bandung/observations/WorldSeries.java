package org.bandung.observations;

import java.util.Map;

/// Series of the invented world that stand beside its trade and debt: tariffs.
public final class WorldSeries {

  /// Year, importer, exporter or `-` for all, product, per cent.
  private static final String TARIFFS =
      """
      2021 QNN - 300490 10 mfn-simple-average
      2021 QNN QPP 300490 2.5 applied-simple-average
      """;

  private WorldSeries() {}

  /// Takes all of them in.
  public static void receive(Observations observations) {
    WorldTrade.receive(
        observations,
        WorldTrade.about("tariffs", "Tariffs", "%", Map.of(), "HS 2017"),
        "world-tariffs.csv",
        "mfn-simple-average",
        TARIFFS);
  }
}
