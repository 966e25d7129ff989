package org.bandung.exchange.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bandung.exchange.observations.MappingParser.Parsed;
import org.bandung.kernel.Messages;
import org.bandung.observations.LoadedFile.Replacing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingParserTest {

  static final List<String> SHIPPED = ObservationMappings.SHIPPED;

  private static final String LEAST =
      """
      dataset = world
      name = Trade of the world
      unit = USD
      year = @year
      series = exports
      reporter = @from
      value = @value
      """;

  private static Parsed parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Parsed parse(byte[] bytes) {
    try {
      return MappingParser.parse("test", new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> faults(Parsed parsed) {
    return parsed instanceof Parsed.Faulty(var faults)
        ? faults.stream().map(f -> f.told("en")).toList()
        : List.of();
  }

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void theMappingsThatComeAlongHaveNoFaultsAndNamesInAllLanguages(String name) {
    var found = ObservationMappings.find(name);

    assertThat(found.faults()).isEmpty();
    var about = found.mapping().orElseThrow().about();
    assertThat(about.name().byLanguage()).containsOnlyKeys(Messages.LANGUAGES);
    assertThat(about.source()).isNotEmpty();
    assertThat(about.licence()).isNotEmpty();
  }

  @Test
  void theLeastMappingIsEnough() {
    assertThat(parse(LEAST))
        .isInstanceOfSatisfying(
            Parsed.Read.class,
            read -> {
              assertThat(read.mapping().about().dataset()).isEqualTo("world");
              assertThat(read.mapping().replaces()).isEqualTo(Replacing.OBSERVATION);
              assertThat(read.mapping().sha256()).hasSize(64);
            });
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThat(faults(parse("dataset = ../../etc\nyaer = @y\nnegative = maybe\n")))
        .anyMatch(f -> f.contains("../../etc"))
        .anyMatch(f -> f.contains("yaer") && f.contains("year"))
        .anyMatch(f -> f.contains("maybe") && f.contains("kept, refused"))
        .anyMatch(f -> f.contains("lacks: unit"))
        .anyMatch(f -> f.contains("lacks: reporter"))
        .anyMatch(f -> f.contains("lacks: value"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dataset = World",
        "dataset = a/b",
        "dataset = .hidden",
        "dataset = -x",
        "format.delimiter = \"",
        "format.encoding = no-such",
        "format.header-row = 0x1",
        "product.digits = 99",
        "decimal = 7",
        "decimal = ,\ngrouping = ,",
        "replaces = everything",
        "reporter.codes = iso",
        "wide.stock = DOD",
        "folder = /etc",
        "format.delimiter = \\u0000\\uXYZ",
        "year = @other\nyear = @twice"
      })
  void whatIsNotPossibleIsRefused(String line) {
    var key = line.substring(0, line.indexOf(' '));
    var rest =
        LEAST.lines().filter(l -> !l.startsWith(key + " ")).reduce("", (a, b) -> a + b + "\n");

    assertThat(parse(rest + line + "\n")).isInstanceOf(Parsed.Faulty.class);
  }

  @Test
  void whatIsNoTextOrTooLargeIsRefused() {
    assertThat(faults(parse(new byte[] {(byte) 0xff, 'a'}))).hasSize(1);
    assertThat(faults(parse("#".repeat(MappingParser.LARGEST + 1)))).hasSize(1);
    assertThat(faults(parse("a.b = c\n".repeat(1_000)))).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void aMappingThatIsNotThereIsToldWithTheClosest() {
    assertThat(ObservationMappings.find("bacci").faults().getFirst().told("en")).contains("baci");
    assertThat(ObservationMappings.find("/no/such\0file").mapping()).isEmpty();
  }
}
