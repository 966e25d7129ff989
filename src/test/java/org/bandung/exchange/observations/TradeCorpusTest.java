package org.bandung.exchange.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Set;
import org.bandung.kernel.Corpus;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.observations.Selection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real files of trade arrive whole: sums are compared with those of a plain reading of the file.
@Tag("corpus")
class TradeCorpusTest {

  @TempDir static Path folder;

  static double total(Cells cells) {
    double total = 0;
    for (int i = 0; i < cells.rows(); i++) {
      total += cells.value(i);
    }
    return total;
  }

  @Test
  void bilateralTotalsArriveWhole() {
    var file = Corpus.data("data/trade/penppml_bilateral_trade_1964_2016.csv.gz");
    try (var node = new ObservationsUnderTest(folder.resolve("totals"))) {
      var summary = node.run("bilateral-totals", file);

      assertThat(summary.files().getFirst().read()).isEqualTo(316_317);
      assertThat(summary.exitValue()).isZero();
      var dataset = node.observations().find("bilateral-totals").orElseThrow();
      assertThat(dataset.series("exports").orElseThrow().rows()).isEqualTo(316_317);
      assertThat(dataset.firstYear()).isEqualTo(1964);
      assertThat(dataset.lastYear()).isEqualTo(2016);

      var plain = PlainCsv.read(file);
      double stated = plain.sum("export", r -> r.get("time").equals("1980"));
      var in1980 = Selection.of("bilateral-totals", "exports", 1980, 1980);
      assertThat(total(node.observations().cells(in1980))).isCloseTo(stated, within(1.0));
      double fromSoviet =
          plain.sum("export", r -> r.get("time").equals("1980") && r.get("exp").equals("SVU"));
      var soviet = in1980.from(Set.of("SVU")).published();
      assertThat(total(node.observations().cells(soviet))).isCloseTo(fromSoviet, within(1e-3));
      var matrix =
          node.observations()
              .cells(
                  Selection.of(
                          "bilateral-totals",
                          "exports",
                          1964,
                          2016,
                          Dimension.YEAR,
                          Dimension.REPORTER,
                          Dimension.PARTNER)
                      .published());
      assertThat(matrix.rows()).isEqualTo(316_317);
      assertThat(node.observations().coverage("bilateral-totals").in(1964)).contains("ARG");
    }
  }

  @Test
  void theSampleOfBaciArrivesWhole() {
    var file = Corpus.data("data/trade/BACI_HS6_2021_exports_of_ZAF_AFG.csv.gz");
    try (var node = new ObservationsUnderTest(folder.resolve("baci"))) {
      var first = node.run("baci", file);
      var again = node.run("baci", file);

      assertThat(first.files().getFirst().created()).isEqualTo(71_192);
      assertThat(again.files().getFirst().created()).isZero();
      assertThat(again.files().getFirst().unchanged()).isEqualTo(71_192);
      var plain = PlainCsv.read(file);
      var all = Selection.of("baci", "exports", 2021, 2021, Dimension.REPORTER, Dimension.PRODUCT);
      var cells = node.observations().cells(all.from(Set.of("ZAF")));
      assertThat(total(cells))
          .isCloseTo(plain.sum("v", r -> r.get("i").equals("710")), within(1e-6));
      assertThat(node.observations().cells(all).codes(Dimension.REPORTER))
          .containsExactly("AFG", "ZAF");
      assertThat(node.observations().cells(all).codes(Dimension.PRODUCT))
          .hasSize((int) plain.count("k"))
          .allMatch(code -> code.length() == 6);
    }
  }

  @Test
  void theSummariesOfWitsArriveWhole() {
    var file = Corpus.data("data/trade/wits_trade_summary_1988_2019_tidy.csv.gz");
    try (var node = new ObservationsUnderTest(folder.resolve("wits"))) {
      var summary = node.run("wits-summary", file);

      assertThat(summary.exitValue()).isZero();
      assertThat(summary.files().getFirst().created()).isEqualTo(408_283);
      var dataset = node.observations().find("wits-summary").orElseThrow();
      assertThat(dataset.rows()).isEqualTo(408_283);
      assertThat(dataset.series()).hasSize(30);
      var plain = PlainCsv.read(file);
      var named = Selection.of("wits-summary", "exports", 1988, 2019, Dimension.REPORTER);
      assertThat(node.observations().cells(named.published()).codes(Dimension.REPORTER))
          .hasSize(
              (int)
                  plain.rows().stream()
                      .filter(r -> r.get("indicator").equals("Exports (in US$ Mil)"))
                      .map(r -> r.get("reporter_iso3"))
                      .distinct()
                      .count());
      double stated =
          plain.sum(
              "value",
              r ->
                  r.get("indicator").equals("Exports (in US$ Mil)")
                      && r.get("year").equals("2010")
                      && r.get("reporter_iso3").equals("KEN"));
      var exports = Selection.of("wits-summary", "exports", 2010, 2010).from(Set.of("KEN"));
      assertThat(total(node.observations().cells(exports))).isCloseTo(stated, within(1e-6));
      double fuels =
          plain.sum(
              "value",
              r ->
                  r.get("indicator").equals("Export(US$ Mil)") && r.get("product").equals("Fuels"));
      var group = Selection.of("wits-summary", "exports-by-group", 1988, 2019).of(Set.of("Fuels"));
      assertThat(total(node.observations().cells(group))).isCloseTo(fuels, within(1.0));
      // Kenya's partners are countries by code, whatever the file calls them.
      var top = Selection.of("wits-summary", "exports-to-top-five", 2010, 2010, Dimension.PARTNER);
      assertThat(node.observations().cells(top.from(Set.of("KEN"))).codes(Dimension.PARTNER))
          .contains("UGA", "TZA")
          .allMatch(code -> code.matches("[A-Z]{3}"));
    }
  }

  @Test
  void countriesByProductArriveWhole() {
    var file = Corpus.data("data/trade/economiccomplexity_country_product_avg1998_2000.csv.gz");
    try (var node = new ObservationsUnderTest(folder.resolve("products"))) {
      node.run("country-products", file);

      var plain = PlainCsv.read(file);
      var cells =
          node.observations()
              .cells(
                  Selection.of(
                          "country-products",
                          "exports",
                          2000,
                          2000,
                          Dimension.REPORTER,
                          Dimension.PRODUCT)
                      .published());
      assertThat(cells.rows()).isEqualTo(124_336).isEqualTo(plain.rows().size());
      assertThat(cells.codes(Dimension.REPORTER)).hasSize(226).contains("rom");
      assertThat(cells.codes(Dimension.PRODUCT)).hasSize(785);
      assertThat(total(cells)).isCloseTo(plain.sum("value", r -> true), within(1.0));
      var mapped = Selection.of("country-products", "exports", 2000, 2000, Dimension.REPORTER);
      assertThat(node.observations().cells(mapped).codes(Dimension.REPORTER))
          .contains("ROU", "SCG")
          .doesNotContain("ROM", "rom");
    }
  }

  @Test
  void participantsOfTheSystemOfPreferencesArriveWhole() {
    var file = Corpus.data("data/trade/GSTP_participants_2025.csv");
    try (var node = new ObservationsUnderTest(folder.resolve("gstp"))) {
      node.run("gstp", file);

      var participation =
          Selection.of("gstp", "participation", 2025, 2025, Dimension.REPORTER, Dimension.PRODUCT);
      var cells = node.observations().cells(participation);
      assertThat(cells.rows()).isEqualTo(44);
      assertThat(cells.codes(Dimension.REPORTER)).contains("BEN", "KOR");
      assertThat(cells.codes(Dimension.PRODUCT))
          .containsExactly("participant", "ratifying", "signatory");
      var shares = Selection.of("gstp", "share-of-exports-to-participants", 2025, 2025);
      assertThat(total(node.observations().cells(shares)))
          .isCloseTo(
              PlainCsv.read(file).sum("share_exports_to_gstp_2025_pct", r -> true), within(1e-9));
    }
  }
}
