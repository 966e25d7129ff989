package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.exchange.iati.Everything;
import org.bandung.exchange.iati.LossReport.Form;
import org.bandung.exchange.tables.TableMapping;
import org.bandung.kernel.Corpus;
import org.bandung.registry.said.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What leaves passes the official schema, every error rule of the official ruleset and the
/// codelist rules.
@Tag("corpus")
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IatiOutCorpusTest {

  private final Path standard = Corpus.data("data/iati");
  private final IatiJudge judge =
      IatiJudge.of(new IatiSettings(Optional.of(standard)), Clock.systemUTC());
  private IatiNode invented;
  private IatiNode node;
  private IatiNode other;

  @BeforeAll
  void open() {
    invented = new IatiNode(Optional.of(standard));
    node = IatiNode.real(Optional.of(standard));
    other = IatiNode.real(Optional.of(standard));
  }

  @AfterAll
  void close() {
    invented.close();
    node.close();
    other.close();
  }

  @BeforeEach
  void empty() {
    invented.empty();
    node.empty();
    other.empty();
  }

  @Test
  void anInventedWorldWithEveryFeaturePasses() {
    var statements = new ArrayList<Statement>();
    for (int seed = 0; seed < 20; seed++) {
      var world = new Everything(1000 + seed);
      for (int i = 0; i < 25; i++) {
        statements.add(world.statement("table", "register", "R-" + seed + "-" + i));
      }
    }
    invented.registry.receive("table", statements);

    var file = invented.exported();

    assertThat(invented.report.count(Form.COMPOSED)).isGreaterThan(200);
    assertThat(IatiNode.errors(judge, file)).isEmpty();
    System.out.println("invented: " + invented.report.forms() + " " + invented.report.reasons());
  }

  @Test
  void theStarterCollectionPassesAndComesBack() {
    node.registry.receive("starter", StarterReader.read());

    passesAndComesBack("starter");
  }

  @Test
  void theTablesPassAndComeBack() {
    table("iati-datastore", "iati_ssc_keyword_632_activities_raw.jsonl.gz");
    table("undp-2016", "UNDP_SSC_mapping_2016_projects.jsonl");
    table("undp-2023", "UNDP_south_south_initiatives_2023.csv");
    table("aiddata-china", "AidData_ChineseOfficialFinance_2000_2014_projects.csv");

    passesAndComesBack("tables");
  }

  @Test
  void realFilesOfPublishersPassAndComeBack() {
    var request = request(Corpus.data("data/iati/real").toString());
    node.imports.importIati(request, ImportProgress.SILENT);

    passesAndComesBack("real files");
    assertThat(node.report.count(Form.ORIGINAL)).isGreaterThan(700);
  }

  private void table(String name, String file) {
    TableMapping mapping = TableCorpusTest.mapping(name);
    var path = Corpus.data("data/cooperation/" + file).toString();
    node.imports.importTable(request(path), mapping, ImportProgress.SILENT);
  }

  private static ImportRequest request(String path) {
    return new ImportRequest(List.of(path), false, false, Optional.empty(), "en");
  }

  private void passesAndComesBack(String what) {
    var file = node.exported();

    assertThat(IatiNode.errors(judge, file)).isEmpty();
    other.takeOver(file);
    assertThat(other.exported().equals(file)).as("byte-equal").isTrue();
    System.out.printf(Locale.ROOT, "%s: %s %s%n", what, node.report.forms(), node.report.reasons());
  }
}
