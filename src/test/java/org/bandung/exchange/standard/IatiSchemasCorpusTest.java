package org.bandung.exchange.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.Processor;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

@Tag("corpus")
class IatiSchemasCorpusTest {

  private static final Pattern ROOT =
      Pattern.compile("<(iati-activities|iati-organisations|registry-record)\\b");

  private final HashMap<String, XmlTreeParser> parsers = new HashMap<>();
  private final IatiSchemas schemas = new IatiSchemas(Corpus.data("data/iati/schemas"));

  @Test
  void givesTheOfficialVerdictOnEverySchemaTest() throws IOException {
    var wrong = new ArrayList<String>();
    int judged = 0;
    for (var line :
        Files.readAllLines(Corpus.data("data/iati/expected/iati-schemas-2.03-tests.tsv"))) {
      var cells = line.split("\t", -1);
      if (line.startsWith("#") || cells[0].equals("path")) {
        continue;
      }
      judged++;
      if (passes(Corpus.data("data/iati/schema-tests").resolve(cells[0]))
          != cells[1].equals("pass")) {
        wrong.add(cells[0]);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).isEqualTo(694);
  }

  private boolean passes(Path file) throws IOException {
    var matcher = ROOT.matcher(Files.readString(file));
    var root = matcher.find() ? matcher.group(1) : "iati-activities";
    var tree =
        parsers
            .computeIfAbsent(
                root,
                name ->
                    new XmlTreeParser(
                        new Processor(false).getUnderlyingConfiguration(),
                        schemas.schema("2.03", name)))
            .parse(new InputSource(file.toUri().toString()), 0);
    return tree.fatal() == null && tree.faultCount() == 0;
  }
}
