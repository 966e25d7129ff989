package org.bandung.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.funds.ledger.LedgerWorld.CAUSE;
import static org.bandung.funds.ledger.LedgerWorld.MAY_1;
import static org.bandung.funds.ledger.LedgerWorld.cash;
import static org.bandung.funds.ledger.LedgerWorld.key;
import static org.bandung.funds.ledger.LedgerWorld.received;
import static org.bandung.funds.ledger.LedgerWorld.spent;

import java.util.List;
import java.util.Optional;
import org.bandung.access.TestAudit;
import org.bandung.funds.ledger.LedgerVerdict.Fault;
import org.bandung.funds.ledger.LedgerVerdict.Finding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever somebody changes in a ledger beside the program is found, and where.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerCheckTest {

  private static final int POSTED = 1_100;

  private LedgerWorld world;
  private LedgerCheck check;
  private LedgerAnchors anchors;
  private String book;

  @BeforeAll
  void open() {
    world = new LedgerWorld();
    var audit = TestAudit.of(world.database());
    check = new LedgerCheck(world.database(), audit);
    anchors = new LedgerAnchors(world.database(), audit);
    book = world.book();
    world.book();
    var postings = new java.util.ArrayList<Posting>();
    for (int i = 1; i < POSTED; i++) {
      postings.add(
          i % 10 == 0 ? spent(book, key(), "USD 1.00") : received(book, key(), "USD 2.50"));
    }
    world.ledger.postTogether(postings);
    world.ledger.close(book, MAY_1, key(), CAUSE);
    anchors.anchor();
  }

  @AfterAll
  void close() {
    world.close();
  }

  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// What a check finds after statements got past all triggers; undone again.
  private List<Finding> after(String... statements) {
    var found = new java.util.ArrayList<Finding>();
    assertThatThrownBy(() ->
            world
                .database()
                .inTransaction(() -> {
                  var sql = world.database().sql();
                  sql.sql("set local session_replication_role = replica").update();
                  for (var statement : statements) {
                    assertThat(sql.sql(statement.replace("BOOK", book)).update()).isPositive();
                  }
                  found.addAll(check.verify(Optional.empty()).findings());
                  throw new Undo();
                }))
        .isInstanceOf(Undo.class);
    return found;
  }

  @Test
  void whatNobodyTouchedIsIntact() {
    var verdict = check.verify(Optional.empty());
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.entries()).isEqualTo(2L * (POSTED - 1));
    assertThat(verdict.anchors()).isOne();
    assertThat(verdict.heads()).extracting(LedgerVerdict.Head::number).contains((long) POSTED, 0L);
    var head = verdict.heads().getFirst().hash();
    assertThat(check.verify(Optional.of(head)).isIntact()).isTrue();
    assertThat(check.verify(Optional.of("f".repeat(64))).findings())
        .containsExactly(new Finding("", 0, Fault.HEAD_MISSING));
    assertThat(anchors.anchor()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "update funds_ledger_transaction set reason = 'another' where number = 700 | CHANGED",
        "update funds_ledger_transaction set day = day - 1 where number = 700 | CHANGED",
        "update funds_ledger_transaction set by = 'vera' where number = 700 | CHANGED",
        "update funds_ledger_transaction set by = '' where number = 700 | CHANGED",
        "update funds_ledger_transaction set at = at + interval '1 s' where number = 700 | CHANGED",
        "update funds_ledger_entry set day = day + 1 where number = 1099 and line = 1 | CHANGED",
        "delete from funds_ledger_entry where number = 700 and line = 1 | ENTRIES",
        "update funds_ledger_transaction set entries = 3 where number = 700 | ENTRIES"
      })
  void aChangedTransactionIsFound(String statement, Fault fault) {
    long number = statement.contains("1099") ? 1_099 : 700;
    // It changes the sum of its block too, where the block is summed up.
    assertThat(after(statement)).contains(new Finding(book, number, fault));
  }

  @Test
  void aChangedAmountIsFoundAlsoWhereItIsEvenAndSumsAreMadeAnew() {
    assertThat(after("update funds_ledger_entry set amount = amount * 2 where number = 1099"))
        .containsExactly(new Finding(book, 1_099, Fault.CHANGED));
    assertThat(after("update funds_ledger_entry set amount = 9 where number = 700 and line = 1"))
        .containsExactly(
            new Finding(book, 700, Fault.CHANGED),
            new Finding(book, 700, Fault.UNBALANCED),
            new Finding(book, 513, Fault.SUM_DIFFERS));
    assertThat(after("update funds_ledger_entry set amount = 2.5001 where number = 1099"))
        .contains(new Finding(book, 1_099, Fault.CHANGED));
  }

  @Test
  void aRemovedOrInsertedTransactionIsFound() {
    assertThat(
            after(
                "delete from funds_ledger_entry where number = 1099",
                "delete from funds_ledger_transaction where number = 1099"))
        .containsExactly(new Finding(book, 1_100, Fault.MISSING_BEFORE));
    assertThat(
            after(
                """
                insert into funds_ledger_transaction (book, number, at, day, kind, key, by, reason,
                  reference, entries, previous, hash)
                select book, 1101, at, day, kind, 'x', by, reason, reference, 0, hash, hash
                from funds_ledger_transaction where number = 1100
                """))
        .contains(new Finding(book, 1_101, Fault.CHANGED));
    assertThat(
            after(
                """
                insert into funds_ledger_entry (book, number, line, account, day, amount)
                select book, number, 3, account, day, amount from funds_ledger_entry
                where number = 1099 and line = 1
                """))
        .containsExactly(new Finding(book, 1_099, Fault.ENTRIES));
    assertThat(
            after(
                """
                insert into funds_ledger_entry (book, number, line, account, day, amount)
                select book, 2000, line, account, day, amount from funds_ledger_entry
                where number = 1099
                """))
        .containsExactly(new Finding(book, 2_000, Fault.STRAY_ENTRY));
  }

  @Test
  void aTailThatWasCutOffIsFoundAsFarAsItWasAnchored() {
    assertThat(
            after(
                "delete from funds_ledger_entry where number >= 1090",
                "delete from funds_ledger_transaction where number >= 1090"))
        .containsExactly(new Finding(book, POSTED, Fault.REMOVED));
    assertThat(
            after(
                "delete from funds_ledger_transaction where book = 'BOOK'",
                "delete from funds_ledger_entry where book = 'BOOK'",
                "delete from funds_ledger_sum where book = 'BOOK'",
                "delete from funds_ledger_account where book = 'BOOK'",
                "delete from funds_ledger_anchor where book = 'BOOK'",
                "delete from funds_ledger_book where id = 'BOOK'"))
        .containsExactlyInAnyOrder(
            new Finding(book, POSTED, Fault.REMOVED), new Finding("", 0, Fault.ANCHORS_DIFFER));
  }

  @Test
  void aChangedAccountIsFound() {
    assertThat(
            after(
                "update funds_ledger_account set floor = -1000 where kind = 'cash' and book = 'BOOK'"))
        .extracting(Finding::fault)
        .containsOnly(Fault.ACCOUNT_CHANGED);
    // Its hash made anew, the account no longer fits its entries.
    assertThat(
            after(
                """
                update funds_ledger_account set hash = sha256('other'::bytea)
                where kind = 'cash' and book = 'BOOK' and currency = 'USD'
                """))
        .extracting(Finding::fault)
        .contains(Fault.ACCOUNT_CHANGED, Fault.CHANGED);
    assertThat(after("update funds_ledger_account set kind = 'gold' where kind = 'cash'"))
        .contains(new Finding(book, 1, Fault.CHANGED));
    assertThat(
            after(
                """
                update funds_ledger_entry e set account = (
                  select o.id from funds_ledger_account o
                  where o.book = 'BOOK' and o.kind = 'loan' and o.currency = 'USD')
                where number = 1099 and line = 1
                """))
        .containsExactly(new Finding(book, 1_099, Fault.CHANGED));
  }

  @Test
  void anAnchorTakenOutOfTheLogOfDeedsIsFound() {
    assertThat(after("delete from access_audit where action = 'ledger.anchored'"))
        .containsExactly(new Finding("", 0, Fault.ANCHORS_DIFFER));
    assertThat(after("update access_audit set object = 'fund:other'"))
        .contains(
            new Finding("", 1, Fault.LOG_BROKEN), new Finding("fund:other", 1_100, Fault.REMOVED));
  }

  @Test
  void sumsCanBeDroppedAndMadeAnew() {
    var before = world.held(cash(book));
    assertThat(after("update funds_ledger_sum set amount = amount + 1 where block = 0"))
        .containsExactly(new Finding(book, 1, Fault.SUM_DIFFERS));
    world.database().sql().sql("delete from funds_ledger_sum").update();
    assertThat(world.held(cash(book))).isEqualTo(before);
    assertThat(check.verify(Optional.empty()).isIntact()).isTrue();
    world.ledger.rebuild(book);
    assertThat(
            world
                .database()
                .sql()
                .sql("select count(distinct block) from funds_ledger_sum")
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(world.held(cash(book))).isEqualTo(before);
    assertThat(check.verify(Optional.empty()).isIntact()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update funds_ledger_transaction set reason = 'x'",
        "update funds_ledger_entry set amount = 1",
        "delete from funds_ledger_entry",
        "delete from funds_ledger_transaction",
        "update funds_ledger_account set floor = null",
        "update funds_ledger_book set owner = 'x'",
        "delete from funds_ledger_anchor",
        "truncate funds_ledger_entry",
        "truncate funds_ledger_book cascade"
      })
  void theDatabaseRefusesToChangeWhatStands(String statement) {
    assertThatThrownBy(() -> world.database().sql().sql(statement).update())
        .rootCause()
        .hasMessageContaining("append-only");
  }

  @Test
  void theDatabaseRefusesWhatDoesNotSumToZero() {
    var transaction =
        """
        insert into funds_ledger_transaction (book, number, at, day, kind, key, by, reason,
          reference, entries, previous, hash)
        select book, 1101, at, day, 'ordinary', 'y', by, reason, reference, 2, hash, hash
        from funds_ledger_transaction where number = 1099
        """;
    var entries =
        """
        insert into funds_ledger_entry (book, number, line, account, day, amount)
        select book, 1101, line, account, day, %s from funds_ledger_entry where number = 1099
        """;
    assertRefused("not whole", transaction);
    assertRefused("does not sum to zero", transaction, entries.formatted("1"));
    assertRefused("not whole", transaction, entries.formatted("amount") + " and line = 1");
    assertRefused(
        "an entry too many",
        """
        insert into funds_ledger_entry (book, number, line, account, day, amount)
        select book, number, 3, account, day, amount from funds_ledger_entry
        where number = 1099 and line = 1
        """);
  }

  private void assertRefused(String message, String... statements) {
    assertThatThrownBy(() ->
            world
                .database()
                .inTransaction(() -> {
                  for (var statement : statements) {
                    world.database().sql().sql(statement).update();
                  }
                  return true;
                }))
        .rootCause()
        .hasMessageContaining(message);
  }
}
