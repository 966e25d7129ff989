package org.bandung.economy.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Exports of 226 countries and 785 products, mean of 1998 to 2000: the published fitness, and
/// similarities and concentrations computed elsewhere.
@Tag("corpus")
class IndicesCorpusTest {

  @Test
  void fitnessIsThePublishedOne() throws IOException {
    var balassa = Advantage.balassa(exports());
    var fitness = Complexity.fitness(balassa, 19);
    var expected = Corpus.data("data/economy-tests/expected_fitness_country.csv");
    var countries = 0;
    for (var line : Files.readAllLines(expected)) {
      var cells = line.replace("\"", "").split(",");
      if (balassa.row(cells[0]) >= 0) {
        assertThat(fitness.ofCountry(balassa.row(cells[0])))
            .as(cells[0])
            .isCloseTo(Double.parseDouble(cells[1]), within(1e-9));
        countries++;
      }
    }

    assertThat(countries).isEqualTo(226);
    assertThat(balassa.width()).isEqualTo(785);
    assertThat(fitness.advantages()).isEqualTo(31_951);
  }

  @Test
  void similaritiesAndConcentrationsAreTheGoldenOnes() throws IOException {
    var exports = exports();
    var similarity = Similarity.fingerKreinin(exports);

    assertThat(similarity.find("bra", "arg").orElseThrow()).isCloseTo(.439296, within(5e-7));
    assertThat(similarity.find("ind", "chn").orElseThrow()).isCloseTo(.380047, within(5e-7));
    assertThat(similarity.find("ken", "uga").orElseThrow()).isCloseTo(.328555, within(5e-7));
    assertThat(similarity.find("zaf", "ind").orElseThrow()).isCloseTo(.379916, within(5e-7));
    assertThat(hhi(exports, "ago")).isCloseTo(.443964, within(5e-7));
    assertThat(hhi(exports, "bra")).isCloseTo(.019699, within(5e-7));
    assertThat(hhi(exports, "chn")).isCloseTo(.010116, within(5e-7));
  }

  private static double hhi(Grid exports, String country) {
    return Concentration.hhi(exports.rowValues(exports.row(country)));
  }

  private static Grid exports() throws IOException {
    var file = Corpus.data("data/trade/economiccomplexity_country_product_avg1998_2000.csv.gz");
    var builder = Grid.builder();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var cells = line.replace("\"", "").split(",");
        builder.add(cells[0], cells[1], Double.parseDouble(cells[2]));
      }
    }
    return builder.build();
  }
}
