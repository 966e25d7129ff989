package org.bandung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;

class TimelineTest {

  @Test
  void everyDateHasATitleInSevenLanguagesAKindAndASource() {
    assertThat(Timeline.moments()).hasSizeGreaterThan(60);
    for (var moment : Timeline.moments()) {
      assertThat(moment.title().byLanguage().keySet())
          .as(moment.id())
          .containsExactlyInAnyOrderElementsOf(Messages.LANGUAGES);
      assertThat(moment.title().byLanguage().values()).allMatch(t -> !t.isBlank());
      assertThat(moment.source()).as(moment.id()).startsWith("https://");
      assertThat(moment.kind())
          .isIn("conference", "plan", "resolution", "institution", "agreement", "day", "forum");
      moment
          .to()
          .ifPresent(to ->
              assertThat(to.latest()).as(moment.id()).isAfterOrEqualTo(moment.from().earliest()));
    }
  }

  @Test
  void idsAreUniqueAndTheBeginningIsBandung() {
    var ids = Timeline.moments().stream().map(Timeline.Moment::id).collect(Collectors.toSet());

    assertThat(ids).hasSize(Timeline.moments().size());
    assertThat(Timeline.moments().getFirst().id()).isEqualTo("bandung-conference");
  }

  /// Official dates: A/RES/58/220 and General Assembly decision 66/550.
  @Test
  void theDayOfTheUnitedNationsMovedFromDecemberToSeptember() {
    var days =
        Timeline.moments().stream()
            .filter(m -> m.kind().equals("day"))
            .map(m -> m.from() + " " + m.document())
            .collect(Collectors.toSet());

    assertThat(days).isEqualTo(Set.of("2003-12-23 A/RES/58/220", "2011-12-22 A/DEC/66/550"));
  }
}
