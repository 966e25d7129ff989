package org.bandung.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("external-db")
class BackupsTest {

  @TempDir Path folder;

  private static void fill(TestDatabase store) {
    store
        .database()
        .sql()
        .sql(
            """
            insert into registry_source (key, channel, publisher, name, owner, audience)
            values ('iati:QM', 'iati', 'QM', '{"en":"Wells\\tand \\"pumps\\""}', 'x', 'public')
            """)
        .update();
    store
        .database()
        .inTransaction(() -> {
          store.changes().record("test", "thing", List.of("a", "b"));
          return 0;
        });
  }

  private static long count(TestDatabase store, String table) {
    return store.database().sql().sql("select count(*) from " + table).query(Long.class).single();
  }

  @Test
  void whatWasSavedComesBackIntoAnotherDatabase() {
    var file = folder.resolve("node.bandung");
    try (var from = TestDatabase.create();
        var to = TestDatabase.create()) {
      fill(from);
      var saved = new Backups(from.database()).backup(file);
      var restored = new Backups(to.database()).restore(file, false);

      assertThat(restored.rowsByTable()).isEqualTo(saved.rowsByTable());
      assertThat(
              to.database()
                  .sql()
                  .sql("select name ->> 'en' from registry_source")
                  .query(String.class)
                  .single())
          .isEqualTo("Wells\tand \"pumps\"");
      assertThat(to.changes().after(ChangeLog.Cursor.START, 10)).hasSize(2);
      fillAgainGetsAFreshId(to);
    }
  }

  private static void fillAgainGetsAFreshId(TestDatabase store) {
    store
        .database()
        .sql()
        .sql(
            """
            insert into registry_source (key, channel, publisher, name, owner, audience)
            values ('iati:QN', 'iati', 'QN', '{}', 'x', 'public')
            """)
        .update();
    assertThat(count(store, "registry_source")).isEqualTo(2);
  }

  @Test
  void aDatabaseThatHoldsSomethingIsNotOverwrittenUnasked() {
    var file = folder.resolve("node.bandung");
    try (var store = TestDatabase.create()) {
      fill(store);
      var backups = new Backups(store.database());
      backups.backup(file);

      assertThatThrownBy(() -> backups.restore(file, false)).hasMessageContaining("--replace");
      assertThat(count(store, "registry_source")).isEqualTo(1);
      backups.restore(file, true);
      assertThat(count(store, "registry_source")).isEqualTo(1);
    }
  }

  @Test
  void aDamagedBackupChangesNothing() throws Exception {
    var file = folder.resolve("node.bandung");
    try (var store = TestDatabase.create()) {
      fill(store);
      var backups = new Backups(store.database());
      backups.backup(file);
      var bytes = Files.readAllBytes(file);
      Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

      assertThatThrownBy(() -> backups.restore(file, true)).isInstanceOf(StoreException.class);
      assertThat(count(store, "registry_source")).isEqualTo(1);
    }
  }

  @Test
  void aFileThatIsNoBackupIsRefused() throws Exception {
    var file = Files.writeString(folder.resolve("letter.txt"), "Dear ministry,");
    try (var store = TestDatabase.create()) {
      assertThatThrownBy(() -> new Backups(store.database()).restore(file, true))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("letter.txt");
    }
  }
}
