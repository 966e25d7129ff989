package org.bandung.observations;

import java.util.List;
import java.util.Map;
import org.bandung.kernel.LocalizedText;

/// Trade by product and debt of the invented world, as a node holds them.
public final class WorldTrade {

  /// Year, exporter, importer, product, thousand dollars.
  private static final String TRADE =
      """
      2018 QMM QNN 100630 40
      2018 QPP QNN 100630 10
      2018 QXX QNN 100630 400
      2018 QXX QNN 300490 700
      2018 QPP QXX 300490 50
      2018 QXX QPP 847130 800
      2018 QNN QXX 090111 500
      2021 QMM QNN 100630 80
      2021 QMM QXX 100630 900
      2021 QPP QNN 100630 30
      2021 QPP QXX 100630 300
      2021 QXX QNN 100630 500
      2021 QYY QNN 100630 100
      2021 QXX QNN 300490 900
      2021 QPP QXX 300490 400
      2021 QPP QMM 300490 20
      2021 QOO QYY 300490 350
      2021 QXX QMM 300490 250
      2021 QXX QNN 847130 1200
      2021 QYY QPP 847130 800
      2021 QXX QYY 847130 4000
      2021 QYY QXX 847130 3500
      2021 QNN QXX 090111 600
      2021 QNN QYY 090111 200
      2021 QMM QPP 090111 15
      2021 QXX QPP 100630 240
      """;

  private WorldTrade() {}

  /// Takes the trade in.
  public static void receive(Observations observations) {
    receive(
        observations,
        new Publication(
            "baci",
            new LocalizedText(Map.of("en", "Trade by product", "fr", "Commerce par produit")),
            "thousand USD",
            Map.of(),
            "tonnes",
            "HS 2017",
            "An invented office of statistics",
            "Free to use"),
        "world-trade.csv",
        "exports",
        TRADE);
  }

  /// Year, debtor, creditor, kind of creditor, thousand dollars.
  private static final String DEBT =
      """
      2017 QNN QMM Official_bilateral 100 debt-stock
      2018 QNN QMM Official_bilateral 300 debt-stock
      2018 QNN QPP Official_bilateral 100 debt-stock
      2018 QNN QXX Official_bilateral 200 debt-stock
      2018 QNN QXX Non-official 50 debt-stock
      2018 QNN The_Bank Official_multilateral 250 debt-stock
      2018 QNN Bond_market Bondholders 100 debt-stock
      2018 QNN Total Total 1000 debt-stock
      2018 QNN Total_bilateral Total_Official_bilateral 600 debt-stock
      2018 QPP QXX Official_bilateral 500 debt-stock
      2018 QPP Total Total 500 debt-stock
      2020 QNN QMM Official_bilateral 30 debt-service-due
      2020 QNN The_Bank Official_multilateral 20 debt-service-due
      2020 QNN Total Total 50 debt-service-due
      """;

  private static final String PANEL =
      """
      2018 QNN - - 0.41 gov_debt_to_gdp_perc
      2023 QNN - - 0.55 gov_debt_to_gdp_perc
      2023 QNN - - 1.5 gov_debt_usd_billions
      """;

  private static final String RELIEF =
      """
      2001 QNN QMM C.NN.01 12.5 amount-cancelled
      2001 QNN QMM C.NN.01 1 cancellations
      2007 QNN QMM C.NN.02 1 cancellations
      2012 QNN QPP C.NN.03 7* amount-cancelled
      """;

  /// What an invented publisher says of a dataset.
  public static Publication about(
      String dataset, String name, String unit, Map<String, String> units, String products) {
    return new Publication(
        dataset,
        new LocalizedText(Map.of("en", name)),
        unit,
        units,
        "",
        products,
        "An invented bank of banks",
        "");
  }

  /// Takes debt by creditor, a panel and relief in.
  public static void receiveDebt(Observations observations) {
    receive(
        observations,
        about("dssi", "Debt by creditor", "thousand USD", Map.of(), "kinds of creditor"),
        "world-debt.csv",
        "debt-stock",
        DEBT);
    receive(
        observations,
        about(
            "unctad-debt",
            "Public debt",
            "as the series says",
            Map.of(
                "gov_debt_to_gdp_perc", "share of GDP, 1 is 100 %",
                "gov_debt_usd_billions", "billion USD"),
            ""),
        "world-panel.csv",
        "gov_debt_to_gdp_perc",
        PANEL);
    receive(
        observations,
        about(
            "cari-cancellation",
            "Debt cancelled",
            "million USD",
            Map.of("cancellations", "number"),
            "numbers of the events"),
        "world-relief.csv",
        "amount-cancelled",
        RELIEF);
  }

  /// Takes in lines of year, reporter, partner or `-`, product or `-`, value; a series of its own
  /// stands in a sixth place, and `*` behind a value that is an estimate.
  public static void receive(
      Observations observations, Publication about, String file, String usualSeries, String lines) {
    var rows = lines.lines().map(l -> l.split("\\s+")).toList();
    observations.receive(
        about,
        sink -> {
          for (var row : rows) {
            sink.add(
                new Observation(
                    Integer.parseInt(row[0]),
                    row.length > 5 ? row[5] : usualSeries,
                    new Side(row[1], row[1]),
                    row[2].equals("-") ? Side.NONE : new Side(words(row[2]), words(row[2])),
                    row[3].equals("-") ? "" : words(row[3]),
                    figure(row[4])));
          }
          return new LoadedFile(
              file,
              "%064x".formatted(lines.hashCode() & 0xffffffffL),
              about.dataset(),
              "%064x".formatted(1),
              LoadedFile.Replacing.OBSERVATION,
              rows.size(),
              1,
              0,
              List.of(new LoadedFile.OddCode("QZ9", LoadedFile.Meaning.UNKNOWN, "QZ9", 1)));
        },
        false);
  }

  private static Observation.Figure figure(String text) {
    boolean estimate = text.endsWith("*");
    return new Observation.Figure(
        Double.parseDouble(text.replace("*", "")), Double.NaN, estimate ? "*" : "");
  }

  private static String words(String code) {
    return code.replace('_', ' ');
  }
}
