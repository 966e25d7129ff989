package org.bandung.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.bandung.kernel.Audience;
import org.bandung.kernel.Reader;
import org.bandung.registry.InitiativePage.Narrowing;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/// Counting by rows of bits equals counting one by one, whatever the index, the hits, the reader.
class TagCountsTest {

  private static final int TAGS = 40;

  /// Words and the share of documents that hold each.
  private static final Map<String, Double> WORDS =
      Map.of("rare", 0.0005, "some", 0.03, "half", 0.5, "most", 0.98);

  private record Made(Set<String> tags, Set<String> words, String audience) {}

  @Property(tries = 10)
  void equalsCountingOneByOne(@ForAll long seed, @ForAll @IntRange(max = 1_200) int documents)
      throws IOException {
    compare(new Random(seed), documents, false);
  }

  /// A segment of several windows, searched by several threads at once.
  @Test
  void equalsCountingOneByOneInALargeSegment() throws IOException {
    compare(new Random(1955), 70_000, true);
  }

  private static void compare(Random random, int documents, boolean large) throws IOException {
    var folder = Files.createTempDirectory("counts");
    try (var index = SearchIndex.open(folder, "test")) {
      var made = fill(index, random, documents, large ? documents : 100 + random.nextInt(500));
      index.<Object>read(searcher -> {
        if (large) {
          assertThat(searcher.getIndexReader().leaves())
              .anyMatch(leaf -> leaf.reader().maxDoc() > 65_536);
        }
        for (var reader : List.of(Reader.PUBLIC, Reader.OPERATOR)) {
          for (var narrowing : narrowings()) {
            for (var word : WORDS.keySet()) {
              assertThat(searcher.search(query(word, reader, narrowing), new TagCounts()))
                  .isEqualTo(oneByOne(made, word, reader, narrowing));
            }
          }
        }
        return made;
      });
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /// Writes documents in segments of so many, writes some again and removes some.
  private static Map<String, Made> fill(
      SearchIndex index, Random random, int documents, int segment) {
    var shares = new double[TAGS];
    for (int i = 0; i < TAGS; i++) {
      shares[i] = Math.pow(random.nextDouble(), 6); // few are frequent, most are rare
    }
    var made = new HashMap<String, Made>();
    for (int i = 0; i < documents; i++) {
      put(index, made, "d" + i, made(random, shares));
      if ((i + 1) % segment == 0) {
        index.commit();
      }
    }
    for (int i = 0; i < documents / 20; i++) {
      put(index, made, "d" + random.nextInt(documents), made(random, shares));
      var gone = "d" + random.nextInt(documents);
      made.remove(gone);
      index.remove(gone);
    }
    index.commit();
    return made;
  }

  private static Made made(Random random, double[] shares) {
    var tags = new HashSet<String>();
    for (int i = 0; i < shares.length; i++) {
      if (random.nextDouble() < shares[i]) {
        tags.add("t" + i);
      }
    }
    var words = new HashSet<String>();
    WORDS.forEach((word, share) -> {
      if (random.nextDouble() < share) {
        words.add(word);
      }
    });
    var audience = random.nextInt(5) == 0 ? Audience.OPERATOR : Audience.PUBLIC;
    return new Made(tags, words, audience.word());
  }

  private static void put(SearchIndex index, Map<String, Made> made, String id, Made one) {
    var document = new Document();
    document.add(new StringField(Fields.ID, id, Field.Store.NO));
    document.add(new StringField(Fields.AUDIENCE, one.audience(), Field.Store.NO));
    one.words().forEach(w -> document.add(new StringField(Fields.WORDS, w, Field.Store.NO)));
    one.tags()
        .forEach(tag -> {
          document.add(new StringField(Fields.TAG, tag, Field.Store.NO));
          document.add(new SortedSetDocValuesField(Fields.TAGS, new BytesRef(tag)));
        });
    index.put(id, document);
    made.put(id, one);
  }

  private static List<Narrowing> narrowings() {
    var narrowings = new ArrayList<Narrowing>();
    narrowings.add(new Narrowing(Set.of(), List.of(), Set.of()));
    narrowings.add(new Narrowing(Set.of("t0"), List.of(), Set.of()));
    narrowings.add(new Narrowing(Set.of(), List.of(Set.of("t1", "t2", "t3")), Set.of()));
    return narrowings;
  }

  private static Query query(String word, Reader reader, Narrowing narrowing) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(Fields.WORDS, word)), Occur.MUST)
        .add(Queries.visible(reader, narrowing), Occur.FILTER)
        .build();
  }

  private static TagCounts.Counted oneByOne(
      Map<String, Made> made, String word, Reader reader, Narrowing narrowing) {
    var tags = new TreeMap<String, Long>();
    long total = 0;
    for (var one : made.values()) {
      if (one.words().contains(word)
          && reader.audiences().contains(one.audience())
          && one.tags().containsAll(narrowing.tags())
          && narrowing.anyOf().stream().allMatch(g -> g.stream().anyMatch(one.tags()::contains))) {
        total++;
        one.tags().forEach(tag -> tags.merge(tag, 1L, Long::sum));
      }
    }
    return new TagCounts.Counted(total, tags);
  }
}
