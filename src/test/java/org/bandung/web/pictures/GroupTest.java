package org.bandung.web.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UpperChars;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.web.pictures.Picture.Look;
import org.junit.jupiter.api.Test;

class GroupTest {

  private static Map<String, Cell> totals(Object... codesAndValues) {
    var totals = new HashMap<String, Cell>();
    for (int i = 0; i < codesAndValues.length; i += 2) {
      totals.put((String) codesAndValues[i], new Cell((Integer) codesAndValues[i + 1], 1, 0));
    }
    return totals;
  }

  @Test
  void theLargestStandAloneTheOthersTogetherTheUnknownLast() {
    var groups =
        Group.largest(totals("A", 5, "B", 9, "C", 1, "D", 2, "E", 2, "", 100, "not-split", 50), 2);

    assertThat(groups)
        .containsExactly(
            new Group(List.of("B"), Look.ORDINARY),
            new Group(List.of("A"), Look.ORDINARY),
            new Group(List.of("D", "E", "C"), Look.OTHERS),
            new Group(List.of(""), Look.UNKNOWN),
            new Group(List.of("not-split"), Look.UNKNOWN));
  }

  @Test
  void oneOtherKeepsItsName() {
    assertThat(Group.largest(totals("A", 5, "B", 9, "C", 1), 2))
        .extracting(Group::look)
        .containsOnly(Look.ORDINARY);
  }

  @Test
  void anInitiativeWithoutAFigureHasItsPlaceToo() {
    var totals = new HashMap<>(totals("A", 5));
    totals.put("B", new Cell(0, 0, 3));

    assertThat(Group.largest(totals, 5)).extracting(Group::code).containsExactly("A", "B");
  }

  @Test
  void gapsBetweenYearsAreSeenAndEarlierOnesStandTogether() {
    var groups = Group.years(totals("1955", 1, "1961", 1, "2019", 4, "2021", 2, "", 7), 3);

    assertThat(groups)
        .containsExactly(
            new Group(List.of("1955", "1961"), Look.OTHERS),
            new Group(List.of("2019"), Look.ORDINARY),
            new Group(List.of("2020"), Look.ORDINARY),
            new Group(List.of("2021"), Look.ORDINARY),
            new Group(List.of(""), Look.UNKNOWN));
  }

  @Property
  void everyCodeIsInOneGroup(
      @ForAll @Size(max = 40)
          Map<
                  @UpperChars @StringLength(min = 1, max = 3) String,
                  @IntRange(min = -9, max = 99) Integer>
              values,
      @ForAll @IntRange(min = 1, max = 12) int most) {
    var totals = new HashMap<String, Cell>();
    values.forEach((code, value) -> totals.put(code, new Cell(value, 1, 0)));

    var groups = Group.largest(totals, most);

    assertThat(groups.stream().flatMap(g -> g.codes().stream()))
        .containsExactlyInAnyOrderElementsOf(totals.keySet());
    assertThat(groups).hasSizeLessThanOrEqualTo(most + 1);
  }
}
