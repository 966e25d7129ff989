package org.bandung.economy.preferences;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.bandung.economy.preferences.AgreementCoverage.Part;
import org.bandung.economy.preferences.Agreements.Membership;
import org.bandung.economy.preferences.Agreements.Pair;
import org.junit.jupiter.api.Test;

class AgreementCoverageTest {

  private static final List<Membership> MEMBERS =
      List.of(
          new Membership("COMM", "QMM", 1990, 2100),
          new Membership("COMM", "QNN", 1990, 2100),
          new Membership("COMM", "QPP", 2010, 2100),
          new Membership("OLD", "QMM", 1970, 1989),
          new Membership("OLD", "QXX", 1970, 2100));

  private static final List<Flow> FLOWS =
      List.of(
          new Flow("QNN", "QMM", "1", 30),
          new Flow("QPP", "QMM", "1", 20),
          new Flow("QXX", "QMM", "2", 50),
          new Flow("QMM", "QNN", "1", 10),
          new Flow("QMM", "QXX", "2", 30),
          new Flow("QNN", "QPP", "1", 5),
          new Flow("QMM", "QMM", "1", 999));

  @Test
  void whatCountsDependsOnTheYear() {
    var early = Agreements.in(2000, MEMBERS, List.of());
    var late = Agreements.in(2016, MEMBERS, List.of());

    assertThat(AgreementCoverage.of(FLOWS, early, Set.of("QMM")).imports())
        .isEqualTo(new Part(30, 100));
    var covered = AgreementCoverage.of(FLOWS, late, Set.of("QMM"));
    assertThat(covered.imports()).isEqualTo(new Part(50, 100));
    assertThat(covered.exports()).isEqualTo(new Part(10, 40));
    assertThat(covered.imports().share()).isEqualTo(0.5);
    assertThat(covered.byAgreement()).containsExactly(entry("COMM", new Part(60, 140)));
  }

  @Test
  void tradeWithinAGroupingIsNotItsTradeWithOthers() {
    var late = Agreements.in(2016, MEMBERS, List.of());
    assertThat(AgreementCoverage.of(FLOWS, late, Set.of("QMM", "QNN", "QPP")).exports())
        .isEqualTo(new Part(0, 30));
    assertThat(AgreementCoverage.of(FLOWS, late, Set.of("QZZ")).imports().share()).isNull();
  }

  @Test
  void howMuchOfItsMembersExportsStaysInAnAgreement() {
    var late = Agreements.in(2016, MEMBERS, List.of());
    // QNN 30 + 5, QPP 20, QMM 10 within; QMM sells 30 outside
    assertThat(AgreementCoverage.within(FLOWS, late, "COMM")).isEqualTo(new Part(65, 95));
    assertThat(late.members("COMM")).containsExactlyInAnyOrder("QMM", "QNN", "QPP");
  }

  @Test
  void dataThatKnowPairsOnlyCountToo() {
    var pairs = Agreements.in(2016, List.of(), List.of(new Pair("91", "QXX", "QMM")));
    assertThat(pairs.share("QMM", "QXX")).isTrue();
    assertThat(pairs.share("QMM", "QNN")).isFalse();
    assertThat(pairs.codes()).containsExactly("91");
    assertThat(AgreementCoverage.of(FLOWS, pairs, Set.of("QMM")).imports())
        .isEqualTo(new Part(50, 100));
  }

  @Test
  void marginsAreToldWhereBothRatesAreKnown() {
    var tariffs =
        new Tariffs(
            List.of(
                new Rate("QMM", "", "1", 20),
                new Rate("QMM", "QNN", "1", 0),
                new Rate("QMM", "QPP", "1", 10)));
    var products =
        AgreementCoverage.byProduct(
            FLOWS, Agreements.in(2016, MEMBERS, List.of()), Set.of("QMM"), tariffs);

    assertThat(products).hasSize(2);
    var one = products.getFirst();
    assertThat(one.product()).isEqualTo("1");
    assertThat(one.imports()).isEqualTo(new Part(50, 50));
    // (30 * 20 + 20 * 10) / 50
    assertThat(one.margin()).isCloseTo(16, within(1e-12));
    assertThat(one.marginKnownFor()).isEqualTo(50);
    assertThat(products.getLast().margin()).isNull();
    assertThat(products.getLast().imports()).isEqualTo(new Part(0, 50));
  }
}
