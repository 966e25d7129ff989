package org.bandung.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyRowsTest {

  private TestDatabase store;

  @BeforeAll
  void open() {
    store = TestDatabase.create();
    store
        .database()
        .sql()
        .sql("create table copied (t text, b bytea, n numeric, a text[], f boolean, i timestamptz)")
        .update();
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void whatIsCopiedInComesBackUnchanged() {
    var text = "a\tb\nc\rd\\e\"f'{},\\N é 中 \uD83C\uDF0D";
    var bytes = new byte[] {0, 1, 10, 92, 127, -1, -128};
    var instant = Instant.parse("2026-11-22T10:11:12.123456Z");
    var rows = new CopyRows("copied", "t, b, n, a, f, i");
    rows.row(text, bytes, new BigDecimal("1E+3"), List.of(text, "x"), true, instant);
    rows.row(null, null, null, List.of(), false, null);
    store.database().copy(rows);

    store
        .database()
        .sql()
        .sql("select * from copied where f")
        .query(row -> {
          assertThat(row.getString("t")).isEqualTo(text);
          assertThat(row.getBytes("b")).isEqualTo(bytes);
          assertThat(row.getBigDecimal("n")).isEqualByComparingTo("1000");
          assertThat((String[]) row.getArray("a").getArray()).containsExactly(text, "x");
          assertThat(row.getTimestamp("i").toInstant()).isEqualTo(instant);
        });
    assertThat(
            store
                .database()
                .sql()
                .sql("select count(*) from copied where not f and t is null and a = '{}'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Property
  void everyTextIsOneLineOfTheCopy(@ForAll String text) {
    var rows = new CopyRows("t", "a").row(text);
    var line = new String(Arrays.copyOf(rows.bytes(), rows.length()), StandardCharsets.UTF_8);

    assertThat(line).endsWith("\n");
    assertThat(line.substring(0, line.length() - 1)).doesNotContain("\n", "\t", "\r");
  }
}
