package org.bandung.search.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The exact scan against arithmetic in `double`, and the graph against the exact scan.
class NearestTest {

  private static final Query ALL = new MatchAllDocsQuery();
  private static final Query ODD = new TermQuery(new Term("odd", "true"));
  private static final int TEN = 10;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final Nearest nearest = new Nearest("a", -1);
  private final Random random = new Random(1955);

  @AfterEach
  void close() throws IOException {
    directory.close();
  }

  private float[] any(int dimensions) {
    var vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return OnnxEncoder.unit(vector);
  }

  /// Near one of some centres, as texts are.
  private float[][] clustered(int count, int dimensions) {
    var centres = IntStream.range(0, 50).mapToObj(i -> any(dimensions)).toList();
    return IntStream.range(0, count)
        .mapToObj(i -> {
          var centre = centres.get(random.nextInt(centres.size()));
          var off = any(dimensions);
          var vector = new float[dimensions];
          for (int n = 0; n < dimensions; n++) {
            vector[n] = centre[n] + 0.8f * off[n];
          }
          return OnnxEncoder.unit(vector);
        })
        .toArray(float[][]::new);
  }

  private void index(float[][] vectors, int noGraphBelow) throws IOException {
    var config = new IndexWriterConfig().setCodec(Nearest.codec(noGraphBelow));
    try (var writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < vectors.length; i++) {
        var document = new Document();
        document.add(new StringField("odd", String.valueOf(i % 2 == 1), Field.Store.NO));
        if (i % 7 != 0) {
          document.add(nearest.field(vectors[i]));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private static List<Integer> byBruteForce(float[][] all, float[] target, boolean oddOnly) {
    return IntStream.range(0, all.length)
        .filter(i -> i % 7 != 0 && (!oddOnly || i % 2 == 1))
        .boxed()
        .sorted(java.util.Comparator.comparingDouble(i -> -cosine(all[i], target)))
        .limit(TEN)
        .toList();
  }

  private static double cosine(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * b[i]).sum();
  }

  private static List<Integer> documents(List<ScoreDoc> found) {
    return found.stream().map(d -> d.doc).toList();
  }

  private static double recall(List<Integer> found, List<Integer> right) {
    var both = new HashSet<>(found);
    both.retainAll(right);
    return (double) both.size() / right.size();
  }

  @Test
  void theScanFindsWhatBruteForceFindsAmongWhatMayBeFound() throws IOException {
    var all = clustered(3_000, 384);
    index(all, Integer.MAX_VALUE);
    try (var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);
      double recall = 0;
      int questions = 40;
      for (int q = 0; q < questions; q++) {
        var target = clustered(1, 384)[0];
        var found = nearest.find(searcher, target, ODD, TEN);
        recall += recall(documents(found), byBruteForce(all, target, true)) / questions;

        assertThat(found).hasSize(TEN).allSatisfy(d -> assertThat(d.doc % 2).isEqualTo(1));
        assertThat(found).isSortedAccordingTo((a, b) -> Float.compare(b.score, a.score));
        for (var one : found) {
          assertThat(Math.abs(one.score - cosine(all[one.doc], target))).isLessThan(0.01);
        }
      }
      assertThat(recall).isGreaterThan(0.93); // what is lost lies within the bytes' rounding
    }
  }

  @Test
  void theGraphMissesLittleOfWhatTheScanFinds() throws IOException {
    int dimensions = 96;
    index(clustered(8_000, dimensions), 0);
    try (var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);
      for (var among : List.of(ALL, ODD)) {
        double recall = 0;
        int questions = 50;
        for (int q = 0; q < questions; q++) {
          var target = clustered(1, dimensions)[0];
          var exact = nearest.find(searcher, target, among, TEN);
          var followed = nearest.find(searcher, target, among, TEN, 0);
          recall += recall(documents(followed), documents(exact)) / questions;

          assertThat(followed.getFirst().score)
              .isCloseTo(exact.getFirst().score, org.assertj.core.data.Offset.offset(0.02f));
        }
        System.out.printf("recall of the graph among %s: %.3f%n", among, recall);
        assertThat(recall).isGreaterThan(0.95);
      }
    }
  }

  @Test
  void directionsOfAnotherEncoderOrLengthAreNeverCompared() throws IOException {
    index(clustered(50, 32), Integer.MAX_VALUE);
    try (var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);

      assertThat(new Nearest("b", -1).find(searcher, any(32), ALL, TEN)).isEmpty();
      assertThat(nearest.find(searcher, any(16), ALL, TEN)).isEmpty();
      assertThat(nearest.find(searcher, any(32), ALL, TEN)).hasSize(TEN);
      assertThat(nearest.find(searcher, any(32), ALL, 1_000)).hasSize(42);
    }
  }
}
