package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bandung.exchange.files.RecordSlice;
import org.bandung.exchange.files.RootTag;
import org.bandung.kernel.Note;
import org.bandung.kernel.Note.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IatiJudgeTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private final IatiJudge judge = IatiJudge.of(new IatiSettings(Optional.empty()), CLOCK);

  @Test
  void findsTheCommonestFaultsWithoutTheOfficialMaterial() {
    var judgement = judge.judge(Records.fixture("own-checks-all-fail.xml", 101));

    assertThat(judgement.notes())
        .extracting(note -> note.line() + " " + note.code() + " " + note.path())
        .containsExactlyInAnyOrder(
            "101 bandung.missing-element reporting-org",
            "101 bandung.missing-element title",
            "101 bandung.missing-element description",
            "101 bandung.missing-element participating-org",
            "101 bandung.missing-element activity-status",
            "103 bandung.start-after-end activity-date/@iso-date",
            "105 bandung.actual-date-in-future activity-date/@iso-date",
            "107 bandung.percentage-near-100 recipient-country",
            "110 bandung.percentage-not-100 sector",
            "111 bandung.percentage-not-a-number sector/@percentage");
    assertThat(judgement.notes()).extracting(Note::record).containsOnly("QM-REG-1-8");
  }

  @Test
  void isContentWithAGoodRecordAndGivesItsTree() {
    var judgement =
        judge.judge(
            Records.slice(
                """
                <iati-activity default-currency="XTS">
                <iati-identifier>QM-1</iati-identifier><reporting-org/><title/><description/>
                <participating-org/><activity-status/><activity-date/>
                </iati-activity>\
                """,
                70_000));

    assertThat(judgement.notes()).isEmpty();
    var element = Objects.requireNonNull(judgement.element());
    assertThat(element.getNodeName().getLocalName()).isEqualTo("iati-activity");
    assertThat(element.getLineNumber()).isEqualTo(70_000);
    assertThat(element.children("title").iterator().next().getLineNumber()).isEqualTo(70_001);
    assertThat(element.getParent().getNodeName().getLocalName()).isEqualTo("iati-activities");
  }

  @Test
  void refusesWhatIsNotWellFormedWithItsLineInTheFile() {
    var judgement =
        judge.judge(
            Records.slice(
                "<iati-activity>\n<iati-identifier>QM-1</iati-identifier>\n<title>\n</iati-activity>",
                11));

    assertThat(judgement.element()).isNull();
    assertThat(judgement.notes())
        .singleElement()
        .satisfies(note -> {
          assertThat(note.severity()).isEqualTo(Severity.REFUSED);
          assertThat(note.code()).isEqualTo("bandung.not-well-formed");
          assertThat(note.line()).isEqualTo(14);
          assertThat(note.record()).isEqualTo("QM-1");
        });
  }

  @Test
  void letsNoDocumentTypeNoEntityAndNoAbyssThrough() {
    var hostile =
        List.of(
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><iati-activity>&e;</iati-activity>",
            "<iati-activity>&undefined;</iati-activity>",
            "<iati-activity>" + "<d>".repeat(100_000) + "</d>".repeat(100_000) + "</iati-activity>",
            "<iati-activity><q:unbound/></iati-activity>",
            "");
    for (var text : hostile) {
      var judgement = judge.judge(Records.slice(text, 1));
      assertThat(judgement.element()).isNull();
      assertThat(judgement.notes()).extracting(Note::severity).containsExactly(Severity.REFUSED);
    }
    assertThat(judge.judge(Records.slice("<iati-activity/>", 1)).element()).isNotNull();
  }

  @Test
  void knowsThePrefixesDeclaredAtTheRoot() {
    var root = new RootTag("iati-activities", "2.03", Map.of("q", "urn:q&\"<"), null);
    var judgement = judge.judge(new RecordSlice(root, "<iati-activity><q:x/></iati-activity>", 1));

    assertThat(judgement.element()).isNotNull();
  }

  @Test
  void namesTheMissingFileOfAConfiguredStandard(@TempDir Path folder) {
    assertThatThrownBy(() -> IatiJudge.of(new IatiSettings(Optional.of(folder))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("iati-activities-schema.xsd");
  }

  @Test
  void hasAFingerprintThatTellsWithAndWithoutTheMaterialApart() {
    assertThat(judge.fingerprint()).isEqualTo("2-none");
  }
}
