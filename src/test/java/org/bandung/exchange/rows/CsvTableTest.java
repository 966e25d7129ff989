package org.bandung.exchange.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  private static String written(@Nullable Object... cells) {
    var out = new ByteArrayOutputStream();
    try (var table = CsvTable.download(out, List.of("a"))) {
      table.row(cells);
    }
    return out.toString(StandardCharsets.UTF_8).lines().skip(1).reduce("", (a, b) -> a + b);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "|cmd",
        "\uFF1D1",
        "\uFF20a"
      })
  void whatASpreadsheetWouldRunIsText(String cell) {
    assertThat(CsvTable.guarded(cell)).isEqualTo("'" + cell);
  }

  @Test
  void numbersOfOursAreNumbersAndTextsThatLookLikeThemAreText() {
    assertThat(written(-5, new BigDecimal("-1.50"), "-5", null, "a")).isEqualTo("-5,-1.50,'-5,,a");
  }

  @Test
  void aQuoteOrADelimiterNeverBeginsAnotherCell() {
    assertThat(written("a\",=1+1,\"", "b")).isEqualTo("\"a\"\",=1+1,\"\"\",b");
  }
}
