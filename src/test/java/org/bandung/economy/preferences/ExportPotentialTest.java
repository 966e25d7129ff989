package org.bandung.economy.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.bandung.economy.preferences.ExportPotential.Potential;
import org.junit.jupiter.api.Test;

class ExportPotentialTest {

  private static final List<Flow> WORLD =
      List.of(
          new Flow("QMM", "QXX", "1", 10),
          new Flow("QMM", "QYY", "1", 30),
          new Flow("QNN", "QXX", "1", 40),
          new Flow("QNN", "QYY", "1", 20),
          new Flow("QMM", "QXX", "2", 20),
          new Flow("QNN", "QYY", "2", 30),
          new Flow("QMM", "QMM", "2", 900));

  /// World 100 of product 1, of which QMM sells 40; 50 of product 2, of which it sells 20. QXX buys
  /// 50 and 20, QYY 50 and 30. Ease of QMM and QXX: 30 / (40 * 50/100 + 20 * 20/50) = 30/28; of QMM
  /// and QYY: 30 / (40 * 50/100 + 20 * 30/50) = 30/32.
  @Test
  void supplyDemandAndEaseAreMultiplied() {
    var found = ExportPotential.of(WORLD, "QMM", Set.of(), 10);

    assertThat(found).hasSize(4);
    var first = found.getFirst();
    assertThat(first.importer() + first.product()).isEqualTo("QXX1");
    assertThat(first.supply()).isCloseTo(0.4, within(1e-12));
    assertThat(first.demand()).isCloseTo(50, within(1e-12));
    assertThat(first.ease()).isCloseTo(30.0 / 28, within(1e-12));
    assertThat(first.potential()).isCloseTo(20 * 30.0 / 28, within(1e-12));
    assertThat(first.unrealised()).isCloseTo(20 * 30.0 / 28 - 10, within(1e-12));
    var second = found.get(1);
    assertThat(second.importer() + second.product()).isEqualTo("QYY2");
    assertThat(second.unrealised()).isCloseTo(11.25, within(1e-12));
    // sold more than shares would lead one to expect: nothing is left
    assertThat(found.subList(2, 4)).allSatisfy(p -> assertThat(p.unrealised()).isZero());
  }

  @Test
  void thePotentialsOfAPairSumToItsTrade() {
    var found = ExportPotential.of(WORLD, "QMM", Set.of("QXX"), 10);
    assertThat(found.stream().mapToDouble(Potential::potential).sum()).isCloseTo(30, within(1e-9));
    assertThat(found).extracting(Potential::importer).containsOnly("QXX");
  }

  @Test
  void whoNeverTradedHasNoPotentialAndOnlySoManyAreTold() {
    assertThat(ExportPotential.of(WORLD, "QXX", Set.of(), 10)).isEmpty();
    assertThat(ExportPotential.of(WORLD, "QMM", Set.of(), 1)).hasSize(1);
    assertThat(ExportPotential.of(WORLD, "QMM", Set.of("QZZ"), 5)).isEmpty();
  }
}
