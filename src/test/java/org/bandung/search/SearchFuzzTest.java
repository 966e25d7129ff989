package org.bandung.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.bandung.concepts.Concepts;

/// Any text typed as a search: its first byte chooses the language. Nothing typed can make it fail.
class SearchFuzzTest {

  private static final IndexSearcher SEARCHER = searcher();

  private static IndexSearcher searcher() {
    try {
      var directory = new ByteBuffersDirectory();
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(Fields.analyzer()))) {
        for (var text :
            new String[] {"seed banks for dry uplands", "水库建设", "бассейн реки", "آبار"}) {
          var document = new Document();
          for (var language : Concepts.languages()) {
            document.add(new TextField(Fields.title(language), text, Field.Store.NO));
          }
          document.add(new TextField(Fields.WORDS, text, Field.Store.NO));
          writer.addDocument(document);
        }
      }
      return new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FuzzTest(maxDuration = "10m")
  void answersAnything(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    IndexSearcher.setMaxClauseCount(16_384);
    var languages = Concepts.languages();
    var language = languages.get(Math.floorMod(bytes[0], languages.size()));
    var typed = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);

    for (boolean every : new boolean[] {true, false}) {
      var found = SEARCHER.count(Queries.words(typed, language, every));
      assertThat(found).isBetween(0, 4);
    }
  }
}
