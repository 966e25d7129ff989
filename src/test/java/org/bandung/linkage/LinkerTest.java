package org.bandung.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.junit.jupiter.api.Test;

/// Whole links over an invented world: what comes out, and why.
class LinkerTest {

  private static final Concepts CONCEPTS = new Concepts();
  private static final String PUMPS = "Solar pumps for the herders of the northern plateau";

  private static final Participant.OrganisationMention NOBODY =
      new Participant.OrganisationMention(null, LocalizedText.EMPTY, null, null);

  private final List<Told> told = new ArrayList<>();

  /// Enough other initiatives for words and countries to be rare or common.
  LinkerTest() {
    var things =
        List.of("maize", "schools", "bridges", "vaccines", "taxation", "fisheries", "roads");
    var places = List.of("delta", "capital", "coast", "islands", "border", "valley", "mountains");
    for (int i = 0; i < 300; i++) {
      var title =
          "%s %d of the %s in year %d"
              .formatted(things.get(i % 7), i * 37, places.get(i / 7 % 7), 1990 + i % 30);
      var countries = new String[] {"QM" + (char) ('A' + i % 26), "QN" + (char) ('A' + i / 12)};
      tell(i % 2 == 0 ? "a" : "b", "other" + i, content(title, 1990 + i % 30, i + 1.0, countries));
    }
  }

  private void tell(String source, String id, Content content) {
    told.add(new Told(source + "#" + id, source, id, source + id, content));
  }

  private static Content content(String title, int year, double amount, String... countries) {
    return content(LocalizedText.of("en", title), year, amount, "QMC", countries);
  }

  private static Content content(
      LocalizedText title, int year, double amount, String currency, String... countries) {
    var contributions =
        amount == 0 ? List.<Content.Contribution>of() : List.of(money(amount, currency));
    return new Content(
        null,
        title,
        LocalizedText.EMPTY,
        null,
        Period.UNKNOWN,
        new Period(PartialDate.ofYear(year), PartialDate.ofYear(year + 1), false),
        java.util.Arrays.stream(countries)
            .map(c -> Participant.country(Role.RECIPIENT, new CountryCode(c)))
            .toList(),
        List.of(),
        List.of(),
        contributions,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Content.Contribution money(double amount, String currency) {
    return new Content.Contribution(
        "commitment",
        null,
        Period.UNKNOWN,
        new ReportedAmount(BigDecimal.valueOf(amount), currency),
        null,
        null,
        null,
        false,
        NOBODY,
        NOBODY,
        null,
        null,
        List.of(),
        LocalizedText.EMPTY);
  }

  private List<Proposal> proposals(Converter converter) {
    return new Linker(CONCEPTS, converter, new Linker.Settings(true)).link(told).proposals();
  }

  private Proposal between(String left, String right) {
    return proposals(Converter.NONE).stream()
        .filter(p -> Linker.pairKey(p.left(), p.right()).equals(Linker.pairKey(left, right)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(Proposal proposal) {
    return proposal.reasons().stream().map(Proposal.Reason::code).toList();
  }

  @Test
  void whatTwoSourcesTellAlikeIsProposedAsTheSame() {
    tell("a", "1", content(PUMPS, 2015, 120_000, "QMM", "QNN"));
    tell("b", "1", content("Solar pumps for herders of the plateau", 2015, 120_000, "QMM", "QNN"));

    var found = between("a#1", "b#1");

    assertThat(found.outcome()).isEqualTo(Outcome.SAME);
    assertThat(found.probability()).isGreaterThan(0.9);
    assertThat(codes(found)).contains("title-close", "amount-equal", "period-equal");
  }

  @Test
  void theNextBienniumOfOneSourceIsARepeatAndNeverTheSame() {
    tell("a", "1", content(PUMPS + " 2015-2016", 2015, 120_000, "QMM"));
    tell("a", "2", content(PUMPS + " 2017-2018", 2017, 120_000, "QMM"));

    var found = between("a#1", "a#2");

    assertThat(found.outcome()).isEqualTo(Outcome.RELATED);
    assertThat(found.reasons().getFirst()).isEqualTo(new Proposal.Reason("repeat", 1));
  }

  @Test
  void theSameTitleInAnotherCountryIsASister() {
    tell("a", "1", content(PUMPS, 2015, 120_000, "QMM"));
    tell("a", "2", content(PUMPS, 2015, 120_000, "QNN"));

    assertThat(between("a#1", "a#2").outcome()).isEqualTo(Outcome.RELATED);
    assertThat(codes(between("a#1", "a#2"))).contains("elsewhere");
  }

  @Test
  void twoIdsOfOneSourceAreUnsureUnlessAllIsEqual() {
    tell("a", "1", content(PUMPS, 2015, 120_000, "QMM"));
    tell("a", "2", content(PUMPS, 2015, 80_000, "QMM"));

    assertThat(between("a#1", "a#2").outcome()).isEqualTo(Outcome.UNSURE);
  }

  @Test
  void projectsThatTogetherMakeTheMoneyOfAProgrammeAreItsParts() {
    tell("a", "whole", content(PUMPS, 2015, 100_000, "QMM", "QNN"));
    tell("b", "1", content(PUMPS + ": wells", 2015, 61_300, "QMM", "QNN"));
    tell("b", "2", content(PUMPS + ": training", 2015, 38_700, "QMM", "QNN"));

    var found = between("b#1", "a#whole");

    assertThat(found.outcome()).isEqualTo(Outcome.PART_OF);
    assertThat(found.left()).isEqualTo("b#1");
    assertThat(found.right()).isEqualTo("a#whole");
    assertThat(found.reasons().getFirst()).isEqualTo(new Proposal.Reason("balance", 2));
    assertThat(between("b#2", "a#whole").outcome()).isEqualTo(Outcome.PART_OF);
  }

  @Test
  void ofTwoThatFitEquallyNeitherIsTheOne() {
    tell("a", "1", content(PUMPS, 2015, 0, "QMM", "QNN"));
    tell("b", "1", content(PUMPS, 2015, 0, "QMM", "QNN"));
    tell("b", "2", content(PUMPS, 2015, 0, "QMM", "QNN"));

    assertThat(between("a#1", "b#1").outcome()).isEqualTo(Outcome.UNSURE);
    assertThat(between("a#1", "b#2").outcome()).isEqualTo(Outcome.UNSURE);
    var why = new ArrayList<>(codes(between("a#1", "b#1")));
    why.addAll(codes(between("a#1", "b#2")));
    assertThat(why).contains("another-as-well", "another-better");
  }

  @Test
  void titlesInTwoLanguagesMeetByTheirTopics() {
    tell("a", "1", content("School feeding with local farmers", 2015, 120_000, "QMM", "QNN"));
    var french = LocalizedText.of("fr", "Alimentation scolaire avec les agriculteurs locaux");
    tell("b", "1", content(french, 2015, 120_000, "QMC", "QMM", "QNN"));

    var found = between("a#1", "b#1");

    assertThat(found.outcome()).isEqualTo(Outcome.SAME);
    assertThat(codes(found)).anyMatch(c -> c.startsWith("topics-"));
  }

  @Test
  void amountsInTwoCurrenciesCountOnlyWithAConverter() {
    tell("a", "1", content(PUMPS, 2015, 120_000, "QMM", "QNN"));
    tell("b", "1", content(LocalizedText.of("en", PUMPS), 2015, 240_000, "QNC", "QMM", "QNN"));
    Converter half =
        (amount, day) ->
            OptionalDouble.of(
                amount.value().doubleValue() / ("QNC".equals(amount.currency()) ? 2 : 1));

    assertThat(codes(between("a#1", "b#1"))).noneMatch(c -> c.startsWith("amount"));
    assertThat(proposals(half))
        .filteredOn(p -> p.left().equals("a#1") || p.right().equals("a#1"))
        .singleElement()
        .satisfies(p -> assertThat(codes(p)).contains("amount-equal"));
  }

  @Test
  void whatASourceDeclaresIsTakenFromIt() {
    tell("a", "child", with(content(PUMPS, 2015, 0, "QMM"), "1", "whole"));
    tell("a", "whole", content("Programme of rural energy", 2010, 0, "QNN"));

    var found = between("a#child", "a#whole");

    assertThat(found)
        .isEqualTo(
            new Proposal(
                "a#child",
                "a#whole",
                Outcome.PART_OF,
                1,
                List.of(new Proposal.Reason("declared-part", 0))));
  }

  private static Content with(Content c, String type, String other) {
    return new Content(
        c.kind(),
        c.title(),
        c.description(),
        c.status(),
        c.planned(),
        c.actual(),
        c.participants(),
        c.classifications(),
        c.places(),
        c.contributions(),
        c.results(),
        c.milestones(),
        c.links(),
        List.of(new Content.Relation(type, other)),
        c.identifiers(),
        c.signals());
  }

  @Test
  void statementsOfOneInitiativeAreLinkedAlready() {
    var content = content(PUMPS, 2015, 120_000, "QMM");
    told.add(new Told("a#1", "a", "1", "one", content));
    told.add(new Told("b#1", "b", "1", "one", content));

    assertThat(proposals(Converter.NONE)).noneMatch(p -> p.left().endsWith("#1"));
  }

  @Test
  void whatPeopleConfirmedTeachesHowStatementsOfOneInitiativeAgree() {
    assertThat(ofPumps(true)).isGreaterThan(ofPumps(false));
  }

  /// How probable it is that two tell of the same pumps with quite other amounts, where others who
  /// also do are one: by decision, or since they bear one identifier.
  private double ofPumps(boolean decided) {
    told.clear();
    tell("a", "1", content(PUMPS, 2015, 120_000, "QMM", "QMC"));
    tell("b", "1", content(PUMPS, 2015, 9_000, "QMM", "QMC"));
    for (int i = 0; i < 80; i++) {
      var title = "Reading rooms number " + i + " of the lowland";
      for (var source : List.of("a", "b")) {
        var amount = source.equals("a") ? 500_000 + i : 3_000 + i;
        var content = content(title, 2000 + i % 9, amount, "QMA", "QNB");
        var own = decided ? source + i : "one" + i;
        told.add(new Told(source + "#r" + i, source, "r" + i, "one" + i, own, content));
      }
    }
    return probability("a#1", "b#1");
  }

  @Test
  void aHundredDecisionsWeighAsMuchAsWhatWasKnownBeforehand() {
    assertThat(Confirmed.blend(new double[] {1, 0.1, 0.9}, new double[] {7, 60, 40}))
        .containsExactly(new double[] {1, 0.35, 0.65}, within(1e-12));
    assertThat(Confirmed.blend(new double[] {1, 0.1, 0.9}, new double[] {5, 0, 0}))
        .containsExactly(new double[] {1, 0.1, 0.9}, within(1e-12));
  }

  private double probability(String left, String right) {
    return proposals(Converter.NONE).stream()
        .filter(p ->
            p.left().equals(left) && p.right().equals(right)
                || p.left().equals(right) && p.right().equals(left))
        .mapToDouble(Proposal::probability)
        .findFirst()
        .orElse(0);
  }

  @Test
  void nothingAndEmptyStatementsAreLinkedToNothing() {
    told.clear();
    assertThat(proposals(Converter.NONE)).isEmpty();
    tell("a", "1", content(LocalizedText.EMPTY, 2000, 0, "QMC"));
    tell("b", "1", content(new LocalizedText(Map.of("en", "")), 2000, 0, "QMC"));
    assertThat(proposals(Converter.NONE)).noneMatch(p -> p.outcome() == Outcome.SAME);
  }

  @Test
  void aTitleOfMillionsOfLettersIsReadInTime() {
    tell("a", "1", content("x ".repeat(1_000_000), 2000, 0, "QMM"));
    assertThat(proposals(Converter.NONE)).noneMatch(p -> p.outcome() == Outcome.SAME);
  }
}
