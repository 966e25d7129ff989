package org.bandung.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bandung.access.Body;
import org.bandung.access.Permission;
import org.bandung.collection.Round.Standing;
import org.bandung.collection.RoundOutcome.Done;
import org.bandung.collection.RoundOutcome.Faulty;
import org.bandung.collection.RoundOutcome.NotNow;
import org.bandung.collection.RoundRules.Acting;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundRulesTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final RoundItem WELLS = new RoundItem("wells", "1");
  private static final RoundItem SEEDS = new RoundItem("seeds", "1");
  private static final String A = "institute";

  private static final RoundPlan PLAN =
      new RoundPlan(
          "agency",
          "QMM",
          "QMM",
          LocalizedText.of("en", "What we did in 2026"),
          LocalDate.parse("2026-01-01"),
          LocalDate.parse("2026-12-31"),
          LocalDate.parse("2026-11-30"),
          RoundPlan.USUAL);

  private static Acting agency(Instant at) {
    return new Acting("agency", "mira", at);
  }

  private static Acting institute(Instant at) {
    return new Acting(A, "ines", at);
  }

  private static Round opened() {
    return ((Done) RoundRules.open("r", PLAN, agency(NOON))).after();
  }

  private static Round then(Round r, RoundDeed deed) {
    var acting = deed instanceof RoundDeed.OfOwner ? agency(NOON) : institute(NOON);
    var outcome = RoundRules.decide(r, deed, acting);
    if (outcome instanceof Done done) {
      return done.after();
    }
    throw new AssertionError(deed + ": " + outcome);
  }

  private static Addition addition(String key) {
    return Addition.of(key, CollectionSamples.content("Bridges", "QMM", "QNN"), false);
  }

  private static RoundDeed deed(String word) {
    return switch (word) {
      case "invite" -> new RoundDeed.Invite("other", "Other", null, "en", List.of());
      case "invite-again" -> new RoundDeed.Invite(A, "Institute", null, "en", List.of());
      case "list-anew" -> new RoundDeed.ListAnew(A, List.of(WELLS));
      case "remind" -> new RoundDeed.Remind(A, null);
      case "remind-stranger" -> new RoundDeed.Remind("nobody", null);
      case "send-back" -> new RoundDeed.SendBack(A, "The year is missing");
      case "accept" -> new RoundDeed.Accept(A);
      case "move-due" -> new RoundDeed.MoveDue(LocalDate.parse("2026-12-15"));
      case "sign-off" -> new RoundDeed.SignOff("Mira");
      case "freeze" -> new RoundDeed.Freeze("QMM-2026-1", "hash", "A reason");
      case "release" -> new RoundDeed.Release("QMM-2026-1", Map.of());
      case "amend" -> new RoundDeed.Amend("A ministry was forgotten");
      case "see" -> new RoundDeed.See();
      case "confirm" -> new RoundDeed.Confirm(List.of(WELLS));
      case "correct" ->
          new RoundDeed.Correct(
              WELLS, new Correction(LocalizedText.of("en", "Deep wells"), null, null, null, ""));
      case "refuse" -> new RoundDeed.Refuse(WELLS, "");
      case "reconsider" -> new RoundDeed.Reconsider(List.of("seeds"));
      case "add" -> new RoundDeed.Add(List.of(addition("bridges")));
      case "take-back" -> new RoundDeed.TakeBack("roads");
      case "nothing" -> new RoundDeed.NothingToReport();
      case "submit" -> new RoundDeed.Submit();
      default -> throw new IllegalArgumentException(word);
    };
  }

  /// A round in which the institute stands so: it has answered on the seeds and added roads from
  /// "answering" on.
  private static Round in(String state) {
    var invited =
        then(opened(), new RoundDeed.Invite(A, "Institute", null, "en", List.of(WELLS, SEEDS)));
    UnaryOperator<Round> answer =
        r ->
            then(
                then(r, new RoundDeed.Confirm(List.of(SEEDS))),
                new RoundDeed.Add(List.of(addition("roads"))));
    var answering = answer.apply(invited);
    var submitted = then(answering, new RoundDeed.Submit());
    var accepted = then(submitted, new RoundDeed.Accept(A));
    var signed = then(accepted, deed("sign-off"));
    var frozen = then(signed, deed("freeze"));
    return switch (state) {
      case "invited" -> invited;
      case "opened" -> then(invited, new RoundDeed.See());
      case "answering" -> answering;
      case "submitted" -> submitted;
      case "sent-back" -> then(submitted, deed("send-back"));
      case "accepted" -> accepted;
      case "signed" -> signed;
      case "frozen" -> frozen;
      case "released" -> then(frozen, deed("release"));
      case "amended" -> then(frozen, deed("amend"));
      default -> throw new IllegalArgumentException(state);
    };
  }

  private static String word(RoundOutcome outcome) {
    return switch (outcome) {
      case Done done -> "done";
      case NotNow(var why) -> why;
      default -> outcome.toString();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deed            | invited | opened | answering | submitted | sent-back | accepted | signed | frozen | released | amended
          invite          | done | done | done | done | done | done | closed | closed | closed | done
          invite-again    | invited | invited | invited | invited | invited | invited | closed | closed | closed | invited
          list-anew       | done | done | done | submitted | done | submitted | closed | closed | closed | submitted
          remind          | done | done | done | submitted | done | submitted | closed | closed | closed | submitted
          remind-stranger | not-invited | not-invited | not-invited | not-invited | not-invited | not-invited | closed | closed | closed | not-invited
          send-back       | not-submitted | not-submitted | not-submitted | done | not-submitted | done | closed | closed | closed | done
          accept          | not-submitted | not-submitted | not-submitted | done | not-submitted | same | closed | closed | closed | same
          move-due        | done | done | done | done | done | done | closed | closed | closed | done
          sign-off        | none-accepted | none-accepted | none-accepted | waiting | none-accepted | done | closed | closed | closed | done
          freeze          | not-signed | not-signed | not-signed | not-signed | not-signed | not-signed | done | not-signed | not-signed | not-signed
          release         | gone | gone | gone | gone | gone | gone | gone | done | released | done
          amend           | open | open | open | open | open | open | done | done | done | open
          see             | done | same | same | same | same | same | same | same | same | same
          confirm         | done | done | done | submitted | done | submitted | closed | closed | closed | submitted
          correct         | done | done | done | submitted | done | submitted | closed | closed | closed | submitted
          refuse          | done | done | done | submitted | done | submitted | closed | closed | closed | submitted
          reconsider      | not-listed | not-listed | done | submitted | done | submitted | closed | closed | closed | submitted
          add             | done | done | done | submitted | done | submitted | closed | closed | closed | submitted
          take-back       | gone | gone | done | submitted | done | submitted | closed | closed | closed | submitted
          nothing         | done | done | answered | submitted | answered | submitted | closed | closed | closed | submitted
          submit          | nothing-answered | nothing-answered | done | submitted | done | submitted | closed | closed | closed | submitted
          """,
      useHeadersInDisplayName = true)
  void eachDeedInEachState(org.junit.jupiter.params.aggregator.ArgumentsAccessor row) {
    var states =
        List.of(
            "invited",
            "opened",
            "answering",
            "submitted",
            "sent-back",
            "accepted",
            "signed",
            "frozen",
            "released",
            "amended");
    var found = new ArrayList<String>();
    var wanted = new ArrayList<String>();
    var deed = deed(Objects.requireNonNull(row.getString(0)));
    for (int i = 0; i < states.size(); i++) {
      var acting = deed instanceof RoundDeed.OfOwner ? agency(NOON) : institute(NOON);
      found.add(states.get(i) + " " + word(RoundRules.decide(in(states.get(i)), deed, acting)));
      wanted.add(states.get(i) + " " + row.getString(i + 1));
    }
    assertThat(found).isEqualTo(wanted);
  }

  /// What a country hands in is released by it; everything else is written.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see        | READ_PRIVATE | READ_PRIVATE
          confirm    | WRITE_ENTRY | WRITE_ENTRY
          correct    | WRITE_ENTRY | WRITE_ENTRY
          refuse     | WRITE_ENTRY | WRITE_ENTRY
          reconsider | WRITE_ENTRY | WRITE_ENTRY
          add        | WRITE_ENTRY | WRITE_ENTRY
          take-back  | WRITE_ENTRY | WRITE_ENTRY
          nothing    | RELEASE | WRITE_ENTRY
          submit     | RELEASE | WRITE_ENTRY
          """)
  void whatAnAnswerNeeds(String word, Permission authority, Permission other) {
    var deed = (RoundDeed.OfAsked) deed(word);

    for (var kind : Body.Kind.values()) {
      assertThat(deed.needs(kind)).isEqualTo(kind == Body.Kind.AUTHORITY ? authority : other);
    }
  }

  @Test
  void oneReminderADay() {
    var reminded = then(in("opened"), new RoundDeed.Remind(A, null));
    var again = new RoundDeed.Remind(A, 1);

    assertThat(RoundRules.decide(reminded, again, agency(NOON.plusSeconds(39_600))))
        .isEqualTo(new NotNow("reminded"));
    assertThat(RoundRules.decide(reminded, again, agency(NOON.plusSeconds(43_200))))
        .isInstanceOf(Done.class);
  }

  @Test
  void theScheduleRemindsOnceForEveryOccasionThatCame() {
    var r = in("opened"); // invited on 2 November, due on 30 November

    assertThat(RoundReminders.occasion(r, A, LocalDate.parse("2026-11-15"))).isEmpty();
    assertThat(RoundReminders.occasion(r, A, LocalDate.parse("2026-11-16"))).contains(-14);
    var first = then(r, new RoundDeed.Remind(A, -14));
    assertThat(RoundReminders.occasion(first, A, LocalDate.parse("2026-11-26"))).isEmpty();
    // Two occasions passed while nobody looked: the last one counts for both.
    assertThat(RoundReminders.occasion(first, A, LocalDate.parse("2026-12-01"))).contains(1);
    assertThat(RoundReminders.occasion(in("submitted"), A, LocalDate.parse("2026-12-01")))
        .isEmpty();
  }

  @Test
  void whoeverIsInvitedLateIsNotRemindedOfDaysBefore() {
    var late =
        new RoundPlan(
            "agency",
            "QMM",
            "QMM",
            PLAN.title(),
            PLAN.from(),
            PLAN.to(),
            LocalDate.parse("2026-11-04"),
            List.of(-14, -3, 1));
    var r =
        then(
            ((Done) RoundRules.open("r", late, agency(NOON))).after(),
            new RoundDeed.Invite(A, "Institute", null, "en", List.of()));

    assertThat(RoundReminders.occasion(r, A, LocalDate.parse("2026-11-04"))).isEmpty();
    assertThat(RoundReminders.occasion(r, A, LocalDate.parse("2026-11-05"))).contains(1);
  }

  @Test
  void whatIsConfirmedIsWhatWasRead() {
    var r = then(in("opened"), new RoundDeed.ListAnew(A, List.of(new RoundItem("wells", "2"))));

    assertThat(word(RoundRules.decide(r, deed("confirm"), institute(NOON))))
        .isEqualTo("listed-anew");
    assertThat(word(RoundRules.decide(r, new RoundDeed.Confirm(List.of(SEEDS)), institute(NOON))))
        .isEqualTo("not-listed");
  }

  @Test
  void aListMadeAnewAsksAgainWhatReadsOtherwise() {
    var r =
        then(
            in("answering"),
            new RoundDeed.ListAnew(A, List.of(WELLS, new RoundItem("seeds", "2"))));
    var a = Objects.requireNonNull(r.asked().get(A));

    assertThat(a.answers()).isEmpty();
    assertThat(a.additions()).containsKey("roads");
    assertThat(a.standing()).isEqualTo(Standing.ANSWERING);
  }

  @Test
  void whatIsConfirmedTwiceHappensOnce() {
    var r = then(in("opened"), new RoundDeed.Confirm(List.of(WELLS)));

    assertThat(word(RoundRules.decide(r, deed("confirm"), institute(NOON)))).isEqualTo("same");
    var both = RoundRules.decide(r, new RoundDeed.Confirm(List.of(WELLS, SEEDS)), institute(NOON));
    assertThat(((Done) both).events().getFirst().event())
        .isEqualTo(new RoundEvent.Confirmed(List.of(SEEDS)));
  }

  @Test
  void aSecondEditionNeedsAReason() {
    var signed = then(then(in("amended"), deed("move-due")), deed("sign-off"));
    var without = new RoundDeed.Freeze("QMM-2026-2", "hash", "");

    assertThat(RoundRules.decide(signed, without, agency(NOON))).isInstanceOf(Faulty.class);
    assertThat(RoundRules.decide(in("signed"), without, agency(NOON))).isInstanceOf(Done.class);
  }

  @Test
  void hostileWordsAreRefused() {
    var long_ = "x".repeat(2_001);
    var r = in("opened");
    for (var deed :
        List.<RoundDeed>of(
            new RoundDeed.Refuse(WELLS, long_),
            new RoundDeed.Refuse(WELLS, "a\0b"),
            new RoundDeed.Correct(WELLS, new Correction(LocalizedText.EMPTY, null, null, null, "")),
            new RoundDeed.Correct(
                WELLS,
                new Correction(
                    LocalizedText.EMPTY,
                    PartialDate.ofYear(2026),
                    PartialDate.ofYear(2025),
                    null,
                    "")))) {
      assertThat(RoundRules.decide(r, deed, institute(NOON))).isInstanceOf(Faulty.class);
    }
    assertThat(
            RoundRules.decide(
                r,
                new RoundDeed.Invite("x", "X", "a@b.org\nBcc: c@d.org", "en", List.of()),
                agency(NOON)))
        .isInstanceOf(Faulty.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026,2026,true",
    "2025-12-31,2026-01-01,true",
    "2024,2025,false",
    "2027,2028,false",
    "2027,,false",
    "2019,,true",
    ",2025,false",
    ",2026-05,true",
    ",,true"
  })
  void activeAtAnyTimeInThePeriod(String start, String end, boolean active) {
    var period =
        new Period(
            start == null ? null : PartialDate.parse(start).orElseThrow(),
            end == null ? null : PartialDate.parse(end).orElseThrow(),
            false);

    assertThat(CollectionLists.activeIn(period, PLAN.from(), PLAN.to())).isEqualTo(active);
  }

  @Test
  void everyEventComesBackAsItWasStored() {
    var history = new ArrayList<RoundEvent.Recorded>();
    var r = opened();
    history.addAll(((Done) RoundRules.open("r", PLAN, agency(NOON))).events());
    for (var deed :
        List.of(
            new RoundDeed.Invite(A, "Institute", "a@example.org", "ar", List.of(WELLS, SEEDS)),
            deed("see"),
            deed("confirm"),
            deed("correct"),
            new RoundDeed.Refuse(SEEDS, "Not ours"),
            deed("reconsider"),
            deed("add"),
            new RoundDeed.TakeBack("bridges"),
            deed("remind"),
            deed("list-anew"),
            deed("move-due"),
            deed("submit"),
            deed("send-back"),
            deed("submit"),
            deed("accept"),
            deed("sign-off"),
            deed("freeze"),
            new RoundDeed.Release("QMM-2026-1", Map.of("a/b", "c")),
            deed("amend"))) {
      var done =
          (Done)
              RoundRules.decide(
                  r, deed, deed instanceof RoundDeed.OfOwner ? agency(NOON) : institute(NOON));
      history.addAll(done.events());
      r = done.after();
    }
    var stored =
        history.stream()
            .map(e ->
                new RoundEvent.Recorded(
                    e.sequence(),
                    e.at(),
                    e.party(),
                    e.person(),
                    RoundCodec.event(RoundCodec.json(e.event()))))
            .toList();

    assertThat(stored).isEqualTo(history);
    assertThat(RoundHistory.fold(stored)).isEqualTo(r);
  }
}
