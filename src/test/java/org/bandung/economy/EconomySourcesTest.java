package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The datasets that questions are asked of are those the shipped mappings bring in.
class EconomySourcesTest {

  static List<NamedCsvRecord> rows() {
    try (var csv =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    Objects.requireNonNull(
                        EconomySourcesTest.class.getResourceAsStream("/economy/sources.csv")),
                    StandardCharsets.UTF_8))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties mapping(String dataset) {
    var path = "/exchange/observations/" + dataset + ".properties";
    try (var in = EconomySourcesTest.class.getResourceAsStream(path)) {
      assertThat(in).as("no mapping %s is shipped", path).isNotNull();
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a mapping can give out observations of a series.
  private static boolean emits(Properties mapping, String series) {
    return series.isEmpty()
        || series.equals(mapping.getProperty("series"))
        // any series a column names; a unit of its own says which are meant
        || mapping.getProperty("series", "").startsWith("@")
            && mapping.containsKey("unit." + series)
        || mapping.containsKey("value." + series)
        || mapping.containsKey("wide." + series)
        || Arrays.asList(mapping.getProperty("values", "").split("\\s+")).contains(series)
        || mapping.stringPropertyNames().stream()
            .filter(name -> name.startsWith("series."))
            .map(mapping::getProperty)
            .anyMatch(word -> word.equals(series) || composed(mapping, word, series));
  }

  /// What the row says may be the beginning of a series only: `value.{series}-simple-average`.
  private static boolean composed(Properties mapping, String word, String series) {
    return series.startsWith(word)
        && mapping.containsKey("value.{series}" + series.substring(word.length()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowNamesAShippedMappingAndASeriesItGivesOut(NamedCsvRecord row) {
    var mapping = mapping(row.getField("dataset"));

    assertThat(mapping.getProperty("dataset")).isEqualTo(row.getField("dataset"));
    assertThat(emits(mapping, row.getField("series")))
        .as("%s gives out no %s", row.getField("dataset"), row.getField("series"))
        .isTrue();
  }
}
