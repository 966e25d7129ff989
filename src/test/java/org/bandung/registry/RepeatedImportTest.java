package org.bandung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bandung.kernel.Reader;
import org.bandung.parties.Parties;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.said.Statement;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// Random worlds of statements, received in random batches, again and again.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedImportTest {

  private TestDatabase store;
  private Registry registry;

  @BeforeAll
  void open() {
    store = TestDatabase.create();
    var reference = InventedWorld.reference();
    var folder = InventedWorld.folder("parties-world");
    registry =
        new Registry(
            store.database(),
            store.changes(),
            reference,
            Parties.load(folder, store.database(), store.changes(), reference),
            new FacetCache(
                store.changes(),
                store.database(),
                reference,
                new StaticListableBeanFactory().getBeanProvider(TagCounter.class)));
  }

  @AfterAll
  void close() {
    store.close();
  }

  private static final String[] COUNTRIES = {"QMM", "QNN", "QOO", "QPP", "QRR", "QXX"};
  private static final String[] ROLES = {"provider", "recipient", "dual", "facilitator"};

  private static List<Statement> world(Random random, int repetition) {
    var statements = new ArrayList<Statement>();
    int ids = 1 + random.nextInt(12);
    for (int i = 0; i < 40; i++) {
      var participants = new String[random.nextInt(4)];
      for (int p = 0; p < participants.length; p++) {
        participants[p] =
            COUNTRIES[random.nextInt(COUNTRIES.length)] + ":" + ROLES[random.nextInt(ROLES.length)];
      }
      var content =
          Samples.content(
              "Title " + random.nextInt(5), "" + (1990 + random.nextInt(30)), participants);
      var source = random.nextBoolean() ? Samples.SHORE : Samples.HILL;
      var day = random.nextInt(3) == 0 ? null : "20" + (10 + random.nextInt(10)) + "-01-01";
      var id = repetition + "-QM-" + random.nextInt(ids);
      statements.add(
          Samples.said(source, id, Statement.Speaker.values()[random.nextInt(3)], content, day));
    }
    return statements;
  }

  private List<ImportRun.Receipt> receive(List<Statement> statements, Random random) {
    var receipts = new ArrayList<ImportRun.Receipt>();
    try (var run = registry.beginImport("iati", "random")) {
      for (int from = 0; from < statements.size(); ) {
        int to = Math.min(statements.size(), from + 1 + random.nextInt(15));
        receipts.addAll(run.receive(statements.subList(from, to)));
        from = to;
      }
      run.finish(false);
    }
    return receipts;
  }

  private Map<String, Object> picture(List<ImportRun.Receipt> receipts) {
    var picture = new HashMap<String, Object>();
    for (var receipt : receipts) {
      var view = registry.find(Reader.PUBLIC, receipt.initiativeId()).orElseThrow();
      picture.put(
          receipt.initiativeId(),
          List.of(view.composed(), view.provenance(), view.derivation(), view.statements().size()));
    }
    return picture;
  }

  @RepeatedTest(15)
  void repeatingAnImportChangesNothing(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var statements = world(random, repetition.getCurrentRepetition());
    var first = receive(statements, random);
    var before = picture(first);
    var changes = store.changes().state();

    var second = receive(statements, random);

    assertThat(second)
        .extracting(ImportRun.Receipt::outcome)
        .containsOnly(ImportRun.Outcome.UNCHANGED, ImportRun.Outcome.OLDER);
    assertThat(picture(second)).isEqualTo(before);
    assertThat(store.changes().state()).isEqualTo(changes);
  }

  @RepeatedTest(10)
  void everyStatementLeadsToOneInitiativeThatEqualsItsList(RepetitionInfo repetition) {
    int seed = 1000 + repetition.getCurrentRepetition();
    var random = new Random(seed);
    var receipts = receive(world(random, seed), random);

    for (var receipt : receipts) {
      var view = registry.find(Reader.PUBLIC, receipt.initiativeId()).orElseThrow();
      var row =
          store
              .database()
              .sql()
              .sql("select modality from registry_initiative where id = :id")
              .param("id", receipt.initiativeId())
              .query(String.class)
              .single();
      assertThat(row).isEqualTo(view.derivation().modality());
    }
  }
}
