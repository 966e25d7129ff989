package org.bandung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bandung.catalogue.Catalogue.Outcome;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;
import org.junit.jupiter.api.Test;

class EntryRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final LocalDate MAY_1 = LocalDate.of(2025, 5, 1);

  private static Entry entry(Details details, String hash) {
    var nothing =
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
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Entry(
        new Statement.Source("table", "QM-DESK", LocalizedText.EMPTY),
        "1",
        hash,
        Statement.Payload.compress("{}"),
        nothing,
        details,
        List.of(),
        "rules-2");
  }

  private static final Entry NEED = entry(Details.Need.of(LocalizedText.EMPTY), "a");

  private static Optional<EntryRules.Held> held(String hash, boolean withdrawn) {
    return Optional.of(new EntryRules.Held(hash, "rules-1", withdrawn));
  }

  @Test
  void whatIsNewIsCreatedAndWhatSaysSomethingElseIsUpdated() {
    assertThat(EntryRules.judge(NEED, Optional.empty(), List.of(), TODAY))
        .isEqualTo(Outcome.CREATED);
    assertThat(EntryRules.judge(NEED, held("a", false), List.of(), TODAY))
        .isEqualTo(Outcome.UNCHANGED);
    assertThat(EntryRules.judge(NEED, held("b", false), List.of(), TODAY))
        .isEqualTo(Outcome.UPDATED);
  }

  @Test
  void whatWasWithdrawnComesBackWhenItIsSaidAgain() {
    assertThat(EntryRules.judge(NEED, held("a", true), List.of(), TODAY))
        .isEqualTo(Outcome.UPDATED);
  }

  @Test
  void aPersonNeedsAConsentThatHolds() {
    var ana = entry(new Details.Expert(MAY_1, "form 7"), "a");

    assertThat(EntryRules.judge(ana, Optional.empty(), List.of(), TODAY))
        .isEqualTo(Outcome.CREATED);
    assertThat(
            EntryRules.judge(
                ana, held("a", true), List.of(new ConsentRules.Act(false, MAY_1)), TODAY))
        .isEqualTo(Outcome.NO_CONSENT);
  }

  @Test
  void otherRulesWriteTheNotesAnew() {
    assertThat(EntryRules.judgedOtherwise(NEED, held("a", false))).isTrue();
    assertThat(EntryRules.judgedOtherwise(NEED, Optional.empty())).isFalse();
  }

  @Test
  void aConsentIsTakenBackOnceAndNotBeforeItWasGiven() {
    var given = List.of(new ConsentRules.Act(true, MAY_1));
    var back = List.of(new ConsentRules.Act(true, MAY_1), new ConsentRules.Act(false, TODAY));

    assertThat(ConsentRules.withdraw("x", List.of(), TODAY))
        .isEqualTo(new ConsentOutcome.NoSuchPerson("x"));
    assertThat(ConsentRules.withdraw("x", given, TODAY))
        .isEqualTo(new ConsentOutcome.Withdrawn("x", TODAY));
    assertThat(ConsentRules.withdraw("x", given, MAY_1.minusDays(1)))
        .isEqualTo(new ConsentOutcome.GivenLater("x", MAY_1));
    assertThat(ConsentRules.withdraw("x", back, TODAY))
        .isEqualTo(new ConsentOutcome.WithdrawnBefore("x", TODAY));
  }
}
