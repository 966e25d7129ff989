package org.bandung.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        .sql(
            "create table copied (t text, b bytea, s smallint, n integer, l bigint, a text[], f boolean,"
                + " i timestamptz, d date, j jsonb)")
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
    var day = LocalDate.of(1955, 4, 18);
    var rows = new CopyRows("copied", "t, b, s, n, l, a, f, i, d, j");
    var json = new CopyRows.Json("{\"en\": \"a\\nb\"}");
    rows.row(text, bytes, (short) -1, 7, 1L << 40, List.of(text, "x"), true, instant, day, json);
    rows.row(null, null, null, null, null, List.of(), false, null, null, null);
    store.database().copy(rows);

    store
        .database()
        .sql()
        .sql("select * from copied where f")
        .query(row -> {
          assertThat(row.getString("t")).isEqualTo(text);
          assertThat(row.getBytes("b")).isEqualTo(bytes);
          assertThat(row.getShort("s")).isEqualTo((short) -1);
          assertThat(row.getInt("n")).isEqualTo(7);
          assertThat(row.getLong("l")).isEqualTo(1L << 40);
          assertThat(row.getDate("d").toLocalDate()).isEqualTo(day);
          assertThat(row.getString("j")).isEqualTo("{\"en\": \"a\\nb\"}");
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

  @Test
  void textIsKeptExceptForWhatTheDatabaseCannotKeep() {
    store.database().copy(new CopyRows("copied", "t, f").row("a\0b", null));

    assertThat(
            store
                .database()
                .sql()
                .sql("select t from copied where f is null")
                .query(String.class)
                .single())
        .isEqualTo("ab");
  }

  @Test
  void rowsBeyondTheFirstBufferArriveWhole() {
    var long1 = "x".repeat(100_000);
    var rows = new CopyRows("copied", "t, n");
    for (int i = 0; i < 50; i++) {
      rows.row(long1, 1000 + i);
    }
    store.database().copy(rows);

    assertThat(
            store
                .database()
                .sql()
                .sql("select sum(length(t)) from copied where n >= 1000")
                .query(Long.class)
                .single())
        .isEqualTo(5_000_000);
  }
}
