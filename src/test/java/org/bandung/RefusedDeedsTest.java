package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.access.signin.DoorLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What somebody is refused who is known leaves one line of the log of the doors.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedDeedsTest {

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private InventedNode node;
  private InventedNode.Person head;
  private Body body;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    head = node.person(node.keeper(), node.authority("QMM"), "head", Role.AUTHORITY);
    body = node.account(head).mandates().getFirst().body();
    var log = (Logger) LoggerFactory.getLogger(DoorLog.NAME);
    log.setLevel(Level.INFO);
    lines.start();
    log.addAppender(lines);
  }

  @AfterAll
  void close() {
    ((Logger) LoggerFactory.getLogger(DoorLog.NAME)).detachAppender(lines);
    if (node != null) {
      node.close();
    }
  }

  @BeforeEach
  void silence() {
    lines.list.clear();
  }

  private List<String> told() {
    return List.copyOf(lines.list).stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(l -> l.startsWith("event=deed-refused") || l.startsWith("event=not-hers"))
        .toList();
  }

  @Test
  void aDeedThatAServiceRefusesWithAWord() {
    var reader = node.person(head, body, "reader", Role.READER);
    var hers = node.signedIn(reader);
    hers.get("/desk");
    hers.post("/desk/tokens", "name", "a-secret-name", "body", body.id(), "scopes", "read");

    assertThat(told())
        .containsExactly(
            "event=deed-refused what=make-tokens:%s:POST:/desk/tokens account=%s from=127.0.0.1"
                .formatted(body.id(), reader.id()));
  }

  @Test
  void aRecordThatIsNotHersIsToldByEitherDoor() {
    var clerk = node.person(head, body, "clerk", Role.AUTHORITY);
    var hers = node.signedIn(clerk);
    hers.get("/desk/talks/0000000000000000");
    var program = Program.of(node, clerk, body, "read");
    program.get("/api/v1/consultations/0000000000000000");
    program.post("/api/v1/consultations/0000000000000000/departure", "key", "{}");

    assertThat(told())
        .containsExactly(
            "event=not-hers what=GET:/desk/talks/0000000000000000 account=%s from=127.0.0.1"
                .formatted(clerk.id()),
            "event=not-hers what=GET:/api/v1/consultations/0000000000000000 account=%s from=127.0.0.1"
                .formatted(clerk.id()),
            "event=not-hers what=POST:/api/v1/consultations/0000000000000000/departure account=%s from=127.0.0.1"
                .formatted(clerk.id()));
  }

  @Test
  void whoHasAnAccountDoesNotFillTheLog() {
    var noisy = node.person(head, body, "noisy", Role.READER);
    var hers = node.signedIn(noisy);
    for (int i = 0; i < 60; i++) {
      hers.get("/desk/talks/0000000000000000");
    }
    assertThat(told()).hasSizeBetween(20, 40);
  }

  @Test
  void aStrangersWayAndWhatIsPublicLeaveNone() {
    node.stranger().get("/desk/talks/0000000000000000");
    node.stranger().get("/api/v1/initiatives/nothing");
    node.signedIn(node.person(head, body, "visitor", Role.READER)).get("/nothing");
    assertThat(told()).isEmpty();
  }
}
