package org.bandung.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.bandung.concepts.Analyzers;
import org.bandung.kernel.Corpus;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our English analyzer and our similarity against a published result: the CACM collection, BM25
/// with k1 = 0.9 and b = 0.4, as Anserini reports it.
@Tag("corpus")
class CacmTest {

  private static final String FIELD = "title_en";
  private static final Pattern TOPIC =
      Pattern.compile("<DOCNO>\\s*(\\d+)\\s*</DOCNO>(.*?)</DOC>", Pattern.DOTALL);

  @Test
  void findsWhatOthersFind() throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      index(directory);
      try (var reader = DirectoryReader.open(directory)) {
        var terms = MultiTerms.getTerms(reader, FIELD);
        var words = terms.iterator();
        int unique = 0;
        while (words.next() != null) {
          unique++;
        }
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Fields.similarity());
        var figures = evaluate(searcher);

        assertThat(reader.numDocs()).isEqualTo(3204);
        assertThat(unique).isEqualTo(14_363);
        assertThat(terms.getSumTotalTermFreq()).isEqualTo(320_968);
        assertThat(Math.round(figures[0] * 10_000)).isEqualTo(3123);
        assertThat(Math.round(figures[1] * 10_000)).isEqualTo(1942);
      }
    }
  }

  private static void index(Directory directory) throws IOException {
    var config = new IndexWriterConfig(Fields.analyzer());
    config.setSimilarity(Fields.similarity());
    try (var writer = new IndexWriter(directory, config);
        var in =
            new TarArchiveInputStream(
                new GzipCompressorInputStream(
                    new BufferedInputStream(
                        Files.newInputStream(Corpus.data("data/retrieval/cacm.tar.gz")))))) {
      for (var file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
        if (file.getName().endsWith(".html")) {
          var html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          var document = new Document();
          var name = file.getName().substring(file.getName().lastIndexOf('/') + 1);
          document.add(new StringField("id", name.replace(".html", ""), Field.Store.YES));
          document.add(new TextField(FIELD, Jsoup.parse(html).text(), Field.Store.NO));
          writer.addDocument(document);
        }
      }
    }
  }

  /// Mean average precision and precision at 30, over the topics with judgements.
  private static double[] evaluate(IndexSearcher searcher) throws IOException {
    var relevant = relevant();
    double map = 0;
    double p30 = 0;
    var topics = topics();
    for (var topic : relevant.entrySet()) {
      var hits = searcher.search(query(topics.getOrDefault(topic.getKey(), "")), 1000);
      var ranked = new ArrayList<Map.Entry<String, Float>>();
      for (var hit : hits.scoreDocs) {
        ranked.add(Map.entry(searcher.storedFields().document(hit.doc).get("id"), hit.score));
      }
      ranked.sort(
          // Anserini breaks ties by the id, the lower first.
          Comparator.comparing((Map.Entry<String, Float> e) -> -e.getValue())
              .thenComparing(Map.Entry::getKey));
      int found = 0;
      double precision = 0;
      for (int i = 0; i < ranked.size(); i++) {
        if (topic.getValue().contains(ranked.get(i).getKey())) {
          found++;
          precision += (double) found / (i + 1);
          p30 += i < 30 ? 1.0 / 30 : 0;
        }
      }
      map += precision / topic.getValue().size();
    }
    return new double[] {map / relevant.size(), p30 / relevant.size()};
  }

  private static Query query(String text) throws IOException {
    var counts = new TreeMap<String, Integer>();
    try (var words = Analyzers.of("en").tokenStream(FIELD, text)) {
      var term = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        counts.merge(term.toString(), 1, Integer::sum);
      }
      words.end();
    }
    var any = new BooleanQuery.Builder();
    counts.forEach((term, n) ->
        any.add(new BoostQuery(new TermQuery(new Term(FIELD, term)), n), Occur.SHOULD));
    return any.build();
  }

  private static Map<Integer, String> topics() throws IOException {
    var topics = new HashMap<Integer, String>();
    var found = TOPIC.matcher(Files.readString(Corpus.data("data/retrieval/topics.cacm.txt")));
    while (found.find()) {
      topics.put(Integer.parseInt(found.group(1)), found.group(2));
    }
    return topics;
  }

  private static Map<Integer, Set<String>> relevant() throws IOException {
    var relevant = new TreeMap<Integer, Set<String>>();
    for (var line : Files.readAllLines(Corpus.data("data/retrieval/qrels.cacm.txt"))) {
      var parts = List.of(line.split("\\s+"));
      if (!parts.get(3).equals("0")) {
        relevant
            .computeIfAbsent(Integer.parseInt(parts.get(0)), t -> new HashSet<>())
            .add(parts.get(2));
      }
    }
    return relevant;
  }
}
