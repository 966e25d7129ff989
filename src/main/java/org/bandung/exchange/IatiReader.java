package org.bandung.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.RecordSlice;
import org.bandung.exchange.files.RootTag;
import org.bandung.exchange.iati.Brought;
import org.bandung.exchange.iati.Ours;
import org.bandung.exchange.iati.ReadBlock;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.parties.Parties.OrganisationStatement;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one record of IATI: judges it and maps it to what the house understands. Safe for all
/// threads.
final class IatiReader {

  private static final Logger LOG = LoggerFactory.getLogger(IatiReader.class);

  /// Raise it when the mapping changes, so that what is held is mapped again.
  private static final String MAPPING = "2";

  private static final int LONGEST_IDENTIFIER = 500;

  /// As strong as SHA-256 and faster on 64 bits where no machine instruction helps.
  private static final String HASH = "SHA-512/256";

  /// What became of a record; the lines of its notes count from its own first line as 1.
  sealed interface Reading {
    List<Note> notes();

    record Activity(Statement statement) implements Reading {
      @Override
      public List<Note> notes() {
        return statement.notes();
      }
    }

    record Organisation(OrganisationStatement statement, List<Note> notes) implements Reading {}

    /// What a file of another node brings of one initiative, as it stood there.
    record Brought(List<Statement> statements, List<Note> notes) implements Reading {}

    record Refused(List<Note> notes) implements Reading {}
  }

  private final IatiJudge judge;
  private final IatiRecord.Countries countries;
  private final IatiTables tables = new IatiTables();
  private final SouthSouthSignals signals = new SouthSouthSignals();
  private final String fingerprint;
  private final @Nullable Set<String> untouched;

  IatiReader(IatiSettings settings, IatiRecord.Countries countries) {
    this(settings, countries, null);
  }

  /// @param untouched sources that nobody can speak for, where the statements in files of other
  ///   nodes are taken over as they stood there; null where such a file is one like others
  IatiReader(
      IatiSettings settings, IatiRecord.Countries countries, @Nullable Set<String> untouched) {
    this.untouched = untouched;
    this.judge = IatiJudge.of(settings);
    this.countries = countries;
    this.fingerprint =
        StableId.of(
            MAPPING,
            judge.fingerprint(),
            countries.fingerprint(),
            IatiTables.fingerprint(),
            SouthSouthSignals.fingerprint(),
            ExchangeTables.fingerprint("notes.csv"));
  }

  /// Changes when the same record could be read differently.
  String fingerprint() {
    return fingerprint;
  }

  /// 64 hexadecimal digits over the record and what its root says for it.
  static String hash(RecordSlice slice) {
    try {
      var digest = MessageDigest.getInstance(HASH);
      digest.update(startTag(slice.root()).getBytes(StandardCharsets.UTF_8));
      digest.update(slice.text().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + HASH, e);
    }
  }

  /// A fault of ours costs one record, not its file.
  Reading read(RecordSlice slice, String hash) {
    try {
      return judged(slice, hash);
    } catch (RuntimeException e) {
      var identifier = IatiFileReader.identifierIn(slice.text());
      LOG.error("reading the record {} failed", identifier, e);
      var note = refusal(identifier, "bandung.fault", e.getClass().getSimpleName());
      return new Reading.Refused(List.of(note));
    }
  }

  private Reading judged(RecordSlice slice, String hash) {
    var notes = new ArrayList<Note>();
    var judgement = judge.judge(new RecordSlice(slice.root(), slice.text(), 1));
    var element = judgement.element();
    if (element == null) {
      notes.addAll(judgement.notes());
      if (notes.stream().noneMatch(n -> n.severity() == Note.Severity.REFUSED)) {
        notes.add(refusal("", "bandung.not-well-formed", ""));
      }
      return refused(IatiFileReader.identifierIn(slice.text()), notes);
    }
    var record = IatiElement.of(element.getUnderlyingNode());
    boolean activity = slice.root().name().equals(IatiFileReader.ACTIVITIES);
    var identifier = identifier(record, activity ? "iati-identifier" : "organisation-identifier");
    notes.addAll(judgement.notes());
    var refusal = refusal(slice, record, identifier);
    if (refusal != null) {
      notes.add(refusal);
      return refused(identifier, notes);
    }
    return activity
        ? activity(slice, hash, record, identifier, notes)
        : organisation(slice, hash, record, identifier, notes);
  }

  private static Reading refused(String identifier, List<Note> notes) {
    return new Reading.Refused(named(identifier, notes));
  }

  private static @Nullable Note refusal(RecordSlice slice, IatiElement record, String identifier) {
    if (identifier.isEmpty()) {
      return refusal("", "bandung.no-identifier", "");
    }
    if (identifier.length() > LONGEST_IDENTIFIER) {
      var limit = String.valueOf(LONGEST_IDENTIFIER);
      return refusal(Printable.of(identifier, 80), "bandung.identifier-too-long", limit);
    }
    var own = slice.root().version().isEmpty() ? record.attributeOfAnyNamespace("version") : null;
    return own != null && own.startsWith("1")
        ? refusal(identifier, "bandung.version-1", own)
        : null;
  }

  private static Note refusal(String identifier, String code, String argument) {
    var arguments = argument.isEmpty() ? List.<String>of() : List.of(argument);
    return new Note(1, identifier, Note.Severity.REFUSED, code, "", arguments);
  }

  private Reading activity(
      RecordSlice slice, String hash, IatiElement element, String identifier, List<Note> notes) {
    var mappingNotes = new IatiNotes(identifier);
    var currency = element.attribute("default-currency");
    var record = new IatiRecord(element, currency, tables, countries, mappingNotes);
    var reportingOrg = element.child("reporting-org");
    var content = IatiActivityMapping.content(record, signals);
    var block =
        slice.text().contains(Ours.NAMESPACE) || untouched != null
            ? ReadBlock.of(slice.root().open() + slice.text() + slice.root().close()).orElse(null)
            : null;
    if (block != null && untouched != null) {
      notes.addAll(mappingNotes.list());
      return brought(block, content, identifier, notes, untouched);
    }
    if (block != null) {
      content = told(block, content);
    }
    var lastUpdated = IatiActivityMapping.lastUpdated(element, mappingNotes);
    notes.addAll(mappingNotes.list());
    return new Reading.Activity(
        new Statement(
            IatiPublisher.source(reportingOrg),
            identifier,
            IatiPublisher.speaker(reportingOrg, content.participants()),
            hash,
            new Statement.Payload(compressed(slice)),
            lastUpdated,
            IatiPublisher.generated(element, slice.root()),
            content,
            named(identifier, notes),
            fingerprint));
  }

  private Reading brought(
      ReadBlock block, Content content, String id, List<Note> notes, Set<String> untouched) {
    var statements = Brought.of(block, content, named(id, notes), fingerprint, untouched);
    if (statements.size() < block.statements().size()) {
      notes.add(note(id, statements.isEmpty() ? "bandung.own-word" : "bandung.own-word-kept"));
    }
    return statements.isEmpty()
        ? refused(id, notes)
        : new Reading.Brought(statements, named(id, notes));
  }

  /// A note on a whole record.
  static Note note(String identifier, String code) {
    return new Note(1, Printable.of(identifier, 80), IatiNotes.severity(code), code, "", List.of());
  }

  /// A node's own activity tells the roles and the kind that IATI has no words for.
  private static Content told(ReadBlock block, Content c) {
    return new Content(
        block.kind() == null ? c.kind() : block.kind(),
        c.title(),
        c.description(),
        c.status(),
        c.planned(),
        c.actual(),
        block.participants().isEmpty() ? c.participants() : block.participants(),
        c.classifications(),
        c.places(),
        c.contributions(),
        c.results(),
        c.milestones(),
        c.links(),
        c.relations(),
        c.identifiers(),
        c.signals());
  }

  private static Reading organisation(
      RecordSlice slice, String hash, IatiElement element, String identifier, List<Note> notes) {
    var reportingOrg = element.child("reporting-org");
    boolean itself = reportingOrg != null && identifier.equals(reportingOrg.attribute("ref"));
    var statement =
        new OrganisationStatement(
            IatiPublisher.source(reportingOrg).key(),
            identifier,
            element.narrativesOf("name"),
            itself && reportingOrg != null ? reportingOrg.attribute("type") : null,
            hash,
            compressed(slice),
            IatiPublisher.instant(element.attribute("last-updated-datetime")),
            IatiPublisher.generated(element, slice.root()));
    return new Reading.Organisation(statement, named(identifier, notes));
  }

  private static String identifier(IatiElement record, String name) {
    var element = record.child(name);
    return element == null ? "" : element.text();
  }

  /// The judge need not know how the record is called.
  private static List<Note> named(String identifier, List<Note> notes) {
    var shown = Printable.of(identifier, 80);
    return notes.stream()
        .map(n ->
            n.record().isEmpty()
                ? new Note(n.line(), shown, n.severity(), n.code(), n.path(), n.arguments())
                : n)
        .toList();
  }

  /// The record in its root again, so that it can be read without its file.
  private static byte[] compressed(RecordSlice slice) {
    var bytes = new ByteArrayOutputStream(slice.text().length() / 4 + 200);
    try (var gzip = new FastGzip(bytes)) {
      gzip.write(startTag(slice.root()).getBytes(StandardCharsets.UTF_8));
      gzip.write(slice.text().getBytes(StandardCharsets.UTF_8));
      gzip.write(("</" + slice.root().name() + ">").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("compressing in memory", e);
    }
    return bytes.toByteArray();
  }

  private static String startTag(RootTag root) {
    var tag = new StringBuilder("<").append(root.name());
    tag.append(" version=\"").append(escaped(root.version())).append('"');
    new TreeMap<>(root.namespaces())
        .forEach((prefix, uri) ->
            tag.append(" xmlns:").append(prefix).append("=\"").append(escaped(uri)).append('"'));
    return tag.append('>').toString();
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 1 << 13);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
