package org.bandung.observations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bandung.observations.ObservationTable.Current;
import org.bandung.observations.PartWriter.Part;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.bandung.store.StoreException;
import org.bandung.store.kept.Durable;
import org.bandung.store.kept.KeptFiles;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/// The imported series of this node: taken in file by file, asked for sums.
///
/// What a file holds is written into new files of columns beside those that count; then one
/// transaction says which count from now on. Whoever is killed before it has changed nothing.
@Service
public class Observations implements KeptFiles, DisposableBean {

  private final ObservationTable table;
  private final Database database;
  private final ChangeLog changes;
  private final ObservationSettings settings;
  private final Folder folder;
  private final Engine engine;
  private final Owner owner;
  private final Views views;

  public Observations(Database database, ChangeLog changes, ObservationSettings settings) {
    this.database = database;
    this.changes = changes;
    this.settings = settings;
    this.table = new ObservationTable(database);
    this.folder = new Folder(settings.folder());
    this.engine = new Engine(settings);
    this.views = new Views(folder, settings.large());
    this.owner = new Owner(settings.folder(), folder, new OwnerTable(database), table);
  }

  /// All datasets, by code.
  public List<Dataset> datasets() {
    return database.reading(
        () -> table.datasets().stream().flatMap(code -> table.find(code).stream()).toList());
  }

  public Optional<Dataset> find(String code) {
    return database.reading(() -> table.find(code));
  }

  /// Which reporters a dataset has in which year; none for a dataset that is not there.
  public Coverage coverage(String dataset) {
    return new Coverage(dataset, table.coverage(dataset));
  }

  /// Codes of countries in the files of a dataset that were not taken as they stood, each with the
  /// name of the file, the most frequent first.
  public List<Map.Entry<String, LoadedFile.OddCode>> codes(String dataset) {
    return table.codes(dataset);
  }

  /// Sums of observations.
  ///
  /// @return no rows for what is not there
  /// @throws TooManyCells if there are more of them than there is room for
  public Cells cells(Selection selection) {
    return cells(selection, View.of(selection), false);
  }

  /// The same with the marks of the publisher, which only the files of the import have.
  public Cells marked(Selection selection) {
    return cells(selection, Optional.empty(), true);
  }

  private Cells cells(Selection selection, Optional<View> view, boolean marks) {
    try {
      return answer(selection, view, marks);
    } catch (SQLException e) {
      // An import may have put another file into the place of one that was to be read, or one that
      // is written again is broken.
      try {
        return answer(selection, Optional.empty(), marks);
      } catch (SQLException again) {
        throw new StoreException("The observations cannot be read: " + told(again), again);
      }
    }
  }

  private Cells answer(Selection selection, Optional<View> view, boolean marks)
      throws SQLException {
    var dataset = selection.dataset();
    var own = new ArrayList<Path>();
    var again = new ArrayList<Path>();
    for (var year : table.current(dataset)) {
      if (year.year() < selection.firstYear() || year.year() > selection.lastYear()) {
        continue;
      }
      var file = folder.part(dataset, year.year(), year.token());
      if (!Files.isRegularFile(file)) {
        throw new SQLException(
            "the file " + folder.name(file) + " is missing; import its dataset again");
      }
      view.filter(v -> views.has(dataset, year, v))
          .ifPresentOrElse(
              v -> again.add(folder.view(dataset, year.year(), year.token(), v)),
              () -> own.add(file));
    }
    var source = new CellQuestion.Source(own, again, view);
    if (source.isEmpty()) {
      return CellQuestion.none(selection);
    }
    try (var connection = engine.connect()) {
      var question = new CellQuestion(connection, selection, source, settings.cells());
      return marks ? question.marked() : question.answer();
    }
  }

  /// Takes in a file.
  ///
  /// @param reading hands the observations over, and then says what file it was
  /// @param trial only say what would become of them
  /// @throws StoreException if the folder is another database's
  public Received receive(
      Publication about, Function<ObservationSink, LoadedFile> reading, boolean trial) {
    var token = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    try (var turn = folder.turn()) {
      owner.require();
      clean();
      var work = folder.work(token);
      try (var staging = new Staging(engine, work.resolve("staged.db"))) {
        var file = reading.apply(staging);
        // What was lost from the disk can be brought back by the same file.
        boolean known = table.isKnown(about.dataset(), file) && isWhole(about.dataset());
        long replaced = 0;
        staging.finish();
        long twice = known ? 0 : staging.twice();
        if (!known && !trial && staging.count() > 0) {
          replaced = take(about, token, file, staging, work);
        }
        return new Received(file, staging.count(), replaced, twice, known);
      } finally {
        Folder.delete(work);
      }
    } catch (SQLException e) {
      throw new StoreException("The observations could not be written: " + told(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException("writing observations", e);
    }
  }

  private long take(Publication about, String token, LoadedFile file, Staging staging, Path work)
      throws SQLException, IOException {
    var writer = new PartWriter(staging.connection());
    var parts = new ArrayList<Part>();
    var current = table.current(about.dataset());
    for (int year : staging.years()) {
      var part =
          writer.write(
              year,
              before(about.dataset(), year, current),
              work.resolve(year + ".parquet"),
              work.resolve("replaced-" + year + ".parquet"),
              file.replaces());
      views.write(staging.connection(), part.file(), year, part.rows(), work);
      parts.add(part);
    }
    settle(about.dataset(), token, work, parts);
    database.inTransaction(() -> {
      table.write(about, token, file, staging.count(), parts);
      changes.record("observations", "dataset", List.of(about.dataset()));
      return true;
    });
    return parts.stream().mapToLong(Part::replaced).sum();
  }

  private boolean isWhole(String dataset) {
    return table.current(dataset).stream()
        .allMatch(c -> Files.isRegularFile(folder.part(dataset, c.year(), c.token())));
  }

  private Optional<Path> before(String dataset, int year, List<Current> current) {
    return current.stream()
        .filter(c -> c.year() == year)
        .map(c -> folder.part(dataset, year, c.token()))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private void settle(String dataset, String token, Path work, List<Part> parts)
      throws IOException {
    for (var part : parts) {
      views.settle(dataset, part.year(), token, work);
      Durable.settle(part.file(), folder.part(dataset, part.year(), token));
      if (part.replaced() > 0) {
        Durable.settle(
            work.resolve("replaced-" + part.year() + ".parquet"),
            folder.replaced(dataset, part.year(), token));
      }
    }
  }

  /// Clears away what a process left that ended too early, and files that gave way, and writes
  /// again what a large year lacks, unless somebody is writing or the folder is another database's.
  void tidy() {
    try (var turn = folder.turnIfFree().orElse(null)) {
      if (turn != null && owner.isOurs()) {
        clean();
      }
    }
    for (var dataset : table.datasets()) {
      table.current(dataset).stream()
          .filter(y -> views.lacks(dataset, y))
          .forEach(y -> complete(dataset, y));
    }
  }

  /// One year at a time, so that an import need not wait for all of them.
  private void complete(String dataset, Current year) {
    try (var turn = folder.turnIfFree().orElse(null)) {
      if (turn == null || !owner.isOurs() || !table.current(dataset).contains(year)) {
        return;
      }
      var work = folder.work(year.token());
      try (var connection = engine.connect()) {
        var own = folder.part(dataset, year.year(), year.token());
        views.write(connection, own, year.year(), year.rows(), work);
        views.settle(dataset, year.year(), year.token(), work);
      } finally {
        Folder.delete(work);
      }
    } catch (SQLException e) {
      throw new StoreException("The observations could not be written: " + told(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException("writing observations", e);
    }
  }

  private void clean() {
    var parts = new HashSet<Path>();
    for (var dataset : table.datasets()) {
      for (var year : table.current(dataset)) {
        parts.add(folder.part(dataset, year.year(), year.token()));
        parts.addAll(views.paths(dataset, year));
      }
    }
    folder.clean(parts, new HashSet<>(table.tokens()));
  }

  @Override
  public String name() {
    return "observations";
  }

  @Override
  public Path folder() {
    return settings.folder();
  }

  @Override
  public List<String> current() {
    var names = new ArrayList<String>();
    var tokens = new HashSet<>(table.tokens());
    for (var dataset : table.datasets()) {
      table
          .current(dataset)
          .forEach(c -> names.add(folder.name(folder.part(dataset, c.year(), c.token()))));
      folder.replaced(dataset, tokens).forEach(file -> names.add(folder.name(file)));
    }
    return names;
  }

  @Override
  public boolean isName(String path) {
    return Folder.isName(path);
  }

  @Override
  public Hold hold() {
    return folder.keep();
  }

  @Override
  public Taking take() {
    var turn =
        folder
            .turnIfFree()
            .orElseThrow(() ->
                new StoreException(
                    "Somebody is importing observations. Wait until that has ended, then restore"
                        + " again."));
    try {
      return new Restoring(turn, owner.may());
    } catch (RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  /// The folder while another state is brought back: it stays this database's, whose word may
  /// become another one.
  private final class Restoring implements Taking {
    private final Folder.Turn turn;
    private final boolean ours;

    Restoring(Folder.Turn turn, boolean ours) {
      this.turn = turn;
      this.ours = ours;
    }

    @Override
    public void confirm() {
      if (!ours && !owner.may()) {
        throw owner.foreign();
      }
    }

    @Override
    public void close() {
      try (turn) {
        if (ours) {
          owner.follow();
        }
      }
    }
  }

  private static String told(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void destroy() {
    engine.close();
  }
}
