package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Any table, imported again, changes nothing; and every row of it is counted.
class RepeatedTableImportTest {

  record Line(String title, String country) {}

  @Provide
  Arbitrary<List<Line>> lines() {
    var title = Arbitraries.strings().withChars("ab \",;\t\n\r=é目\u200F").ofMaxLength(12);
    var country = Arbitraries.of("QM", "QN", "QQ", "", "nowhere", "QM;QN");
    return Combinators.combine(title, country).as(Line::new).list().ofMaxSize(30);
  }

  @Property(tries = 60)
  void changesNothingTheSecondTime(@ForAll("lines") List<Line> lines) throws IOException {
    var file = Files.createTempFile("table", ".csv");
    try {
      write(file, lines);
      var node = new ImportsUnderTest();
      var mapping =
          TableCorpusTest.mapping("src/test/resources/exchange/tables/three-columns.yaml");

      var first = node.table(mapping, file.toString()).files().getFirst();
      var held = List.copyOf(node.registry.current.values());
      var second = node.table(mapping, file.toString()).files().getFirst();

      assertThat(first.read()).isEqualTo(lines.size());
      assertThat(first.created()).isEqualTo(lines.size());
      assertThat(second.unchanged()).isEqualTo(lines.size());
      assertThat(List.copyOf(node.registry.current.values())).isEqualTo(held);
    } finally {
      Files.delete(file);
    }
  }

  private static void write(Path file, List<Line> lines) {
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("Ref", "Project", "Provider");
      for (int i = 0; i < lines.size(); i++) {
        csv.writeRecord("M-" + i, lines.get(i).title(), lines.get(i).country());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
