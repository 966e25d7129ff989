package org.bandung.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.funds.ledger.LedgerWorld.cash;
import static org.bandung.funds.ledger.LedgerWorld.money;
import static org.bandung.funds.ledger.LedgerWorld.received;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.bandung.funds.ledger.PostOutcome.AlreadyPosted;
import org.bandung.funds.ledger.PostOutcome.Posted;
import org.bandung.store.Backups;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger comes back from a backup as it was, and goes on.
@Tag("external-db")
class LedgerBackupTest {

  @Test
  void comesBackWhole(@TempDir Path folder) {
    try (var world = new LedgerWorld()) {
      var check = TestLedger.check(world.database());
      var anchors = TestLedger.anchors(world.database());
      var book = world.book();
      var postings = new ArrayList<Posting>();
      for (int i = 0; i < 600; i++) {
        postings.add(received(book, "k" + i, "USD 2.25"));
      }
      world.ledger.postTogether(postings);
      assertThat(world.ledger.reverse(book, 3, "undo", LedgerWorld.MAY_1, LedgerWorld.CAUSE))
          .isInstanceOf(Posted.class);
      anchors.anchor();
      var before = check.verify(Optional.empty());
      var file = folder.resolve("backup.zip");
      new Backups(world.database()).backup(file);
      world.ledger.post(received(book, "later", "USD 9"));
      anchors.anchor();

      new Backups(world.database()).restore(file, true);
      assertThat(check.verify(Optional.empty())).isEqualTo(before);
      assertThat(before.isIntact()).isTrue();
      assertThat(world.held(cash(book))).isEqualTo(money("USD 1347.75"));
      assertThat(world.ledger.post(postings.getFirst())).isInstanceOf(AlreadyPosted.class);
      assertThat(world.ledger.post(received(book, "later", "USD 9"))).isInstanceOf(Posted.class);
      world.ledger.open(cash(book).ofWindow("new"));
      assertThat(world.ledger.find(cash(book).ofWindow("new"))).isPresent();
      assertThat(check.verify(Optional.empty()).isIntact()).isTrue();
    }
  }
}
