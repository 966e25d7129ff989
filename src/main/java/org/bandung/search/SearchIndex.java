package org.bandung.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/// The index on disk: one process writes it, any may read it.
final class SearchIndex implements AutoCloseable {

  private static final String VERSION_KEY = "version";
  private static final String FILLED_KEY = "filled";

  /// A long text in Chinese, or a hundred goals, make thousands of clauses; the lengths of what is
  /// typed and sent bound them.
  private static final int MOST_CLAUSES = 16_384;

  private static final double MEGABYTES = 24;

  private final Directory directory;
  private @Nullable IndexWriter writer;
  private @Nullable SearcherManager searchers;
  private volatile boolean filled;

  private SearchIndex(Path folder) throws IOException {
    Files.createDirectories(folder);
    this.directory = FSDirectory.open(folder);
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  /// Opens the index of a folder, to write if nobody else does. One that is broken or of another
  /// version is emptied if this process writes.
  static SearchIndex open(Path folder, String version) {
    try {
      var index = new SearchIndex(folder);
      index.openWriter(version);
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException("opening the index in " + folder, e);
    }
  }

  private void openWriter(String version) throws IOException {
    try {
      boolean fits = version(directory).filter(version::equals).isPresent();
      writer = fits ? writer(IndexWriterConfig.OpenMode.APPEND) : emptied(version);
      filled = fits && data(directory, FILLED_KEY).filter("yes"::equals).isPresent();
      searchers = new SearcherManager(writer, new Searchers());
    } catch (LockObtainFailedException e) {
      writer = null; // a server writes it; this process reads what it wrote
    } catch (IOException | IllegalArgumentException e) {
      writer = emptied(version);
      searchers = new SearcherManager(writer, new Searchers());
    }
  }

  private IndexWriter emptied(String version) throws IOException {
    var fresh = writer(IndexWriterConfig.OpenMode.CREATE);
    fresh.setLiveCommitData(Map.of(VERSION_KEY, version, FILLED_KEY, "no").entrySet());
    fresh.commit();
    return fresh;
  }

  private IndexWriter writer(IndexWriterConfig.OpenMode mode) throws IOException {
    var config = new IndexWriterConfig(Fields.analyzer());
    config.setOpenMode(mode);
    config.setSimilarity(Fields.similarity());
    config.setRAMBufferSizeMB(MEGABYTES);
    config.setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
    config.setMergedSegmentWarmer(SegmentTags::of);
    return new IndexWriter(directory, config);
  }

  private static Optional<String> version(Directory directory) throws IOException {
    return data(directory, VERSION_KEY);
  }

  private static Optional<String> data(Directory directory, String key) throws IOException {
    try (var reader = DirectoryReader.open(directory)) {
      return Optional.ofNullable(reader.getIndexCommit().getUserData().get(key));
    } catch (IndexNotFoundException e) {
      return Optional.empty();
    }
  }

  /// Whether this process may write.
  boolean writes() {
    return writer != null;
  }

  /// Whether every document there was has been written once.
  boolean filled() {
    if (filled || writer != null) {
      return filled;
    }
    try {
      filled = data(directory, FILLED_KEY).filter("yes"::equals).isPresent();
      return filled;
    } catch (IOException e) {
      return false;
    }
  }

  private IndexWriter required() {
    if (writer == null) {
      throw new IllegalStateException("another process writes the index");
    }
    return writer;
  }

  void put(String id, Document document) {
    try {
      required().updateDocument(new Term(Fields.ID, id), document);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to the index", e);
    }
  }

  void remove(String id) {
    try {
      required().deleteDocuments(new Term(Fields.ID, id));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to the index", e);
    }
  }

  void removeAll() {
    try {
      filled = false;
      required().deleteAll();
    } catch (IOException e) {
      throw new UncheckedIOException("emptying the index", e);
    }
  }

  /// Makes what was written last and visible.
  void commit() {
    try {
      required().commit();
      refresh();
    } catch (IOException e) {
      throw new UncheckedIOException("writing the index", e);
    }
  }

  /// Writes anew what holds documents that were removed: what is known of a person who left must
  /// not stay in the files.
  void forget() {
    try {
      required().forceMergeDeletes();
      required().commit();
    } catch (IOException e) {
      throw new UncheckedIOException("writing the index", e);
    }
  }

  /// The same, and from now on the index counts as filled.
  void commitFilled(String version) {
    required().setLiveCommitData(Map.of(VERSION_KEY, version, FILLED_KEY, "yes").entrySet());
    commit();
    filled = true;
  }

  private void refresh() throws IOException {
    if (searchers != null) {
      searchers.maybeRefreshBlocking();
    }
  }

  /// Something done with the index as it stands.
  interface Reading<T> {
    T read(IndexSearcher searcher) throws IOException;
  }

  /// Reads the index; empty if there is none yet.
  <T> Optional<T> read(Reading<T> reading) {
    try {
      var manager = manager();
      if (manager.isEmpty()) {
        return Optional.empty();
      }
      var searcher = manager.get().acquire();
      try {
        return Optional.of(reading.read(searcher));
      } finally {
        manager.get().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the index", e);
    }
  }

  private synchronized Optional<SearcherManager> manager() throws IOException {
    if (searchers == null) {
      try {
        searchers = new SearcherManager(directory, new Searchers());
      } catch (IndexNotFoundException e) {
        return Optional.empty();
      }
    } else if (writer == null) {
      searchers.maybeRefresh();
    }
    return Optional.of(searchers);
  }

  /// Works on a large index with all processors, also within a segment.
  private static final class Parallel extends IndexSearcher {

    private static final int DOCUMENTS_A_SLICE = 25_000;
    private static final int SEGMENTS_A_SLICE = 5;

    Parallel(IndexReader reader) {
      super(reader, ForkJoinPool.commonPool());
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
      return slices(leaves, DOCUMENTS_A_SLICE, SEGMENTS_A_SLICE, true);
    }
  }

  private static final class Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      var searcher = new Parallel(reader);
      searcher.setSimilarity(Fields.similarity());
      // Whoever refreshes reads the tags of new segments, not the first who searches them.
      reader.leaves().forEach(leaf -> SegmentTags.of(leaf.reader()));
      return searcher;
    }
  }

  /// Closes what readers had open, once those that read now must be done.
  void closeLater() {
    Thread.ofVirtual()
        .start(() -> {
          try {
            TimeUnit.MINUTES.sleep(1);
            close();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    try {
      if (searchers != null) {
        searchers.close();
      }
      if (writer != null) {
        writer.close();
      }
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the index", e);
    }
  }
}
