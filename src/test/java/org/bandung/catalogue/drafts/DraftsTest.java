package org.bandung.catalogue.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.catalogue.drafts.DraftWorld.need;
import static org.bandung.catalogue.drafts.DraftWorld.person;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.catalogue.EntryFilter;
import org.bandung.kernel.Fate;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Reader;
import org.bandung.registry.said.ContentCodec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Drafts on the real database engine, with people of every kind.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftsTest {

  private DraftWorld w;
  private Body agency;
  private Body institute;
  private Account writer;
  private Account head;
  private Account endorser;
  private Account neighbour;
  private Account foreigner;

  @BeforeAll
  void open(@TempDir Path home) {
    w = new DraftWorld(home);
    agency = w.body(Body.Kind.AUTHORITY, "Meridia Agency", "QMM");
    institute = w.body(Body.Kind.ORGANISATION, "Institute of Wells", "QMM");
    var other = w.body(Body.Kind.ORGANISATION, "Ministry of Seeds", "QMM");
    var foreign = w.body(Body.Kind.AUTHORITY, "Norelia Agency", "QNN");
    writer = person("writer", institute, Role.CONTRIBUTOR);
    head = person("head", agency, Role.AUTHORITY);
    endorser = person("endorser", agency, Role.ENDORSER);
    neighbour = person("neighbour", other, Role.CONTRIBUTOR, Role.READER);
    foreigner =
        person(
            "foreigner",
            foreign,
            Role.READER,
            Role.CONTRIBUTOR,
            Role.ENDORSER,
            Role.AUTHORITY,
            Role.SIGNATORY);
  }

  @AfterAll
  void close() {
    w.close();
  }

  @BeforeEach
  void empty() {
    w.store
        .database()
        .sql()
        .sql(
            "truncate catalogue_draft, catalogue_entry, catalogue_version, registry_source,"
                + " store_change cascade")
        .update();
    w.news.clear();
    w.clearing = false;
    w.time.reset();
  }

  private String draft(String title) {
    var made = w.drafts.make(writer, institute.id(), need(title), title).orElseThrow();
    return ((DraftOutcome.Made) made).id();
  }

  private DraftOutcome.Deed act(Account who, String id, DraftDeed deed) {
    return w.drafts.act(who, id, deed).orElseThrow();
  }

  private String released(String title) {
    var id = draft(title);
    act(writer, id, new DraftDeed.Submit(1));
    assertThat(act(head, id, new DraftDeed.Release(1)))
        .isEqualTo(new DraftOutcome.Done(DraftState.RELEASED));
    return id;
  }

  private List<String> publicTitles() {
    return w.catalogue.list(Reader.PUBLIC, EntryFilter.ALL, Optional.empty(), 50).items().stream()
        .map(e -> e.title().byLanguage().get("en"))
        .toList();
  }

  private long changes() {
    return count("store_change");
  }

  private long count(String table) {
    return w.store.database().sql().sql("select count(*) from " + table).query(Long.class).single();
  }

  @Test
  void nothingPublicMovesBeforeReleaseAndNothingStaysAfterTakingBack() {
    var id = draft("Wells");
    w.drafts.save(writer, id, 1, need("Deeper wells"));
    act(writer, id, new DraftDeed.Submit(2));
    assertThat(publicTitles()).isEmpty();
    assertThat(changes()).isZero();
    assertThat(count("registry_source")).isZero();

    act(head, id, new DraftDeed.Release(1));
    var entry = w.drafts.find(writer, id).orElseThrow().entry().orElseThrow();
    assertThat(publicTitles()).containsExactly("Deeper wells");
    var shown = w.catalogue.find(Reader.PUBLIC, entry).orElseThrow();
    assertThat(shown.sourceKey()).isEqualTo("desk:" + institute.id());
    assertThat(shown.confirmed()).isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(ContentCodec.json(shown.content()) + ContentCodec.json(shown.details()))
        .contains("Institute of Wells", "QMM", "plan.example.org")
        .doesNotContain("secret", "Secret", "987654", "555");

    w.drafts.save(writer, id, 2, need("Shallow wells"));
    act(writer, id, new DraftDeed.Submit(3));
    assertThat(publicTitles()).containsExactly("Deeper wells");

    assertThat(act(writer, id, new DraftDeed.TakeBack("not yet")))
        .isEqualTo(new DraftOutcome.Done(DraftState.TAKEN_BACK));
    assertThat(publicTitles()).isEmpty();
    assertThat(w.catalogue.find(Reader.PUBLIC, entry)).isEmpty();
    assertThat(w.catalogue.find(Reader.OPERATOR, entry)).isEmpty();
    assertThat(w.catalogue.indexed(List.of(entry))).isEmpty();
    assertThat(w.catalogue.fates(Reader.PUBLIC, List.of(entry)))
        .isEqualTo(Map.of(entry, new Fate.Closed()));

    act(writer, id, new DraftDeed.Submit(3));
    act(head, id, new DraftDeed.Release(3));
    assertThat(publicTitles()).containsExactly("Shallow wells");
  }

  @Test
  void whatIsPrivateIsSeenByItsOwnPeopleOnly() {
    var id = draft("Wells");
    for (var stranger : List.of(head, endorser, neighbour, foreigner)) {
      assertThat(w.drafts.find(stranger, id)).isEmpty();
      assertThat(w.drafts.list(stranger)).isEmpty();
      assertThat(w.drafts.save(stranger, id, 1, need("Mine"))).isEmpty();
      assertThat(w.drafts.act(stranger, id, new DraftDeed.Release(0))).isEmpty();
    }
    act(writer, id, new DraftDeed.Submit(1));

    assertThat(w.drafts.find(foreigner, id)).isEmpty();
    assertThat(w.drafts.list(foreigner)).isEmpty();
    assertThat(w.drafts.act(foreigner, id, new DraftDeed.Release(1))).isEmpty();
    var seen = w.drafts.find(neighbour, id).orElseThrow();
    assertThat(seen.own()).isFalse();
    assertThat(seen.wording().confidential()).isEqualTo(Wording.Confidential.NONE);
    assertThat(seen.can()).isEmpty();
    assertThat(seen.history()).allMatch(l -> l.who().isEmpty());
    assertThat(act(neighbour, id, new DraftDeed.Release(1)))
        .isEqualTo(new DraftOutcome.NotAllowed());
    assertThat(w.drafts.find(head, id).orElseThrow().can())
        .containsExactlyInAnyOrder("released", "returned");

    w.drafts.save(writer, id, 1, need("Not for them"));
    assertThat(w.drafts.find(head, id).orElseThrow().wording().content().title().byLanguage())
        .containsEntry("en", "Wells");
    act(writer, id, new DraftDeed.Recall());
    assertThat(w.drafts.find(head, id)).isEmpty();
  }

  @Test
  void aCountryThatClearsReleasesOnlyWhatIsCleared() {
    w.clearing = true;
    var id = draft("Wells");
    act(writer, id, new DraftDeed.Submit(1));
    assertThat(act(head, id, new DraftDeed.Release(1)))
        .isEqualTo(new DraftOutcome.NotNow(DraftState.SUBMITTED));
    assertThat(act(head, id, new DraftDeed.Clear(1))).isEqualTo(new DraftOutcome.NotAllowed());
    assertThat(act(endorser, id, new DraftDeed.Clear(1)))
        .isEqualTo(new DraftOutcome.Done(DraftState.CLEARED));
    assertThat(act(head, id, new DraftDeed.Release(1)))
        .isEqualTo(new DraftOutcome.Done(DraftState.RELEASED));
    assertThat(publicTitles()).containsExactly("Wells");
  }

  @Test
  void aWordingSentBackSaysWhy() {
    var id = draft("Wells");
    act(writer, id, new DraftDeed.Submit(1));
    assertThat(act(head, id, new DraftDeed.Return(1, " ")))
        .isEqualTo(new DraftOutcome.Faulty(List.of(new WordingFaults.Fault("reason", "missing"))));
    act(head, id, new DraftDeed.Return(1, "Name the district"));

    var view = w.drafts.find(writer, id).orElseThrow();
    assertThat(view.standing().state()).isEqualTo(DraftState.PRIVATE);
    assertThat(view.history().getLast().reason()).isEqualTo("Name the district");
    assertThat(view.history().getLast().body()).isEqualTo("Meridia Agency");
  }

  @Test
  void twoWhoWriteAtTheSameTimeLoseNothing() {
    var id = draft("Wells");
    var colleague = person("colleague", institute, Role.CONTRIBUTOR);
    assertThat(w.drafts.save(writer, id, 1, need("Wells one")).orElseThrow())
        .isEqualTo(new DraftOutcome.Saved(2));
    var outcome = w.drafts.save(colleague, id, 1, need("Wells two")).orElseThrow();
    assertThat(outcome).isEqualTo(new DraftOutcome.Conflict(id, 2, need("Wells one"), ""));
    assertThat(w.drafts.save(colleague, id, 2, need("Wells one and two")).orElseThrow())
        .isEqualTo(new DraftOutcome.Saved(3));
    assertThat(act(writer, id, new DraftDeed.Submit(2))).isEqualTo(new DraftOutcome.Moved());
  }

  @Test
  void theSameKeyMakesOneDraft() {
    var first = w.drafts.make(writer, institute.id(), need("Wells"), "k").orElseThrow();
    var again = w.drafts.make(writer, institute.id(), need("Wells"), "k").orElseThrow();
    var more = w.drafts.make(writer, institute.id(), need("Wells and more"), "k").orElseThrow();

    assertThat(again).isEqualTo(first);
    assertThat(more).isEqualTo(new DraftOutcome.Made(((DraftOutcome.Made) first).id(), 2));
    assertThat(w.drafts.list(writer)).hasSize(1);
    assertThat(w.drafts.make(writer, agency.id(), need("Wells"), "k")).isEmpty();
    assertThat(w.drafts.make(head, agency.id(), need("Wells"), "k").orElseThrow())
        .isEqualTo(new DraftOutcome.NotAllowed());
  }

  @Test
  void onlyWhoSubmitsMustHaveSaidWhatItIsAbout() {
    var id =
        ((DraftOutcome.Made) w.drafts.make(writer, institute.id(), need(""), "k").orElseThrow())
            .id();
    assertThat(act(writer, id, new DraftDeed.Submit(1)))
        .isEqualTo(new DraftOutcome.Faulty(List.of(new WordingFaults.Fault("title", "missing"))));
  }

  @Test
  void whatIsDoneWithStaysReadableAsItsLastWord() {
    var id = released("Wells");
    var entry = w.drafts.find(writer, id).orElseThrow().entry().orElseThrow();
    assertThat(act(head, id, new DraftDeed.Close(DraftDeed.Why.FULFILLED, "")))
        .isEqualTo(new DraftOutcome.NotAllowed());
    act(writer, id, new DraftDeed.Close(DraftDeed.Why.FULFILLED, "By Norelia"));

    assertThat(publicTitles()).isEmpty();
    assertThat(w.catalogue.find(Reader.PUBLIC, entry).orElseThrow().withdrawn()).isTrue();
    assertThat(act(writer, id, new DraftDeed.Confirm()))
        .isEqualTo(new DraftOutcome.NotNow(DraftState.CLOSED));
  }

  @Test
  void whatNobodyConfirmsIsRemindedOfOnceAndIsStaleAfterAYear() {
    var id = released("Wells");
    var entry = w.drafts.find(writer, id).orElseThrow().entry().orElseThrow();
    w.news.clear();
    assertThat(w.reminders.remind()).isZero();
    w.time.pass(Duration.ofDays(340));
    assertThat(w.reminders.remind()).isOne();
    assertThat(w.reminders.remind()).isZero();
    w.time.pass(Duration.ofDays(30));
    assertThat(w.reminders.remind()).isOne();
    assertThat(w.news).extracting("what").containsExactly("entry.stale-soon", "entry.stale");
    assertThat(w.news).allMatch(n -> n.bodies().equals(java.util.Set.of(institute.id())));
    var today = LocalDate.ofInstant(w.time.instant(), java.time.ZoneOffset.UTC);
    assertThat(w.catalogue.find(Reader.PUBLIC, entry).orElseThrow().stale(today)).isTrue();
    assertThat(w.drafts.list(writer).getFirst().stale()).isTrue();

    long before = changes();
    act(writer, id, new DraftDeed.Confirm());
    assertThat(w.catalogue.find(Reader.PUBLIC, entry).orElseThrow().stale(today)).isFalse();
    assertThat(changes()).isEqualTo(before + 1);
    assertThat(w.reminders.remind()).isZero();
  }

  @Test
  void whatEndsSoonIsRemindedOf() {
    var today = LocalDate.ofInstant(w.time.instant(), java.time.ZoneOffset.UTC);
    var id =
        ((DraftOutcome.Made)
                w.drafts
                    .make(
                        writer,
                        institute.id(),
                        need("Wells", PartialDate.of(today.plusDays(20))),
                        "k")
                    .orElseThrow())
            .id();
    act(writer, id, new DraftDeed.Submit(1));
    act(head, id, new DraftDeed.Release(1));
    assertThat(w.reminders.remind()).isZero();
    w.time.pass(Duration.ofDays(10));
    assertThat(w.reminders.remind()).isOne();
    assertThat(w.news.getLast().what()).isEqualTo("entry.ends");
  }

  @Test
  void withoutAnAuthorityNobodyReleases() {
    var alone = w.body(Body.Kind.ORGANISATION, "Pelaria Institute", "QPP");
    var theirs = person("alone", alone, Role.CONTRIBUTOR, Role.SIGNATORY);
    var id =
        ((DraftOutcome.Made) w.drafts.make(theirs, alone.id(), need("Wells"), "k").orElseThrow())
            .id();
    act(theirs, id, new DraftDeed.Submit(1));
    var view = w.drafts.find(theirs, id).orElseThrow();
    assertThat(view.releasable()).isFalse();
    assertThat(act(theirs, id, new DraftDeed.Release(1))).isEqualTo(new DraftOutcome.NotAllowed());
  }

  @Test
  void everyDeedIsInTheLogAndToldToThoseConcerned() {
    released("Wells");

    assertThat(w.news).extracting("what").containsExactly("entry.submitted", "entry.released");
    assertThat(w.news.getFirst().bodies()).containsExactlyInAnyOrder(institute.id(), agency.id());
    assertThat(
            w.store
                .database()
                .sql()
                .sql("select action from access_audit where action like 'entry.%' order by number")
                .query(String.class)
                .list())
        .endsWith("entry.made", "entry.submitted", "entry.released");
  }

  @Test
  void whomTheCountryDelegatedTheSectorReleasesInItAndNobodyElse() {
    var water = w.body(Body.Kind.ORGANISATION, "Ministry of Water", "QMM");
    var steward = person("steward", water, Role.ENDORSER);
    var id = draft("Wells in a sector");
    act(writer, id, new DraftDeed.Submit(1));
    assertThat(act(steward, id, new DraftDeed.Release(1)))
        .isInstanceOf(DraftOutcome.NotAllowed.class);

    delegate(water, "250");
    assertThat(act(steward, id, new DraftDeed.Release(1)))
        .isInstanceOf(DraftOutcome.NotAllowed.class);
    delegate(water, "140");
    assertThat(act(steward, id, new DraftDeed.Release(1)))
        .isEqualTo(new DraftOutcome.Done(DraftState.RELEASED));
    assertThat(w.news).anySatisfy(n -> assertThat(n.bodies()).contains(agency.id()));
  }

  private void delegate(Body body, String sector) {
    w.store
        .database()
        .sql()
        .sql(
            """
            insert into access_delegation (body, sectors, changed_at)
            values (:body, array[:sector], now())
            on conflict (body) do update set sectors = excluded.sectors
            """)
        .param("body", body.id())
        .param("sector", sector)
        .update();
  }
}
