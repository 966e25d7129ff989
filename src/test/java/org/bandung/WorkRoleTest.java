package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bandung.access.Accounts;
import org.bandung.access.Audit;
import org.bandung.store.Backups;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With its embedded database a node works as a role that owns nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkRoleTest {

  private InventedNode node;
  private Path home;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    home = folder;
    node = InventedNode.open(home);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update access_audit set action = 'x'",
        "delete from access_audit",
        "truncate access_audit",
        "alter table access_audit disable trigger user",
        "drop table access_audit",
        "create table mine (x int)",
        "create role other superuser",
        "alter role bandung_work superuser",
        "copy access_audit to program 'cat'",
        "copy access_audit to '/tmp/audit'",
        "delete from flyway_schema_history",
        "set role postgres"
      })
  void mayNot(String statement) {
    assertThatThrownBy(() -> node.bean(Database.class).sql().sql(statement).update())
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @Test
  void worksAsItself() {
    assertThat(
            node.bean(Database.class).sql().sql("select current_user").query(String.class).single())
        .isEqualTo("bandung_work");
  }

  @Test
  void backupsAndRestoresAreItsOwners() {
    var file = home.resolve("backup.zip");
    node.bean(Backups.class).backup(file);
    node.bean(Backups.class).restore(file, true);

    assertThat(node.bean(Accounts.class).findByEmail("keeper@example.org")).isPresent();
    assertThat(node.bean(Audit.class).verify(Optional.empty()))
        .isInstanceOf(Audit.Verdict.Intact.class);
    assertThat(node.account(node.keeper()).administrator()).isTrue();
  }
}
