package org.bandung.funds.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedBooksTest {

  private static final RuleBook PGTF = ShippedBooks.find("pgtf").orElseThrow();
  private static final Set<String> THREE = Set.of("QMM", "QNN", "QOO");

  /// A proposal that the Perez-Guerrero Trust Fund can take.
  static Facts whole() {
    return Facts.NONE
        .with("countries", Value.of(THREE))
        .with("countries_developing", Value.of(THREE))
        .with("interested", Value.of(Set.of()))
        .with("other_proposals", Value.of(0))
        .with("purpose", Value.of("feasibility-study"))
        .with("replaces_un_money", Value.of(false))
        .with("requested", Value.of(Money.of("35000", "USD")))
        .with("matching", Value.of(Money.of("35000", "USD")))
        .with("matching_secured", Value.of(Money.of("35000", "USD")))
        .with("endorsed_by", Value.of(THREE))
        .with("incomplete_letters", Value.of(Set.of()))
        .with("language", Value.of("fr"))
        .with("form_complete", Value.of(true))
        .with("now", Value.of(Instant.parse("2027-04-30T20:59:59Z")))
        .with("deadline", Value.of(Instant.parse("2027-04-30T20:59:59Z")));
  }

  private static List<String> refusing(Facts facts) {
    return Eligibility.refusing(Eligibility.of(PGTF, facts)).stream()
        .map(v -> v.rule().id() + " " + v.outcome())
        .toList();
  }

  private static String reason(Facts facts, String rule, String language) {
    var verdict =
        Eligibility.of(PGTF, facts).stream()
            .filter(v -> v.rule().id().equals(rule))
            .findFirst()
            .orElseThrow();
    return RuleWords.in(language, ZoneId.of("Africa/Nairobi")).reason(verdict);
  }

  @Test
  void aWholeProposalIsTaken() {
    assertThat(refusing(whole())).isEmpty();
  }

  @Test
  void aNationalProjectIsRefusedForThatReason() {
    var national =
        whole()
            .with("countries", Value.of(Set.of("QMM")))
            .with("countries_developing", Value.of(Set.of("QMM")));

    assertThat(refusing(national)).containsExactly("min-countries FAILS", "national FAILS");
    assertThat(reason(national, "national", "en"))
        .isEqualTo(
            "Countries taking part: QMM; others that proved their interest in writing: none."
                + " National projects are excluded otherwise.");
    assertThat(refusing(national.with("interested", Value.of(Set.of("QMM")))))
        .contains("national FAILS");
    assertThat(refusing(national.with("interested", Value.of(Set.of("QPP")))))
        .containsExactly("min-countries FAILS");
  }

  @Test
  void theReasonTellsWhatWasFound() {
    var two = whole().with("countries_developing", Value.of(Set.of("QMM", "QNN")));

    assertThat(reason(two, "min-countries", "en"))
        .isEqualTo("Developing countries: 2; at least 3 needed.");
    assertThat(reason(two, "min-countries", "fr"))
        .isEqualTo("Pays en développement : 2 ; il en faut au moins 3.");
    assertThat(reason(whole().with("requested", Value.of(Money.of("40000.5", "USD"))), "cap", "en"))
        .isEqualTo("Requested: USD\u00a040,000.5; at most USD\u00a035,000.");
    assertThat(reason(whole(), "deadline", "es"))
        .isEqualTo(
            "Hora: 2027-04-30 23:59 (Africa/Nairobi); plazo: 2027-04-30 23:59 (Africa/Nairobi).");
    assertThat(reason(Facts.NONE, "matching", "en"))
        .isEqualTo("Cannot be told yet; still needed: other funds and amount requested.");
  }

  @Test
  void everyRuleOfTheFundCanFail() {
    assertThat(refusing(whole().with("other_proposals", Value.of(1))))
        .containsExactly("once-a-year FAILS");
    assertThat(refusing(whole().with("purpose", Value.of("project"))))
        .containsExactly("purpose FAILS");
    assertThat(refusing(whole().with("replaces_un_money", Value.of(true))))
        .containsExactly("own-money FAILS");
    assertThat(refusing(whole().with("matching", Value.of(Money.of("34999.99", "USD")))))
        .containsExactly("matching FAILS");
    assertThat(refusing(whole().with("matching_secured", Value.of(Money.of("0", "USD")))))
        .containsExactly("matching-secured FAILS");
    assertThat(refusing(whole().with("matching", Value.of(Money.of("90000", "EUR")))))
        .containsExactly("matching UNKNOWN");
    assertThat(refusing(whole().with("endorsed_by", Value.of(Set.of("QMM", "QNN")))))
        .containsExactly("endorsement FAILS");
    assertThat(refusing(whole().with("language", Value.of("pt"))))
        .containsExactly("language FAILS");
    assertThat(refusing(whole().with("form_complete", Value.of(false))))
        .containsExactly("form FAILS");
    assertThat(refusing(whole().with("now", Value.of(Instant.parse("2027-04-30T21:00:00Z")))))
        .containsExactly("deadline FAILS");
  }

  @Test
  void whatWasNotConfirmedRefusesNobody() {
    var india = ShippedBooks.find("india-un").orElseThrow();
    var facts =
        Facts.NONE
            .with("countries", Value.of(Set.of("QMM", "QXX")))
            .with("countries_developing", Value.of(Set.of("QMM")))
            .with("requesting", Value.of(Set.of("QMM")))
            .with("executing", Value.of(Set.of("un")))
            .with("countries_ldc", Value.of(Set.of("QMM")));
    var verdicts = Eligibility.of(india, facts);

    assertThat(Eligibility.refusing(verdicts)).isEmpty();
    assertThat(verdicts)
        .extracting(v -> v.rule().id() + " " + v.outcome() + " " + v.points())
        .contains(
            "developing FAILS null", "unread UNKNOWN null", "ldc HOLDS 10", "sids UNKNOWN null");
  }

  @Test
  void aRuleForSomeOnlyIsNotForOthers() {
    var ibsa = ShippedBooks.find("ibsa").orElseThrow();
    var government = Facts.NONE.with("applicant_kind", Value.of("government"));
    assertThat(Eligibility.of(ibsa, government))
        .extracting(v -> v.rule().id() + " " + v.outcome())
        .contains("endorsement NOT_APPLICABLE");
    assertThat(Eligibility.of(ibsa, Facts.NONE))
        .extracting(v -> v.rule().id() + " " + v.outcome())
        .contains("endorsement UNKNOWN");
    assertThat(ibsa.rules()).filteredOn(r -> r.standing() == Standing.KNOWLEDGE).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pgtf", "ibsa", "india-un"})
  void everyRuleSpeaksInSevenLanguages(String name) {
    for (var language : Messages.LANGUAGES) {
      for (var facts : List.of(Facts.NONE, whole())) {
        for (var verdict : Eligibility.of(ShippedBooks.find(name).orElseThrow(), facts)) {
          var words = RuleWords.in(language, ZoneId.of("UTC"));
          assertThat(words.asks(verdict)).isNotBlank().doesNotContain("{", ".asks");
          assertThat(words.reason(verdict)).isNotBlank().doesNotContain("{", ".found", "fact.");
          assertThat(words.outcome(verdict.outcome())).doesNotContain("outcome.");
        }
      }
    }
  }

  @Test
  void everyFactHasAName() {
    var words = Messages.of("rules");
    for (var fact : Vocabulary.SHIPPED.types().keySet()) {
      assertThat(words.has("fact." + fact)).as(fact).isTrue();
    }
  }
}
