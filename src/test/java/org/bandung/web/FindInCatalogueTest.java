package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryKind;
import org.bandung.finder.Finder;
import org.bandung.finder.Proposal;
import org.bandung.finder.Term;
import org.bandung.finder.Wish;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.registry.InitiativeFilter;
import org.bandung.search.Found;
import org.bandung.search.Question;
import org.bandung.search.Search;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// What the catalogue adds to search and finder, over the invented world.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FindInCatalogueTest {

  private static final CountryCode QNN = new CountryCode("QNN");
  private static final CountryCode QOO = new CountryCode("QOO");
  private static final CountryCode QQQ = new CountryCode("QQQ");

  @Autowired Search search;
  @Autowired Finder finder;
  @Autowired Catalogue catalogue;
  @Autowired ChangeLog changes;
  @Autowired Database database;

  @BeforeEach
  void upToDate() {
    search.catchUp();
  }

  private Wish cold(String inReturn, Wish.Limits limits) {
    return new Wish(
        "solar refrigerators for vaccines need repair",
        "en",
        Set.of(QNN),
        Set.of(),
        Set.of(),
        Set.of(),
        limits,
        Set.of(),
        Set.of(),
        Set.of(),
        inReturn,
        Map.of(),
        100);
  }

  @Test
  void anOpenOfferASolutionAndSomebodyToAskSpeakForACountry() {
    var proposal = finder.partnersFor(Reader.PUBLIC, cold("", Wish.Limits.NONE));

    var osmara =
        proposal.partners().stream().filter(p -> p.country().equals(QOO)).findFirst().orElseThrow();
    assertThat(osmara.weak()).isFalse();
    assertThat(osmara.entries())
        .extracting(Proposal.Entry::kind)
        .contains(EntryKind.OFFER, EntryKind.SOLUTION, EntryKind.EXPERT, EntryKind.INSTITUTION);
    assertThat(osmara.reasons())
        .extracting(Proposal.Reason::term)
        .contains(Term.OFFER, Term.DOCUMENTED);
  }

  @Test
  void whoSeeksWhatTheAskingSideCanGiveFitsMutually() {
    var given = "We can teach how to bring storm warnings to fishing crews by radio.";
    var proposal = finder.partnersFor(Reader.PUBLIC, cold(given, Wish.Limits.NONE));

    proposal.partners().stream()
        .filter(p -> p.country().equals(QQQ))
        .forEach(
            p -> assertThat(p.reasons()).extracting(Proposal.Reason::term).contains(Term.MUTUAL));
    assertThat(
            finder.partnersFor(Reader.PUBLIC, cold("", Wish.Limits.NONE)).partners().stream()
                .flatMap(p -> p.reasons().stream()))
        .extracting(Proposal.Reason::term)
        .doesNotContain(Term.MUTUAL);
  }

  @Test
  void anOfferThatHasEndedSpeaksForNobody() {
    var title = "Sea safety for fishing crews, taught by fishing crews";
    var wish = Wish.of("Sea safety for fishing crews", "en", Set.of(QNN));
    assertThat(titles(offers(wish))).contains(title);
    try {
      valid(title, 2001);
      assertThat(titles(offers(wish))).doesNotContain(title);
    } finally {
      valid(title, 2100);
    }
  }

  private List<String> offers(Wish wish) {
    return finder.partnersFor(Reader.PUBLIC, wish).partners().stream()
        .flatMap(p -> p.entries().stream())
        .filter(e -> e.kind() == EntryKind.OFFER)
        .map(Proposal.Entry::id)
        .toList();
  }

  private List<String> titles(List<String> ids) {
    return catalogue.summaries(Reader.PUBLIC, ids).values().stream()
        .map(e -> e.title().byLanguage().get("en"))
        .toList();
  }

  private void valid(String title, int until) {
    database.inTransaction(() -> {
      var ids =
          database
              .sql()
              .sql(
                  "update catalogue_entry set valid_until = :day where title ->> 'en' = :title"
                      + " returning id")
              .param("day", (int) java.time.LocalDate.of(until, 1, 1).toEpochDay())
              .param("title", title)
              .query(String.class)
              .list();
      changes.record("catalogue", "entry", ids);
      return true;
    });
    search.catchUp();
  }

  @Test
  void limitsOnLanguageFormAndYearNarrowPartnersAndEvidence() {
    var portuguese = new Wish.Limits(Set.of("pt"), Set.of(), Optional.empty());
    assertThat(finder.partnersFor(Reader.PUBLIC, cold("", portuguese)).partners())
        .extracting(Proposal.Partner::country)
        .containsOnly(QOO);
    var late = new Wish.Limits(Set.of(), Set.of(), Optional.of(2090));
    assertThat(finder.partnersFor(Reader.PUBLIC, cold("", late)).partners())
        .allMatch(p -> p.evidence().isEmpty() && p.participation().isEmpty());
  }

  @Test
  void aGroupingAsksAsOneAndNoneOfItIsProposed() {
    assertThat(finder.asking("COMM")).contains(QNN, QOO);
    assertThat(finder.asking("qnn")).containsExactly(QNN);
    assertThat(finder.asking("nothing")).isEmpty();

    var wish = Wish.of("seed banks for dry uplands", "en", finder.asking("COMM"));

    assertThat(finder.partnersFor(Reader.PUBLIC, wish).partners())
        .extracting(Proposal.Partner::country)
        .doesNotContainAnyElementsOf(finder.asking("COMM"));
  }

  @Test
  void entriesOfTheCatalogueAreFoundInAnyLanguageAndLeaveWithThePerson() {
    var question =
        new Question(
            "Ana Quiroga",
            "fr",
            Optional.empty(),
            InitiativeFilter.ALL,
            false,
            Optional.empty(),
            10);
    var found = search.find(Reader.PUBLIC, question).hits();
    assertThat(found).extracting(Found.Hit::kind).contains("entry");
    var id = found.stream().filter(h -> h.kind().equals("entry")).findFirst().orElseThrow().id();

    assertThat(catalogue.withdrawConsent(id, java.time.LocalDate.now()))
        .isInstanceOf(org.bandung.catalogue.ConsentOutcome.Withdrawn.class);
    search.catchUp();

    assertThat(search.find(Reader.PUBLIC, question).hits())
        .extracting(Found.Hit::id)
        .doesNotContain(id);
  }
}
