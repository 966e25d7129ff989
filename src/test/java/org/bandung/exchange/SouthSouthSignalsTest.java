package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SouthSouthSignalsTest {

  private static final List<String> PIECES =
      List.of(
          "south",
          "South",
          "SOUTH",
          "sud",
          "sür",
          "sur",
          "cooperación",
          "coopération",
          "Triangular",
          "triangulaire",
          "trilateral",
          "zone",
          "west",
          "oeste",
          "юг",
          "трехстороннее",
          "сотрудничество",
          "南南合作",
          "三角",
          "合作",
          "تعاون",
          "ثلاثي",
          "nord",
          "æ",
          "ß",
          "1955",
          "co",
          "operation",
          "partnerships");

  private static final List<String> JOINTS =
      List.of(
          " ", "  ", "-", "\u2013", "\u2011", "\u00ad", "\n", ", ", "\u00a0", "", "\u0301",
          "\u2019");

  private final SouthSouthSignals words = new SouthSouthSignals();

  @Test
  void findsWordsWhateverTheirCaseAccentsAndHyphens() {
    assertThat(words.in(List.of("Fund for SOUTH\u2013South work"))).containsExactly("south south");
    assertThat(words.in(List.of("de cooperacio\u0301n  triangular.")))
        .containsExactly("cooperacion triangular");
    assertThat(words.in(List.of("支持南南合作基金"))).containsExactly("南南合作");
    assertThat(words.in(List.of("roads of the South-South zone", "southern south", "cooperation")))
        .isEmpty();
  }

  @Test
  void theQuickWayFindsWhatTheUnhurriedWayFinds() {
    var random = new Random(1955);
    int held = 0;
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        text.append(JOINTS.get(random.nextInt(JOINTS.size())));
      }
      var expected = words.unhurried(text.toString());
      held += expected.isEmpty() ? 0 : 1;
      assertThat(words.in(List.of(text.toString()))).as("%s", text).isEqualTo(expected);
    }
    assertThat(held).isGreaterThan(500);
  }
}
