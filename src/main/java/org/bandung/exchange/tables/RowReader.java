package org.bandung.exchange.tables;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.bandung.catalogue.Entry;
import org.bandung.catalogue.EntryKind;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.rows.TableRow;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.registry.said.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads rows by a mapping: each becomes a statement, or is refused.
final class RowReader {

  private static final Logger LOG = LoggerFactory.getLogger(RowReader.class);

  /// Raise it when the same mapping is to be read differently.
  private static final String READING = "1";

  private static final int LONGEST_IDENTIFIER = 500;

  private final TableMapping mapping;
  private final TableGround ground;
  private final String fingerprint;

  RowReader(TableMapping mapping, TableGround ground) {
    this.mapping = mapping;
    this.ground = ground;
    this.fingerprint = StableId.of(READING, mapping.fingerprint(), ground.fingerprint());
  }

  /// Changes when the same row could be read differently.
  String fingerprint() {
    return fingerprint;
  }

  /// 64 hexadecimal digits over the row and the mapping: with another mapping the same row says
  /// something else.
  String hash(TableRow row) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(READING.getBytes(StandardCharsets.UTF_8));
      digest.update(mapping.fingerprint().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of()
          .formatHex(digest.digest(row.original().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// What names the record in its source's books; empty if a part of it is missing.
  String identifier(TableRow row) {
    var parts = mapping.identity().stream().map(row::first).toList();
    return parts.stream().anyMatch(String::isEmpty) ? "" : String.join("/", parts);
  }

  /// A fault of ours costs one record, not its file.
  MappedTable.Reading read(TableRow row, String hash) {
    var identifier = identifier(row);
    if (identifier.isEmpty()) {
      return refused("", "bandung.no-identity", String.join(", ", mapping.identity()));
    }
    if (identifier.length() > LONGEST_IDENTIFIER) {
      return refused(identifier, "bandung.identifier-too-long", "" + LONGEST_IDENTIFIER);
    }
    try {
      return mapping
          .makes()
          .map(kind -> entry(kind, row, identifier, hash))
          .orElseGet(() -> new MappedTable.Reading.Taken(statement(row, identifier, hash)));
    } catch (RuntimeException e) {
      LOG.error("reading the record {} failed", Printable.of(identifier, 80), e);
      return refused(identifier, "bandung.fault", e.getClass().getSimpleName());
    }
  }

  private static MappedTable.Reading refused(String identifier, String code, String argument) {
    var shown = Printable.of(identifier, 80);
    return new MappedTable.Reading.Refused(
        List.of(new Note(1, shown, Note.Severity.REFUSED, code, "", List.of(argument))));
  }

  private MappedTable.Reading entry(EntryKind kind, TableRow row, String identifier, String hash) {
    var notes = new RowNotes(identifier, ground);
    var content = content(row, notes);
    var details = content.details(kind);
    if (details.isEmpty()) {
      return refused(identifier, "bandung.no-consent", identifier);
    }
    return new MappedTable.Reading.Listed(
        new Entry(
            source(row),
            identifier,
            hash,
            Statement.Payload.compress(row.original()),
            content.build(),
            details.get(),
            notes.list(),
            fingerprint));
  }

  private Statement statement(TableRow row, String identifier, String hash) {
    var notes = new RowNotes(identifier, ground);
    var content = content(row, notes);
    var source = source(row);
    return new Statement(
        source,
        identifier,
        content.speaker(
            mapping.source().speaker(),
            mapping.source().publisherColumn() == null ? "" : source.publisher()),
        hash,
        Statement.Payload.compress(row.original()),
        content.lastUpdated(),
        content.generated(),
        content.build(),
        notes.list(),
        fingerprint);
  }

  private RowContent content(TableRow row, RowNotes notes) {
    var content = new RowContent(row, notes, ground);
    for (var rule : mapping.rules()) {
      content.take(rule);
    }
    var formulas = row.formulas().stream().filter(mapping.needed()::contains).toList();
    if (!formulas.isEmpty()) {
      notes.add("bandung.formula", formulas.getFirst(), String.join(", ", formulas));
    }
    return content;
  }

  private Statement.Source source(TableRow row) {
    var source = mapping.source();
    var column = source.publisherColumn();
    var given = column == null ? "" : row.first(column).replaceAll("\\s+", "");
    var nameColumn = source.nameColumn();
    var name = nameColumn == null ? "" : row.first(nameColumn);
    if (given.isEmpty() || given.length() > 200) {
      var publisher = source.publisher().isEmpty() ? "unknown" : source.publisher();
      return new Statement.Source(source.channel(), publisher, source.name());
    }
    return new Statement.Source(
        source.channel(),
        given,
        name.isEmpty() ? source.name() : LocalizedText.of(LocalizedText.UNDETERMINED, name));
  }
}
