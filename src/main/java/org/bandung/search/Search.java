package org.bandung.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.bandung.concepts.Analyzers;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.Reader;
import org.bandung.registry.Facets;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Finds what the house holds by words in any of seven languages, and by topics across them.
@Service
public class Search {

  private static final String TITLE_PREFIX = "title_";
  private static final String TEXT_PREFIX = "text_";

  private final IndexKeeper keeper;
  private final Registry registry;
  private final Concepts concepts;
  private final Directions directions;
  private final Snippets snippets;
  private final CountedTags counted = new CountedTags();

  Search(IndexKeeper keeper, Registry registry, Concepts concepts, Directions directions) {
    this.directions = directions;
    this.keeper = keeper;
    this.registry = registry;
    this.concepts = concepts;
    this.snippets = new Snippets(concepts);
  }

  /// A server answers at once and makes its index meanwhile.
  @EventListener
  void started(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext) {
      Thread.ofVirtual().name("search index").start(keeper::keepFilled);
    }
  }

  /// Brings the index up to date, as far as this process may write it.
  public boolean catchUp() {
    return keeper.catchUp();
  }

  /// Makes the index anew.
  ///
  /// @return how many documents it holds; -1 if another process, such as a server, writes it
  public long rebuild() {
    return keeper.rebuild();
  }

  /// Answers a question. Nothing typed can make it fail.
  public Found find(Reader reader, Question question) {
    var language = concepts.identify(question.text(), question.language());
    var topics = topics(question.text(), language);
    return keeper
        .index()
        .read(searcher -> answer(searcher, reader, question, language, topics))
        .orElseGet(() ->
            new Found(
                List.of(),
                0,
                Facets.NONE,
                language,
                List.copyOf(topics),
                Optional.empty(),
                Optional.empty(),
                false));
  }

  /// What has been done on a topic, the closest first.
  public Evidence evidence(Reader reader, Evidence.Asked asked) {
    return keeper
        .index()
        .read(
            searcher -> new Evidence(EvidenceQueries.find(searcher, reader, asked), keeper.ready()))
        .orElseGet(() -> new Evidence(List.of(), false));
  }

  /// The list of what is written in a language, beside others or not.
  public static InitiativePage.Narrowing spokenIn(String language) {
    return new InitiativePage.Narrowing(Set.of(Fields.SPOKEN + language), List.of(), Set.of());
  }

  /// How many initiatives of a list carry each tag.
  ///
  /// @param hidden ids of initiatives to leave out
  public Map<String, Long> tags(
      Reader reader, InitiativePage.Narrowing narrowing, Set<String> hidden) {
    return keeper
        .index()
        .read(searcher -> counted.tags(searcher, reader, narrowing, hidden))
        .orElseGet(Map::of);
  }

  /// What a record is called in [#among].
  public static String key(String kind, String id) {
    return kind.equals(IndexedRecord.INITIATIVE) ? id : IndexedNames.key(kind, id);
  }

  /// Those of these records that fit a question; every word of it must fit.
  ///
  /// @param keys as [#key] makes them
  /// @return nothing while the index is being made
  public Optional<Set<String>> among(Reader reader, Question question, Collection<String> keys) {
    if (keys.isEmpty()) {
      return Optional.of(Set.of());
    }
    var language = concepts.identify(question.text(), question.language());
    var text = question.text().strip();
    var narrowing = registry.narrowing(question.filter());
    var query = query(text, language, topics(text, language), true);
    var these =
        new BooleanQuery.Builder()
            .add(filtered(query, reader, narrowing, question.kind()), Occur.MUST)
            .add(
                new TermInSetQuery(Fields.ID, keys.stream().map(BytesRef::new).toList()),
                Occur.FILTER)
            .build();
    return keeper.ready()
        ? keeper.index().read(searcher -> keys(searcher, these, keys.size()))
        : Optional.empty();
  }

  private static Set<String> keys(IndexSearcher searcher, Query query, int most)
      throws IOException {
    var fields = searcher.storedFields();
    var keys = new LinkedHashSet<String>();
    for (var found : searcher.search(query, most).scoreDocs) {
      keys.add(fields.document(found.doc, Set.of(Fields.ID)).get(Fields.ID));
    }
    return keys;
  }

  private Set<String> topics(String text, String language) {
    return new LinkedHashSet<>(concepts.tag(Queries.cut(text), language).counts().keySet());
  }

  private Found answer(
      IndexSearcher searcher, Reader reader, Question question, String language, Set<String> topics)
      throws IOException {
    var narrowing = registry.narrowing(question.filter());
    var text = question.text().strip();
    var allowed = filtered(Queries.everything(), reader, narrowing, question.kind());
    var query = query(text, language, topics, true);
    var filtered = filtered(query, reader, narrowing, question.kind());
    var counted = searcher.search(filtered, new TagCounts());
    Optional<String> corrected = Optional.empty();
    if (!text.isEmpty() && counted.total() == 0) {
      corrected = Spelling.correct(searcher, text, allowed);
      var loose = corrected.orElse(text);
      var again = topics(loose, language);
      filtered = filtered(query(loose, language, again, false), reader, narrowing, question.kind());
      topics.addAll(again);
      counted = searcher.search(filtered, new TagCounts());
    }
    var order = question.newestFirst() || text.isEmpty() ? Order.NEWEST : Order.BEST;
    if (order == Order.BEST) {
      var nearby = nearby(searcher, filtered, allowed, text, language);
      if (nearby.isPresent()) {
        filtered = nearby.get();
        counted = searcher.search(filtered, new TagCounts());
      }
    }
    var top =
        searcher.search(
            filtered,
            new TopFieldCollectorManager(
                order.sort(), question.limit() + 1, order.after(question.after()), 1));
    var shown = Math.min(question.limit(), top.scoreDocs.length);
    var hits = new ArrayList<Found.Hit>();
    for (int i = 0; i < shown; i++) {
      var found = (FieldDoc) top.scoreDocs[i];
      hits.add(hit(searcher, found, order, corrected.orElse(text), topics, language));
    }
    Optional<String> next =
        top.scoreDocs.length > shown && shown > 0
            ? Optional.of(order.cursor((FieldDoc) top.scoreDocs[shown - 1]))
            : Optional.empty();
    return new Found(
        hits,
        counted.total(),
        Registry.facets(counted.total(), counted.tags()),
        language,
        List.copyOf(topics),
        corrected,
        next,
        keeper.ready());
  }

  /// What is near in meaning too, if this node has an encoder and the text is one for it; by date
  /// only what holds the words is listed.
  private Optional<Query> nearby(
      IndexSearcher searcher, Query filtered, Query allowed, String text, String language)
      throws IOException {
    var nearest = directions.nearest();
    if (nearest.isEmpty() || !Queries.plain(text)) {
      return Optional.empty();
    }
    var direction = directions.of(text, language);
    return direction.isEmpty()
        ? Optional.empty()
        : Optional.of(Nearby.among(searcher, filtered, allowed, direction.get(), nearest.get()));
  }

  private static Query query(String text, String language, Set<String> topics, boolean every) {
    if (text.isEmpty()) {
      return Queries.everything();
    }
    return new BooleanQuery.Builder()
        .add(Queries.words(text, language, every), Occur.SHOULD)
        .add(Queries.topics(topics), Occur.SHOULD)
        .build();
  }

  private static Query filtered(
      Query query, Reader reader, InitiativePage.Narrowing narrowing, Optional<String> kind) {
    var all =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(Queries.visible(reader, narrowing), Occur.FILTER);
    kind.ifPresent(k -> all.add(new TermQuery(new Term(Fields.KIND, k)), Occur.FILTER));
    return all.build();
  }

  private Found.Hit hit(
      IndexSearcher searcher,
      FieldDoc found,
      Order order,
      String text,
      Set<String> topics,
      String language)
      throws IOException {
    var stored = searcher.storedFields().document(found.doc);
    var key = stored.get(Fields.ID);
    int colon = key.indexOf(':');
    var spoken = spoken(stored, language);
    var whole = stored.get(TEXT_PREFIX + spoken);
    var analyzer = Analyzers.of(spoken);
    List<Found.Part> snippet =
        whole == null
            ? List.of()
            : snippets.snippet(
                whole, spoken, analyzer, Snippets.stems(Queries.cut(text), analyzer), topics);
    return new Found.Hit(
        colon < 0 ? IndexedRecord.INITIATIVE : key.substring(0, colon),
        colon < 0 ? key : key.substring(colon + 1),
        order.score(found),
        snippet,
        spoken);
  }

  /// The language of the question if the document has a text in it, else one it has.
  private static String spoken(org.apache.lucene.document.Document stored, String language) {
    if (stored.get(TEXT_PREFIX + language) != null) {
      return language;
    }
    return stored.getFields().stream()
        .map(f -> f.name())
        .filter(n -> n.startsWith(TEXT_PREFIX))
        .map(n -> n.substring(TEXT_PREFIX.length()))
        .findFirst()
        .orElse(language);
  }

  /// The order of answers; ties by id, so that pages stay as they are.
  private enum Order {
    BEST(new SortField(null, SortField.Type.SCORE)),
    NEWEST(new SortField(Fields.DAY, SortField.Type.LONG, true));

    private final Sort sort;

    Order(SortField first) {
      this.sort = new Sort(first, new SortField(Fields.ID, SortField.Type.STRING));
    }

    Sort sort() {
      return sort;
    }

    double score(FieldDoc found) {
      return this == BEST ? ((Number) found.fields[0]).doubleValue() : 0;
    }

    String cursor(FieldDoc last) {
      return Cursors.write(
          (Number) last.fields[0], (org.apache.lucene.util.BytesRef) last.fields[1]);
    }

    org.apache.lucene.search.@org.jspecify.annotations.Nullable FieldDoc after(
        Optional<String> cursor) {
      return cursor.map(c -> Cursors.read(c, this == BEST)).orElse(null);
    }
  }
}
