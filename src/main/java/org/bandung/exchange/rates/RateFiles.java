package org.bandung.exchange.rates;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportReport;
import org.bandung.exchange.files.Printable;
import org.bandung.kernel.Note;
import org.bandung.reference.money.Quote;
import org.bandung.reference.money.RateFile;
import org.bandung.reference.money.Rates;
import org.bandung.reference.money.Received;

/// Files of rates on their way in, each in one transaction.
final class RateFiles extends FileTally {

  private final Rates rates;
  private final Wish wish;

  /// What the operator said of the files.
  record Wish(Optional<RateFormat> format, Optional<String> source, boolean trial) {}

  RateFiles(Rates rates, Wish wish, ImportReport report, ImportProgress progress) {
    super(report, progress);
    this.rates = rates;
    this.wish = wish;
  }

  @Override
  public boolean file(String name, InputStream bytes) {
    begin(name);
    long started = System.nanoTime();
    if (rates.isFull()) {
      fail("bandung.rates-full", List.of(String.valueOf(Rates.MOST)));
      done(0, 0, new Received(0, 0, 0, false), started);
      return true;
    }
    var taking = new Taking(bytes);
    var received = rates.receive(taking::read, wish.trial);
    done(taking.refused, taking.noted, received, started);
    return usable();
  }

  /// One file; the key of its source is known when its format is.
  private final class Taking {
    private final InputStream bytes;
    private int refused;
    private int noted;
    private RateFormat format = RateFormat.TABLE;

    Taking(InputStream bytes) {
      this.bytes = bytes;
    }

    RateFile read(Consumer<Quote> to) {
      var sheet = new RateSheet("", to, (Note note) -> tell(note));
      var ended = reading(bytes, in -> format = RateFileReader.read(in, wish.format, sheet));
      refused = sheet.refused();
      noted = sheet.noted();
      return new RateFile(
          false,
          wish.source.orElse(format.source()),
          format.code(),
          Printable.published(name()),
          ended.sha256(),
          Instant.EPOCH,
          0,
          refused);
    }
  }
}
