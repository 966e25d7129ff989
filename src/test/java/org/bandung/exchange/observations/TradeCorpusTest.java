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
      System.out.println(node.observations().codes("bilateral-totals"));
      System.out.println(dataset);
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
      System.out.println(node.observations().codes("baci"));
      System.out.println(node.observations().datasets());
    }
  }
}
