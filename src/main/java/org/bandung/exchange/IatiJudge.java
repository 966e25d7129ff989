package org.bandung.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import net.sf.saxon.Configuration;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.bandung.exchange.files.RecordSlice;
import org.bandung.exchange.standard.IatiCodelists;
import org.bandung.exchange.standard.IatiRules;
import org.bandung.exchange.standard.IatiSchemas;
import org.bandung.exchange.standard.IatiStandard;
import org.bandung.exchange.standard.XmlTree;
import org.bandung.exchange.standard.XmlTreeParser;
import org.bandung.kernel.Note;
import org.bandung.kernel.Note.Severity;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/// Judges one record (an `iati-activity` or `iati-organisation` element) given as text: schema,
/// rules and codelists of the official material where a node has it, else Bandung's own checks.
///
/// One judge serves any number of threads.
final class IatiJudge {

  /// Raised when the meaning of our own checks or of a kind of rule changes.
  private static final String OWN_RULES = "2";

  private static final String SCHEMA = "0.3.1";

  private final Processor processor = new Processor(false);
  private final Configuration configuration = processor.getUnderlyingConfiguration();
  private final @Nullable IatiStandard standard;
  private final IatiJudgeOwnChecks own;
  private final Map<String, ConcurrentLinkedDeque<XmlTreeParser>> idle = new ConcurrentHashMap<>();

  private IatiJudge(IatiSettings settings, Clock clock) {
    standard =
        settings
            .standard()
            .map(folder -> IatiStandard.load(folder, configuration, () -> LocalDate.now(clock)))
            .orElse(null);
    own = new IatiJudgeOwnChecks(() -> LocalDate.now(clock));
  }

  /// A judge with the official material if it is configured.
  ///
  /// @throws IllegalArgumentException naming the file that is missing or cannot be used
  static IatiJudge of(IatiSettings settings) {
    return of(settings, Clock.systemUTC());
  }

  /// @param clock tells which dates lie in the future
  static IatiJudge of(IatiSettings settings, Clock clock) {
    return new IatiJudge(settings, clock);
  }

  /// Changes when the official material or our own rules do.
  String fingerprint() {
    return OWN_RULES + "-" + (standard == null ? "none" : standard.fingerprint());
  }

  Judgement judge(RecordSlice slice) {
    var tree = parse(slice);
    var notes = new ArrayList<Note>();
    if (tree.fatal() != null || tree.document() == null) {
      notes.add(notWellFormed(tree, slice));
      return new Judgement(null, notes);
    }
    var root = child(tree.document());
    var element = root == null ? null : child(root);
    if (root == null || element == null) {
      notes.add(note("bandung.empty-record", slice.firstLine(), "", ""));
      return new Judgement(null, notes);
    }
    if (standard == null) {
      own.judge(element, tree.recordId(), notes);
    } else {
      schema(tree, slice, notes);
      rules(standard.rules(), tree, notes);
      codelists(standard.codelists(), root, tree.recordId(), notes);
    }
    return new Judgement((XdmNode) XdmValue.wrap(element), notes);
  }

  private XmlTree parse(RecordSlice slice) {
    var root = slice.root();
    var text = new XmlTreeParser.Joined(List.of(root.open(), slice.text(), root.close()));
    var pool =
        idle.computeIfAbsent(
            root.name() + IatiSchemas.versionFor(root.version()),
            key -> new ConcurrentLinkedDeque<>());
    var parser = pool.poll();
    if (parser == null) {
      parser =
          new XmlTreeParser(
              configuration,
              standard == null ? null : standard.schemas().schema(root.version(), root.name()));
    }
    var tree = parser.parse(new InputSource(text), slice.firstLine() - 1);
    pool.push(parser);
    return tree;
  }

  private Note notWellFormed(XmlTree tree, RecordSlice slice) {
    var fatal = tree.fatal();
    int line = fatal == null ? slice.firstLine() : fatal.line();
    return note(
        "bandung.not-well-formed",
        line,
        tree.recordId(),
        fatal == null ? "" : fatal.path(),
        fatal == null ? "" : fatal.message());
  }

  private void schema(XmlTree tree, RecordSlice slice, List<Note> notes) {
    for (var fault : tree.faults()) {
      notes.add(
          new Note(
              fault.line(),
              tree.recordId(),
              Severity.ERROR,
              SCHEMA,
              fault.path(),
              List.of(fault.message())));
    }
    int more = tree.faultCount() - tree.faults().size();
    if (more > 0) {
      notes.add(
          note(
              "bandung.more-schema-errors",
              slice.firstLine(),
              tree.recordId(),
              "",
              String.valueOf(more)));
    }
  }

  private static void rules(IatiRules rules, XmlTree tree, List<Note> notes) {
    var document = tree.document();
    if (document == null) {
      return;
    }
    rules.judge(
        document,
        (rule, node) ->
            notes.add(
                new Note(
                    node.getLineNumber(),
                    tree.recordId(),
                    rule.severity(),
                    rule.id(),
                    rule.path(),
                    List.of(rule.message()))));
  }

  private static void codelists(
      IatiCodelists codelists, NodeInfo root, String record, List<Note> notes) {
    codelists.judge(
        root,
        (check, code, where) ->
            notes.add(
                new Note(
                    where.getLineNumber(),
                    record,
                    check.list().complete() ? Severity.ERROR : Severity.WARNING,
                    check.id(),
                    check.path(),
                    check.arguments(code))));
  }

  private static @Nullable NodeInfo child(NodeInfo parent) {
    var children = parent.children(NodeKindTest.ELEMENT).iterator();
    return children.hasNext() ? children.next() : null;
  }

  /// A note of ours with the severity that `exchange/notes.csv` gives its code.
  static Note note(String code, int line, String record, String path, String... arguments) {
    return new Note(line, record, IatiNotes.severity(code), code, path, List.of(arguments));
  }
}
