package org.bandung.exchange.rates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportReport;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.ImportSummary;
import org.bandung.exchange.files.InputFiles;
import org.bandung.exchange.files.InputSettings;
import org.bandung.reference.money.Rates;
import org.springframework.stereotype.Service;

/// Brings exchange rates and deflators in; the one entrance of this package.
@Service
public class RateImports {

  private final Rates rates;
  private final InputSettings reach;

  public RateImports(Rates rates, InputSettings reach) {
    this.rates = rates;
    this.reach = reach;
  }

  /// What a deflator of a file is to be called and whose it is.
  ///
  /// @param country of whom, by alpha-3, where a file holds many
  /// @param currency of the amounts it is for
  /// @param source where it was read; else the name of the file
  public record DeflatorWish(
      String name, String country, String currency, Optional<String> source) {}

  /// Imports files of rates.
  ///
  /// @param format of all of them, if it is not to be seen from each
  /// @param source the key of their source, if it is not to be that of the format
  public ImportSummary importRates(
      ImportRequest request,
      Optional<RateFormat> format,
      Optional<String> source,
      ImportProgress progress) {
    try (var report = new ImportReport(request.report(), request.language())) {
      var files =
          new RateFiles(
              rates, new RateFiles.Wish(format, source, request.dryRun()), report, progress);
      return run(request, files);
    }
  }

  /// Imports a deflator.
  public ImportSummary importDeflator(
      ImportRequest request, DeflatorWish wish, ImportProgress progress) {
    try (var report = new ImportReport(request.report(), request.language())) {
      return run(request, new DeflatorFiles(rates, wish, request.dryRun(), report, progress));
    }
  }

  private ImportSummary run(ImportRequest request, FileTally files) {
    long started = System.nanoTime();
    try {
      new InputFiles(files, InputFiles.Wanted.RATES, reach).read(request.inputs());
    } catch (IOException e) {
      throw new UncheckedIOException("reading the input", e);
    }
    return new ImportSummary(
        files.files(), files.unreadable(), 0, false, request.dryRun(), FileTally.seconds(started));
  }
}
