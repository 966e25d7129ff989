package org.bandung.economy.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.IntToDoubleFunction;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The four regions of Francois and Hall's worksheet, and the vector of SMART.
@Tag("corpus")
class GsimCorpusTest {

  private static JsonNode vectors() throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(Corpus.data("data/economy-tests/test_vectors.json")));
  }

  private static double[][] matrix(JsonNode rows) {
    var matrix = new double[rows.size()][];
    for (int r = 0; r < matrix.length; r++) {
      matrix[r] = new double[rows.get(r).size()];
      for (int c = 0; c < matrix[r].length; c++) {
        matrix[r][c] = rows.get(r).get(c).asDouble();
      }
    }
    return matrix;
  }

  private static Gsim area(JsonNode four, int one, int other) {
    var after = matrix(four.path("T0"));
    after[one][other] = 1;
    after[other][one] = 1;
    return Gsim.market(
            matrix(four.path("M_rows_exporter_cols_importer")),
            matrix(four.path("T0")),
            after,
            new Elasticities(
                four.path("Em").asDouble(), four.path("Es").asDouble(), four.path("Ex").asDouble()))
        .orElseThrow();
  }

  private static void agree(JsonNode expected, IntToDoubleFunction computed, double tolerance) {
    assertThat(expected.size()).isEqualTo(4);
    for (int i = 0; i < 4; i++) {
      assertThat(computed.applyAsDouble(i))
          .isCloseTo(expected.get(i).asDouble(), within(tolerance));
    }
  }

  @Test
  void pricesAndWelfareOfTheFirstArea() throws IOException {
    var four = vectors().path("gsim_4x4");
    var area = area(four, 0, 2);
    var expected = four.path("US-EU_FTA");
    agree(expected.path("reported_price_change"), area::price, 0.5e-4);
    agree(expected.path("PS"), area::producerSurplus, 0.05);
    agree(expected.path("CS"), area::consumerSurplus, 0.05);
    agree(expected.path("tariff_revenue"), area::revenueChange, 0.05);
    agree(expected.path("net_welfare"), area::welfare, 0.06);
    var trade = matrix(expected.path("M1"));
    for (int r = 0; r < 4; r++) {
      for (int v = 0; v < 4; v++) {
        assertThat(area.after(r, v)).isCloseTo(trade[r][v], within(0.05));
      }
    }
  }

  @Test
  void pricesAndWelfareOfTheSecondArea() throws IOException {
    var four = vectors().path("gsim_4x4");
    var area = area(four, 0, 1);
    var expected = four.path("US-JP_FTA");
    agree(expected.path("computed_price_change"), area::price, 0.5e-4);
    agree(expected.path("PS"), area::producerSurplus, 0.05);
    agree(expected.path("CS"), area::consumerSurplus, 0.05);
    agree(expected.path("tariff_revenue"), area::revenueChange, 0.05);
    agree(expected.path("net_welfare"), area::welfare, 0.06);
  }

  @Test
  void theVectorOfSmart() throws IOException {
    var vector = vectors().path("smart_minimal");
    var in = vector.path("inputs");
    var lines =
        java.util.List.of(
            new TariffedFlow(
                new Flow("A", "QMM", "", in.path("M_A").asDouble()),
                in.path("t0_A").asDouble(),
                in.path("t1_A").asDouble()),
            new TariffedFlow(
                new Flow("B", "QMM", "", in.path("M_B").asDouble()),
                in.path("t_B").asDouble(),
                in.path("t_B").asDouble()));
    var a =
        Smart.market(
                lines,
                new Elasticities(
                    in.path("import_elasticity").asDouble(),
                    in.path("substitution_elasticity").asDouble(),
                    Double.POSITIVE_INFINITY),
                Diversion.LINEAR)
            .getFirst();
    assertThat(a.creation()).isCloseTo(vector.path("trade_creation_A").asDouble(), within(1e-9));
    assertThat(a.diversion())
        .isCloseTo(vector.path("trade_diversion_A_linear").asDouble(), within(1e-9));
  }
}
