package org.bandung.exchange.observations;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportReport;
import org.bandung.exchange.ImportSummary;
import org.bandung.exchange.files.InputFiles;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rates.FileTally;
import org.bandung.kernel.Note;
import org.bandung.kernel.Note.Severity;
import org.bandung.observations.LoadedFile;
import org.bandung.observations.Observation;
import org.bandung.observations.ObservationSink;
import org.bandung.observations.Observations;
import org.bandung.observations.Received;
import org.bandung.observations.TooManyCodes;
import org.bandung.reference.Reference;
import org.jspecify.annotations.Nullable;

/// Files of observations on their way in, each in one transaction.
final class ObservationFiles extends FileTally {

  private static final int MOST_TOLD = 20_000;
  private static final int CODES_SHOWN = 20;
  private static final int OFTEN = 1 << 16;

  private final Observations observations;
  private final Reference reference;
  private final Wish wish;
  private final ImportProgress progress;
  private final List<ObservationImports.Remark> remarks = new ArrayList<>();
  private final long started = System.nanoTime();
  private @Nullable InputFiles input;
  private int noted;
  private long taken;

  /// What the operator wants.
  record Wish(ObservationMapping mapping, boolean trial) {}

  ObservationFiles(
      Observations observations,
      Reference reference,
      Wish wish,
      ImportReport report,
      ImportProgress progress) {
    super(report, progress);
    this.observations = observations;
    this.reference = reference;
    this.wish = wish;
    this.progress = progress;
  }

  List<ObservationImports.Remark> remarks() {
    return remarks;
  }

  /// Who knows how far the input has come.
  void measuredBy(InputFiles files) {
    input = files;
  }

  @Override
  public boolean file(String name, InputStream bytes) {
    begin(name);
    noted = 0;
    long begun = System.nanoTime();
    var other = otherUnit();
    if (other.isPresent()) {
      fail("bandung.observations-unit", other.get());
      done(new ImportSummary.File(name, 0, 0, 0, 0, 0, noted, seconds(begun)));
      return true;
    }
    var taking = new Taking(bytes);
    var received = observations.receive(wish.mapping.about(), taking::read, wish.trial);
    tell(received, taking.countries);
    list(Severity.ADVISORY, "bandung.observations-unmapped", taking.unmapped);
    list(Severity.WARNING, "bandung.observations-filters-absent", taking.absent);
    list(Severity.ADVISORY, "bandung.observations-filtered", taking.filtered);
    var file = received.file();
    int kept = whole(file.kept());
    done(
        new ImportSummary.File(
            name,
            whole(file.kept() + file.refused() + file.leftOut()),
            received.known() ? 0 : kept,
            0,
            whole(file.leftOut()) + (received.known() ? kept : 0),
            whole(file.refused()),
            noted,
            seconds(begun)));
    return usable();
  }

  /// Figures of two units must not stand in one series.
  private Optional<List<String>> otherUnit() {
    var about = wish.mapping.about();
    return observations.find(about.dataset()).stream()
        .flatMap(d -> d.series().stream())
        .filter(s -> !s.unit().equals(about.unitOf(s.code())))
        .map(s -> List.of(about.dataset(), s.code(), s.unit(), about.unitOf(s.code())))
        .findFirst();
  }

  private static int whole(long count) {
    return (int) Math.min(Integer.MAX_VALUE, count);
  }

  private void tell(Received received, CountryCodes countries) {
    if (received.known()) {
      remark(Severity.ADVISORY, "bandung.observations-known");
    }
    if (received.replaced() > 0) {
      remark(
          Severity.ADVISORY, "bandung.observations-replaced", String.valueOf(received.replaced()));
    }
    if (received.twice() > 0) {
      remark(Severity.WARNING, "bandung.observations-twice", String.valueOf(received.twice()));
    }
    for (var meaning : LoadedFile.Meaning.values()) {
      var odd = countries.odd().stream().filter(c -> c.meaning() == meaning).toList();
      if (!odd.isEmpty()) {
        var shown =
            odd.stream()
                .limit(CODES_SHOWN)
                .map(c ->
                    c.taken().equals(c.code())
                        ? c.code() + " (" + c.times() + ")"
                        : c.code() + " → " + c.taken() + " (" + c.times() + ")")
                .toList();
        remark(
            meaning == LoadedFile.Meaning.UNKNOWN ? Severity.WARNING : Severity.ADVISORY,
            "bandung.observations-codes-" + meaning.name().toLowerCase(Locale.ROOT),
            String.valueOf(odd.size()),
            String.join(", ", shown));
      }
    }
  }

  private void list(Severity severity, String code, List<String> names) {
    if (!names.isEmpty()) {
      remark(severity, code, String.valueOf(names.size()), String.join(", ", names));
    }
  }

  private void remark(Severity severity, String code, String... arguments) {
    var shown = new ArrayList<String>();
    for (var argument : arguments) {
      shown.add(Printable.of(argument, 1_000));
    }
    var note = new Note(0, "", severity, code, "", shown);
    told(note);
    remarks.add(new ObservationImports.Remark(name(), note));
  }

  /// Tells a note, unless so many were told that nobody reads more.
  private void told(Note note) {
    noted++;
    if (noted < MOST_TOLD) {
      tell(note);
    } else if (noted == MOST_TOLD) {
      tell(
          new Note(
              0,
              "",
              Severity.WARNING,
              "bandung.observations-more-notes",
              "",
              List.of(String.valueOf(MOST_TOLD))));
    }
  }

  /// Tells how far it has come.
  private void heard() {
    taken++;
    var files = input;
    if (taken % OFTEN == 0 && files != null) {
      progress.at(
          new ImportProgress.Step(
              name(), files.done(), files.total(), taken, (System.nanoTime() - started) / 1e9));
    }
  }

  /// One file.
  private final class Taking {
    private final InputStream bytes;
    private final CountryCodes countries = new CountryCodes(reference, wish.mapping.aliases());
    private List<String> unmapped = List.of();
    private List<String> absent = List.of();
    private List<String> filtered = List.of();

    Taking(InputStream bytes) {
      this.bytes = bytes;
    }

    LoadedFile read(ObservationSink to) {
      ObservationSink counting =
          (Observation o) -> {
            heard();
            to.add(o);
          };
      var reader =
          new ObservationReader(wish.mapping, countries, counting, ObservationFiles.this::told);
      var ended =
          reading(
              bytes,
              in -> {
                try {
                  reader.read(in);
                } catch (TooManyCodes e) {
                  throw new UnreadableInput(
                      "bandung.observations-too-many-codes", String.valueOf(TooManyCodes.MOST));
                }
              });
      unmapped = reader.unmapped();
      absent = reader.absent();
      filtered =
          reader.byFilter().entrySet().stream()
              .map(f -> f.getKey() + " (" + f.getValue() + ")")
              .toList();
      return new LoadedFile(
          Printable.published(name()),
          ended.sha256(),
          wish.mapping.name(),
          wish.mapping.sha256(),
          wish.mapping.replaces(),
          reader.kept(),
          reader.refused(),
          reader.leftOut(),
          countries.odd());
    }
  }
}
