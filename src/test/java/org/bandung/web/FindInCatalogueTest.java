package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryKind;
import org.bandung.finder.Finder;
import org.bandung.finder.Proposal;
import org.bandung.finder.Term;
import org.bandung.finder.Wish;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
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
  private static final CountryCode QRR = new CountryCode("QRR");

  @Autowired Search search;
  @Autowired Finder finder;
  @Autowired Catalogue catalogue;
  @Autowired Reference reference;
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

    assertThat(termsOfQuillara(given)).contains(Term.OFFER, Term.MUTUAL);
    assertThat(termsOfQuillara("We can lend opera costumes.")).doesNotContain(Term.MUTUAL);
  }

  private List<Term> termsOfQuillara(String inReturn) {
    var wish =
        new Wish(
            "Sea safety for fishing crews",
            "en",
            Set.of(QRR),
            Set.of(),
            Set.of(),
            Set.of(),
            Wish.Limits.NONE,
            Set.of(),
            Set.of(),
            Set.of(),
            inReturn,
            Map.of(),
            100);
    return finder.partnersFor(Reader.PUBLIC, wish).partners().stream()
        .filter(p -> p.country().equals(QQQ))
        .flatMap(p -> p.reasons().stream())
        .map(Proposal.Reason::term)
        .toList();
  }

  @Test
  void anOpenNeedOfAnotherIsNamedAsSimilar() {
    var wish = Wish.of("Keeping vaccines cold with solar refrigerators", "en", Set.of(QOO));

    assertThat(finder.partnersFor(Reader.PUBLIC, wish).needs())
        .filteredOn(n -> n.country().equals(QNN))
        .allMatch(n -> !n.open().isEmpty())
        .isNotEmpty();
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
        .isNotEmpty()
        .allMatch(p -> p.evidence().isEmpty() && p.participation().isEmpty());
  }

  @Test
  void anEntryThatIsNotTheReadersAppearsInNoAnswerCountOrReason() {
    var wish = cold("", Wish.Limits.NONE);
    var offer = offers(wish).getFirst();
    var question =
        new Question(
            "places training refrigeration technicians",
            "en",
            Optional.of("offer"),
            InitiativeFilter.ALL,
            false,
            Optional.empty(),
            10);
    var before = search.find(Reader.PUBLIC, question);
    assertThat(before.hits()).extracting(Found.Hit::id).contains(offer);
    try {
      audience(offer, "operator");
      var after = search.find(Reader.PUBLIC, question);

      assertThat(after.total()).isEqualTo(before.total() - 1);
      assertThat(after.hits()).extracting(Found.Hit::id).doesNotContain(offer);
      assertThat(search.find(Reader.OPERATOR, question).total()).isEqualTo(before.total());
      assertThat(offers(wish)).doesNotContain(offer);
    } finally {
      audience(offer, "public");
    }
  }

  private void audience(String id, String audience) {
    database.inTransaction(() -> {
      database
          .sql()
          .sql("update catalogue_entry set audience = :audience where id = :id")
          .param("audience", audience)
          .param("id", id)
          .update();
      changes.record("catalogue", "entry", List.of(id));
      return true;
    });
    search.catchUp();
  }

  /// Whatever is asked with whatever conditions: nobody who is left out is named, whoever is named
  /// has what he must have, and the reasons add up.
  @Test
  void noWishIsAnsweredWithWhatItExcludes() {
    var random = new Random(1978);
    var texts =
        List.of("seed banks", "repair of refrigerators", "وجبات مدرسية", "water", "écoles", "雨");
    var countries = List.of("QMM", "QNN", "QOO", "QPP", "QQQ", "QRR");
    int named = 0;
    for (int i = 0; i < 400; i++) {
      var asking = some(countries, random, 0.3);
      var without = some(countries, random, 0.3);
      var must =
          Arrays.stream(Wish.Must.values())
              .filter(m -> random.nextInt(4) == 0)
              .collect(Collectors.toSet());
      var languages =
          random.nextInt(4) == 0 ? Set.of(random.nextBoolean() ? "pt" : "es") : Set.<String>of();
      var proposal =
          finder.partnersFor(
              Reader.PUBLIC,
              new Wish(
                  texts.get(random.nextInt(texts.size())),
                  "en",
                  asking,
                  Set.of(),
                  Set.of(),
                  Set.of(),
                  new Wish.Limits(languages, Set.of(), Optional.empty()),
                  must,
                  without,
                  Set.of(),
                  "",
                  Map.of("language", 3.0, "evidence", 0.0),
                  100));
      for (var partner : proposal.partners()) {
        named++;
        var country = reference.findCountry(partner.country()).orElseThrow();
        assertThat(partner.country()).isNotIn(asking).isNotIn(without);
        assertThat(partner.score())
            .isCloseTo(
                partner.reasons().stream().mapToDouble(Proposal.Reason::value).sum(),
                Offset.offset(1e-9));
        if (!languages.isEmpty()) {
          assertThat(country.languages()).containsAnyElementsOf(languages);
        }
        if (must.contains(Wish.Must.SAME_REGION) && !asking.isEmpty()) {
          assertThat(asking)
              .anyMatch(a ->
                  reference.regionsOf(a).stream()
                      .anyMatch(reference.regionsOf(partner.country())::contains));
        }
        if (must.contains(Wish.Must.SAME_LANGUAGE) && !asking.isEmpty()) {
          assertThat(asking)
              .anyMatch(a ->
                  reference.findCountry(a).orElseThrow().languages().stream()
                      .anyMatch(country.languages()::contains));
        }
      }
    }
    assertThat(named).isGreaterThan(100);
  }

  private static Set<CountryCode> some(List<String> codes, Random random, double chance) {
    return codes.stream()
        .filter(c -> random.nextDouble() < chance)
        .map(CountryCode::new)
        .collect(Collectors.toSet());
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
