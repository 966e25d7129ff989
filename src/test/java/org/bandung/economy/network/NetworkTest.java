package org.bandung.economy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.indices.Grids;
import org.junit.jupiter.api.Test;

class NetworkTest {

  // Zachary's karate club (1977), members from 1, as in the public data set; 78 friendships.
  private static final String KARATE =
      "1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14"
          + " 2-18 2-20 2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7"
          + " 6-11 6-17 7-17 9-31 9-33 9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34"
          + " 21-33 21-34 23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30"
          + " 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34";

  // Krackhardt's kite (1990): ten people, 18 links.
  private static final String KITE =
      "0-1 0-2 0-3 0-5 1-3 1-4 1-6 2-3 2-5 3-4 3-5 3-6 4-6 5-6 5-7 6-7 7-8 8-9";

  @Test
  void karateClub() {
    var club = undirected(KARATE);
    var betweenness = Centrality.betweenness(club);

    assertThat(club.arcs()).isEqualTo(156);
    assertThat(betweenness[club.node("01")]).isCloseTo(.4376, within(5e-5));
    assertThat(betweenness[club.node("34")]).isCloseTo(.3041, within(5e-5));
    assertThat(Cohesion.averageClustering(club)).isCloseTo(.5706, within(5e-5));
    assertThat(Cohesion.transitivity(club)).isCloseTo(.2557, within(5e-5));
    assertThat(Reciprocity.binary(club)).isEqualTo(1);
    assertThat(Reciprocity.weighted(club)).isEqualTo(1);
    assertThat(Cohesion.componentCount(club)).isEqualTo(1);
  }

  @Test
  void kite() {
    var kite = undirected(KITE);

    assertThat(Centrality.betweenness(kite)[kite.node("07")]).isCloseTo(.3889, within(5e-5));
    // The two of them reach the nine others in 14 steps.
    assertThat(Centrality.closeness(kite)[kite.node("05")]).isCloseTo(9 / 14.0, within(1e-12));
    // 8 and 9 hang on a path; the seven of the body each have three links among themselves.
    assertThat(Cohesion.cores(kite)).containsExactly(3, 3, 3, 3, 3, 3, 3, 2, 1, 1);
  }

  @Test
  void reciprocityOfThree() {
    // QM to QN 10 and back 4, QN to QO 6: three of six arcs, two of them answered.
    var network =
        Network.of(
            Grids.flows(new double[] {5, 10, 0}, new double[] {4, 0, 6}, new double[] {0, 0, 0}));

    assertThat(network.arcs()).isEqualTo(3);
    assertThat(Reciprocity.density(network)).isEqualTo(.5);
    assertThat(Reciprocity.binary(network)).isCloseTo(2 / 3.0, within(1e-12));
    // (2/3 - 1/2) / (1/2)
    assertThat(Reciprocity.beyondDensity(network)).isCloseTo(1 / 3.0, within(1e-12));
    // Twice 4 of 20 are balanced.
    assertThat(Reciprocity.weighted(network)).isCloseTo(.4, within(1e-12));
    assertThat(network.outStrength(0)).isEqualTo(10);
    assertThat(network.inStrength(1)).isEqualTo(10);
    // QN's 10 leave for QM (.4) and QO (.6).
    assertThat(Centrality.partnerConcentration(network)[1]).isCloseTo(.52, within(1e-12));
    assertThat(Centrality.partnerConcentration(network)[2]).isNaN();
    assertThat(Cohesion.components(network)).containsExactly(0, 0, 1);
  }

  @Test
  void onlyWhatMattersToItsOrigin() {
    var network =
        Network.of(
            Grids.flows(new double[] {0, 98, 2}, new double[] {1, 0, 0}, new double[] {1, 3, 0}));
    var kept = network.atLeast(.25);

    assertThat(kept.arc(0, 1)).isTrue();
    assertThat(kept.arc(0, 2)).isFalse();
    assertThat(kept.arc(1, 0)).isTrue();
    assertThat(kept.arc(2, 0)).isTrue();
    assertThat(kept.arcs()).isEqualTo(4);
  }

  @Test
  void rankAndEigenvectorOfThree() {
    // A circle: all are alike.
    var circle =
        Network.of(
            Grids.flows(new double[] {0, 3, 0}, new double[] {0, 0, 3}, new double[] {3, 0, 0}));
    assertThat(Centrality.pageRank(circle, .85))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    assertThat(Centrality.eigenvector(circle))
        .containsExactly(new double[] {.5773503, .5773503, .5773503}, within(1e-6));
    // QM to QN alone, damping .5, QN jumps anywhere: a = .25 + b/4 and a + b = 1, so .4 and .6.
    var arc = Network.of(Grids.flows(new double[] {0, 1}, new double[] {0, 0}));
    assertThat(Centrality.pageRank(arc, .5)).containsExactly(new double[] {.4, .6}, within(1e-12));
  }

  @Test
  void withoutArcsLittleIsDefined() {
    var empty = Network.of(Grids.flows(new double[] {1, 0, 0}, new double[3], new double[3]));

    assertThat(Reciprocity.binary(empty)).isNaN();
    assertThat(Reciprocity.weighted(empty)).isNaN();
    assertThat(Cohesion.transitivity(empty)).isNaN();
    assertThat(Cohesion.assortativity(empty)).isNaN();
    assertThat(Centrality.eigenvector(empty)).containsOnly(Double.NaN);
    assertThat(Centrality.betweenness(empty)).containsOnly(0);
    assertThat(Centrality.closeness(empty)).containsOnly(0);
    assertThat(Reciprocity.density(Network.of(Grid.builder().build()))).isNaN();
    assertThat(Cohesion.componentCount(Network.of(Grid.builder().build()))).isZero();
  }

  @Test
  void assortativityOfAStar() {
    // One in the middle of three: who has many links is linked with who has one.
    assertThat(Cohesion.assortativity(undirected("0-1 0-2 0-3"))).isCloseTo(-1, within(1e-12));
  }

  @Test
  void triads() {
    // QM and QN trade both ways, QN sells to QO: 111U.
    var network =
        Network.of(
            Grids.flows(new double[] {0, 1, 0}, new double[] {1, 0, 1}, new double[] {0, 0, 0}));
    assertThat(Triads.census(network).get("111U")).isEqualTo(1);
    var turned =
        Network.of(
            Grids.flows(new double[] {0, 1, 0}, new double[] {1, 0, 0}, new double[] {0, 1, 0}));
    assertThat(Triads.census(turned).get("111D")).isEqualTo(1);
  }

  @Property(tries = 30)
  void censusCountsEachThreeOnceWhateverTheirNames(@ForAll long seed) {
    var random = new Random(seed);
    var flows = new double[9][9];
    var reversed = new double[9][9];
    for (var i = 0; i < 9; i++) {
      for (var j = 0; j < 9; j++) {
        flows[i][j] = random.nextInt(3) == 0 ? 1 : 0;
        reversed[8 - i][8 - j] = flows[i][j];
      }
    }
    var census = Triads.census(Network.of(Grids.flows(flows)));

    assertThat(census.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(84);
    assertThat(census.keySet()).containsExactlyElementsOf(Triads.TYPES);
    assertThat(Triads.census(Network.of(Grids.flows(reversed)))).isEqualTo(census);
  }

  private static Network undirected(String links) {
    var builder = Grid.builder();
    for (var link : List.of(links.split(" "))) {
      var ends = link.split("-");
      var one = "%02d".formatted(Integer.parseInt(ends[0]));
      var other = "%02d".formatted(Integer.parseInt(ends[1]));
      builder.add(one, other, 1).add(other, one, 1);
    }
    return Network.of(builder.build());
  }
}
