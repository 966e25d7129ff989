package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bandung.exchange.tables.MappingReader;
import org.bandung.exchange.tables.Mappings;
import org.bandung.exchange.tables.TableMapping;
import org.bandung.kernel.Corpus;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.bandung.registry.said.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("corpus")
class TableCorpusTest {

  private final ImportsUnderTest node =
      new ImportsUnderTest(
          Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad"))::resolveCountry);

  static TableMapping mapping(String name) {
    return switch (Mappings.find(name)) {
      case MappingReader.Reading.Read(var mapping) -> mapping;
      case MappingReader.Reading.Faulty(var faults) ->
          throw new AssertionError(faults.stream().map(f -> f.told("en")).toList().toString());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "undp-2023, UNDP_south_south_initiatives_2023.csv, 137, 0",
    "undp-2016, UNDP_SSC_mapping_2016_projects.jsonl, 276, 0",
    "iati-datastore, iati_ssc_keyword_632_activities_raw.jsonl.gz, 632, 1",
    "aiddata-china, AidData_ChineseOfficialFinance_2000_2014_projects.csv, 3485, 3485"
  })
  void takesEveryRowOnceAndSaysWhatBecomesOfEveryColumn(
      String name, String file, int rows, int compilations) {
    var mapping = mapping(name);
    var path = Corpus.data("data/cooperation/" + file).toString();

    var first = node.table(mapping, path);
    var second = node.table(mapping, path);

    assertThat(first.exitValue()).as(first.unreadable().toString()).isZero();
    var counted = first.files().getFirst();
    assertThat(counted.read()).isEqualTo(rows);
    assertThat(counted.created()).isEqualTo(rows);
    assertThat(node.registry.current).hasSize(rows);
    assertThat(second.files().getFirst().unchanged()).isEqualTo(rows);
    assertThat(
            node.registry.current.values().stream()
                .filter(s -> s.speaker() == Statement.Speaker.COMPILATION))
        .hasSize(compilations);
  }
}
