package org.bandung.economy.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoodGoodsTest {

  private final FoodGoods goods = FoodGoods.shipped();

  @ParameterizedTest
  @CsvSource({
    "HS 2017, 100630, true",
    "HS 2017, 060311, false",
    "HS 2017, 090111, false",
    "HS 2017, 220421, false",
    "HS 2017, 1801, true",
    "HS 2017, 847130, false",
    "SITC 2, 0421, true",
    "SITC 2, 0711, false",
    "SITC 2, 2221, true",
    "SITC 2, 2310, false",
    "SITC 2, 4232, true",
    "SITC 2, 1124, false"
  })
  void theLongestBeginningDecides(String nomenclature, String product, boolean food) {
    assertThat(goods.know(nomenclature)).isTrue();
    assertThat(goods.isFood(nomenclature, product)).isEqualTo(food);
  }

  @ParameterizedTest
  @CsvSource({"kinds of creditor", "''", "CPC 2"})
  void ofOtherNomenclaturesNothingIsSaid(String nomenclature) {
    assertThat(goods.know(nomenclature)).isFalse();
  }
}
