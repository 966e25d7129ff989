package org.bandung.economy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.bandung.economy.indices.Grid;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Trade of 69 countries in 2006: all statistics as two other libraries agree on them. The
/// threshold graph has the arcs of at least 1 % of an exporter's exports.
@Tag("corpus")
class NetworkCorpusTest {

  @Test
  void ofTheWhole() throws IOException {
    var expected =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(Corpus.data("data/network/expected_global.json")));
    var all = network();
    var most = all.atLeast(.01);
    var found = new LinkedHashMap<String, Double>();
    found.put("n", (double) all.size());
    found.put("m", (double) all.arcs());
    found.put("density", Reciprocity.density(all));
    found.put("reciprocity_binary", Reciprocity.binary(all));
    found.put("garlaschelli_rho", Reciprocity.beyondDensity(all));
    found.put("weighted_reciprocity_squartini", Reciprocity.weighted(all));
    found.put("thr_m", (double) most.arcs());
    found.put("thr_reciprocity", Reciprocity.binary(most));
    found.put("thr_scc", (double) Cohesion.componentCount(most));
    found.put("thr_avg_clustering_undirected", Cohesion.averageClustering(most));
    found.put("thr_transitivity_undirected", Cohesion.transitivity(most));
    found.put("thr_degree_assortativity", Cohesion.assortativity(most));
    found.put("thr_max_core", (double) Arrays.stream(Cohesion.cores(most)).max().orElseThrow());

    assertThat(expected.propertyNames())
        .containsExactlyInAnyOrderElementsOf(with(found, "thr_triadic_census"));
    found.forEach((name, value) ->
        assertThat(value).as(name).isCloseTo(expected.get(name).asDouble(), within(1e-12)));
    var census = Triads.census(most);
    assertThat(expected.get("thr_triadic_census").propertyNames())
        .containsExactlyInAnyOrderElementsOf(census.keySet());
    census.forEach((type, count) ->
        assertThat(count)
            .as(type)
            .isEqualTo(expected.get("thr_triadic_census").get(type).asLong()));
  }

  @Test
  void ofEachCountry() throws IOException {
    var all = network();
    var most = all.atLeast(.01);
    // In the order of the file's columns; its page rank stopped at 1e-11.
    var found =
        new double[][] {
          Centrality.pageRank(all, .85),
          Centrality.eigenvector(all),
          Centrality.betweenness(most),
          Centrality.closeness(most),
          Centrality.partnerConcentration(all)
        };
    var lines = Files.readAllLines(Corpus.data("data/network/expected_centrality.csv"));

    assertThat(lines.getFirst())
        .isEqualTo(
            "country,pagerank_w_0.85,eigenvector_in_w,betweenness_thr_norm,closeness_in_thr_wf,"
                + "hhi_export_partners");
    assertThat(lines).hasSize(1 + 69);
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",");
      for (var column = 0; column < found.length; column++) {
        assertThat(found[column][all.node(cells[0])])
            .as(cells[0] + " " + column)
            .isCloseTo(Double.parseDouble(cells[column + 1]), within(column == 0 ? 1e-10 : 1e-12));
      }
    }
  }

  private static Iterable<String> with(LinkedHashMap<String, Double> found, String more) {
    var names = new ArrayList<>(found.keySet());
    names.add(more);
    return names;
  }

  private static Network network() throws IOException {
    var builder = Grid.builder();
    var lines = Files.readAllLines(Corpus.data("data/network/trade2006_69.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",");
      builder.add(cells[0], cells[1], Double.parseDouble(cells[2]));
    }
    return Network.of(builder.build());
  }
}
