package org.bandung.economy.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.structure.CountryStructure.Measure;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Structure of four countries worked out by hand, and of 226 as it was published.
class YearStructureTest {

  /// World 200: cloth 60, rice 100, tea 40. QMM 100, QNN 50, QOO 50. QPP stated a zero.
  private static final Grid EXPORTS =
      Grid.builder()
          .add("QMM", "cloth", 30)
          .add("QMM", "rice", 60)
          .add("QMM", "tea", 10)
          .add("QNN", "cloth", 30)
          .add("QNN", "rice", 20)
          .add("QOO", "rice", 20)
          .add("QOO", "tea", 30)
          .add("QPP", "tea", 0)
          .build();

  private final YearStructure year = YearStructure.of(EXPORTS);

  private Measure measure(int row, String code) {
    return CountryStructures.measures(year, row).stream()
        .filter(m -> m.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void measuresOfTheWhole() {
    assertThat(year.countries()).isEqualTo(3);
    assertThat(year.products()).isEqualTo(3);
    assertThat(measure(0, "exported").value()).hasValue(3);
    // 0.3, 0.6, 0.1 of its exports: 0.09 + 0.36 + 0.01
    assertThat(measure(0, "hhi").value().orElseThrow()).isCloseTo(0.46, within(1e-12));
    assertThat(measure(0, "equivalent-number").value().orElseThrow())
        .isCloseTo(1 / 0.46, within(1e-12));
    assertThat(measure(0, "normalised-hhi").value().orElseThrow())
        .isCloseTo((0.46 - 1 / 3.0) / (2 / 3.0), within(1e-12));
    // The world has 0.3, 0.5, 0.2: half of 0 + 0.1 + 0.1
    assertThat(measure(0, "unctad-diversification").value().orElseThrow())
        .isCloseTo(0.1, within(1e-12));
    assertThat(measure(1, "hhi").rank()).isEmpty();
  }

  @Test
  void whoExportsNothingHasNoStructure() {
    int row = EXPORTS.row("QPP");

    assertThat(measure(row, "exported").value()).hasValue(0);
    assertThat(measure(row, "hhi").value()).isEmpty();
    assertThat(measure(row, "fitness").value()).isEmpty();
    assertThat(measure(row, "fitness").rank()).isEmpty();
    assertThat(CountryStructures.lines(year, row)).isEmpty();
  }

  @Test
  void advantagesTheGreatestFirst() {
    var lines = CountryStructures.lines(year, 1);

    // QNN, cloth: (30/50) / (60/200) = 2, rice: (20/50) / (100/200) = 0.8
    assertThat(lines).extracting(CountryStructure.Line::product).containsExactly("cloth", "rice");
    assertThat(lines.getFirst().balassa()).isCloseTo(2, within(1e-12));
    assertThat(lines.getFirst().symmetric()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(lines.getFirst().ofWorld()).isCloseTo(0.5, within(1e-12));
    assertThat(lines.getFirst().share()).isCloseTo(0.6, within(1e-12));
    // Advantages: QMM in cloth (exactly 1) and rice (1.2), QNN in cloth, QOO in tea.
    assertThat(measure(0, "diversification").value()).hasValue(2);
    assertThat(measure(0, "diversification").rank()).hasValue(1);
    assertThat(measure(1, "diversification").rank()).isEqualTo(OptionalInt.of(2));
    assertThat(lines.getFirst().kind().ubiquity()).isEqualTo(2);
  }

  @Test
  void theNearestProductComesFirstAndWhatIsNotStatedIsUnknown() {
    var next = CountryStructures.next(year, 1);

    // Proximity of cloth and rice: one country has both, the larger ubiquity is 2: 1/2. Tea stands
    // alone: no neighbours, no distance. QNN holds cloth, rice's only neighbour: distance 0.
    assertThat(next).extracting(CountryStructure.Next::product).containsExactly("rice");
    assertThat(next.getFirst().distance()).isCloseTo(0, within(1e-12));
    assertThat(next.getFirst().balassa().orElseThrow()).isCloseTo(0.8, within(1e-12));
    // QOO holds tea alone: it has neither neighbour; cloth is nothing it states.
    var far = CountryStructures.next(year, 2);
    assertThat(far).extracting(CountryStructure.Next::product).containsExactly("cloth", "rice");
    assertThat(far.getFirst().distance()).isCloseTo(1, within(1e-12));
    assertThat(far.getFirst().exports()).isEmpty();
    assertThat(far.getFirst().balassa()).isEmpty();
    assertThat(far.getLast().exports()).hasValue(20);
  }

  @Test
  void complexProductsHaveLowPlaces() {
    // Rice is exported by QMM alone, cloth also by the less fit QNN.
    assertThat(year.complexityRank(EXPORTS.column("rice")).orElseThrow())
        .isLessThan(year.complexityRank(EXPORTS.column("cloth")).orElseThrow());
  }

  /// Exports by country and four-digit product, mean of 1998 to 2000, with the published fitness.
  @Test
  @Tag("corpus")
  void realCountriesHaveTheirPublishedFitnessAndPlace() throws IOException {
    var real = YearStructure.of(published());
    int compared = 0;
    double best = 0;
    var first = "";
    for (var line :
        Files.readAllLines(Corpus.data("data/economy-tests/expected_fitness_country.csv"))) {
      var cells = line.replace("\"", "").split(",");
      int row = real.exports().row(cells[0]);
      if (row >= 0) {
        double expected = Double.parseDouble(cells[1]);
        assertThat(real.fitness(row)).as(cells[0]).isCloseTo(expected, within(1e-9));
        first = expected > best ? cells[0] : first;
        best = Math.max(best, expected);
        compared++;
      }
    }

    assertThat(compared).isEqualTo(226);
    assertThat(real.countries()).isEqualTo(226);
    assertThat(real.products()).isEqualTo(785);
    assertThat(real.fitnessRank(real.exports().row(first))).hasValue(1);
    int kenya = real.exports().row("ken");
    var next = CountryStructures.next(real, kenya);
    assertThat(next.size() + real.diversification(kenya)).isEqualTo(785);
    assertThat(next)
        .isSortedAccordingTo(
            java.util.Comparator.comparingDouble(CountryStructure.Next::distance)
                .thenComparing(CountryStructure.Next::product))
        .allSatisfy(n -> assertThat(n.distance()).isBetween(0.0, 1.0));
  }

  private static Grid published() throws IOException {
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
