package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.Reader;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.Registry;
import org.bandung.search.Found;
import org.bandung.search.Question;
import org.bandung.search.Search;
import org.bandung.search.vectors.EncoderFiles;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Search over the invented world with a small real encoder plugged in.
@SpringBootTest(classes = WebWorld.class)
class SearchByMeaningTest {

  /// None of its words is in the world.
  private static final String QUESTION = "heirloom cultivars preserved";

  @TempDir static Path encoder;

  @Autowired Search search;
  @Autowired Registry registry;
  @Autowired ChangeLog changes;
  @Autowired Database database;

  @DynamicPropertySource
  static void plug(DynamicPropertyRegistry properties) throws IOException {
    var folder = EncoderFiles.in(encoder).toString();
    properties.add("test.encoder", () -> folder);
  }

  @BeforeEach
  void upToDate() {
    search.catchUp();
  }

  private Found find(Reader reader, String text, InitiativeFilter filter) {
    return find(reader, text, filter, false, Optional.empty(), 100);
  }

  private Found find(
      Reader reader,
      String text,
      InitiativeFilter filter,
      boolean newest,
      Optional<String> after,
      int limit) {
    return search.find(
        reader, new Question(text, "en", Optional.of("initiative"), filter, newest, after, limit));
  }

  private static List<String> ids(Found found) {
    return found.hits().stream().map(Found.Hit::id).toList();
  }

  @Test
  void findsWhatIsMeantWithoutAWordInCommonAndOnlyTheWordsWithinQuotes() {
    var found = find(Reader.PUBLIC, QUESTION, InitiativeFilter.ALL);

    assertThat(found.topics()).isEmpty();
    assertThat(registry.entries(ids(found).subList(0, 1)).getFirst().summary().title().toString())
        .containsIgnoringCase("seed");
    assertThat(find(Reader.PUBLIC, "\"" + QUESTION + "\"", InitiativeFilter.ALL).total()).isZero();
    assertThat(
            find(Reader.PUBLIC, QUESTION, InitiativeFilter.ALL, true, Optional.empty(), 100)
                .total())
        .isZero();
  }

  @Test
  void whatIsNotTheReadersAppearsInNoAnswerCountOrFacet() {
    var found = find(Reader.PUBLIC, QUESTION, InitiativeFilter.ALL);
    var id = ids(found).getFirst();
    try {
      audience(id, "operator");
      var less = find(Reader.PUBLIC, QUESTION, InitiativeFilter.ALL);

      assertThat(ids(less)).doesNotContain(id);
      assertThat(less.facets()).isEqualTo(facetsOf(less));
      assertThat(find(Reader.PUBLIC, "seed", InitiativeFilter.ALL).hits())
          .extracting(Found.Hit::id)
          .doesNotContain(id);
      assertThat(ids(find(Reader.OPERATOR, QUESTION, InitiativeFilter.ALL))).contains(id);
    } finally {
      audience(id, "public");
    }
    assertThat(ids(find(Reader.PUBLIC, QUESTION, InitiativeFilter.ALL))).isEqualTo(ids(found));
  }

  @Test
  void filtersAndFacetsAreOfTheSameDocumentsAndPagesOfOneOrder() {
    var all = find(Reader.PUBLIC, "seed banks", InitiativeFilter.ALL);
    assertThat(all.facets()).isEqualTo(facetsOf(all));
    assertThat(all.total()).isEqualTo(all.hits().size());

    var country = all.facets().counts(Facet.COUNTRY).getFirst();
    var filter = InitiativeFilter.ALL.with(Facet.COUNTRY, country.code());
    var some = find(Reader.PUBLIC, "seed banks", filter);
    assertThat(some.facets()).isEqualTo(facetsOf(some));
    assertThat(some.hits()).isNotEmpty();
    registry
        .entries(ids(some))
        .forEach(e ->
            assertThat(e.summary().countries())
                .anySatisfy(c -> assertThat(c.country().alpha3()).isEqualTo(country.code())));

    var pages = new ArrayList<String>();
    Optional<String> after = Optional.empty();
    do {
      var page = find(Reader.PUBLIC, "seed banks", InitiativeFilter.ALL, false, after, 2);
      pages.addAll(ids(page));
      after = page.next();
    } while (after.isPresent());
    assertThat(pages).isEqualTo(ids(all));
  }

  @Test
  void aLanguageTheEncoderDoesNotKnowIsAnsweredByWordsAndTopics() {
    assertThat(find(Reader.PUBLIC, "古老品种", InitiativeFilter.ALL).total()).isZero();
  }

  private org.bandung.registry.Facets facetsOf(Found found) {
    var tags = new HashMap<String, Long>();
    registry.entries(ids(found)).forEach(e -> e.tags().forEach(t -> tags.merge(t, 1L, Long::sum)));
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
}
