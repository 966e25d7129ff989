package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PairsTest {

  @Test
  void theYearIsTheLastWithBothSidesUnlessAnotherIsWished() {
    var sold = Map.of(2001, "", 2004, "");
    var bought = Map.of(2001, "", 2004, "", 2008, "");

    assertThat(Pairs.year(sold, bought, Wish.USUAL)).hasValue(2004);
    assertThat(Pairs.year(sold, bought, Wish.USUAL.inYear(2008))).hasValue(2008);
    assertThat(Pairs.year(sold, bought, Wish.USUAL.inYear(2002))).isEmpty();
    assertThat(Pairs.year(Map.of(), Map.of(2008, ""), Wish.USUAL)).hasValue(2008);
    assertThat(Pairs.year(Map.of(), Map.of(), Wish.USUAL)).isEmpty();
  }
}
