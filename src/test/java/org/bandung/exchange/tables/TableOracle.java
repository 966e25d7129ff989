package org.bandung.exchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rows.TableFile;
import org.bandung.exchange.rows.TableLimits;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.rows.TableSink;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.bandung.reference.CountryResolution;
import org.bandung.registry.StatementOracle;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Content.Signal;

/// What must hold of every table read through a mapping, whatever bytes it is.
final class TableOracle {

  static final TableLimits NARROW = new TableLimits(50, 300, 1_000, 1 << 20, 4L << 20);

  private static final Messages WORDS = Messages.of("exchange");

  /// Countries of the invented world; everything else is unknown.
  static final TableGround GROUND =
      new TableGround() {
        @Override
        public CountryResolution resolveCountry(String name) {
          return switch (name) {
            case "QM", "Meridia" -> new CountryResolution.Found(new CountryCode("QMM"));
            case "QN", "Norelia" -> new CountryResolution.Found(new CountryCode("QNN"));
            default -> new CountryResolution.Unknown(name);
          };
        }

        @Override
        public String fingerprint() {
          return "";
        }

        @Override
        public List<Signal> signals(Iterable<Classification> codes, Iterable<String> texts) {
          return List.of();
        }

        @Override
        public Note.Severity severity(String code) {
          known(code);
          return Note.Severity.WARNING;
        }
      };

  /// Uses every kind of field, so that a row meets every reader of a cell.
  private static final String MAPPING =
      """
      mapping: fuzz
      source: {publisher: meridia, name: {en: Meridia}, speaker: party, publisher-column: who}
      identity: id
      columns:
        title: {to: title, language: en}
        text: {to: description}
        from: {to: actual-start, order: dmy}
        to: {to: actual-end, open-end: [Present]}
        country: {to: country, role: provider, separator: ";"}
        partner: {to: country, role: recipient, separator: ","}
        agency: {to: organisation, role: implementer}
        amount: {to: contribution, with: {currency: currency, start: from, end: to}}
        number: {to: quantity, decimal: comma}
        sdg: {to: sdg, separator: ","}
        sector: {to: classification, scheme: dac-sector, with: {percentage: share, name: name}}
        place: {to: place, with: {position: position}}
        link: {to: link, prefixes: {"//": "https://"}, with: {title: name}}
        other: {to: identifier}
        changed: {to: last-updated}
      """;

  private TableOracle() {}

  private static final TableMapping READ = mapping();

  private static TableMapping mapping() {
    try {
      var bytes = MAPPING.getBytes(StandardCharsets.UTF_8);
      if (MappingReader.read("fuzz", new ByteArrayInputStream(bytes))
          instanceof MappingReader.Reading.Read(var mapping)) {
        return mapping;
      }
      throw new IllegalStateException(
          MappingReader.read("fuzz", new ByteArrayInputStream(bytes)).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a table twice: by itself, however its columns are called, and through the mapping.
  static void check(byte[] bytes) throws IOException {
    try {
      var format = READ.format();
      TableFile.read(new ByteArrayInputStream(bytes), format, NARROW, new Bounded());
    } catch (UnreadableInput e) {
      known(e.code());
    }
    var table = new MappedTable(READ, GROUND, NARROW);
    try {
      table.read(new ByteArrayInputStream(bytes), TableOracle::item);
    } catch (UnreadableInput e) {
      known(e.code());
    }
    StatementOracle.notes(table.remarks());
  }

  static void item(MappedTable.Item item) {
    assertThat(item.line()).isPositive();
    StatementOracle.notes(item.notes());
    var reading = item.read();
    StatementOracle.notes(reading.notes());
    assertThat(reading.notes()).noneMatch(n -> n.code().equals("bandung.fault"));
    reading.notes().forEach(n -> known(n.code()));
    if (reading instanceof MappedTable.Reading.Taken(var statement)) {
      StatementOracle.check(statement);
    }
  }

  static void known(String code) {
    assertThat(WORDS.has("note." + code)).as(code).isTrue();
  }

  /// Nothing that comes out is larger than the limits.
  private static final class Bounded implements TableSink {
    @Override
    public void columns(List<String> columns) {
      assertThat(columns.size()).isBetween(1, NARROW.columns());
      assertThat(columns).doesNotHaveDuplicates();
    }

    @Override
    public void row(TableRow row) {
      assertThat(row.line()).isPositive();
      assertThat(row.cells().size()).isLessThanOrEqualTo(NARROW.columns());
      row.cells()
          .values()
          .forEach(cells ->
              cells.forEach(c -> assertThat(c.length()).isLessThanOrEqualTo(NARROW.cell())));
    }

    @Override
    public void refused(int line, String code, String... arguments) {
      assertThat(line).isPositive();
      known(code);
    }

    @Override
    public void remark(int line, String code, String... arguments) {
      known(code);
    }
  }
}
