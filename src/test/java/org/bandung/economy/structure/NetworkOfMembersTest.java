package org.bandung.economy.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bandung.economy.indices.Grid;
import org.junit.jupiter.api.Test;

class NetworkOfMembersTest {

  /// QM, QN and QO are members; QX is not. QM sells 60 + 40 + 100, QN 30 to QM, QO 0.5 to QM and
  /// 99.5 to QX. QP is a member that the data do not know.
  private static final Grid FLOWS =
      Grid.builder()
          .add("QM", "QN", 60)
          .add("QM", "QO", 40)
          .add("QM", "QX", 100)
          .add("QN", "QM", 30)
          .add("QO", "QM", 0.5)
          .add("QO", "QX", 99.5)
          .add("QX", "QN", 170)
          .build();

  private final NetworkOfMembers network =
      new NetworkOfMembers(FLOWS, List.of("QM", "QN", "QO", "QP"));

  @Test
  void allFlowsAndMarketsThatMatter() {
    var all = network.all("all");

    assertThat(all.get("nodes")).hasValue(3);
    assertThat(all.get("arcs")).hasValue(4);
    assertThat(all.get("density").orElseThrow()).isCloseTo(4 / 6.0, within(1e-12));
    assertThat(all.get("reciprocity")).hasValue(1);
    // 2 (30 + 0.5) of 130.5 are balanced
    assertThat(all.get("weighted-reciprocity").orElseThrow()).isCloseTo(61 / 130.5, within(1e-12));
    // Half a hundredth of what QO sells is no market that matters.
    var markets = network.markets("markets");
    assertThat(markets.get("arcs")).hasValue(3);
    assertThat(markets.get("reciprocity").orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(network.reporting()).isEqualTo(3);
  }

  @Test
  void howFarMembersPreferEachOther() {
    var all = network.all("all");

    // Members sell 330, 130.5 of it to each other; they buy 300.5; the world sells 500.
    assertThat(all.get("intra-share").orElseThrow()).isCloseTo(130.5 / 330, within(1e-12));
    // (130.5 / 330) / ((300.5 - 130.5) / (500 - 330))
    assertThat(all.get("homogeneous-intensity").orElseThrow())
        .isCloseTo(130.5 / 330, within(1e-12));
    // Of trade both ways: inside 261 of 630.5, the others 369.5 of 369.5 with members: all of it.
    assertThat(all.get("introversion").orElseThrow()).isCloseTo(-1, within(1e-12));
  }

  @Test
  void withoutTheMemberThatTradesMost() {
    assertThat(network.largest()).contains("QM");
    var rest = network.without("QM").all("rest");

    assertThat(rest.get("nodes")).hasValue(2);
    assertThat(rest.get("arcs")).hasValue(0);
    assertThat(rest.get("density")).hasValue(0);
    assertThat(rest.get("reciprocity")).isEmpty();
    assertThat(rest.get("clustering")).isEmpty();
    assertThat(rest.get("intra-share")).hasValue(0);
  }

  @Test
  void placesOfMembers() {
    var nodes = network.nodes();

    assertThat(nodes).extracting(TradeNetwork.Node::country).containsExactly("QM", "QN", "QO");
    var first = nodes.getFirst();
    assertThat(first.sells()).isEqualTo(100);
    assertThat(first.buys()).isEqualTo(30.5);
    assertThat(first.place().markets()).isEqualTo(2);
    assertThat(first.place().suppliers()).isEqualTo(1);
    // 0.6 and 0.4 of what it sells inside
    assertThat(first.place().concentration().orElseThrow()).isCloseTo(0.52, within(1e-12));
    // The way from QN to QO leads through QM, that from QO to QN is none of the markets: 1 of 2.
    assertThat(first.place().betweenness()).isCloseTo(0.5, within(1e-12));
    assertThat(nodes.stream().mapToDouble(n -> n.place().pageRank()).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(network.triads().values().stream().mapToLong(v -> v).sum()).isEqualTo(1);
  }

  /// QR buys and reports nothing: it is no node, but what QM sells it is sold inside.
  @Test
  void whoReportsNothingIsNoNode() {
    var flows = Grid.builder().add("QM", "QN", 60).add("QN", "QM", 30).add("QM", "QR", 10).build();
    var all = new NetworkOfMembers(flows, List.of("QM", "QN", "QR")).all("all");

    assertThat(all.get("nodes")).hasValue(2);
    assertThat(all.get("density")).hasValue(1);
    assertThat(all.get("intra-share")).hasValue(1);
  }

  @Test
  void nobodyInTheDataIsANetworkOfNothing() {
    var none = new NetworkOfMembers(FLOWS, List.of("QP"));

    assertThat(none.largest()).isEmpty();
    assertThat(none.nodes()).isEmpty();
    assertThat(none.triads()).isEmpty();
    assertThat(none.all("all").get("density")).isEmpty();
    assertThat(none.all("all").get("intra-share")).isEmpty();
  }
}
