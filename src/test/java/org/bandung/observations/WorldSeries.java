package org.bandung.observations;

import java.util.Map;

/// Series of the invented world that stand beside its trade and debt: tariffs, output, summaries,
/// participants of the global system of preferences.
public final class WorldSeries {

  /// Year, importer, exporter or `-` for all, product, per cent.
  private static final String TARIFFS =
      """
      2021 QNN - 300490 10 mfn-simple-average
      2021 QNN QPP 300490 2.5 applied-simple-average
      """;

  private static final String PARTICIPANTS =
      """
      2025 QNN - participant 1
      2025 QPP - ratifying 1
      """;

  private static final String OUTPUT =
      """
      2018 QNN - - 4.5 rgdpna
      2019 QNN - - 5 rgdpna
      2019 QNN - - 1.2 pop
      """;

  /// Exports and imports in million dollars, shares in per cent.
  private static final String SUMMARIES =
      """
      2018 QNN - - 4 gdp
      2021 QNN - - 5 gdp
      2021 QNN WLD All_Products 1 exports
      2021 QNN WLD All_Products 2.5 imports
      2021 QNN QXX All_Products 70 export-share-of-top-five
      2021 QNN QXX All_Products 95 import-share-of-top-five
      2015 QNN WLD All_Products 14.5 tariff-simple-average
      2016 QNN WLD All_Products 12.5 tariff-simple-average
      2015 QNN WLD All_Products 10 tariff-weighted-average
      2016 QNN WLD Fuels 3 tariff-weighted-average
      2016 QNN WLD All_Products 9 tariff-weighted-average
      2016 QNN WLD All_Products 30 duty-free-lines-share
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
    WorldTrade.receive(
        observations,
        WorldTrade.about(
            "gstp", "Participants", "%", Map.of("participation", "yes is 1"), "stages"),
        "world-participants.csv",
        "participation",
        PARTICIPANTS);
    WorldTrade.receive(
        observations,
        WorldTrade.about(
            "pwt",
            "Output",
            "as the series says",
            Map.of("rgdpna", "million USD of 2017", "pop", "million persons"),
            ""),
        "world-output.csv",
        "rgdpna",
        OUTPUT);
    WorldTrade.receive(
        observations,
        WorldTrade.about(
            "wits-summary",
            "Summaries",
            "as the series says",
            Map.of("gdp", "million USD", "exports", "million USD", "imports", "million USD"),
            "groups"),
        "world-summaries.csv",
        "exports",
        SUMMARIES);
  }
}
