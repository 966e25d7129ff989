package org.bandung.catalogue.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.bandung.catalogue.matches.Match.Letter;
import org.bandung.catalogue.matches.Match.Role;
import org.bandung.catalogue.matches.Match.Sides;
import org.bandung.catalogue.matches.Match.State;
import org.bandung.catalogue.matches.Match.Subject;
import org.bandung.catalogue.matches.MatchRules.Verdict;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may be done to a match, by state and side.
class MatchRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final Letter LETTER = new Letter("NV 12/2026", TODAY);
  private static final Quantity WANTED = new Quantity(new BigDecimal("120"), "persons");
  private static final Subject SUBJECT =
      new Subject("entry", LocalizedText.of("en", "Seed banks"), WANTED);
  private static final Sides SIDES = new Sides("QMM", "QNN", Role.PROVIDING);

  private final List<Match.Step> steps = new ArrayList<>();

  private Match match(MatchEvent... events) {
    steps.clear();
    happen("QMM", new MatchEvent.Invited("id", SUBJECT, SIDES, ""));
    for (var event : events) {
      happen("QNN", event);
    }
    return MatchHistory.fold(steps);
  }

  private void happen(String party, MatchEvent event) {
    steps.add(new Match.Step(steps.size() + 1L, Instant.EPOCH, party, "person", event));
  }

  private Match in(State state) {
    return switch (state) {
      case INVITED -> match();
      case IN_TALKS -> match(new MatchEvent.TalksBegun(null));
      case DECLINED -> match(new MatchEvent.Declined("no", null));
      case WITHDRAWN -> match(new MatchEvent.Withdrawn("no"));
      case AGREED -> {
        match(new MatchEvent.TalksBegun(null), new MatchEvent.SaidAgreed());
        happen("QMM", new MatchEvent.SaidAgreed());
        yield MatchHistory.fold(steps);
      }
    };
  }

  private static Verdict judge(String deed, Match match, String party) {
    return switch (deed) {
      case "talk" -> MatchRules.beginTalks(match, party);
      case "decline" -> MatchRules.decline(match, party, "no time");
      case "withdraw" -> MatchRules.withdraw(match, party, "other plans");
      case "cover" -> MatchRules.cover(match, party, WANTED);
      case "agree" -> MatchRules.agree(match, party);
      case "letter" -> MatchRules.enterLetter(match, party, null, LETTER, false, TODAY);
      default -> throw new IllegalArgumentException(deed);
    };
  }

  /// Which of the two may in that state: `inviting`, `invited`, `both` or `nobody`.
  @ParameterizedTest
  @CsvSource({
    "INVITED,   talk, invited",
    "INVITED,   decline, invited",
    "INVITED,   withdraw, inviting",
    "INVITED,   cover, invited",
    "INVITED,   agree, nobody",
    "INVITED,   letter, inviting",
    "IN_TALKS,  talk, nobody",
    "IN_TALKS,  decline, nobody",
    "IN_TALKS,  withdraw, both",
    "IN_TALKS,  cover, invited",
    "IN_TALKS,  agree, both",
    "IN_TALKS,  letter, nobody",
    "AGREED,    talk, nobody",
    "AGREED,    decline, nobody",
    "AGREED,    withdraw, both",
    "AGREED,    cover, nobody",
    "AGREED,    agree, nobody",
    "AGREED,    letter, nobody",
    "DECLINED,  talk, nobody",
    "DECLINED,  decline, nobody",
    "DECLINED,  withdraw, nobody",
    "DECLINED,  cover, nobody",
    "DECLINED,  agree, nobody",
    "DECLINED,  letter, nobody",
    "WITHDRAWN, talk, nobody",
    "WITHDRAWN, decline, nobody",
    "WITHDRAWN, withdraw, nobody",
    "WITHDRAWN, cover, nobody",
    "WITHDRAWN, agree, nobody",
    "WITHDRAWN, letter, nobody"
  })
  void eachDeedHasItsPlace(State state, String deed, String who) {
    var match = in(state);

    assertThat(judge(deed, match, "QMM") instanceof Verdict.Happens)
        .isEqualTo(who.equals("inviting") || who.equals("both"));
    assertThat(judge(deed, match, "QNN") instanceof Verdict.Happens)
        .isEqualTo(who.equals("invited") || who.equals("both"));
    assertThat(judge(deed, match, "QPP") instanceof Verdict.Happens).isFalse();
  }

  @Test
  void itIsAgreedOnlyWhenBothHaveSaidSo() {
    assertThat(match(new MatchEvent.TalksBegun(null), new MatchEvent.SaidAgreed()).state())
        .isEqualTo(State.IN_TALKS);
    assertThat(in(State.AGREED).state()).isEqualTo(State.AGREED);
  }

  @Test
  void nobodyRepliesByLetterForWhoIsHere() {
    assertThat(MatchRules.enterLetter(match(), "QMM", null, LETTER, true, TODAY))
        .isEqualTo(new Verdict.Refused(new MatchOutcome.SpeaksForItself()));
  }

  @Test
  void aLetterIsNotFromTheFuture() {
    var tomorrow = new Letter("NV 1", TODAY.plusDays(1));

    assertThat(MatchRules.enterLetter(match(), "QMM", null, tomorrow, false, TODAY))
        .isEqualTo(new Verdict.Refused(new MatchOutcome.Faulty("dated")));
  }

  @ParameterizedTest
  @CsvSource({"0, persons", "-3, persons", "5, doses", "1e16, persons"})
  void whatIsCoveredIsAboveZeroAndInTheUnitSought(String number, String unit) {
    var quantity = new Quantity(new BigDecimal(number), unit);

    assertThat(MatchRules.cover(in(State.IN_TALKS), "QNN", quantity))
        .isEqualTo(new Verdict.Refused(new MatchOutcome.Faulty("quantity")));
  }

  @Test
  void nobodyInvitesHerselfOrWithoutSayingWhy() {
    var own = new Sides("QMM", "QMM", Role.PROVIDING);
    var unsaid = new Subject(null, LocalizedText.EMPTY, null);

    assertThat(MatchRules.invite("id", SUBJECT, own, "", true))
        .isEqualTo(new Verdict.Refused(new MatchOutcome.Faulty("to")));
    assertThat(MatchRules.invite("id", unsaid, SIDES, "", true))
        .isEqualTo(new Verdict.Refused(new MatchOutcome.Faulty("title")));
    assertThat(MatchRules.invite("id", SUBJECT, SIDES, "", false))
        .isEqualTo(new Verdict.Refused(new MatchOutcome.Faulty("to")));
  }

  @Test
  void aNeedIsCoveredInPartsAndSilenceIsNotZero() {
    var first = covering(State.AGREED, "50");
    var second = covering(State.IN_TALKS, "30");
    var silent = in(State.IN_TALKS);
    var gone = covering(State.WITHDRAWN, "70");

    var cover = Cover.of(WANTED, List.of(first, second, silent, gone));

    assertThat(cover).isEqualTo(new Cover(WANTED, new BigDecimal("50"), new BigDecimal("30"), 1));
    assertThat(Objects.requireNonNull(cover).remaining()).isEqualByComparingTo("70");
    assertThat(Cover.of(null, List.of(first))).isNull();
  }

  private Match covering(State state, String number) {
    var match = in(state);
    return new Match(
        match.id(),
        match.subject(),
        match.sides(),
        match.state(),
        new Quantity(new BigDecimal(number), "persons"),
        match.agreed(),
        null,
        match.steps());
  }

  /// Whatever two sides try in whatever order: what the rules let happen keeps the invariants.
  @Test
  void noOrderOfDeedsBreaksTheInvariants() {
    var chance = new Random(1955);
    var deeds = List.of("talk", "decline", "withdraw", "cover", "agree", "letter");
    for (int world = 0; world < 2_000; world++) {
      var match = match();
      for (int i = 0; i < 12; i++) {
        var party = List.of("QMM", "QNN", "QPP").get(chance.nextInt(3));
        var verdict = judge(deeds.get(chance.nextInt(deeds.size())), match, party);
        if (verdict instanceof Verdict.Happens(var event)) {
          assertThat(match.state().open()).as("a match that ended stays ended").isTrue();
          happen(party, event);
          match = MatchHistory.fold(steps);
        }
      }
      var said = match.steps().stream().filter(s -> s.event() instanceof MatchEvent.SaidAgreed);
      var who = said.map(Match.Step::party).distinct().toList();
      assertThat(match.state() == State.AGREED).isEqualTo(who.size() == 2 && match.state().open());
      assertThat(match.steps()).noneMatch(s -> s.party().equals("QPP"));
    }
  }

  @Test
  void storedWordsDoNotChange() {
    var words =
        Map.of(
            new MatchEvent.TalksBegun(LETTER), "talks-begun",
            new MatchEvent.Declined("no", null), "declined",
            new MatchEvent.Withdrawn("no"), "withdrawn",
            new MatchEvent.CoverStated(WANTED), "cover-stated",
            new MatchEvent.TalksOpened("talks"), "talks-opened",
            new MatchEvent.SaidAgreed(), "said-agreed",
            new MatchEvent.Invited("id", SUBJECT, SIDES, "hello"), "invited");

    words.forEach((event, word) -> {
      assertThat(MatchCodec.json(event)).contains("\"type\":\"" + word + "\"");
      assertThat(MatchCodec.event(MatchCodec.json(event))).isEqualTo(event);
    });
  }
}
