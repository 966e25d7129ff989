package org.bandung.exchange.observations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportReport;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.ImportSummary;
import org.bandung.exchange.files.InputFiles;
import org.bandung.exchange.files.InputSettings;
import org.bandung.exchange.rates.FileTally;
import org.bandung.kernel.Note;
import org.bandung.observations.Observations;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Service;

/// Brings observations in; the one entrance of this package.
@Service
public class ObservationImports {

  private final Observations observations;
  private final Reference reference;
  private final InputSettings reach;

  public ObservationImports(Observations observations, Reference reference, InputSettings reach) {
    this.observations = observations;
    this.reference = reference;
    this.reach = reach;
  }

  /// What became of an import.
  ///
  /// @param remarks on whole files: codes that were not taken as they stood, what gave way
  public record Outcome(ImportSummary summary, List<Remark> remarks) {
    public Outcome {
      remarks = List.copyOf(remarks);
    }
  }

  /// A remark on a file as a whole.
  public record Remark(String file, Note note) {}

  /// Imports files through a mapping, each in one transaction.
  public Outcome importObservations(
      ImportRequest request, ObservationMapping mapping, ImportProgress progress) {
    long started = System.nanoTime();
    try (var report = new ImportReport(request.report(), request.language())) {
      var wish = new ObservationFiles.Wish(mapping, request.dryRun());
      var files = new ObservationFiles(observations, reference, wish, report, progress);
      var input = new InputFiles(files, InputFiles.Wanted.TABLES, reach);
      files.measuredBy(input);
      input.read(request.inputs());
      var summary =
          new ImportSummary(
              files.files(),
              files.unreadable(),
              0,
              false,
              request.dryRun(),
              FileTally.seconds(started));
      return new Outcome(summary, files.remarks());
    } catch (IOException e) {
      throw new UncheckedIOException("reading the input", e);
    }
  }
}
