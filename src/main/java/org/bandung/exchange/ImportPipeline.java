package org.bandung.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bandung.exchange.IatiReader.Reading;
import org.bandung.exchange.ImportFeed.Event;
import org.bandung.exchange.ImportFeed.Item;
import org.bandung.exchange.files.InputSettings;
import org.bandung.kernel.Note;
import org.bandung.parties.Parties;
import org.bandung.parties.Parties.OrganisationStatement;
import org.bandung.registry.ImportRun;
import org.bandung.registry.ImportRun.Known;
import org.bandung.registry.ImportRun.Outcome;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// One import from end to end: one thread reads, all processors judge, the caller's thread writes
/// in the order of the input.
final class ImportPipeline {

  private static final int MOST_PENDING = 6;
  private static final long STEP_NANOS = 200_000_000;

  /// Takes in what comes beside statements: organisations, each batch in one transaction, and the
  /// word of another node that initiatives are one.
  interface Beside {
    Set<String> known(List<String> hashes);

    List<Parties.Receipt> receive(List<OrganisationStatement> statements);

    /// @return whether it was told so: not where people here decided otherwise
    boolean areOne(Set<String> initiatives);
  }

  /// A batch whose records are being judged; other events wait in line with it.
  private record Pending(Event event, List<Slot> slots) {}

  /// @param known what the registry holds already, if it need not be judged again
  private record Slot(
      Item item, @Nullable Known known, @Nullable CompletableFuture<Reading> reading) {}

  private final IatiReader reader;
  private final ImportRun run;
  private final Beside beside;
  private final ImportReport report;
  private final ImportProgress progress;
  private final ImportFeed feed;
  private final ExecutorService workers;

  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<ImportSummary.File> files = new ArrayList<>();
  private final List<ImportSummary.Unreadable> unreadable = new ArrayList<>();
  private final long started = System.nanoTime();
  private ImportTally tally;
  private Set<String> knownOrganisations = Set.of();
  private boolean finished;
  private long lastStep;
  private long records;
  private long bytesDone;

  ImportPipeline(
      IatiReader reader,
      ImportRun run,
      Beside beside,
      ImportReport report,
      ImportProgress progress,
      List<String> inputs,
      InputSettings reach) {
    this.reader = reader;
    this.run = run;
    this.beside = beside;
    this.report = report;
    this.progress = progress;
    this.feed = new ImportFeed(inputs, reach);
    this.tally = new ImportTally("", report, progress);
    this.workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("import-judge-", 1).factory());
  }

  void run() {
    feed.start();
    try {
      while (!finished || !pending.isEmpty()) {
        var event = pending.size() < MOST_PENDING && !finished ? next() : null;
        if (event != null) {
          pending.add(prepare(event));
        } else if (!pending.isEmpty()) {
          write(pending.removeFirst());
        }
        step(false);
      }
      step(true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the import was interrupted", e);
    } finally {
      feed.stop();
      workers.shutdownNow();
    }
  }

  List<ImportSummary.File> files() {
    return files;
  }

  List<ImportSummary.Unreadable> unreadable() {
    return unreadable;
  }

  double seconds() {
    return Math.round((System.nanoTime() - started) / 1e6) / 1e3;
  }

  private @Nullable Event next() throws InterruptedException {
    return pending.isEmpty() ? feed.take() : feed.poll();
  }

  private Pending prepare(Event event) {
    return switch (event) {
      case Event.Batch batch -> new Pending(batch, judge(batch.items()));
      case Event.Failed(var why) ->
          throw new IllegalStateException("reading the input failed", why);
      case Event.Finished _ -> {
        finished = true;
        yield new Pending(event, List.of());
      }
      case Event.FileStarted _, Event.FileEnded _ -> new Pending(event, List.of());
    };
  }

  private List<Slot> judge(List<Item> items) {
    var activities = hashes(items, IatiFileReader.ACTIVITIES);
    var known = activities.isEmpty() ? Map.<String, Known>of() : run.known(activities);
    return items.stream().map(item -> slot(item, known.get(item.hash()))).toList();
  }

  private static List<String> hashes(List<Item> items, String root) {
    return items.stream()
        .filter(i -> i.piece().refusal() == null && i.piece().slice().root().name().equals(root))
        .map(Item::hash)
        .distinct()
        .toList();
  }

  private Slot slot(Item item, @Nullable Known known) {
    if (item.piece().refusal() != null) {
      return new Slot(item, null, null);
    }
    if (known != null && known.current() && known.judgedWith().equals(reader.fingerprint())) {
      return new Slot(item, known, null);
    }
    var slice = item.piece().slice();
    return new Slot(
        item, null, CompletableFuture.supplyAsync(() -> reader.read(slice, item.hash()), workers));
  }

  private void write(Pending next) {
    switch (next.event()) {
      case Event.FileStarted(var file) -> tally = new ImportTally(file, report, progress);
      case Event.Batch batch -> {
        write(next.slots());
        feed.written(batch);
        bytesDone = batch.readSoFar();
      }
      case Event.FileEnded(var remarks, var why, var bytes) -> {
        remarks.forEach(tally::note);
        if (why != null) {
          tally.unreadable(why);
        }
        fileDone(bytes);
      }
      case Event.Finished _, Event.Failed _ -> {}
    }
  }

  private void fileDone(long bytes) {
    run.fileDone(tally.report(bytes));
    var summary = tally.summary();
    files.add(summary);
    var why = tally.unreadable();
    if (why != null) {
      unreadable.add(why);
    }
    progress.fileDone(summary);
  }

  private void write(List<Slot> slots) {
    var statements = new ArrayList<Statement>();
    var parties = new ArrayList<OrganisationStatement>();
    var seen = new ArrayList<Known>();
    for (var slot : slots) {
      if (slot.known() != null) {
        seen.add(slot.known());
      } else if (slot.reading() != null) {
        switch (finished(slot.reading())) {
          case Reading.Activity(var statement) -> statements.add(statement);
          case Reading.Brought(var several, var _) -> statements.addAll(several);
          case Reading.Organisation(var statement, var _) -> parties.add(statement);
          case Reading.Refused _ -> {}
        }
      }
    }
    if (!seen.isEmpty()) {
      run.seen(seen);
    }
    var receipts = statements.isEmpty() ? List.<ImportRun.Receipt>of() : run.receive(statements);
    count(slots, receipts.iterator(), received(parties).iterator());
  }

  private List<Outcome> received(List<OrganisationStatement> statements) {
    if (statements.isEmpty()) {
      return List.of();
    }
    var hashes = statements.stream().map(OrganisationStatement::contentHash).distinct().toList();
    knownOrganisations = new HashSet<>(beside.known(hashes));
    var fresh = statements.stream().filter(s -> !isKnown(s)).toList();
    var receipts =
        (fresh.isEmpty() ? List.<Parties.Receipt>of() : beside.receive(fresh)).iterator();
    return statements.stream()
        .map(s -> isKnown(s) ? Outcome.UNCHANGED : outcome(receipts.next()))
        .toList();
  }

  private boolean isKnown(OrganisationStatement statement) {
    return knownOrganisations.contains(statement.contentHash());
  }

  private static Outcome outcome(Parties.Receipt receipt) {
    return switch (receipt) {
      case CREATED -> Outcome.CREATED;
      case UPDATED -> Outcome.UPDATED;
      case UNCHANGED -> Outcome.UNCHANGED;
      case OLDER -> Outcome.OLDER;
    };
  }

  private void count(
      List<Slot> slots,
      java.util.Iterator<ImportRun.Receipt> activities,
      java.util.Iterator<Outcome> parties) {
    for (var slot : slots) {
      records++;
      var piece = slot.item().piece();
      int down = piece.slice().firstLine() - 1;
      if (piece.refusal() != null) {
        tally.refused(List.of(piece.refusal()));
      } else if (slot.known() != null) {
        tally.accepted(Outcome.UNCHANGED, shifted(slot.known().notes(), down), "", down + 1);
      } else if (slot.reading() != null) {
        var reading = finished(slot.reading());
        var notes = shifted(reading.notes(), down);
        switch (reading) {
          case Reading.Activity(var statement) ->
              tally.accepted(activities.next().outcome(), notes, statement.originalId(), down + 1);
          case Reading.Brought(var several, var _) -> brought(several, notes, activities, down + 1);
          case Reading.Organisation(var statement, var _) ->
              tally.accepted(parties.next(), notes, statement.reference(), down + 1);
          case Reading.Refused _ -> tally.refused(notes);
        }
      }
    }
  }

  /// They were of one initiative where they came from.
  private void brought(
      List<Statement> several,
      List<Note> notes,
      java.util.Iterator<ImportRun.Receipt> activities,
      int line) {
    var first = activities.next();
    var initiatives = new LinkedHashSet<String>();
    initiatives.add(first.initiativeId());
    several.stream().skip(1).forEach(s -> initiatives.add(activities.next().initiativeId()));
    var all = new ArrayList<>(notes);
    var id = several.getFirst().originalId();
    if (initiatives.size() > 1 && !beside.areOne(initiatives)) {
      all.add(IatiReader.note(id, "bandung.decided-otherwise").shifted(line - 1));
    }
    tally.accepted(first.outcome(), all, id, line);
  }

  private static List<Note> shifted(List<Note> notes, int down) {
    return notes.stream().map(n -> n.shifted(down)).toList();
  }

  private static Reading finished(CompletableFuture<Reading> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("judging a record failed", e.getCause());
    }
  }

  private void step(boolean last) {
    long now = System.nanoTime();
    if (last || now - lastStep > STEP_NANOS) {
      lastStep = now;
      progress.at(
          new ImportProgress.Step(tally.file(), bytesDone, feed.bytesTotal(), records, seconds()));
    }
  }
}
