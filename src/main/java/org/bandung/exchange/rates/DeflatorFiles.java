package org.bandung.exchange.rates;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportReport;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rows.TableFile;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.exchange.rows.TableLimits;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.rows.TableSink;
import org.bandung.kernel.Note;
import org.bandung.reference.money.Deflator;
import org.bandung.reference.money.RateFile;
import org.bandung.reference.money.Rates;
import org.bandung.reference.money.Received;

/// Files of deflators on their way in: the Penn World Table, or a table `year`, `level`.
///
/// Penn World Table 10.01: `pl_gdpo` is the price level of output-side real GDP, that of the United
/// States in 2017 being one, in United States dollars at the exchange rate `xr`. So for amounts in
/// dollars the level is `pl_gdpo`, and for amounts in the country's own currency `pl_gdpo × xr`.
/// Source: Feenstra, Inklaar and Timmer (2015), doi 10.1257/aer.20130954.
final class DeflatorFiles extends FileTally {

  private static final TableLimits LIMITS =
      new TableLimits(500, 10_000, 1_000_000, 32 << 20, 512L << 20);
  private static final List<String> PENN = List.of("isocode", "year", "pl_gdpo", "xr");
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2200;
  private static final int DIGITS = 12;

  private final Rates rates;
  private final RateImports.DeflatorWish wish;
  private final boolean trial;

  DeflatorFiles(
      Rates rates,
      RateImports.DeflatorWish wish,
      boolean trial,
      ImportReport report,
      ImportProgress progress) {
    super(report, progress);
    this.rates = rates;
    this.wish = wish;
    this.trial = trial;
  }

  @Override
  public boolean file(String name, InputStream bytes) {
    begin(name);
    long started = System.nanoTime();
    var levels = new Levels();
    var ended = reading(bytes, in -> TableFile.read(in, TableFormat.SEEN, LIMITS, levels));
    var received = new Received(0, 0, 0, false);
    if (levels.index.isEmpty()) {
      if (unreadable().stream().noneMatch(u -> u.file().equals(name))) {
        fail("bandung.deflator-empty", List.of(wish.country()));
      }
    } else {
      var published = Printable.published(name);
      var file =
          new RateFile(
              true,
              wish.name(),
              levels.penn ? "pwt" : "table",
              published,
              ended.sha256(),
              Instant.EPOCH,
              0,
              levels.refused);
      var deflator =
          new Deflator(wish.name(), wish.currency(), wish.source().orElse(published), levels.index);
      received = rates.receive(file, deflator, trial);
    }
    done(levels.refused, levels.noted, received, started);
    return usable();
  }

  /// The levels of one file.
  private final class Levels implements TableSink {
    private final TreeMap<Integer, BigDecimal> index = new TreeMap<>();
    private boolean penn;
    private boolean known;
    private int refused;
    private int noted;

    @Override
    public void columns(List<String> names) throws UnreadableInput {
      penn = names.containsAll(PENN);
      if (!penn && !names.containsAll(List.of("year", "level"))) {
        throw new UnreadableInput(
            "bandung.deflator-unknown", String.join(", ", names.stream().limit(8).toList()));
      }
      known = true;
    }

    @Override
    public void row(TableRow row) throws UnreadableInput {
      if (!known) {
        columns(List.copyOf(row.cells().keySet()));
      }
      if (penn) {
        if (row.first("isocode").equals(wish.country())) {
          penn(row);
        }
      } else if (!row.first("level").isEmpty()) {
        level(row, RateSheet.number(row.first("level")), row.first("level"));
      }
    }

    private void penn(TableRow row) {
      var price = row.first("pl_gdpo");
      if (price.isEmpty() || price.equals("NA")) {
        return;
      }
      boolean dollars = wish.currency().equals("USD");
      var level = RateSheet.number(price);
      var rate = dollars ? Optional.of(BigDecimal.ONE) : RateSheet.number(row.first("xr"));
      level(
          row,
          level.flatMap(l -> rate.map(r -> l.multiply(r).round(new MathContext(DIGITS)))),
          dollars ? price : price + " × " + row.first("xr"));
    }

    private void level(TableRow row, Optional<BigDecimal> level, String told) {
      var year = row.first("year");
      boolean good =
          year.matches("[0-9]{4}")
              && Integer.parseInt(year) >= FIRST_YEAR
              && Integer.parseInt(year) <= LAST_YEAR;
      if (!good || level.isEmpty()) {
        refused(
            row.line(),
            good ? "bandung.rate-not-usable" : "bandung.rate-no-period",
            good ? told : wish.name(),
            wish.name().toLowerCase(Locale.ROOT),
            year);
        return;
      }
      index.put(Integer.valueOf(year), level.get());
    }

    @Override
    public void refused(int line, String code, String... arguments) {
      refused++;
      note(line, code, Note.Severity.REFUSED, arguments);
    }

    @Override
    public void remark(int line, String code, String... arguments) {
      note(line, code, Note.Severity.ADVISORY, arguments);
    }

    private void note(int line, String code, Note.Severity severity, String... arguments) {
      noted++;
      var shown = List.of(arguments).stream().map(a -> Printable.of(a, 60)).toList();
      tell(new Note(line, "", severity, code, "", shown));
    }
  }
}
