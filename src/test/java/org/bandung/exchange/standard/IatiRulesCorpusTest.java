package org.bandung.exchange.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import net.sf.saxon.Configuration;
import net.sf.saxon.s9api.Processor;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

@Tag("corpus")
class IatiRulesCorpusTest {

  private final Configuration configuration = new Processor(false).getUnderlyingConfiguration();

  @Test
  void givesTheOfficialAnswerToEveryMetaTest() throws IOException {
    var wrong = new ArrayList<String>();
    int judged = 0;
    for (var row : rows("data/iati/expected/iati-rulesets-meta_tests.tsv", "ruleset")) {
      judged++;
      if (holds(row.get(0), row.get(1)) != Boolean.parseBoolean(row.get(2))) {
        wrong.add(String.join(" ", row));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).isEqualTo(83);
  }

  @Test
  void loadsEveryRuleOfTheStandardWithItsIdAndSeverity() throws IOException {
    var expected =
        rows("data/iati/expected/iati-standard-ruleset-2.03.tsv", "id").stream()
            .map(row -> row.get(0) + " " + row.get(1))
            .sorted()
            .toList();
    var loaded =
        rules(Files.readString(Corpus.data("data/iati/rulesets/rulesets/standard.json")))
            .rules()
            .stream()
            .map(rule -> rule.id() + " " + rule.severity().name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList();
    assertThat(loaded).hasSize(107).isEqualTo(expected);
  }

  private boolean holds(String ruleset, String xml) throws IOException {
    var folder = Corpus.data("data/iati/rulesets/meta_tests");
    var rules = rules(Files.readString(folder.resolve(ruleset + ".json")));
    var tree =
        new XmlTreeParser(configuration, null)
            .parse(new InputSource(folder.resolve(xml + ".xml").toUri().toString()), 0);
    var broken = new ArrayList<String>();
    rules.judge(Objects.requireNonNull(tree.document()), (rule, node) -> broken.add(rule.id()));
    return broken.isEmpty();
  }

  private IatiRules rules(String json) {
    return new IatiRules(
        IatiStandard.json(json),
        new IatiRuleXPath(configuration),
        new IatiRuleKinds(new IatiRuleIds(Set.of(), Set.of()), () -> LocalDate.of(2026, 11, 22)));
  }

  private static List<List<String>> rows(String file, String header) throws IOException {
    return Files.readAllLines(Corpus.data(file)).stream()
        .filter(line -> !line.startsWith("#") && !line.startsWith(header + "\t"))
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }
}
