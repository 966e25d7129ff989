package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Identifier;
import org.bandung.registry.said.Content.Relation;
import org.bandung.registry.said.Content.Signal;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IatiReaderTest {

  private final ImportsUnderTest node = new ImportsUnderTest();
  private Statement statement;
  private Content content;

  @BeforeEach
  void readTheCompleteActivity() {
    node.run("src/test/resources/exchange/complete-activity.xml");
    statement = node.registry.only();
    content = statement.content();
  }

  @Test
  void tellsWhoSpeaksAndWhen() {
    assertThat(statement.source().key()).isEqualTo("iati:QM-GOV-1");
    assertThat(statement.originalId()).isEqualTo("QM-GOV-1-A");
    assertThat(statement.speaker()).isEqualTo(Statement.Speaker.PARTY);
    assertThat(statement.lastUpdated()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(statement.generated()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @Test
  void keepsTextsByLanguageTheGeneralDescriptionFirst() {
    assertThat(content.title().byLanguage()).containsEntry("es", "Pozos").containsKey("en");
    assertThat(content.description().byLanguage())
        .containsEntry("en", "Wells for all.\n\nTo share wells.");
  }

  @Test
  void readsPlannedAndActualDatesAndOldCodes() {
    assertThat(content.planned().start()).isEqualTo(new PartialDate(2025, 1, 1));
    assertThat(content.planned().end()).isNull();
    assertThat(content.actual().start()).isEqualTo(new PartialDate(2025, 2, 1));
  }

  @Test
  void givesEveryOrganisationAndCountryItsRole() {
    assertThat(content.participants().stream().map(IatiReaderTest::shown))
        .containsExactly(
            "FUNDER Common Fund",
            "PROVIDER Agency of Quemada",
            "FACILITATOR Common Fund",
            "IMPLEMENTER Well Diggers",
            "RECIPIENT QNN 60",
            "RECIPIENT QMM (QS)",
            "RECIPIENT (998) 10",
            "RECIPIENT (??) 10",
            "RECIPIENT QOO");
  }

  private static String shown(Participant participant) {
    var text = new StringBuilder(participant.role().name());
    if (participant.organisation() != null) {
      participant.organisation().name().in("en").ifPresent(n -> text.append(' ').append(n.text()));
    }
    if (participant.country() != null) {
      text.append(' ').append(participant.country());
    }
    if (participant.countryAsReported() != null) {
      text.append(" (").append(participant.countryAsReported()).append(')');
    }
    return text + (participant.percentage() == null ? "" : " " + participant.percentage());
  }

  @Test
  void keepsMoneyAsReportedWithItsCurrencyResolved() {
    var contributions = content.contributions();

    assertThat(contributions)
        .extracting(c -> c.kind())
        .containsExactly("budget", "disbursement", "unspecified");
    assertThat(contributions.get(0).amount())
        .isEqualTo(new ReportedAmount(new BigDecimal("1000"), "QMD"));
    assertThat(contributions.get(1).amount())
        .isEqualTo(new ReportedAmount(new BigDecimal("-12.345"), "QNX"));
    assertThat(contributions.get(1).recipientCountry()).isEqualTo(new CountryCode("QOO"));
    assertThat(contributions.get(1).provider())
        .isEqualTo(new OrganisationMention("QM-GOV-1", LocalizedText.EMPTY, null, "P"));
    assertThat(contributions.get(2).amount()).isNull();
  }

  @Test
  void classifiesBySchemesOfItsTables() {
    assertThat(content.classifications().stream().map(c -> c.scheme() + " " + c.code()))
        .containsExactly(
            "iati-region 289",
            "dac-sector 14030",
            "iati-sector-vocabulary/99 W",
            "sdg 17.9",
            "iati-policy-marker-significance/1 0",
            "iati-policy-marker 2",
            "iati-policy-marker-significance/2 1",
            "iati-collaboration-type 8",
            "iati-humanitarian 1");
    assertThat(content.classifications().get(1).percentage()).isEqualTo("50.5");
  }

  @Test
  void hearsEverySignalOfSouthSouthCooperation() {
    assertThat(content.signals())
        .containsExactlyInAnyOrder(
            new Signal("collaboration-type-8", "8"),
            new Signal("sdg-17.9", "17.9"),
            new Signal("word", "south south"));
  }

  @Test
  void keepsResultsPlacesLinksAndTies() {
    var indicator = content.results().getFirst().indicators().getFirst();
    assertThat(indicator.baseline()).isEqualTo("n/a");
    assertThat(indicator.periods().getFirst().target()).isEqualTo("<14");
    assertThat(indicator.periods().getFirst().actual()).isEqualTo("36%");
    assertThat(content.places().getFirst().latitude()).isEqualTo("1.5");
    assertThat(content.places().getFirst().longitude()).isEqualTo("-2.5");
    assertThat(content.links().getFirst().category()).isEqualTo("A09");
    assertThat(content.relations()).containsExactly(new Relation("1", "QM-GOV-1-B"));
    assertThat(content.identifiers())
        .containsExactly(new Identifier("iati-other-identifier/A1", "77"));
  }

  @Test
  void notesWhatItCouldNotUnderstandAtItsLine() {
    assertThat(
            node.registry.reports.getFirst().notes().stream().map(n -> n.code() + "@" + n.line()))
        .contains(
            "bandung.role-unknown@13",
            "bandung.date-not-a-date@18",
            "bandung.country-aggregate@21",
            "bandung.country-unknown@22",
            "bandung.transaction-type-unknown@39",
            "bandung.amount-not-a-number@41");
    assertThat(statement.notes()).allMatch(n -> n.record().equals("QM-GOV-1-A"));
  }

  @Test
  void findsTheWordsInSevenLanguagesAndNotTheDirections() {
    var words = new SouthSouthSignals();

    assertThat(
            words.in(List.of("Cooperación Sur‑Sur", "cooperação SUL-SUL", "Coopération Sud—Sud")))
        .containsExactly("sur sur", "sul sul", "sud sud");
    assertThat(words.in(List.of("сотрудничество Юг—Юг", "南南合作", "للتعاون فيما بين بلدان الجنوب")))
        .hasSize(3);
    assertThat(words.in(List.of("Triangular Co-operation", "трёхстороннее сотрудничество")))
        .hasSize(2);
    assertThat(
            words.in(
                List.of(
                    "wind from south-south-west",
                    "South-South zone",
                    "southern",
                    "triangular shape")))
        .isEmpty();
  }

  @Test
  void takesNoNumberThatOnlyAHostileFileWouldHold() {
    assertThat(IatiRecord.decimal("1e-10")).isEqualTo(new BigDecimal("1e-10"));
    assertThat(IatiRecord.decimal("+.5")).isEqualTo(new BigDecimal("0.5"));
    for (var bad :
        List.of("", "1e999999999", "1e99", "1,000", "9".repeat(41), "NaN", "$5", "0x1")) {
      assertThat(IatiRecord.decimal(bad)).as(bad).isNull();
    }
  }
}
