package org.bandung.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Letters through a real mail server, on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostTest {

  private static final Letter LETTER =
      new Letter("amina@example.org", "ar", "دعوة", "افتح الرابط:\nhttps://example.org/x\n");

  private TestDatabase store;
  private GreenMail server;

  @BeforeAll
  void open() {
    store = TestDatabase.create();
  }

  @AfterAll
  void close() {
    store.close();
  }

  @BeforeEach
  void start() {
    store.database().sql().sql("truncate post_letter").update();
    server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Post post(Clock clock) {
    var settings =
        new PostSettings.Server("localhost", server.getSmtp().getPort(), false, null, null);
    return new Post(
        store.database(), Optional.of(new MailServer(settings, "node@example.org")), clock);
  }

  @Test
  void aLetterArrivesAsItWasWrittenAndIsWipedHere() throws Exception {
    var post = post(Clock.systemUTC());
    post.send(LETTER);

    assertThat(post.carry()).isEqualTo(1);

    var message = server.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("دعوة");
    assertThat(message.getContent().toString().replace("\r", "")).isEqualTo(LETTER.text().strip());
    assertThat(message.getAllRecipients()[0]).hasToString("amina@example.org");
    assertThat(message.getHeader("Content-Language")).containsExactly("ar");
    assertThat(post.carry()).isZero();
    assertThat(
            store
                .database()
                .sql()
                .sql("select subject || text from post_letter")
                .query(String.class)
                .single())
        .isEmpty();
  }

  @Test
  void noLetterIsSentOfADeedThatDidNotHappen() {
    var post = post(Clock.systemUTC());
    assertThatThrownBy(() ->
            store
                .database()
                .inTransaction(() -> {
                  post.send(LETTER);
                  throw new IllegalStateException("did not happen");
                }))
        .hasMessage("did not happen");

    assertThat(post.carry()).isZero();
  }

  @Test
  void aLetterWaitsWhileTheServerIsAway() {
    var now = Instant.now();
    var post = post(Clock.fixed(now, java.time.ZoneOffset.UTC));
    server.stop();
    post.send(LETTER);
    assertThat(post.carry()).isZero();

    server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.start();
    assertThat(post(Clock.fixed(now, java.time.ZoneOffset.UTC)).carry()).isZero(); // not due yet
    var later = Clock.fixed(now.plus(Duration.ofSeconds(31)), java.time.ZoneOffset.UTC);
    assertThat(post(later).carry()).isEqualTo(1);
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aHeadOfTwoLinesIsNoHead() {
    assertThatThrownBy(() -> new Letter("a@example.org", "en", "x\r\nBcc: b@example.org", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Letter("a@example.org\n", "en", "x", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
