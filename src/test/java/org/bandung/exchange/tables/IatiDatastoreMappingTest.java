package org.bandung.exchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A flattened activity must mean what the same activity means as XML: the shipped mapping and the
/// tables by which IATI files are read say the same.
class IatiDatastoreMappingTest {

  private static final TableMapping MAPPING =
      switch (Mappings.find("iati-datastore")) {
        case MappingReader.Reading.Read(var mapping) -> mapping;
        case MappingReader.Reading.Faulty(var faults) -> throw new AssertionError(faults);
      };

  private static Map<String, String> kinds(String column) {
    return MAPPING.rules().stream()
        .filter(rule -> rule.column().equals(column) && !rule.kinds().isEmpty())
        .findFirst()
        .orElseThrow()
        .kinds();
  }

  private static List<NamedCsvRecord> table(String file) throws IOException {
    var stream = Mappings.class.getResourceAsStream("/exchange/" + file);
    try (var rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    }
  }

  @Test
  void readsTransactionsAsFilesDo() throws IOException {
    var expected = new TreeMap<String, String>();
    table("iati-transaction-types.csv")
        .forEach(row -> expected.put(row.getField("type"), row.getField("kind")));

    assertThat(kinds("transaction_value")).isEqualTo(expected);
  }

  @Test
  void readsRolesAsFilesDo() throws IOException {
    var expected = new TreeMap<String, String>();
    for (var row : table("iati-roles.csv")) {
      for (var type : row.getField("organisation_types").split(" ")) {
        var code = row.getField("role") + (type.equals("*") ? "" : "/" + type);
        expected.put(code, row.getField("our_role"));
      }
    }

    assertThat(kinds("participating_org_role")).isEqualTo(expected);
  }

  @Test
  void readsVocabulariesAsFilesDo() throws IOException {
    for (var of : Map.of("sector", "sector_code", "tag", "tag_code").entrySet()) {
      var expected = new TreeMap<String, String>();
      for (var row : table("iati-vocabularies.csv")) {
        if (row.getField("element").equals(of.getKey())) {
          expected.put(row.getField("vocabulary"), row.getField("scheme"));
        }
      }

      assertThat(kinds(of.getValue())).as(of.getKey()).isEqualTo(expected);
    }
  }
}
