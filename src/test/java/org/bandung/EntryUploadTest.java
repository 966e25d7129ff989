package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bandung.InventedNode.Person;
import org.bandung.access.ApiTokens;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.cli.Cli;
import org.bandung.cli.Rooms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Tables of entries from the terminal, in the name of who made the token.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntryUploadTest {

  private static final String TABLE =
      """
      ID,Title,Quantity,Unit
      N-1,Wells,12,person
      ,Without a key,,
      N-2,Pumps,3,piece
      """;

  private InventedNode node;
  private Path folder;
  private Body institute;
  private Person writer;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home.resolve("node"));
    folder = Files.createDirectory(home.resolve("tables"));
    var authority = node.authority("QMM");
    var head = node.person(node.keeper(), authority, "Bao", Role.AUTHORITY);
    institute = node.admit(head, Body.Kind.ORGANISATION, "Institute of Wells", "QMM");
    writer = node.person(head, institute, "Chidi", Role.CONTRIBUTOR);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  /// What a command printed, and how it ended.
  private record Ended(int exit, String out, String err) {}

  /// The house that is open already.
  private final class Open implements Rooms {
    @Override
    public <T> T open(Class<T> service) {
      return node.bean(service);
    }
  }

  private Ended run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = System.out;
    var beforeErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exit =
          Cli.run(
              arguments,
              Map.of(),
              new Open(),
              (port, voice) -> {
                throw new AssertionError("nobody serves here");
              });
      return new Ended(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(beforeErr);
    }
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private String token(Person person, Body body, String... scopes) throws IOException {
    return file("token", node.token(person, body, scopes) + "\n");
  }

  private long drafts() {
    return node.bean(Drafts.class).list(node.account(writer)).size();
  }

  @Test
  void goodRowsBecomeDraftsOnceAndTheBadOneIsTold() throws IOException {
    var table = file("needs.csv", TABLE);
    var token = token(writer, institute, "read", "write");
    long before = drafts();

    var looked = run("entries", "upload", table, "--kind", "need", "--token", token, "--dry-run");
    assertThat(looked.exit()).as(looked.err()).isEqualTo(1);
    assertThat(drafts()).isEqualTo(before);

    var taken = run("entries", "upload", table, "--kind", "need", "--token", token);
    assertThat(taken.exit()).as(taken.err()).isEqualTo(1);
    assertThat(taken.out().lines()).hasSize(4);
    assertThat(taken.out()).contains("2\tWells\tnew draft", "3\t\tnot taken: ");
    assertThat(taken.err()).contains("2 rows taken, 1 not.");
    assertThat(drafts()).isEqualTo(before + 2);

    var again = run("entries", "upload", table, "--kind", "need", "--token", token, "--json");
    assertThat(again.out()).contains("\"fate\":\"again\"", "\"fate\":\"refused\"");
    assertThat(drafts()).isEqualTo(before + 2);
  }

  @Test
  void theTemplateIsATableThatCanBeSent() throws IOException {
    var template = run("entries", "template", "--kind", "offer");
    assertThat(template.exit()).isZero();
    var token = token(writer, institute, "write:drafts");
    var sent =
        run(
            "entries",
            "upload",
            file("offers.csv", template.out()),
            "--kind",
            "offer",
            "--token",
            token);
    assertThat(sent.exit()).as(sent.err()).isZero();
    assertThat(sent.err()).contains("0 rows taken, 0 not.");
  }

  @Test
  void whoMayNotIsToldAndNothingIsTaken() throws IOException {
    var table = file("others.csv", TABLE);
    long before = drafts();

    var unknown = file("unknown", "bandung_nobody");
    assertThat(run("entries", "upload", table, "--kind", "need", "--token", unknown))
        .satisfies(e -> assertThat(e.exit()).isEqualTo(77))
        .satisfies(e -> assertThat(e.err()).contains("holds no more"));
    var reads = token(writer, institute, "read");
    assertThat(run("entries", "upload", table, "--kind", "need", "--token", reads).err())
        .contains("it lacks “write:drafts”");
    var ended = token(writer, institute, "write");
    var tokens = node.bean(ApiTokens.class);
    tokens.list(node.account(writer)).forEach(t -> tokens.revoke(node.account(writer), t.id()));
    assertThat(run("entries", "upload", table, "--kind", "need", "--token", ended).exit())
        .isEqualTo(77);
    assertThat(drafts()).isEqualTo(before);
  }

  @Test
  void mistakesOfUsageAreToldBeforeAnythingIsOpened() throws IOException {
    var token = file("any", "bandung_any");
    assertThat(run("entries", "upload", "absent.csv", "--kind", "need", "--token", token))
        .satisfies(e -> assertThat(e.exit()).isEqualTo(64))
        .satisfies(e -> assertThat(e.err()).contains("“absent.csv” cannot be read"));
    var table = file("some.csv", TABLE);
    assertThat(run("entries", "upload", table, "--kind", "wish", "--token", token).err())
        .contains("“wish” is none of: ");
    assertThat(run("entries", "upload", table, "--kind", "need", "--token", "absent").err())
        .contains("give the file that holds the token");
  }
}
