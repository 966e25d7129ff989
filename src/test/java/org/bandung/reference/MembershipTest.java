package org.bandung.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bandung.kernel.PartialDate;

class MembershipTest {

  @Property
  void holdsExactlyFromItsFirstDayToTheDayBeforeItsEnd(
      @ForAll("dates") Optional<PartialDate> from,
      @ForAll("dates") Optional<PartialDate> to,
      @ForAll("days") LocalDate day) {
    boolean begun = from.isEmpty() || day.compareTo(from.get().earliest()) >= 0;
    boolean over = to.isPresent() && day.compareTo(to.get().earliest()) >= 0;

    assertThat(membership(from, to).holdsOn(day)).isEqualTo(begun && !over);
  }

  @Property
  void twoRowsThatMeetNeverHoldOnTheSameDayNorLeaveAGap(
      @ForAll("dates") Optional<PartialDate> meeting, @ForAll("days") LocalDate day) {
    if (meeting.isEmpty()) {
      return;
    }
    var before = membership(Optional.empty(), meeting);
    var after = membership(meeting, Optional.empty());

    assertThat(before.holdsOn(day) ^ after.holdsOn(day)).isTrue();
  }

  @Property
  void membershipByDateOfTheWholeWorldFollowsItsRows(@ForAll("days") LocalDate day) {
    for (var country : WORLD.countries()) {
      for (var grouping : WORLD.groupings()) {
        boolean expected =
            WORLD.membersOf(grouping.code()).stream()
                .filter(m -> m.country().equals(country.code()) && m.status().equals("member"))
                .anyMatch(m -> m.holdsOn(day));
        assertThat(WORLD.isMember(grouping.code(), country.code(), day)).isEqualTo(expected);
      }
    }
  }

  private static final Reference WORLD = InventedWorld.reference();

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1950, 1, 1).toEpochDay(), LocalDate.of(2040, 1, 1).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<Optional<PartialDate>> dates() {
    return Combinators.combine(days(), Arbitraries.integers().between(0, 3))
        .as((day, form) ->
            switch (form) {
              case 0 -> Optional.empty();
              case 1 -> Optional.of(PartialDate.ofYear(day.getYear()));
              case 2 -> Optional.of(new PartialDate(day.getYear(), day.getMonthValue(), 0));
              default -> Optional.of(PartialDate.of(day));
            });
  }

  private static Membership membership(Optional<PartialDate> from, Optional<PartialDate> to) {
    return new Membership(
        "COMM", InventedWorld.QMM, from, to, "member", "confirmed", "invented", "");
  }
}
