package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bandung.cli.CliDoor.Ended;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.LedgerAnchors;
import org.bandung.funds.ledger.LedgerCheck;
import org.bandung.funds.ledger.TestLedger;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The doors of the ledger at the terminal, a good file and bad ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerCommandsTest {

  private static final String GOOD =
      """
      {"book": "fund:QMX-F1", "owner": "QM-fund",
       "accounts": [
         {"kind": "cash", "currency": "USD"},
         {"kind": "income", "currency": "USD", "contributor": "QNN"},
         {"kind": "expense", "currency": "USD"}],
       "postings": [
         {"key": "bank-1", "day": "2026-05-01", "reason": "First contribution", "entries": [
           {"kind": "cash", "currency": "USD", "debit": "1000.50"},
           {"kind": "income", "currency": "USD", "contributor": "QNN", "credit": "1000.50"}]},
         {"key": "bank-2", "day": "2026-05-02", "entries": [
           {"kind": "expense", "currency": "USD", "debit": "5000"},
           {"kind": "cash", "currency": "USD", "credit": "5000"}]},
         {"key": "bank-3", "day": "2026-05-03", "entries": [
           {"kind": "expense", "currency": "USD", "debit": "0.50"},
           {"kind": "cash", "currency": "USD", "credit": "0.50"}]},
         {"key": "bank-4", "day": "2026-05-04", "reverses": 2, "reason": "Paid back"}]}
      """;

  private TestDatabase test;
  private CliDoor door;
  @TempDir Path folder;

  @BeforeAll
  void open() {
    test = TestDatabase.create();
    var ledger = TestLedger.of(test.database());
    door = new CliDoor();
    door.give(Ledger.class, ledger);
    door.give(LedgerCheck.class, TestLedger.check(test.database()));
    door.give(LedgerAnchors.class, TestLedger.anchors(test.database()));
  }

  @AfterAll
  void close() {
    test.close();
  }

  private Ended post(byte[] content) throws IOException {
    var file = Files.write(folder.resolve("postings.json"), content);
    return door.run("ledger", "post", file.toString());
  }

  private Ended post(String content) throws IOException {
    return post(content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void postsTellsAndChecks() throws IOException {
    var first = post(GOOD);
    assertThat(first.exit()).isEqualTo(1);
    assertThat(first.out())
        .contains("bank-1: posted as transaction 1")
        .contains("bank-3: posted as transaction 2")
        .contains("bank-4: posted as transaction 3");
    assertThat(first.err())
        .contains("bank-2: cash USD holds USD 1000.50 and would hold USD -3999.50");

    var again = post(GOOD);
    assertThat(again.out()).contains("bank-1: stands already as transaction 1");
    var other = post(GOOD.replace("First contribution", "Another"));
    assertThat(other.err()).contains("bank-1: transaction 1 has this key and says something else");

    var balances = door.run("ledger", "balance", "fund:QMX-F1");
    assertThat(balances.exit()).isZero();
    assertThat(balances.out())
        .contains("cash USD\t1000.50\t3")
        .contains("income USD contributor=QNN\t1000.50\t1");
    assertThat(door.run("ledger", "balance", "fund:QMX-F1", "--day", "2026-05-03").out())
        .contains("cash USD\t1000.00\t2");
    assertThat(door.run("ledger", "balance", "fund:QMX-F1", "--json").out())
        .contains("\"balance\":\"1000.50\"");
    assertThat(door.run("ledger", "balance", "fund:QMX-F1", "--day", "May").exit()).isEqualTo(64);
    assertThat(door.run("ledger", "balance", "fund:none").err()).contains("There is no book");

    var entries = door.run("ledger", "entries", "fund:QMX-F1", "--account", "cash USD");
    assertThat(entries.out()).contains("3\t2026-05-04\tcash USD\t0.50\t\tPaid back");
    assertThat(door.run("ledger", "entries", "fund:QMX-F1", "--json").out())
        .contains("\"nature\":\"reversal\"");
    assertThat(door.run("ledger", "entries", "fund:QMX-F1", "--account", "gold").exit())
        .isEqualTo(64);
    assertThat(door.run("ledger", "entries", "fund:QMX-F1", "--limit", "0").exit()).isEqualTo(64);

    var intact = door.run("ledger", "verify");
    assertThat(intact.exit()).isZero();
    assertThat(intact.err()).contains("Intact: 1 books, 6 entries, 1 anchors");
    assertThat(door.run("ledger", "verify", "--json").out()).contains("\"intact\":true");
    assertThat(door.run("ledger", "verify", "--head", "xyz").exit()).isEqualTo(64);
    tampered();
  }

  private void tampered() {
    test.database()
        .inTransaction(() -> {
          var sql = test.database().sql();
          sql.sql("set local session_replication_role = replica").update();
          return sql.sql("update funds_ledger_entry set amount = 2 * amount where number = 2")
              .update();
        });
    var broken = door.run("ledger", "verify", "--json");
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.out()).contains("\"fault\":\"changed\"").contains("\"number\":2");
    assertThat(door.run("ledger", "verify", "--lang", "fr").err())
        .contains("fund:QMX-F1: l’opération 2 ou une de ses écritures a été modifiée");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"0.50\"}, | \"0.505\"}, | /postings/2/entries/0/debit: “0.505” is no amount of USD",
        "\"0.50\"}, | \"1000000000000000.01\"}, | is no amount of USD",
        "\"0.50\"}, | 0.50}, | /postings/2/entries/0/debit: This must be a text",
        "\"0.50\"}, | \"-1\"}, | is no amount of USD",
        "\"0.50\"}, | \"0\"}, | is no amount of USD",
        "\"0.50\"}, | \"1e3\"}, | is no amount of USD",
        "\"expense\", \"currency\": \"USD\", \"debit\": \"5 | \"expense\", \"currency\": \"QQQ\", \"debit\": \"5 | “QQQ” is no currency",
        "\"expense\", \"currency\": \"USD\"} | \"gold\", \"currency\": \"USD\"} | /accounts/2/kind: “gold” is no kind",
        "\"key\": \"bank-2\" | \"key\": \"bank-1\" | The key bank-1 stands twice",
        "\"key\": \"bank-2\" | \"key\": \"bank-2\", \"key\": \"b\" | a name stands twice",
        "\"key\": \"bank-2\" | \"keys\": \"bank-2\" | /postings/1/keys: There is no such name",
        "\"2026-05-02\" | \"2026-02-30\" | /postings/1/day: “2026-02-30” is no day",
        "\"reverses\": 2 | \"reverses\": 2.5 | /postings/3/reverses: This must be the number",
        "\"reverses\": 2 | \"reverses\": 2, \"closes\": true | Only one of these is possible",
        "\"reverses\": 2 | \"closes\": \"yes\" | /postings/3/closes: Only true",
        "\"reverses\": 2 | \"opening\": \" \" | is no source",
        "\"fund:QMX-F1\" | \"../etc\" | /book: “../etc” is no name of a book",
        "\"First contribution\" | [[[[[[[[1]]]]]]]] | nested deeper",
        "\"First contribution\" | \"a\\u0000b\" | A text is too long or has characters",
        "\"Paid back\"}]} | \"Paid back\"}]} x | The file is not JSON",
        "\"debit\": \"0.50\" | \"debit\": \"0.50\", \"credit\": \"0.50\" | either a debit or a credit"
      })
  void whatCannotBeTakenIsToldWithItsPlace(String what, String instead, String told)
      throws IOException {
    assertThat(GOOD).contains(what);
    var ended = post(GOOD.replace(what, instead));
    assertThat(ended.err()).contains(told);
    assertThat(ended.exit()).isEqualTo(64);
    assertThat(ended.err()).doesNotContain("Exception");
  }

  @Test
  void filesOfAnotherKindAreRefused() throws IOException {
    assertThat(post(new byte[] {'{', (byte) 0xff, '}'}).err()).contains("not UTF-8");
    assertThat(post("[]").err()).contains("must be an object");
    assertThat(post("").exit()).isEqualTo(64);
    assertThat(post("{}").err()).contains("/book: This is missing");
    assertThat(post(new byte[(16 << 20) + 1]).err()).contains("more than 16 MB");
    assertThat(door.run("ledger", "post", "nowhere.json").err()).contains("cannot be read");
    assertThat(door.run("ledger").exit()).isEqualTo(64);
    var many = "{\"kind\": \"cash\", \"currency\": \"USD\", \"debit\": \"1\"},";
    assertThat(
            post(GOOD.replace(
                    "\"bank-2\",", "\"bank-2\",\"entries\":[" + many.repeat(1_001) + "{}],"))
                .err())
        .contains("twice");
    assertThat(
            post(GOOD.replaceFirst("\"entries\": \\[", "\"entries\": [" + many.repeat(1_001)))
                .err())
        .contains("1003 are too many; at most 1000");
    assertThat(
            post("{\"book\": \"fund:QMX-F9\", \"postings\": [" + "{},".repeat(10_000) + "{}]}")
                .err())
        .contains("10001 are too many");
    assertThat(post("{\"book\": \"fund:QMX-F9\", \"postings\": []}").err())
        .contains("There is no book");
  }
}
