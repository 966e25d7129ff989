package org.bandung.consultation.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  /// RFC 8785, section 3.2.3: the order of names.
  @Test
  void namesAreInTheOrderOfTheirUtf16Units() throws StrictJson.Unreadable {
    var read =
        StrictJson.read(
            """
            {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
             "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
             "\\u00f6": "Latin Small Letter O With Diaeresis"}
            """);

    assertThat(CanonicalJson.write(read))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /// RFC 8785, section 3.2.2: literals and texts.
  @Test
  void textsHaveTheShortestEscapes() throws StrictJson.Unreadable {
    var read =
        StrictJson.read(
            """
            {"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}
            """);

    assertThat(CanonicalJson.write(read))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void whatWasWrittenIsReadTheSameAgain() throws StrictJson.Unreadable {
    var value = Map.of("b", List.of(1L, "\u2028\u007f\u0001", true), "a", Map.of());

    assertThat(StrictJson.read(CanonicalJson.write(value))).isEqualTo(value);
  }

  @Test
  void numbersThatReadersRoundHaveNoCanonicalForm() {
    assertThatThrownBy(() -> CanonicalJson.write(List.of(1.5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalJson.write(List.of(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalJson.write("\ud800"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
