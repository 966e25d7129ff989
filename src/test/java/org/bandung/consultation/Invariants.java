package org.bandung.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bandung.consultation.ConsultationEvent.Recorded;

/// What holds after every step, whoever took it; numbered as in `package-info`.
final class Invariants {

  private Invariants() {}

  static void hold(
      Consultation before, Actor actor, List<Recorded> all, List<Recorded> fresh, Consultation c) {
    exactlyWhenTheRuleIsMet(all, c);
    whoLeftStaysAwayAndOnlyTheLatestVersionIsRepliedTo(before, actor, fresh);
    nobodySpeaksForAnother(before, actor, fresh, c);
    aNewVersionMakesPositionsVoid(fresh, c);
    theSetupStays(before, c);
    eventsAreAppended(before, all, fresh, c);
  }

  /// 1 and 3.
  static void exactlyWhenTheRuleIsMet(List<Recorded> all, Consultation c) {
    assertThat(Oracle.verdict(c)).isEqualTo(Oracle.verdict(all));
  }

  /// 1, 4 and 5.
  private static void whoLeftStaysAwayAndOnlyTheLatestVersionIsRepliedTo(
      Consultation before, Actor actor, List<Recorded> fresh) {
    assertThat(before.departures()).doesNotContainKey(actor.party());
    int latest = before.latest().number();
    for (var recorded : fresh) {
      int version =
          switch (recorded.event()) {
            case ConsultationEvent.PositionTaken taken -> taken.version();
            case ConsultationEvent.LetterEntered letter -> letter.version();
            case ConsultationEvent.Proposed proposed -> proposed.version() - 1;
            default -> latest;
          };
      assertThat(version).isEqualTo(latest);
    }
  }

  /// 2.
  private static void nobodySpeaksForAnother(
      Consultation before, Actor actor, List<Recorded> fresh, Consultation c) {
    boolean proposed =
        fresh.stream().anyMatch(r -> r.event() instanceof ConsultationEvent.Proposed);
    for (var party : before.setup().parties()) {
      if (party.id().equals(actor.party())) {
        continue;
      }
      assertThat(c.departures().containsKey(party.id()))
          .isEqualTo(before.departures().containsKey(party.id()));
      var was = before.latest().replies().get(party.id());
      var is = c.latest().replies().get(party.id());
      if (!proposed && !java.util.Objects.equals(was, is)) {
        assertThat(party.byLetter()).as(party.id()).isTrue();
        assertThat(is != null && is.restsOnAttestation()).isTrue();
        assertThat(was == null || was.restsOnAttestation()).isTrue();
      }
    }
    assertThat(fresh).allMatch(r -> r.by().party().equals(actor.party()));
  }

  /// 4.
  private static void aNewVersionMakesPositionsVoid(List<Recorded> fresh, Consultation c) {
    if (fresh.stream().anyMatch(r -> r.event() instanceof ConsultationEvent.Proposed)) {
      assertThat(c.latest().replies()).isEmpty();
      assertThat(c.conclusion()).isNull();
    }
  }

  /// 5.
  private static void theSetupStays(Consultation before, Consultation c) {
    assertThat(c.setup().rule()).isEqualTo(before.setup().rule());
    assertThat(c.setup().parties().stream().map(Party::id).toList())
        .isEqualTo(before.setup().parties().stream().map(Party::id).toList());
    assertThat(c.departures()).containsAllEntriesOf(before.departures());
  }

  /// 7.
  private static void eventsAreAppended(
      Consultation before, List<Recorded> all, List<Recorded> fresh, Consultation c) {
    assertThat(fresh.getFirst().sequence()).isEqualTo(before.sequence() + 1);
    assertThat(c.sequence()).isEqualTo(all.size());
  }
}
