package org.bandung.registry.counted;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.counted.Countable.Given;
import org.bandung.registry.counted.Countable.Heard;
import org.bandung.registry.counted.Countable.Standing;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Content.Contribution;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Statement.Speaker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContributionsTest {

  private static final OrganisationMention MERIDIA =
      new OrganisationMention(null, LocalizedText.of("en", "Meridia"), null, null);
  private static final OrganisationMention NORELIA =
      new OrganisationMention(null, LocalizedText.of("en", "Norelia"), null, null);

  private final Contributions rule =
      new Contributions(m ->
          m.equals(MERIDIA)
              ? Optional.of(new CountryCode("QMM"))
              : m.equals(NORELIA) ? Optional.of(new CountryCode("QNN")) : Optional.empty());

  private static Contribution gave(
      @Nullable OrganisationMention giver, String amount, String... marks) {
    return new Contribution(
        "contribution",
        null,
        Period.UNKNOWN,
        new ReportedAmount(new BigDecimal(amount), "USD"),
        null,
        null,
        null,
        false,
        giver,
        null,
        null,
        null,
        java.util.stream.Stream.of(marks)
            .map(m -> m.split("="))
            .map(m -> new Classification(m[0], m[1], null, LocalizedText.EMPTY))
            .toList(),
        LocalizedText.EMPTY);
  }

  private static Heard voice(String reporter, Speaker speaker, Contribution... said) {
    return new Heard(
        reporter,
        speaker,
        new Content(
            null,
            LocalizedText.EMPTY,
            LocalizedText.EMPTY,
            null,
            Period.UNKNOWN,
            Period.UNKNOWN,
            List.of(),
            List.of(),
            List.of(),
            List.of(said),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private List<String> amounts(Heard... voices) {
    return rule.of(List.of(voices)).stream()
        .flatMap(g -> java.util.stream.Stream.ofNullable(g.what().amount()))
        .map(amount -> amount.value().toPlainString())
        .toList();
  }

  @Test
  void theGiversOwnWordCountsAndTheReceiversDoesNotCountASecondTime() {
    var receiver = voice("b", Speaker.PARTY, gave(MERIDIA, "90", "contribution-side=received"));
    var giver = voice("a", Speaker.PARTY, gave(MERIDIA, "100", "contribution-side=given"));

    assertThat(amounts(receiver, giver)).containsExactly("100");
    assertThat(amounts(giver, receiver)).containsExactly("100");
  }

  @Test
  void whereTheGiverIsSilentTheReceiversWordCounts() {
    var receiver = voice("b", Speaker.PARTY, gave(MERIDIA, "90", "contribution-side=received"));

    assertThat(amounts(receiver)).containsExactly("90");
  }

  @Test
  void aReplyIsNoSecondContribution() {
    var giver = voice("a", Speaker.PARTY, gave(MERIDIA, "100", "contribution-side=given"));
    var reply = voice("b", Speaker.PARTY, gave(MERIDIA, "80", "contribution-reply=disputed"));

    assertThat(amounts(giver, reply)).containsExactly("100");
  }

  @Test
  void whatTwoGiversGaveCountsForEach() {
    var one = voice("a", Speaker.PARTY, gave(MERIDIA, "100", "contribution-side=given"));
    var two =
        voice(
            "b",
            Speaker.PARTY,
            gave(NORELIA, "7", "contribution-side=given"),
            gave(MERIDIA, "99", "contribution-side=received"));

    assertThat(amounts(one, two)).containsExactly("100", "7");
  }

  @Test
  void oneGiverMayGiveSeveralThings() {
    var giver = voice("a", Speaker.PUBLISHER, gave(MERIDIA, "1"), gave(MERIDIA, "1"));

    assertThat(amounts(giver)).containsExactly("1", "1");
  }

  @Test
  void ofTwoReportersTheOneHeardFirstCounts() {
    var publisher = voice("a", Speaker.PUBLISHER, gave(MERIDIA, "10"));
    var compiler = voice("z", Speaker.COMPILATION, gave(MERIDIA, "11"), gave(MERIDIA, "12"));

    assertThat(amounts(publisher, compiler)).containsExactly("10");
  }

  @Test
  void whoIsNotNamedIsWhoeverReports() {
    var given = rule.of(List.of(voice("a", Speaker.PUBLISHER, gave(null, "3"))));

    assertThat(given).extracting(Given::giver).containsExactly(Optional.empty());
    assertThat(given).extracting(Given::reporter).containsExactly("a");
  }

  @Test
  void standingTellsWhoStandsBehindIt() {
    var one = voice("a", Speaker.PARTY, gave(MERIDIA, "1"));
    var two = voice("b", Speaker.PUBLISHER);
    var third = voice("z", Speaker.COMPILATION);
    var confirms = voice("b", Speaker.PARTY, gave(MERIDIA, "1", "contribution-reply=confirmed"));
    var disputes = voice("c", Speaker.PARTY, gave(MERIDIA, "2", "contribution-reply=disputed"));

    assertThat(Contributions.standing(List.of(third))).isEqualTo(Standing.COMPILED);
    assertThat(Contributions.standing(List.of(one, third))).isEqualTo(Standing.ONE_SIDE);
    assertThat(Contributions.standing(List.of(one, two))).isEqualTo(Standing.BOTH_SIDES);
    assertThat(Contributions.standing(List.of(one, confirms))).isEqualTo(Standing.BOTH_SIDES);
    assertThat(Contributions.standing(List.of(one, confirms, disputes)))
        .isEqualTo(Standing.DISPUTED);
  }

  @Test
  void twoReportsOnOneCountryAreOneHoweverTheyNameIt() {
    var ministry =
        new OrganisationMention("QM-MIN", LocalizedText.of("en", "Ministry"), null, null);
    var same =
        new Contributions(m ->
            m.equals(MERIDIA) || m.equals(ministry)
                ? Optional.of(new CountryCode("QMM"))
                : Optional.empty());

    var given =
        same.of(
            List.of(
                voice("a", Speaker.PUBLISHER, gave(MERIDIA, "100"), gave(ministry, "5")),
                voice("b", Speaker.PUBLISHER, gave(ministry, "90"))));

    assertThat(given)
        .extracting(g -> String.valueOf(g.what().amount()))
        .hasSize(2)
        .allMatch(a -> a.contains("100") || a.contains("5"));
  }

  @Test
  void whatAThirdPartyWroteDownAddsNothingToAPartnersWord() {
    var partner = voice("a", Speaker.PARTY, gave(NORELIA, "7"));
    var book = voice("z", Speaker.COMPILATION, gave(MERIDIA, "1000"));

    assertThat(amounts(partner, book)).containsExactly("7");
    assertThat(amounts(book)).containsExactly("1000");
  }

  private static Contribution budget(String amount, int year, String... marks) {
    var gave = gave(MERIDIA, amount, marks);
    return new Contribution(
        "budget",
        null,
        new Period(org.bandung.kernel.PartialDate.ofYear(year), null, false),
        gave.amount(),
        null,
        null,
        null,
        false,
        MERIDIA,
        null,
        null,
        null,
        gave.classifications(),
        LocalizedText.EMPTY);
  }

  @Test
  void aRevisedBudgetTakesThePlaceOfTheOriginalOfItsPeriod() {
    var given =
        rule.of(
            List.of(
                voice(
                    "m",
                    Speaker.PUBLISHER,
                    budget("100", 2019),
                    budget("80", 2019, "iati-budget-type=2"),
                    budget("7", 2020, "iati-budget-type=1"),
                    budget("5", 2021, "iati-budget-type=2"),
                    gave(MERIDIA, "60"))));

    assertThat(
            given.stream()
                .map(g ->
                    java.util.Objects.requireNonNull(g.what().amount()).value().toPlainString()))
        .containsExactly("80", "7", "5", "60");
  }

  @Test
  void aCorrectionIsNoSideAndSilencesNobody() {
    var correction = voice("d", Speaker.PARTY);
    var reported = voice("a", Speaker.PUBLISHER, gave(MERIDIA, "100"));
    var third = voice("c", Speaker.COMPILATION, gave(MERIDIA, "90"));

    assertThat(amounts(correction, reported)).containsExactly("100");
    assertThat(amounts(correction, third)).containsExactly("90");
    assertThat(Contributions.standing(List.of(correction, reported))).isEqualTo(Standing.ONE_SIDE);
    assertThat(Contributions.standing(List.of(correction, third))).isEqualTo(Standing.COMPILED);
    assertThat(Contributions.standing(List.of(correction))).isEqualTo(Standing.ONE_SIDE);
  }
}
