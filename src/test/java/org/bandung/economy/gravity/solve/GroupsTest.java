package org.bandung.economy.gravity.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupsTest {

  @Test
  void numbersGroupsInTheOrderOfTheirFirstRow() {
    var groups = Groups.of(new double[] {2006, 1986, 2006, -0.0, 0.0});

    assertThat(groups.count()).isEqualTo(3);
    assertThat(groups.all()).containsExactly(0, 1, 0, 2, 2);
    assertThat(groups.sizes()).containsExactly(2, 1, 2);
    assertThat(groups.sums(new double[] {1, 2, 3, 4, 5})).containsExactly(4, 2, 9);
  }

  @Test
  void combinesGroupsAndKnowsWhichLieWithinWhich() {
    var year = Groups.of(new int[] {1, 1, 2, 2});
    var country = Groups.of(new int[] {7, 8, 7, 8});
    var both = country.and(year);

    assertThat(both.count()).isEqualTo(4);
    assertThat(both.within(year)).isTrue();
    assertThat(year.within(country)).isFalse();
    assertThat(both.at(new int[] {3, 1}).all()).containsExactly(0, 1);
  }

  @Test
  void keepsManyGroupsApart() {
    var codes = new int[100_000];
    java.util.Arrays.setAll(codes, i -> (i % 50_000) * 65_536);

    assertThat(Groups.of(codes).count()).isEqualTo(50_000);
  }
}
