package org.bandung.exchange.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import org.bandung.kernel.Corpus;
import org.bandung.observations.Dimension;
import org.bandung.observations.Selection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real files of debt and macro data arrive whole: sums are compared with those of a plain reading
/// of the file.
@Tag("corpus")
class FinanceCorpusTest {

  @TempDir static Path folder;

  private static final Predicate<PlainCsv.Row> ALL = row -> true;

  private static double total(ObservationsUnderTest node, Selection selection) {
    return TradeCorpusTest.total(node.observations().cells(selection));
  }

  @Test
  void debtServiceByCreditorArrivesWhole() {
    var file = Corpus.data("data/finance/DSSI_debt_service_by_creditor.csv");
    try (var node = new ObservationsUnderTest(folder.resolve("dssi"))) {
      var summary = node.run("dssi", file);

      assertThat(summary.files().getFirst().created()).isEqualTo(1_768);
      assertThat(summary.exitValue()).isZero();
      var plain = PlainCsv.read(file);
      double stock = 0;
      for (int year = 2014; year <= 2018; year++) {
        stock += plain.sum("DOD" + year, ALL);
      }
      assertThat(total(node, Selection.of("dssi", "debt-stock", 2014, 2018)))
          .isCloseTo(stock, within(1.0));
      double toChina =
          plain.sum("DebtServiceDue2021", r -> r.get("lending_agency").equals("China"));
      var due = Selection.of("dssi", "debt-service-due", 2021, 2021, Dimension.REPORTER);
      assertThat(total(node, due.to(Set.of("CHN")))).isCloseTo(toChina, within(1e-3));
      assertThat(node.observations().cells(due).codes(Dimension.REPORTER)).hasSize(72);
      // 1,768 rows of eleven numbers, of which 17 are not stated.
      assertThat(node.observations().find("dssi").orElseThrow().rows()).isEqualTo(1_768 * 11 - 17);
    }
  }

  @Test
  void thePanelOfUnctadArrivesWhole() {
    var file = Corpus.data("data/finance/UNCTAD_world_of_debt_values.csv.gz");
    try (var node = new ObservationsUnderTest(folder.resolve("unctad"))) {
      var summary = node.run("unctad-debt", file);

      assertThat(summary.files().getFirst().created()).isEqualTo(33_984);
      assertThat(summary.exitValue()).isZero();
      var dataset = node.observations().find("unctad-debt").orElseThrow();
      // 502 cells say NA.
      assertThat(dataset.rows()).isEqualTo(33_984 - 502);
      assertThat(dataset.series()).hasSize(18);
      double stated =
          PlainCsv.read(file)
              .sum(
                  "value",
                  r ->
                      r.get("indicator").equals("gov_debt_usd_billions")
                          && r.get("id").equals("KE"));
      var kenya = Selection.of("unctad-debt", "gov_debt_usd_billions", 2000, 2030);
      assertThat(total(node, kenya.from(Set.of("KEN")))).isCloseTo(stated, within(1e-9));
      assertThat(node.observations().coverage("unctad-debt").in(2020))
          .contains("NAM", "Least developed countries");
    }
  }

  @Test
  void thePennWorldTableArrivesWholeAndEmptyCellsAreAbsent() {
    var file = Corpus.data("data/finance/pwt10.01.csv.gz");
    try (var node = new ObservationsUnderTest(folder.resolve("pwt"))) {
      var summary = node.run("pwt", file);

      assertThat(summary.files().getFirst().created()).isEqualTo(12_810);
      assertThat(summary.exitValue()).isZero();
      var plain = PlainCsv.read(file);
      long people = plain.rows().stream().filter(r -> !r.get("pop").isEmpty()).count();
      var dataset = node.observations().find("pwt").orElseThrow();
      assertThat(dataset.series("pop").orElseThrow().rows()).isEqualTo(people);
      assertThat(people).isLessThan(12_810);
      assertThat(total(node, Selection.of("pwt", "pop", 1950, 2019)))
          .isCloseTo(plain.sum("pop", ALL), within(1e-6));
      assertThat(total(node, Selection.of("pwt", "csh_r", 1950, 2019)))
          .isCloseTo(plain.sum("csh_r", ALL), within(1e-9));
      assertThat(dataset.reporters()).isEqualTo(183);
    }
  }

  @Test
  void reliefArrivesWholeWithItsMarks() {
    var cancelled = Corpus.data("data/finance/CARI_cancellation.csv");
    var restructured = Corpus.data("data/finance/CARI_restructuring.csv");
    try (var node = new ObservationsUnderTest(folder.resolve("cari"))) {
      var first = node.run("cari-cancellation", cancelled);
      var second = node.run("cari-restructuring", restructured);

      assertThat(first.files().getFirst().created()).isEqualTo(94);
      assertThat(second.files().getFirst().created()).isEqualTo(18);
      assertThat(first.exitValue() + second.exitValue()).isZero();
      assertThat(total(node, Selection.of("cari-cancellation", "cancellations", 2000, 2020)))
          .isEqualTo(94);
      assertThat(total(node, Selection.of("cari-cancellation", "amount-cancelled", 2000, 2020)))
          .isCloseTo(PlainCsv.read(cancelled).sum("USD Millions", ALL), within(1e-9));
      // One event has no year; it is kept, and no span of years holds it.
      assertThat(total(node, Selection.of("cari-restructuring", "restructurings", 2000, 2020)))
          .isEqualTo(17);
      assertThat(total(node, Selection.of("cari-restructuring", "restructurings", 0, 0)))
          .isEqualTo(1);
      var angola = Selection.of("cari-restructuring", "amount-restructured", 2016, 2016);
      assertThat(total(node, angola.from(Set.of("AGO")).to(Set.of("CHN")))).isEqualTo(7_500);
      var congo = Selection.of("cari-restructuring", "amount-restructured", 2018, 2019);
      assertThat(total(node, congo.from(Set.of("COG")))).isEqualTo(116 + 1_612);
    }
  }
}
