package org.bandung.catalogue.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.access.Permission;
import org.bandung.catalogue.drafts.DraftRules.Case;
import org.bandung.catalogue.drafts.DraftRules.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftRulesTest {

  private static final Map<String, Standing> STANDINGS =
      Map.of(
          "private", Standing.NEW,
          "submitted", new Standing(1, 0, 0, false, null),
          "cleared", new Standing(1, 1, 0, false, null),
          "released", new Standing(1, 0, 1, false, null),
          "released-more", new Standing(2, 0, 1, false, null),
          "taken-back", new Standing(0, 0, 0, true, null),
          "closed", new Standing(1, 0, 0, false, DraftDeed.Why.FULFILLED));

  private static final Map<Character, Permission> ROLES =
      Map.of(
          'w', Permission.WRITE_ENTRY,
          'c', Permission.ENDORSE,
          'r', Permission.RELEASE,
          '-', Permission.NEGOTIATE);

  private static List<DraftDeed> deeds(int submitted) {
    return List.of(
        new DraftDeed.Submit(7),
        new DraftDeed.Recall(),
        new DraftDeed.Return(submitted, "why"),
        new DraftDeed.Clear(submitted),
        new DraftDeed.Release(submitted),
        new DraftDeed.TakeBack(""),
        new DraftDeed.Close(DraftDeed.Why.FULFILLED, ""),
        new DraftDeed.Confirm());
  }

  /// What each of writer (w), clearing endorser (c), releasing authority (r) and stranger (-) may
  /// do, as things stand; deeds by their words, those where a country clears before the slash
  /// replaced after it.
  @ParameterizedTest
  @CsvSource({
    "private, w, submitted closed, submitted closed",
    "private, c, '', ''",
    "private, r, '', ''",
    "private, -, '', ''",
    "submitted, w, submitted recalled closed, submitted recalled closed",
    "submitted, c, returned, returned cleared",
    "submitted, r, returned released, returned",
    "submitted, -, '', ''",
    "cleared, w, submitted recalled closed, submitted recalled closed",
    "cleared, c, returned, returned",
    "cleared, r, returned released, returned released",
    "released, w, submitted taken-back closed confirmed, submitted taken-back closed confirmed",
    "released, c, '', ''",
    "released, r, taken-back, taken-back",
    "released, -, '', ''",
    "released-more, w, submitted recalled taken-back closed confirmed, submitted recalled"
        + " taken-back closed confirmed",
    "released-more, c, returned, returned cleared",
    "released-more, r, returned released taken-back, returned taken-back",
    "taken-back, w, submitted closed, submitted closed",
    "taken-back, r, '', ''",
    "closed, w, '', ''",
    "closed, c, '', ''",
    "closed, r, '', ''"
  })
  void whoMayDoWhat(String standing, char role, String freely, String wherecleared) {
    var stands = java.util.Objects.requireNonNull(STANDINGS.get(standing));
    assertThat(done(stands, role, false)).isEqualTo(words(freely));
    assertThat(done(stands, role, true)).isEqualTo(words(wherecleared));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static List<String> done(Standing standing, char role, boolean clearance) {
    var done = new ArrayList<String>();
    for (var deed : deeds(standing.submitted())) {
      var c = new Case(standing, 7, standing.submitted(), true, clearance);
      if (DraftRules.decide(c, deed, Set.of(ROLES.get(role))) instanceof Decision.Stands) {
        done.add(deed.code());
      }
    }
    return done;
  }

  @Test
  void nobodyDecidesOnWhatSheHasNotSeen() {
    var c = new Case(new Standing(2, 0, 1, false, null), 7, 2, true, true);
    var all = EnumSet.allOf(Permission.class);

    assertThat(DraftRules.decide(c, new DraftDeed.Submit(6), all)).isEqualTo(new Decision.Moved());
    assertThat(DraftRules.decide(c, new DraftDeed.Clear(1), all)).isEqualTo(new Decision.Moved());
    assertThat(DraftRules.decide(c, new DraftDeed.Return(1, "x"), all))
        .isEqualTo(new Decision.Moved());
    assertThat(DraftRules.decide(c, new DraftDeed.Clear(2), all))
        .isEqualTo(new Decision.Stands(new Standing(2, 2, 1, false, null)));
  }

  @Test
  void anotherWordingIsClearedAgain() {
    var cleared = new Standing(2, 2, 1, false, null);
    var all = EnumSet.allOf(Permission.class);
    var after =
        DraftRules.decide(new Case(cleared, 7, 2, true, true), new DraftDeed.Submit(7), all);

    assertThat(after).isEqualTo(new Decision.Stands(new Standing(3, 0, 1, false, null)));
    assertThat(
            DraftRules.decide(
                new Case(new Standing(3, 0, 1, false, null), 7, 3, false, true),
                new DraftDeed.Release(3),
                all))
        .isEqualTo(new Decision.NotNow());
  }
}
