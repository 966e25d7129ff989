package org.bandung.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.RecordSlice;
import org.bandung.exchange.files.RootTag;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.files.XmlSlicer;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// Reads one IATI file: its root, its records one after the other, and what is odd around them.
final class IatiFileReader implements XmlSlicer.Sink {

  static final String ACTIVITIES = "iati-activities";
  static final String ORGANISATIONS = "iati-organisations";
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s([^\\s=<>\"'/]+)\\s*=\\s*(?:\"([^\"<]*)\"|'([^'<]*)')");
  private static final Pattern IDENTIFIER =
      Pattern.compile("<(?:iati|organisation)-identifier[^<>]*>([^<]{0,2000})<");
  private static final Pattern VERSION_2 = Pattern.compile("2\\.0[1-3]");

  /// What becomes of the records.
  interface Sink {
    void piece(Piece piece) throws IOException;
  }

  /// A record, or why there is none.
  ///
  /// @param refusal with the line in the file
  record Piece(RecordSlice slice, @Nullable Note refusal) {}

  private final Sink sink;
  private final List<Note> remarks = new ArrayList<>();
  private final Set<String> remarked = new HashSet<>();
  private RootTag root = new RootTag("", "", Map.of(), null);

  IatiFileReader(Sink sink) {
    this.sink = sink;
  }

  /// Reads a file to its end.
  void read(InputStream in) throws IOException {
    new XmlSlicer(in, this).slice();
  }

  /// What is to be said of the file as a whole.
  List<Note> remarks() {
    return List.copyOf(remarks);
  }

  @Override
  public String root(String name, String tag, int line) throws IOException {
    var element =
        switch (name) {
          case ACTIVITIES -> "iati-activity";
          case ORGANISATIONS -> "iati-organisation";
          default -> throw new UnreadableInput("bandung.not-iati", Printable.of(name, 80));
        };
    var namespaces = new HashMap<String, String>();
    String version = "";
    String generated = null;
    for (var attribute = ATTRIBUTE.matcher(tag); attribute.find(); ) {
      var value = unescaped(attribute);
      var attributeName = attribute.group(1);
      if (attributeName.startsWith("xmlns:") && !value.isEmpty()) {
        namespaces.put(attributeName.substring(6), value);
      } else if (attributeName.equals("xmlns")) {
        remark("bandung.default-namespace", line, value);
      } else if (attributeName.equals("version")) {
        version = value.strip();
      } else if (attributeName.equals("generated-datetime")) {
        generated = value.strip();
      }
    }
    namespaces.remove("xml");
    root = new RootTag(name, version, namespaces, generated);
    if (!version.startsWith("1") && !VERSION_2.matcher(version).matches()) {
      remark("bandung.version-assumed", line, Printable.of(version, 40));
    }
    return element;
  }

  @Override
  public void record(String text, int firstLine) throws IOException {
    Note refusal = null;
    if (root.version().startsWith("1")) {
      refusal = refusal("bandung.version-1", text, firstLine, Printable.of(root.version(), 40));
    }
    sink.piece(new Piece(new RecordSlice(root, refusal == null ? text : "", firstLine), refusal));
  }

  @Override
  public void refused(String code, String beginning, int firstLine, int line, String argument)
      throws IOException {
    var refusal = refusal(code, beginning, line, argument);
    sink.piece(new Piece(new RecordSlice(root, "", firstLine), refusal));
  }

  private static Note refusal(String code, String text, int line, String argument) {
    var arguments = argument.isEmpty() ? List.<String>of() : List.of(argument);
    return new Note(line, identifierIn(text), Note.Severity.REFUSED, code, "", arguments);
  }

  /// Once a file for each code.
  @Override
  public void remark(String code, int line, String argument) {
    if (remarked.add(code)) {
      var arguments = List.of(argument.isEmpty() ? "-" : Printable.of(argument, 80));
      remarks.add(new Note(line, "", IatiNotes.severity(code), code, "", arguments));
    }
  }

  /// The identifier as far as it can be told without parsing.
  static String identifierIn(String text) {
    var matcher = IDENTIFIER.matcher(text);
    return matcher.find() ? Printable.of(matcher.group(1).strip(), 200) : "";
  }

  private static String unescaped(Matcher attribute) {
    var value = attribute.group(2) != null ? attribute.group(2) : attribute.group(3);
    return value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
