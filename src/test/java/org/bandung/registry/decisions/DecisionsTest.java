package org.bandung.registry.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates.AdmitOutcome;
import org.bandung.access.Mandates.Wanted;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.Registry;
import org.bandung.registry.TestRegistry;
import org.bandung.registry.decisions.Decisions.Outcome;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Statement;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decisions change how initiatives are told, at once, in every list, and can be taken back.
@Tag("external-db")
class DecisionsTest {

  private TestDatabase store;
  private Registry registry;
  private TestAccess access;
  private Decisions decisions;
  private Account meridia;

  @BeforeEach
  void open(@TempDir Path home) {
    store = TestDatabase.create();
    registry = TestRegistry.of(store);
    access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    decisions = new Decisions(store.database(), registry, access.mandates(), access.audit());
    meridia = authority("QMM");
    say("one", "a", "Wells", 2019);
    say("two", "b", "Wells dug together", 2019);
    say("three", "c", "Bridges", 2020);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Account authority(String country) {
    var keeper =
        new Account(
            "keeper",
            "keeper@example.org",
            "Keeper",
            "en",
            List.of(
                new Mandate(
                    new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true),
                    Set.of(Role.ADMINISTRATOR))));
    var outcome =
        access
            .mandates()
            .admit(
                keeper,
                new Wanted(Body.Kind.AUTHORITY, "Authority " + country, country, null, null));
    var body = ((AdmitOutcome.Admitted) outcome).body();
    return new Account(
        "a" + country,
        "a@example.org",
        "A",
        "en",
        List.of(new Mandate(body, Set.of(Role.AUTHORITY))));
  }

  private void say(String publisher, String id, String title, int year) {
    say(publisher, id, title, year, "QNN");
  }

  private void say(String publisher, String id, String title, int year, String recipient) {
    var content =
        new Content(
            "project",
            LocalizedText.of("en", title),
            LocalizedText.EMPTY,
            null,
            Period.UNKNOWN,
            new Period(PartialDate.ofYear(year), null, false),
            List.of(
                Participant.country(
                    org.bandung.registry.said.Role.PROVIDER, new CountryCode("QMM")),
                Participant.country(
                    org.bandung.registry.said.Role.RECIPIENT, new CountryCode(recipient))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    var text = publisher + id + title + year;
    try (var run = registry.beginImport("iati", "test")) {
      run.receive(
          List.of(
              new Statement(
                  new Statement.Source("iati", publisher, LocalizedText.of("en", publisher)),
                  id,
                  Statement.Speaker.PUBLISHER,
                  "%064x".formatted(text.hashCode() & 0xffffffffL),
                  Statement.Payload.compress(text),
                  Instant.parse("2020-01-01T00:00:00Z"),
                  null,
                  content,
                  List.of(),
                  "test")));
      run.finish(false);
    }
  }

  private String id(String originalId) {
    return registry.find(Reader.PUBLIC, originalId).orElseThrow().id();
  }

  private List<String> listed() {
    return registry.list(Reader.PUBLIC, InitiativeFilter.ALL, Optional.empty(), 10).items().stream()
        .map(i -> i.title().in("en").orElseThrow().text())
        .sorted()
        .toList();
  }

  private Optional<Outcome> decide(String left, String right, Verdict verdict) {
    return decisions.decide(meridia, left, right, verdict, "seen side by side");
  }

  @Test
  void theSameIsToldAsOneUnderTheElderIdAndTheOtherLeadsThere() {
    var a = id("a");
    var b = id("b");

    assertThat(decide(b, a, Verdict.SAME)).contains(new Outcome.Taken());

    assertThat(listed()).containsExactly("Bridges", "Wells");
    var view = registry.find(Reader.PUBLIC, b).orElseThrow();
    assertThat(view.id()).isEqualTo(a);
    assertThat(view.redirectedFrom()).contains(b);
    assertThat(view.statements()).hasSize(2);
    assertThat(registry.idsAfter("", 10)).hasSize(2).doesNotContain(b);
    assertThat(registry.countable(List.of(a, b))).hasSize(1);
  }

  @Test
  void whatASourceSaysLaterIsHeardOfTheOneInitiative() {
    var a = id("a");
    decide(a, id("b"), Verdict.SAME);

    say("two", "b", "Wells dug by both", 2021);

    var view = registry.find(Reader.PUBLIC, a).orElseThrow();
    assertThat(view.statements())
        .extracting(s -> s.content().title().in("en").orElseThrow().text())
        .contains("Wells dug by both");
    assertThat(listed()).hasSize(2);
    registry.withdraw("iati:one", "a");
    assertThat(listed()).containsExactly("Bridges", "Wells dug by both");
  }

  @Test
  void undoneEachStandsForItselfAgainAndNothingIsLost() {
    var a = id("a");
    var b = id("b");
    var c = id("c");
    decide(a, b, Verdict.SAME);
    decide(b, c, Verdict.SAME);
    assertThat(listed()).hasSize(1);

    assertThat(decide(a, b, Verdict.UNDONE)).contains(new Outcome.Taken());

    assertThat(listed()).hasSize(2); // b and c are still one
    assertThat(registry.find(Reader.PUBLIC, b).orElseThrow().statements()).hasSize(2);
    assertThat(id("a")).isEqualTo(a);
    assertThat(decisions.standing()).hasSize(1);
    assertThat(decisions.of(a)).hasSize(2);
    decide(b, c, Verdict.UNDONE);
    assertThat(listed()).hasSize(3);
  }

  @Test
  void aContradictionHasToBeUndoneFirst() {
    var a = id("a");
    var b = id("b");
    var c = id("c");
    decide(a, b, Verdict.SAME);
    decide(a, c, Verdict.DIFFERENT);

    assertThat(decide(b, c, Verdict.SAME)).contains(new Outcome.Contradicts());
    assertThat(listed()).hasSize(2);
    assertThat(decide(a, b, Verdict.RELATED)).contains(new Outcome.Taken());
    assertThat(listed()).hasSize(3);
  }

  @Test
  void whoTakesNoPartInBothDecidesNothing() {
    assertThat(decisions.decide(authority("QRR"), id("a"), id("b"), Verdict.SAME, "x")).isEmpty();
    assertThat(decisions.decide(meridia, id("a"), "no-such", Verdict.SAME, "x")).isEmpty();
    assertThat(decisions.decide(meridia, "a", "b", Verdict.SAME, "x")).isEmpty(); // no ids
    assertThat(listed()).hasSize(3);
  }

  @Test
  void whoTakesPartInOneCannotComeInByWayOfTheOtherOnceTheyAreOne() {
    say("two", "d", "Wells of two valleys", 2019, "QRR");
    var a = id("a");
    var d = id("d");
    decide(a, d, Verdict.SAME);

    assertThat(decisions.countriesOfBoth(a, d)).containsExactly("QMM");
    assertThat(decisions.decide(authority("QRR"), a, d, Verdict.UNDONE, "x")).isEmpty();
    assertThat(registry.find(Reader.PUBLIC, d).orElseThrow().id()).isEqualTo(a);
  }

  @Test
  void whatStandsOfOneStandsAlsoOfWhatIsToldInIt() {
    var a = id("a");
    var b = id("b");
    var c = id("c");
    decide(b, c, Verdict.PART_OF);
    decide(a, b, Verdict.SAME);

    assertThat(decisions.standingOf(a))
        .extracting(d -> d.verdict())
        .containsExactly(Verdict.PART_OF, Verdict.SAME);
    assertThat(registry.spoken(Reader.PUBLIC, List.of(a)))
        .extracting(s -> s.initiative() + " " + s.own())
        .containsExactly(a + " " + a, a + " " + b);
  }

  @Test
  void aDecisionNeedsTwoInitiativesAndAReasonOfBearableLength() {
    var a = id("a");
    assertThat(decisions.decide(meridia, a, id("b"), Verdict.DIFFERENT, "x".repeat(2_001)))
        .contains(new Outcome.Faulty());
    assertThat(decide(a, a, Verdict.SAME)).contains(new Outcome.Faulty());
    assertThat(decide(a, id("b"), Verdict.UNDONE)).contains(new Outcome.Faulty());
  }

  @Test
  void countedAsOneTheyAreCountedOnce() {
    var as = registry.countableAsOne(List.of(id("a"), id("b"))).orElseThrow();

    assertThat(as.reporters()).containsExactlyInAnyOrder("iati:one", "iati:two");
  }

  /// What an import brings must not undo what people decided, nor speak for a silent body.
  @Test
  void whatWasDecidedHereHoldsAgainstWhatComesFromElsewhere() {
    var own = new OwnWord(store.database(), registry, access.mandates());
    var a = id("a");
    var b = id("b");
    var c = id("c");
    assertThat(own.decidedOtherwise(List.of(a, b, c))).isFalse();

    decide(a, b, Verdict.DIFFERENT);
    assertThat(own.decidedOtherwise(List.of(a, c))).isFalse();
    assertThat(own.decidedOtherwise(List.of(c, b, a))).isTrue();
    // nor by way of a third that was told as one with it
    decide(b, c, Verdict.SAME);
    assertThat(own.decidedOtherwise(List.of(a, c))).isTrue();
    assertThat(own.decidedOtherwise(List.of(b, c))).isFalse();
    decide(a, b, Verdict.UNDONE);
    assertThat(own.decidedOtherwise(List.of(a, c))).isFalse();

    assertThat(own.voices())
        .contains("desk:" + meridia.mandates().getFirst().body().id())
        .doesNotContain("iati:one");
  }
}
