package org.bandung.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bandung.exchange.TableReceiver.Fate;
import org.bandung.exchange.TableReceiver.Held;
import org.bandung.exchange.files.InputFiles;
import org.bandung.exchange.files.InputSettings;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.tables.MappedTable;
import org.bandung.exchange.tables.MappedTable.Item;
import org.bandung.exchange.tables.MappedTable.Reading;
import org.bandung.exchange.tables.TableGround;
import org.bandung.exchange.tables.TableMapping;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.reference.CountryResolution;
import org.bandung.registry.ImportRun;
import org.bandung.registry.ImportRun.Outcome;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Content.Signal;
import org.jspecify.annotations.Nullable;

/// One import of tables from end to end, on one thread: registers are small beside IATI.
final class TableImport implements InputFiles.Sink {

  private static final int BATCH_RECORDS = 250;
  private static final long STEP_NANOS = 200_000_000;

  private final TableMapping mapping;
  private final TableGround ground;
  private final ImportRun run;
  private final TableReceiver receiver;
  private final ImportReport report;
  private final ImportProgress progress;
  private final InputFiles input;

  private final List<ImportSummary.File> files = new ArrayList<>();
  private final List<ImportSummary.Unreadable> unreadable = new ArrayList<>();
  private final List<ImportSummary.Unmapped> unmapped = new ArrayList<>();
  private final List<Item> batch = new ArrayList<>();
  private final long started = System.nanoTime();
  private ImportTally tally;
  private String fingerprint = "";
  private long lastStep;
  private long records;

  TableImport(
      TableMapping mapping,
      TableGround ground,
      ImportRun run,
      TableReceiver receiver,
      ImportReport report,
      ImportProgress progress,
      InputSettings reach) {
    this.input = new InputFiles(this, InputFiles.Wanted.TABLES, reach);
    this.mapping = mapping;
    this.ground = ground;
    this.run = run;
    this.receiver = receiver;
    this.report = report;
    this.progress = progress;
    this.tally = new ImportTally("", report, progress);
  }

  void run(List<String> inputs) {
    try {
      input.read(inputs);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("reading the input", e);
    }
    step(true);
  }

  List<ImportSummary.File> files() {
    return files;
  }

  List<ImportSummary.Unreadable> unreadable() {
    return unreadable;
  }

  List<ImportSummary.Unmapped> unmapped() {
    return unmapped;
  }

  double seconds() {
    return Math.round((System.nanoTime() - started) / 1e6) / 1e3;
  }

  @Override
  public boolean file(String name, InputStream bytes) {
    tally = new ImportTally(name, report, progress);
    long before = input.done();
    var table = new MappedTable(mapping, ground);
    fingerprint = table.fingerprint();
    Note why = null;
    boolean usable = true;
    try {
      table.read(bytes, this::record);
    } catch (UnreadableInput e) {
      why = refusal(e.code(), e.arguments());
      usable = !e.losesTheStream();
    } catch (IOException e) {
      var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      why = refusal("bandung.unreadable-file", List.of(Printable.of(reason, 120)));
      usable = false;
    }
    flush();
    table.remarks().forEach(tally::note);
    if (!table.unmapped().isEmpty()) {
      unmapped.add(new ImportSummary.Unmapped(name, table.unmapped()));
    }
    fileDone(why, input.done() - before);
    return usable;
  }

  @Override
  public void unreadable(String name, String code, List<String> arguments) {
    tally = new ImportTally(name, report, progress);
    fileDone(refusal(code, arguments), 0);
  }

  private static Note refusal(String code, List<String> arguments) {
    return new Note(0, "", Note.Severity.REFUSED, code, "", arguments);
  }

  private void fileDone(@Nullable Note why, long bytes) {
    if (why != null) {
      tally.unreadable(why);
    }
    run.fileDone(tally.report(bytes));
    var summary = tally.summary();
    files.add(summary);
    var told = tally.unreadable();
    if (told != null) {
      unreadable.add(told);
    }
    progress.fileDone(summary);
  }

  private void record(Item item) {
    batch.add(item);
    if (batch.size() >= BATCH_RECORDS) {
      flush();
    }
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    var hashes = batch.stream().map(Item::hash).filter(h -> !h.isEmpty()).distinct().toList();
    var known = hashes.isEmpty() ? Map.<String, Held>of() : receiver.known(hashes);
    var seen = new ArrayList<Held>();
    var readings = new HashMap<Item, Reading>();
    var understood = new ArrayList<Reading>();
    for (var item : batch) {
      var held = known.get(item.hash());
      if (held != null && held.current() && held.judgedWith().equals(fingerprint)) {
        seen.add(held);
      } else {
        var reading = item.read();
        readings.put(item, reading);
        if (!(reading instanceof Reading.Refused)) {
          understood.add(reading);
        }
      }
    }
    if (!seen.isEmpty()) {
      receiver.seen(seen);
    }
    var fates = understood.isEmpty() ? List.<Fate>of() : receiver.receive(understood);
    count(known, readings, fates.iterator());
    batch.clear();
    step(false);
  }

  private void count(
      Map<String, Held> known, Map<Item, Reading> readings, java.util.Iterator<Fate> fates) {
    for (var item : batch) {
      records++;
      var notes = new ArrayList<>(item.notes());
      switch (readings.get(item)) {
        case null -> {
          var held = java.util.Objects.requireNonNull(known.get(item.hash()));
          held.notes().forEach(n -> notes.add(n.shifted(item.line() - 1)));
          tally.accepted(Outcome.UNCHANGED, notes, "", item.line());
        }
        case Reading.Refused refused -> {
          refused.notes().forEach(n -> notes.add(n.shifted(item.line() - 1)));
          tally.refused(notes);
        }
        case Reading.Taken(var statement) ->
            taken(fates.next(), item, notes, statement.notes(), statement.originalId());
        case Reading.Listed(var entry) ->
            taken(fates.next(), item, notes, entry.notes(), entry.originalId());
      }
    }
  }

  private void taken(
      Fate fate, Item item, List<Note> notes, List<Note> ofRecord, String originalId) {
    ofRecord.forEach(n -> notes.add(n.shifted(item.line() - 1)));
    if (fate == Fate.NO_CONSENT) {
      var shown = Printable.of(originalId, 80);
      notes.add(
          new Note(
              item.line(),
              shown,
              Note.Severity.REFUSED,
              "bandung.consent-not-valid",
              "",
              List.of(shown)));
      tally.refused(notes);
    } else {
      tally.accepted(Outcome.valueOf(fate.name()), notes, originalId, item.line());
    }
  }

  private void step(boolean last) {
    long now = System.nanoTime();
    if (last || now - lastStep > STEP_NANOS) {
      lastStep = now;
      progress.at(
          new ImportProgress.Step(tally.file(), input.done(), input.total(), records, seconds()));
    }
  }

  /// What reading tables asks of the house, answered by its reference data and tables of words.
  static final class Ground implements TableGround {

    private final SouthSouthSignals signals = new SouthSouthSignals();
    private final Function<String, CountryResolution> countries;
    private final String fingerprint;

    Ground(Function<String, CountryResolution> countries, Supplier<String> reference) {
      this.countries = countries;
      this.fingerprint =
          StableId.of(
              reference.get(),
              SouthSouthSignals.fingerprint(),
              ExchangeTables.fingerprint("notes.csv"));
    }

    @Override
    public CountryResolution resolveCountry(String codeOrName) {
      return countries.apply(codeOrName);
    }

    @Override
    public String fingerprint() {
      return fingerprint;
    }

    @Override
    public List<Signal> signals(Iterable<Classification> codes, Iterable<String> texts) {
      return signals.of(codes, texts);
    }

    @Override
    public Note.Severity severity(String code) {
      return IatiNotes.severity(code);
    }
  }
}
