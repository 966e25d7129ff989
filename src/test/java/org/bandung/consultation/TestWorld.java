package org.bandung.consultation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bandung.consultation.Actor.Capacity;
import org.bandung.consultation.Consultation.Setup;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.consultation.ConsultationOutcome.Done;
import org.bandung.consultation.Party.Role;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;

/// Three invented parties and what they might propose.
public final class TestWorld {

  public static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  public static final Party MERIDIA = party("QMM", Role.REQUESTING, false);
  public static final Party NORTHERA = party("QNN", Role.PROVIDING, false);
  public static final Party PELARIA = party("QPP", Role.FACILITATING, false);
  public static final Reply.Letter LETTER =
      new Reply.Letter("NV 12/2026", LocalDate.of(2026, 11, 20), "file-1", "ab".repeat(32));

  private TestWorld() {}

  public static Party party(String id, Role role, boolean byLetter) {
    return new Party(id, Party.Kind.COUNTRY, role, LocalizedText.of("en", "State " + id), byLetter);
  }

  public static Actor signatory(String party) {
    return new Actor(party, "p-" + party, EnumSet.allOf(Capacity.class));
  }

  public static Actor with(String party, Capacity... capacities) {
    return new Actor(party, "p-" + party, Set.of(capacities));
  }

  public static Setup setup(DecisionRule rule, Party... parties) {
    return new Setup(List.of(parties), rule);
  }

  public static Proposal proposal(int number, Effect effect) {
    return new Proposal(
        effect,
        LocalizedText.of("en", "Water for the plain"),
        LocalizedText.of("en", "Draft " + number),
        null,
        new Terms(
            Terms.NONE.purpose(),
            List.of(),
            Terms.NONE.schedule(),
            List.of(),
            LocalizedText.EMPTY,
            List.of(new Terms.Condition(Terms.Condition.Kind.NONE, LocalizedText.EMPTY)),
            null),
        List.of());
  }

  public static Effect agreement() {
    return new Effect.MakesAgreement(
        Effect.Kind.PROJECT_DOCUMENT, Effect.Entry.ON_SIGNATURE, null, null);
  }

  /// A proposal that says something in every field.
  public static Proposal full() {
    var text =
        new LocalizedText(
            java.util.Map.of("en", "The parties\nwill \"dig\" wells.", "fr", "Les parties…"));
    return new Proposal(
        new Effect.MakesAgreement(
            Effect.Kind.FRAMEWORK, Effect.Entry.ON_NOTIFICATION, LocalDate.of(2030, 1, 1), "f-1"),
        LocalizedText.of("en", "Wells"),
        text,
        "fr",
        new Terms(
            new Terms.Purpose(LocalizedText.of("en", "Water"), List.of(text)),
            List.of(
                new Terms.Share(
                    "QMM",
                    List.of(
                        new Terms.Given(
                            LocalizedText.of("en", "Land"),
                            new ReportedAmount(new BigDecimal("1200.500"), "XOF"),
                            new Quantity(new BigDecimal("1E+3"), "hectares"))),
                    List.of(LocalizedText.of("en", "Wells")))),
            new Terms.Schedule(
                new Period(PartialDate.ofYear(2027), new PartialDate(2029, 5, 0), false),
                List.of(
                    new Terms.Milestone(
                        LocalizedText.of("en", "First well"), new PartialDate(2027, 6, 1))),
                LocalizedText.of("en", "Twice a year")),
            List.of(
                new Terms.BudgetLine(
                    LocalizedText.of("en", "Drill"),
                    new ReportedAmount(new BigDecimal("10.00"), null),
                    null),
                new Terms.BudgetLine(
                    LocalizedText.of("en", "Fuel"),
                    new ReportedAmount(new BigDecimal("5"), "XOF"),
                    "QMM")),
            LocalizedText.of("en", "Shared"),
            List.of(
                new Terms.Condition(
                    Terms.Condition.Kind.PROCUREMENT_TIED, LocalizedText.of("en", "Pumps"))),
            "need-7"),
        List.of(new Proposal.Annex("map.pdf", "0".repeat(64), 17)));
  }

  /// A consultation with its whole history, for tests that go step by step.
  public static final class Talks {
    private final List<Recorded> events = new ArrayList<>();
    private Consultation state;

    public Talks(Setup setup, Effect effect) {
      var opener = setup.parties().getFirst().id();
      state =
          keep(ConsultationRules.open("c-1", setup, proposal(1, effect), signatory(opener), NOW));
    }

    public Consultation now() {
      return state;
    }

    public List<Recorded> events() {
      return List.copyOf(events);
    }

    public Talks accept(String party) {
      keep(ConsultationRules.accept(state, signatory(party), state.latest().number(), NOW));
      return this;
    }

    public Talks object(String party) {
      keep(ConsultationRules.object(state, signatory(party), state.latest().number(), "no", NOW));
      return this;
    }

    public Talks abstain(String party) {
      keep(ConsultationRules.abstain(state, signatory(party), state.latest().number(), NOW));
      return this;
    }

    public Talks leave(String party) {
      keep(ConsultationRules.leave(state, signatory(party), "enough", NOW));
      return this;
    }

    public Talks propose(String party, Effect effect) {
      int latest = state.latest().number();
      keep(
          ConsultationRules.propose(
              state, signatory(party), latest, proposal(latest + 1, effect), NOW));
      return this;
    }

    public Talks propose(String party, Proposal proposal) {
      keep(
          ConsultationRules.propose(
              state, signatory(party), state.latest().number(), proposal, NOW));
      return this;
    }

    public Talks disown(String party, String reason) {
      keep(
          ConsultationRules.disownLetter(
              state, signatory(party), state.latest().number(), reason, NOW));
      return this;
    }

    public Talks letter(String by, String party, Position position) {
      var entered =
          new ConsultationEvent.LetterEntered(party, state.latest().number(), position, LETTER);
      keep(ConsultationRules.enterLetter(state, signatory(by), entered, NOW));
      return this;
    }

    public Consultation keep(ConsultationOutcome outcome) {
      if (!(outcome instanceof Done(var done, var after))) {
        throw new AssertionError("refused: " + outcome);
      }
      events.addAll(done);
      state = after;
      return after;
    }
  }
}
