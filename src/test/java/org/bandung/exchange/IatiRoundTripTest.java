package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bandung.exchange.iati.Everything;
import org.bandung.exchange.iati.LossReport.Form;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.registry.published.Publications;
import org.bandung.registry.published.Selection;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a node writes out, another takes in and writes out the same; and nothing leaves that is not
/// for everybody.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IatiRoundTripTest {

  private static final String ORIGINAL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <iati-activities version="2.03" generated-datetime="2021-01-01T00:00:00Z" xmlns:x="urn:x">
        <iati-activity xml:lang="es" default-currency="USD" last-updated-datetime="2020-02-03T04:05:06Z" x:note="kept">
          <iati-identifier>QM-AG-1</iati-identifier>
          <reporting-org ref="QM-AG" type="10"><narrative>Agencia</narrative></reporting-org>
          <title><narrative>Bancos de <!-- c -->semillas</narrative></title>
          <description><narrative>Línea uno
      línea dos</narrative></description>
          <participating-org role="3" type="10" ref="QM-AG"><narrative>Agencia</narrative></participating-org>
          <activity-status code="2"/>
          <activity-date type="2" iso-date="2019-05-03"/>
          <recipient-country code="QN"/>
          <sector vocabulary="1" code="12220"/>
          <policy-marker vocabulary="1" code="1" significance="1"/>
          <x:own><x:inner a="1"/></x:own>
        </iati-activity>
      </iati-activities>
      """;

  private IatiNode first;
  private IatiNode second;

  @BeforeAll
  void open() {
    first = new IatiNode(Optional.empty());
    second = new IatiNode(Optional.empty());
  }

  @AfterAll
  void close() {
    first.close();
    second.close();
  }

  @BeforeEach
  void empty() {
    first.empty();
    second.empty();
    second.decidedOtherwise = false;
  }

  @Test
  void aPublishersElementStaysWhatItWas() {
    first.read(ORIGINAL, false);

    var file = first.exported();

    assertThat(first.report.count(Form.ORIGINAL)).isEqualTo(1);
    assertThat(file)
        .contains("generated-datetime=\"2020-02-03T04:05:06Z\"")
        .contains("xml:lang=\"es\" default-currency=\"USD\"")
        .contains("x:note=\"kept\"")
        .contains("<narrative>Línea uno\nlínea dos</narrative>")
        .contains("<x:inner a=\"1\"/>");
    assertThat(file.indexOf("vocabulary-uri=\"urn:bandung:iati:1:modality\" code=\"bilateral\""))
        .isBetween(file.indexOf("<sector"), file.indexOf("<policy-marker"));
    assertThat(file.indexOf("<bandung:initiative")).isGreaterThan(file.indexOf("<x:own"));
    second.takeOver(file);
    same(second.exported(), file);
    second.takeOver(file);
    same(second.exported(), file);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whateverIsHeldComesBackByteForByte(long seed) {
    var world = new Everything(seed);
    var statements = new ArrayList<Statement>();
    for (int i = 0; i < 40; i++) {
      statements.add(world.statement("table", "register", "R-" + seed + "-" + i));
      statements.add(world.statement("desk", "body-" + i % 3, "BANDUNG-JOINT-" + i / 4));
    }
    first.registry.receive("table", statements);
    var ids = first.registry.idsAfter("", 1000);
    first
        .store
        .database()
        .inTransaction(() -> {
          // Several, for one of them may lack what IATI demands.
          for (int from = 3; from < 30; from += 6) {
            first.registry.tellAsOne(Set.copyOf(ids.subList(from, from + 3)));
          }
          return ids;
        });

    var file = first.exported();
    second.takeOver(file);

    assertThat(first.report.count(Form.COMPOSED)).isGreaterThan(10);
    assertThat(file).contains("<bandung:also id=");
    same(second.exported(), file);
    assertThat(IatiNode.errors(IatiJudge.of(new IatiSettings(Optional.empty())), file)).isEmpty();
  }

  @Test
  void theFigureOfInitiativesIsTheSameOnBothNodes() {
    var world = new Everything(77);
    first.registry.receive(
        "desk",
        List.of(
            world.statement("desk", "one", "BANDUNG-JOINT-A"),
            world.statement("desk", "two", "BANDUNG-JOINT-A")));
    var file = first.exported();
    second.takeOver(file);

    var id = first.registry.idsAfter("", 2).getFirst();
    if (first.report.count(Form.COMPOSED) == 1) {
      var here = first.registry.find(Reader.PUBLIC, id).orElseThrow();
      var there = second.registry.find(Reader.PUBLIC, id).orElseThrow();
      assertThat(there.statements()).hasSameSizeAs(here.statements());
      assertThat(there.derivation()).isEqualTo(here.derivation());
    }
    assertThat(first.report.count(Form.COMPOSED) + first.report.count(Form.LEFT_OUT)).isEqualTo(1);
  }

  @Test
  void aNodeReadsTheRolesOfAnotherWithoutSpeakingForItsSources() {
    first.registry.receive("table", List.of(said("R-1", content("Dual work", "2019"))));
    var file = first.exported();

    second.read(file, false);

    var id = second.registry.idsAfter("", 2).getFirst();
    var view = second.registry.find(Reader.PUBLIC, id).orElseThrow();
    var statement = view.statements().getFirst();
    assertThat(statement.sourceKey()).isEqualTo("iati:BANDUNG-NODE");
    assertThat(statement.speaker()).isEqualTo(Statement.Speaker.COMPILATION);
    assertThat(view.composed().kind()).isEqualTo("project");
    assertThat(view.composed().participants())
        .extracting(p -> p.role())
        .containsExactly(Role.DUAL, Role.RECIPIENT);
  }

  @Test
  void whatWasDecidedHereToBeTwoStaysTwo() {
    first.registry.receive(
        "table",
        List.of(said("R-1", content("Wells", "2019")), said("R-2", content("Wells too", "2019"))));
    var ids = first.registry.idsAfter("", 10);
    first
        .store
        .database()
        .inTransaction(() -> {
          first.registry.tellAsOne(ids);
          return ids;
        });
    var file = first.exported();

    second.decidedOtherwise = true;
    var summary = second.takeOver(file);

    assertThat(summary.files().getFirst().noted()).isEqualTo(1);
    assertThat(second.registry.idsAfter("", 10)).hasSize(2);
    second.decidedOtherwise = false;
    second.takeOver(file);
    assertThat(second.registry.idsAfter("", 10)).hasSize(1);
  }

  @Test
  void nobodySpeaksForABodyOfThisNode() {
    var theirs = new Everything(5).statement("desk", "ministry", "BANDUNG-JOINT-X");
    var said = with(theirs, content("What they say in its name", "2019"));
    first.registry.receive("desk", List.of(said));
    var own = with(theirs, content("What it says itself", "2018"));
    second.registry.receive("desk", List.of(own));

    var summary = second.takeOver(first.exported());

    assertThat(summary.files().getFirst().refused()).isEqualTo(1);
    assertThat(second.exported()).contains("What it says itself").doesNotContain("in its name");
  }

  @Test
  void nothingLeavesThatIsNotForEverybody() {
    var random = new Random(12);
    var secrets = new ArrayList<String>();
    var open = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      var word = "word" + i + "x" + Long.toHexString(random.nextLong());
      var source = "s" + i % 7;
      var said = new Everything(i).statement("table", source, "R-" + i + word);
      var hidden = with(said, content(word, "2019"));
      first.registry.receive("table", List.of(hidden));
      var id = Publications.named(hidden);
      switch (random.nextInt(5)) {
        case 0 -> {
          first.registry.withdraw("table:" + source, "R-" + i + word);
          secrets.add(word);
        }
        case 1 -> {
          set("registry_initiative", "id", id);
          secrets.add(word);
        }
        case 2 -> {
          set("registry_statement", "initiative_id", id);
          secrets.add(word);
        }
        default -> open.add(word);
      }
    }
    first
        .store
        .database()
        .sql()
        .sql("update registry_source set audience = 'operator' where key = 'table:s3'")
        .update();
    var file = first.exported();

    assertThat(secrets).hasSizeGreaterThan(15).noneMatch(file::contains);
    assertThat(file).doesNotContain("publisher=\"s3\"");
    assertThat(open.stream().filter(file::contains).count()).isGreaterThan(15);
  }

  /// The first line that differs tells more than two files.
  private static void same(String again, String file) {
    var lines = file.lines().toList();
    var others = again.lines().toList();
    for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
      assertThat(others.get(i)).as("line %d", i + 1).isEqualTo(lines.get(i));
    }
    assertThat(again.equals(file)).isTrue();
  }

  private void set(String table, String column, String id) {
    first
        .store
        .database()
        .sql()
        .sql("update " + table + " set audience = 'operator' where " + column + " = :id")
        .param("id", id)
        .update();
  }

  @Test
  void onlyWhatIsMeantIsWritten() {
    first.read(ORIGINAL, false);
    first.registry.receive("table", List.of(said("R-1", content("Another", "2019"))));

    var ofSource = first.exported(new Selection(Optional.of("table:register"), Optional.empty()));
    var ofCountry =
        first.exported(new Selection(Optional.empty(), Optional.of(new CountryCode("QPP"))));

    assertThat(ofSource).contains("Another").doesNotContain("QM-AG-1");
    assertThat(ofCountry).contains("Another").doesNotContain("QM-AG-1");
  }

  @Test
  void whatIatiHasNoFormForIsLeftOutAndSaid() {
    first.registry.receive(
        "table",
        List.of(said("R-1", content("No date", null)), said("R-2", content("  ", "2019"))));

    var file = first.exported();

    assertThat(file).doesNotContain("<iati-activity>");
    assertThat(first.report.reasons()).containsOnlyKeys("no-start", "no-title");
    assertThat(first.report.leftOut()).hasSize(2);
  }

  private static Statement said(String id, Content content) {
    return with(new Everything(id.hashCode()).statement("table", "register", id), content);
  }

  private static Statement with(Statement s, Content content) {
    return new Statement(
        s.source(),
        s.originalId(),
        s.speaker(),
        "%064x".formatted(content.title().hashCode() & 0xffffffffL),
        s.element(),
        s.lastUpdated(),
        s.generated(),
        content,
        s.notes(),
        s.judgedWith());
  }

  private static Content content(String title, @org.jspecify.annotations.Nullable String year) {
    var period =
        year == null
            ? Period.UNKNOWN
            : new Period(org.bandung.kernel.PartialDate.parse(year).orElseThrow(), null, false);
    return new Content(
        "project",
        LocalizedText.of("en", title),
        LocalizedText.EMPTY,
        null,
        Period.UNKNOWN,
        period,
        List.of(
            org.bandung.registry.said.Participant.country(Role.DUAL, new CountryCode("QMM")),
            org.bandung.registry.said.Participant.country(Role.RECIPIENT, new CountryCode("QPP"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
