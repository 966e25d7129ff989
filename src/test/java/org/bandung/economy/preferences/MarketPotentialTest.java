package org.bandung.economy.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.bandung.economy.indices.Grid;
import org.junit.jupiter.api.Test;

class MarketPotentialTest {

  private static final List<Flow> WORLD =
      List.of(
          new Flow("QMM", "QXX", "1", 10),
          new Flow("QMM", "QYY", "1", 30),
          new Flow("QNN", "QXX", "1", 40),
          new Flow("QNN", "QYY", "1", 20),
          new Flow("QMM", "QXX", "2", 20),
          new Flow("QNN", "QYY", "2", 30),
          // Nobody but QNN buys of it: QMM makes nothing of the kind.
          new Flow("QXX", "QNN", "3", 5));

  private static MarketPotential of(List<Flow> world, String exporter, int most) {
    var exports = Grid.builder();
    var imports = Grid.builder();
    var sold = Grid.builder();
    for (var flow : world) {
      exports.add(flow.exporter(), flow.product(), flow.value());
      imports.add(flow.importer(), flow.product(), flow.value());
      if (flow.exporter().equals(exporter)) {
        sold.add(flow.importer(), flow.product(), flow.value());
      }
    }
    return MarketPotential.of(
        exports.build(), imports.build(), sold.build(), exporter, market -> true, most);
  }

  /// As in [ExportPotentialTest]: ease of QMM and QXX is 30/28, of QMM and QYY 30/32.
  @Test
  void linesMarketsAndProductsAreTold() {
    var found = of(WORLD, "QMM", 10);

    // Of four pairs two are sold less of than shares would let expect.
    assertThat(found.considered()).isEqualTo(4);
    assertThat(found.lines())
        .extracting(l -> l.importer() + l.product())
        .containsExactly("QXX1", "QYY2");
    assertThat(found.lines().getFirst().unrealised()).isCloseTo(20 * 30 / 28.0 - 10, within(1e-12));
    assertThat(found.lines().getLast().unrealised()).isCloseTo(11.25, within(1e-12));
    // Nobody states that QMM sells product 2 to QYY, and nothing it sells to QNN.
    assertThat(found.lines().getLast().actual()).isEmpty();
    assertThat(found.untold()).isEqualTo(1);
    // Over all products a market's potential is what is sold there.
    assertThat(found.markets())
        .extracting(MarketPotential.Sum::code, MarketPotential.Sum::actual)
        .containsExactly(
            Tuple.tuple("QXX", OptionalDouble.of(30)), Tuple.tuple("QYY", OptionalDouble.of(30)));
    assertThat(found.markets().getFirst().potential()).isCloseTo(30, within(1e-12));
    assertThat(found.markets().getFirst().ease().orElseThrow()).isCloseTo(30 / 28.0, within(1e-12));
    assertThat(found.products()).extracting(MarketPotential.Sum::code).containsExactly("1", "2");
    assertThat(found.products().getLast().potential())
        .isCloseTo(8 * 30 / 28.0 + 11.25, within(1e-12));
  }

  @Test
  void onlyTheMostAreToldAndOnlyOfMarketsThatAreLookedAt() {
    assertThat(of(WORLD, "QMM", 1).lines()).extracting(l -> l.importer()).containsExactly("QXX");
    assertThat(of(WORLD, "QYY", 5).lines()).isEmpty();
    assertThat(of(WORLD, "QYY", 5).markets()).isEmpty();
  }

  @Test
  void gridsSayWhatFlowsSay() {
    var random = new Random(7);
    var codes = List.of("QMM", "QNN", "QOO", "QPP", "QXX", "QYY");
    var flows = new ArrayList<Flow>();
    for (int i = 0; i < 400; i++) {
      var from = codes.get(random.nextInt(6));
      var to = codes.get(random.nextInt(6));
      if (!from.equals(to)) {
        flows.add(new Flow(from, to, "p" + random.nextInt(40), 1 + random.nextInt(1_000)));
      }
    }
    var lines = of(flows, "QNN", 50).lines();
    var expected = ExportPotential.of(flows, "QNN", Set.of(), 50);

    assertThat(lines).hasSize(50);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i).unrealised()).isCloseTo(expected.get(i).unrealised(), within(1e-6));
    }
  }
}
