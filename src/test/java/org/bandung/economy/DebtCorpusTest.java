package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.bandung.exchange.observations.ObservationsUnderTest;
import org.bandung.kernel.Corpus;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Debt on the real files, taken in as a node does.
@Tag("corpus")
class DebtCorpusTest {

  /// The World Bank states a total for each debtor: what we add up of its creditors must be that,
  /// so nobody is lost and its sums are not added to their parts.
  @Test
  void creditorsAddUpToTheTotalThatIsStated(@TempDir Path folder) {
    var reference = Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad"));
    try (var node = new ObservationsUnderTest(folder)) {
      node.run("dssi", Corpus.data("data/finance/DSSI_debt_service_by_creditor.csv"));
      node.run("unctad-debt", Corpus.data("data/finance/UNCTAD_world_of_debt_values.csv.gz"));
      node.run("cari-cancellation", Corpus.data("data/finance/CARI_cancellation.csv"));
      node.run("cari-restructuring", Corpus.data("data/finance/CARI_restructuring.csv"));
      var debts =
          new Debts(
              new EconomySources(node.observations()), node.observations(), new Souths(reference));
      var in2018 = new Wish("", OptionalInt.of(2018), "");
      var overview = debts.overview(in2018).orElseThrow();

      assertThat(overview.debtors()).hasSizeGreaterThan(60);
      for (var debtor : overview.debtors()) {
        var owed = debtor.owed();
        assertThat(owed.total())
            .as(debtor.country())
            .isCloseTo(owed.stated().orElseThrow(), within(3 + 1e-6 * owed.total()));
        assertThat(owed.of("other")).as(debtor.country()).isZero();
      }
      var sums = overview.all();
      assertThat(
              sums.of("bilateral")
                  + sums.of("multilateral")
                  + sums.of("private")
                  + sums.of("bonds"))
          .isCloseTo(sums.total(), within(1.0));
      assertThat(sums.share(Side.SOUTH).orElseThrow()).isBetween(0.05, 0.6);
      assertThat(sums.without(sums.largestSouthern().orElseThrow()).share(Side.SOUTH).orElseThrow())
          .isLessThan(sums.share(Side.SOUTH).orElseThrow());

      var one = debts.of("BDI", Wish.USUAL).orElseThrow();
      assertThat(one.panel()).isNotEmpty();
      assertThat(one.service()).isNotEmpty();
      // The first row of the compiler's table: 47.5 million cancelled in 2001.
      assertThat(one.reliefs())
          .filteredOn(r -> r.event().equals("C.BI.01"))
          .singleElement()
          .satisfies(r -> assertThat(r.value().orElseThrow()).isEqualTo(47.5));
      assertThat(one.told()).extracting(Told::dataset).contains("dssi", "unctad-debt");
    }
  }
}
