package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.bandung.registry.said.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {

  private static final String FATES = "src/test/resources/exchange/one-of-each-fate.xml";
  private static final String GOOD = "src/test/resources/exchange/complete-activity.xml";

  @TempDir Path folder;
  private final ImportsUnderTest node = new ImportsUnderTest();

  @Test
  void oneBadRecordNeverCostsItsFile() {
    var summary = node.run(FATES);

    var file = summary.files().getFirst();
    assertThat(file.read()).isEqualTo(6);
    assertThat(file.created()).isEqualTo(2);
    assertThat(file.refused()).isEqualTo(4);
    assertThat(file.noted()).isEqualTo(6);
    assertThat(summary.exitValue()).isEqualTo(1);
    assertThat(node.registry.current.keySet())
        .containsExactly("iati:QM-1 QM-1-GOOD", "iati:QM-1 QM-1-LAST");
    assertThat(node.registry.current.values())
        .extracting(Statement::speaker)
        .containsExactly(Statement.Speaker.PUBLISHER, Statement.Speaker.COMPILATION);
    assertThat(node.codes())
        .contains(
            "bandung.no-identifier", "bandung.end-tag-missing", "bandung.amount-not-a-number");
  }

  @Test
  void aSecondRunChangesNothingAndSaysTheSame() {
    node.run(FATES);
    var notes = node.registry.reports.getFirst().notes();

    var second = node.run(FATES).files().getFirst();

    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(second.created() + second.updated()).isZero();
    assertThat(node.registry.seen).isEqualTo(2);
    assertThat(node.registry.reports.getLast().notes()).isEqualTo(notes);
  }

  @Test
  void theSameRecordFurtherDownIsUnchangedWithItsNotesMoved() throws IOException {
    var text = Files.readString(Path.of(GOOD));
    node.run(write("a.xml", text));
    var summary =
        node.run(write("b.xml", text.replace("<iati-activities", "\n\n<iati-activities")));

    assertThat(summary.files().getFirst().unchanged()).isEqualTo(1);
    assertThat(node.registry.reports.getLast().notes())
        .isEqualTo(
            node.registry.reports.getFirst().notes().stream().map(n -> n.shifted(2)).toList());
  }

  @Test
  void anOlderVersionIsUnchangedWithANote() throws IOException {
    var text = Files.readString(Path.of(GOOD));
    node.run(write("a.xml", text));

    var older = node.run(write("b.xml", text.replace("2026-01-01T00", "2025-12-01T00")));
    var newer = node.run(write("c.xml", text.replace("2026-01-01T00", "2026-02-01T00")));

    assertThat(older.files().getFirst().unchanged()).isEqualTo(1);
    assertThat(node.codes()).contains("bandung.older-version");
    assertThat(newer.files().getFirst().updated()).isEqualTo(1);
  }

  @Test
  void aRehearsalCountsButChangesNothing() {
    var rehearsal = node.run(true, false, GOOD, FATES);

    assertThat(rehearsal.files().stream().mapToInt(ImportSummary.File::created).sum()).isEqualTo(3);
    assertThat(node.registry.current).isEmpty();
    assertThat(node.registry.runs).isEmpty();
    assertThat(node.registry.reports).isEmpty();
  }

  @Test
  void nothingIsWithdrawnWhenSomethingWasRefusedOrUnreadable() {
    assertThat(node.run(false, true, GOOD).withdrawalHeld()).isFalse();
    assertThat(node.registry.completed).isTrue();
    assertThat(node.run(false, true, FATES).withdrawalHeld()).isTrue();
    assertThat(node.registry.completed).isFalse();
    assertThat(node.run(false, true, GOOD, folder + "/none").withdrawalHeld()).isTrue();
  }

  @Test
  void refusesVersionOneAndAssumesTwoWhereNoneIsGiven() throws IOException {
    var text = Files.readString(Path.of(GOOD));

    var old = node.run(write("a.xml", text.replace("version=\"2.03\"", "version=\"1.05\"")));
    var none = node.run(write("b.xml", text.replace(" version=\"2.03\"", "")));

    assertThat(old.files().getFirst().refused()).isEqualTo(1);
    assertThat(none.files().getFirst().created()).isEqualTo(1);
    assertThat(node.codes()).contains("bandung.version-1", "bandung.version-assumed");
  }

  @Test
  void neitherForeignEntitiesNorExpandingOnesDoAnything() throws IOException {
    var laughs = new StringBuilder("<!DOCTYPE iati-activities [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
    }
    laughs.append("<!ENTITY xxe SYSTEM 'file:///etc/hostname'>]><iati-activities version='2.03'>");
    for (var entity : new String[] {"l29", "xxe"}) {
      laughs.append(
          "<iati-activity><iati-identifier>&%s;</iati-identifier></iati-activity>"
              .formatted(entity));
    }

    var summary = node.run(write("laughs.xml", laughs + "</iati-activities>"));

    assertThat(summary.files().getFirst().refused()).isEqualTo(2);
    assertThat(node.codes()).contains("bandung.doctype-ignored");
  }

  @Test
  void oneUnreadableFileIsOneLineAndTheOthersGoOn() throws IOException {
    var json = write("a.xml", "{\"result\": []}");

    var summary = node.run(json, GOOD);

    assertThat(summary.exitValue()).isEqualTo(2);
    assertThat(summary.unreadable())
        .containsExactly(new ImportSummary.Unreadable(json, "bandung.json", java.util.List.of()));
    assertThat(summary.files()).hasSize(2);
    assertThat(node.registry.current).hasSize(1);
  }

  @Test
  void organisationsGoToTheParties() {
    var file = "src/test/resources/exchange/organisation.xml";

    assertThat(node.run(file).files().getFirst().created()).isEqualTo(1);
    assertThat(node.run(file).files().getFirst().unchanged()).isEqualTo(1);
    assertThat(node.parties.byReference).containsOnlyKeys("QN-ORG");
    var bank = node.parties.byReference.values().iterator().next();
    assertThat(bank.name().byLanguage()).containsEntry("fr", "Banque de Quenor");
    assertThat(bank.sourceKey()).isEqualTo("iati:QN-ORG");
    assertThat(bank.type()).isEqualTo("40");
  }

  @Test
  void writesBatchesInTheOrderOfTheInput() throws IOException {
    var text = new StringBuilder("<iati-activities version='2.03'>");
    var expected = new ArrayList<String>();
    for (int i = 0; i < 2_000; i++) {
      text.append(
          "<iati-activity><iati-identifier>QM-%d</iati-identifier></iati-activity>".formatted(i));
      expected.add("iati:unknown QM-" + i);
    }

    node.run(write("many.xml", text + "</iati-activities>"));

    assertThat(node.registry.current.keySet()).containsExactlyElementsOf(expected);
    assertThat(node.registry.transactions).isBetween(8, 12);
  }

  @Test
  void theReportHasARowForEachNote() throws IOException {
    var report = folder.resolve("report.csv");

    node.report(report, FATES);

    var lines = Files.readAllLines(report);
    assertThat(lines.getFirst()).isEqualTo("file,line,record,severity,code,path,message");
    assertThat(lines)
        .contains(
            FATES
                + ",6,QM-1-OPEN,refused,bandung.end-tag-missing,,"
                + "The record has no end tag before the next one starts.")
        .anyMatch(l -> l.contains(",9,QM-1-LAST,error,bandung.amount-not-a-number,budget/value,"));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
