package org.bandung.consultation.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.consultation.TestBodies;
import org.bandung.consultation.commitments.Commitment.Content;
import org.bandung.consultation.commitments.Commitment.Maker;
import org.bandung.consultation.commitments.Commitment.Release;
import org.bandung.consultation.commitments.Commitment.Report;
import org.bandung.consultation.commitments.Commitment.State;
import org.bandung.consultation.commitments.Commitments.WriteOutcome;
import org.bandung.consultation.commitments.Commitments.WriteOutcome.Conflict;
import org.bandung.consultation.commitments.Commitments.WriteOutcome.Faulty;
import org.bandung.consultation.commitments.Commitments.WriteOutcome.NotAllowed;
import org.bandung.consultation.commitments.Commitments.WriteOutcome.Written;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommitmentsTest {

  private TestDatabase store;
  private Commitments commitments;
  private Body meridia;
  private Account writer;
  private Account authority;
  private Account reader;
  private Account stranger;

  @BeforeAll
  void open(@TempDir Path home) {
    store = TestDatabase.create();
    var access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    var bodies = new TestBodies(store.database(), access);
    commitments = new Commitments(store.database(), access.mandates(), access.audit());
    meridia = bodies.authority("QMM");
    writer = TestBodies.acting("writer", meridia, Role.CONTRIBUTOR);
    authority = TestBodies.acting("authority", meridia, Role.AUTHORITY);
    reader = TestBodies.acting("reader", meridia, Role.READER);
    stranger =
        TestBodies.acting("stranger", bodies.authority("QNN"), Role.CONTRIBUTOR, Role.AUTHORITY);
  }

  @AfterAll
  void close() {
    store.close();
  }

  private static Content content(String text) {
    return new Content(
        LocalizedText.of("en", text),
        Maker.COUNTRY,
        "Forum of the Plains",
        "Third meeting",
        PartialDate.ofYear(2026),
        null,
        List.of());
  }

  private static Report report(State state) {
    return new Report(
        PartialDate.ofYear(2027),
        state,
        LocalizedText.of("en", "Wells dug"),
        "https://example.org");
  }

  private static Commitment written(Optional<WriteOutcome> outcome) {
    assertThat(outcome).hasValueSatisfying(o -> assertThat(o).isInstanceOf(Written.class));
    return ((Written) outcome.orElseThrow()).commitment();
  }

  private Commitment write(String text, String key) {
    return written(commitments.write(writer, meridia.id(), content(text), key));
  }

  @Test
  void sentTwiceItIsWrittenOnce() {
    var first = write("Ten wells", "twice");
    var second = write("Ten wells", "twice");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(first.release()).isEqualTo(Release.NOT);
    assertThat(commitments.find(first.id(), reader)).contains(first);
  }

  @Test
  void toAStrangerThereIsNone() {
    var c = write("Ten wells", "stranger");

    assertThat(commitments.find(c.id(), stranger)).isEmpty();
    assertThat(commitments.list(stranger)).isEmpty();
    assertThat(commitments.findPublic(c.id())).isEmpty();
    assertThat(commitments.write(stranger, meridia.id(), content("x"), "k")).isEmpty();
    assertThat(commitments.change(stranger, c.id(), 1, content("x"))).isEmpty();
    assertThat(commitments.report(stranger, c.id(), report(State.LAPSED), "k")).isEmpty();
    assertThat(commitments.release(stranger, c.id(), true)).isEmpty();
  }

  @Test
  void whoMaySeeButNotDoIsToldSo() {
    var c = write("Ten wells", "roles");

    assertThat(commitments.write(reader, meridia.id(), content("x"), "k"))
        .contains(new NotAllowed());
    assertThat(commitments.change(reader, c.id(), 1, content("x"))).contains(new NotAllowed());
    assertThat(commitments.release(writer, c.id(), true)).contains(new NotAllowed());
  }

  @Test
  void whatIsWrittenAfterItsReleaseWaitsForTheNext() {
    var c = write("Ten wells", "release");
    written(commitments.report(writer, c.id(), report(State.PLANNED), "r1"));
    written(commitments.release(authority, c.id(), true));
    assertThat(commitments.findPublic(c.id()).orElseThrow().followUps()).hasSize(1);

    written(commitments.report(writer, c.id(), report(State.FULFILLED), "r2"));
    written(commitments.report(writer, c.id(), report(State.FULFILLED), "r2"));
    var changed = written(commitments.change(writer, c.id(), 1, content("Twelve wells")));
    assertThat(changed.release()).isEqualTo(Release.AS_IT_STOOD);
    assertThat(changed.followUps()).hasSize(2);
    assertThat(changed.state()).contains(State.FULFILLED);
    var shown = commitments.findPublic(c.id()).orElseThrow();
    assertThat(shown.content()).isEqualTo(content("Ten wells"));
    assertThat(shown.state()).contains(State.PLANNED);

    assertThat(written(commitments.release(authority, c.id(), true)).release())
        .isEqualTo(Release.AS_IT_STANDS);
    assertThat(commitments.findPublic(c.id()).orElseThrow().state()).contains(State.FULFILLED);
    assertThat(commitments.listPublic()).isNotEmpty();
    written(commitments.release(authority, c.id(), false));
    assertThat(commitments.findPublic(c.id())).isEmpty();
  }

  @Test
  void twoWhoChangeItAtOnceDoNotOverwriteEachOther() {
    var c = write("Ten wells", "conflict");
    written(commitments.change(writer, c.id(), 1, content("Eleven")));

    assertThat(commitments.change(writer, c.id(), 1, content("Twelve")))
        .hasValueSatisfying(o -> assertThat(o).isInstanceOf(Conflict.class));
    written(commitments.change(writer, c.id(), 1, content("Eleven")));
  }

  @Test
  void whatCannotBeTakenIsSaidByField() {
    var bad =
        new Content(
            LocalizedText.EMPTY, Maker.GROUPING, " ", "x".repeat(400), null, null, List.of("../x"));
    assertThat(commitments.write(writer, meridia.id(), bad, "bad"))
        .contains(new Faulty(List.of("text", "maker", "forum", "conference", "initiatives")));
    var c = write("Ten wells", "faults");
    var link =
        new Report(
            PartialDate.ofYear(2027), State.PARTLY, LocalizedText.EMPTY, "javascript:alert(1)");
    assertThat(commitments.report(writer, c.id(), link, "k")).contains(new Faulty(List.of("link")));
  }
}
