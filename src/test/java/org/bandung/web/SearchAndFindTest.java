package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.bandung.catalogue.Catalogue;
import org.bandung.finder.Finder;
import org.bandung.finder.Wish;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.registry.TagCounter;
import org.bandung.search.Found;
import org.bandung.search.Question;
import org.bandung.search.Search;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// Search and finder over the invented world, on a real index and a real database.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SearchAndFindTest {

  private static final CountryCode QNN = new CountryCode("QNN");
  private static final CountryCode QOO = new CountryCode("QOO");
  private static final CountryCode QQQ = new CountryCode("QQQ");

  @Autowired Search search;
  @Autowired Finder finder;
  @Autowired Registry registry;
  @Autowired Catalogue catalogue;
  @Autowired ChangeLog changes;
  @Autowired Database database;
  @Autowired TagCounter counter;

  @BeforeEach
  void upToDate() {
    search.catchUp();
  }

  private Found find(Reader reader, String text, InitiativeFilter filter, int limit) {
    return search.find(
        reader,
        new Question(
            text, "en", Optional.of("initiative"), filter, false, Optional.empty(), limit));
  }

  private Set<String> listed(InitiativeFilter filter) {
    return registry.list(Reader.PUBLIC, filter, Optional.empty(), 500).items().stream()
        .map(InitiativePage.Summary::id)
        .collect(Collectors.toSet());
  }

  /// Every number a list shows beside a door is that of the list behind the door, which is read
  /// from the facts; and while a change is not in the index, nobody counts there.
  @Test
  void listsAreCountedOnTheIndexAsTheFactsAre() {
    var lists =
        List.of(
            InitiativeFilter.ALL,
            InitiativeFilter.ALL.withGrouping(Optional.of("COMM")),
            InitiativeFilter.ALL.with(Facet.COUNTRY, "QNN").with(Facet.ROLE, "provider"),
            InitiativeFilter.ALL.withCompilations(false).onlySouthSouth(true));
    int doors = 0;
    for (var list : lists) {
      var counted = counter.count(Reader.PUBLIC, registry.narrowing(list)).orElseThrow();
      assertThat(counted.total()).isEqualTo(listed(list).size());
      var facets = registry.facets(Reader.PUBLIC, list);
      assertThat(facets.total()).isEqualTo(counted.total());
      for (var facet : Facet.values()) {
        if (facet == Facet.ROLE || list.code(facet).isPresent()) {
          continue;
        }
        for (var door : facets.counts(facet)) {
          assertThat((long) listed(list.with(facet, door.code())).size())
              .as(list + " " + facet + " " + door.code())
              .isEqualTo(door.initiatives());
          doors++;
        }
      }
    }
    assertThat(doors).isGreaterThan(50);

    var all = registry.narrowing(InitiativeFilter.ALL);
    var meanwhile =
        database.inTransaction(() -> {
          changes.record("registry", "initiative", List.of("not-in-the-index-yet"));
          return counter.count(Reader.PUBLIC, all);
        });
    assertThat(meanwhile).isEmpty();
    search.catchUp();
    assertThat(counter.count(Reader.PUBLIC, all)).isPresent();
  }

  @Test
  void findsByStemsPhrasesAndTopicsOfAnotherLanguage() {
    assertThat(find(Reader.PUBLIC, "seed bank", InitiativeFilter.ALL, 50).hits()).isNotEmpty();
    assertThat(find(Reader.PUBLIC, "\"seed banks\"", InitiativeFilter.ALL, 50).hits()).isNotEmpty();
    assertThat(find(Reader.PUBLIC, "banques de semences", InitiativeFilter.ALL, 50).topics())
        .contains("seeds");
    assertThat(find(Reader.PUBLIC, "banques de semences", InitiativeFilter.ALL, 50).hits())
        .isNotEmpty();
    assertThat(find(Reader.PUBLIC, "nothingofthekindatall", InitiativeFilter.ALL, 50).total())
        .isZero();
  }

  @Test
  void aMisspeltWordIsPutRightAndSaidSo() {
    var found = find(Reader.PUBLIC, "uplandz", InitiativeFilter.ALL, 10);

    assertThat(found.corrected()).contains("uplands");
    assertThat(found.hits()).isNotEmpty();
  }

  @Test
  void findsCountriesAndOrganisationsByName() {
    var found =
        search.find(
            Reader.PUBLIC,
            new Question(
                "meridia",
                "en",
                Optional.empty(),
                InitiativeFilter.ALL,
                false,
                Optional.empty(),
                50));

    assertThat(found.hits()).extracting(Found.Hit::kind).contains("organisation", "country");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    var all = find(Reader.PUBLIC, "seed", InitiativeFilter.ALL, 100);
    var pages = new java.util.ArrayList<String>();
    Optional<String> after = Optional.empty();
    do {
      var page =
          search.find(
              Reader.PUBLIC,
              new Question(
                  "seed", "en", Optional.of("initiative"), InitiativeFilter.ALL, false, after, 2));
      page.hits().forEach(h -> pages.add(h.id()));
      after = page.next();
    } while (after.isPresent());

    assertThat(pages).isEqualTo(all.hits().stream().map(Found.Hit::id).toList());
    assertThatThrownBy(() ->
            search.find(
                Reader.PUBLIC,
                new Question(
                    "seed",
                    "en",
                    Optional.empty(),
                    InitiativeFilter.ALL,
                    false,
                    Optional.of("!"),
                    2)))
        .isInstanceOf(BadCursor.class);
  }

  @Test
  void aFilterNeverLetsThroughWhatTheListExcludesAndCountsTheSame() {
    var random = new Random(11);
    var facets = registry.facets(Reader.PUBLIC, InitiativeFilter.ALL);
    for (int i = 0; i < 60; i++) {
      var filter = InitiativeFilter.ALL;
      for (var facet : List.of(Facet.MODALITY, Facet.COUNTRY, Facet.YEAR, Facet.SECTOR)) {
        var codes = facets.counts(facet);
        if (random.nextInt(3) == 0 && !codes.isEmpty()) {
          filter = filter.with(facet, codes.get(random.nextInt(codes.size())).code());
        }
      }
      var found = find(Reader.PUBLIC, "", filter, 100);

      assertThat(found.hits().stream().map(Found.Hit::id).collect(Collectors.toSet()))
          .isEqualTo(listed(filter));
      assertThat(found.facets()).isEqualTo(registry.facets(Reader.PUBLIC, filter));
    }
  }

  @Test
  void nothingTypedMakesItFail() {
    var random = new Random(5);
    var pieces =
        List.of(
            "seed",
            "\"",
            "(",
            ")",
            "*",
            "~",
            "-",
            "+",
            "|",
            "AND",
            " ",
            "\\",
            "水",
            "البذور",
            "é",
            "\ud800",
            ":",
            "[",
            "TO",
            "]",
            "~9999999999",
            "^",
            "\u0000",
            "?",
            "/.*/");
    for (int i = 0; i < 400; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      assertThat(find(Reader.PUBLIC, text.toString(), InitiativeFilter.ALL, 5).total())
          .as(text.toString())
          .isNotNegative();
    }
  }

  @Test
  void longTextsAndManyTopicsAreAnsweredToo() {
    assertThat(find(Reader.PUBLIC, "水库建设".repeat(125), InitiativeFilter.ALL, 5).total())
        .isNotNegative();
    assertThat(find(Reader.PUBLIC, "a b ".repeat(125), InitiativeFilter.ALL, 5).total())
        .isNotNegative();
    var goals =
        java.util.stream.IntStream.rangeClosed(1, 17)
            .boxed()
            .flatMap(g -> java.util.stream.IntStream.range(1, 9).mapToObj(t -> g + "." + t))
            .collect(Collectors.toSet());
    var wish =
        new Wish(
            "water ".repeat(300),
            "en",
            Set.of(QNN),
            Set.of(),
            Set.of(),
            goals,
            Wish.Limits.NONE,
            Set.of(),
            Set.of(),
            Set.of(),
            "",
            Map.of(),
            100);

    assertThat(finder.partnersFor(Reader.PUBLIC, wish).total()).isNotNegative();
  }

  @Test
  void aWordThatOnlyAHiddenRecordHoldsIsNoCorrection() {
    var id = find(Reader.PUBLIC, "ferry engineers", InitiativeFilter.ALL, 50).hits();
    assertThat(id).isNotEmpty();
    assertThat(find(Reader.PUBLIC, "ferrys engineerz", InitiativeFilter.ALL, 5).corrected())
        .isPresent();
    try {
      id.forEach(hit -> audience(hit.id(), "operator"));

      assertThat(find(Reader.PUBLIC, "engineerz", InitiativeFilter.ALL, 5).corrected())
          .isNotEqualTo(Optional.of("engineers"));
    } finally {
      id.forEach(hit -> audience(hit.id(), "public"));
    }
  }

  @Test
  void whatIsNotTheReadersAppearsInNoAnswerCountOrFacet() {
    var found = find(Reader.PUBLIC, "seed", InitiativeFilter.ALL, 100);
    var id = found.hits().getFirst().id();
    try {
      audience(id, "operator");
      var less = find(Reader.PUBLIC, "seed", InitiativeFilter.ALL, 100);

      assertThat(less.hits()).extracting(Found.Hit::id).doesNotContain(id);
      assertThat(less.total()).isEqualTo(found.total() - 1);
      assertThat(less.facets()).isEqualTo(registryFacets(less));
      assertThat(find(Reader.OPERATOR, "seed", InitiativeFilter.ALL, 100).total())
          .isEqualTo(found.total());
      var proposal = finder.partnersFor(Reader.PUBLIC, Wish.of("seed banks", "en", Set.of(QNN)));
      proposal
          .partners()
          .forEach(p -> {
            assertThat(p.evidence()).doesNotContain(id);
            assertThat(p.participation()).doesNotContain(id);
          });
    } finally {
      audience(id, "public");
    }
  }

  /// Facets that follow from the records shown alone.
  private org.bandung.registry.Facets registryFacets(Found found) {
    var tags = new java.util.HashMap<String, Long>();
    registry
        .entries(found.hits().stream().map(Found.Hit::id).toList())
        .forEach(e -> e.tags().forEach(t -> tags.merge(t, 1L, Long::sum)));
    return Registry.facets(found.total(), tags);
  }

  private void audience(String id, String audience) {
    database.inTransaction(() -> {
      database
          .sql()
          .sql("update registry_initiative set audience = :audience where id = :id")
          .param("audience", audience)
          .param("id", id)
          .update();
      changes.record("registry", "initiative", List.of(id));
      return true;
    });
    search.catchUp();
  }

  @Test
  void theScoreIsTheSumOfTheReasonsAndConstraintsFilter() {
    var wish = Wish.of("seed banks for dry uplands", "en", Set.of(QNN));
    var proposal = finder.partnersFor(Reader.PUBLIC, wish);

    assertThat(proposal.topics()).contains("seeds");
    assertThat(proposal.partners()).isNotEmpty();
    for (var partner : proposal.partners()) {
      assertThat(partner.score())
          .isCloseTo(
              partner.reasons().stream().mapToDouble(r -> r.value()).sum(), Offset.offset(1e-9));
      assertThat(partner.country()).isNotEqualTo(QNN);
    }
    var first = proposal.partners().getFirst();
    var without =
        new Wish(
            wish.text(),
            "en",
            wish.asking(),
            Set.of(),
            Set.of(),
            Set.of(),
            Wish.Limits.NONE,
            Set.of(),
            Set.of(first.country()),
            Set.of(),
            "",
            Map.of(),
            100);
    assertThat(finder.partnersFor(Reader.PUBLIC, without).partners())
        .extracting(p -> p.country())
        .doesNotContain(first.country());
    var hidden = finder.partnersFor(Reader.PUBLIC, wish.hiding(Set.copyOf(first.evidence())));
    hidden
        .partners()
        .forEach(p -> assertThat(p.evidence()).doesNotContainAnyElementsOf(first.evidence()));
  }

  @Test
  void aTermThatMayNotMatterAddsNothing() {
    var weights = Map.of("closeness", 0.0, "evidence", 3.0);
    var wish =
        new Wish(
            "seed banks",
            "en",
            Set.of(QNN),
            Set.of(),
            Set.of(),
            Set.of(),
            Wish.Limits.NONE,
            Set.of(),
            Set.of(),
            Set.of(),
            "",
            weights,
            10);

    for (var partner : finder.partnersFor(Reader.PUBLIC, wish).partners()) {
      assertThat(partner.reasons()).noneMatch(r -> r.term().code().equals("closeness"));
    }
  }

  @Test
  void nobodyIsNamedWhereNothingSpeaksOfIt() {
    assertThat(
            finder.partnersFor(Reader.PUBLIC, Wish.of("xyzzy plugh", "en", Set.of(QNN))).partners())
        .isEmpty();
  }
}
