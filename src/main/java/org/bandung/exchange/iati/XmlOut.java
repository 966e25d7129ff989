package org.bandung.exchange.iati;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/// Writes elements in one way only: equal elements, equal bytes. Declares a namespace where it is
/// first needed; a character that XML cannot hold becomes U+FFFD.
final class XmlOut {

  private static final String STEP = "  ";
  private static final char REPLACEMENT = '\uFFFD';

  private final Writer out;

  XmlOut(Writer out) {
    this.out = out;
  }

  /// Begins a file with its root, in which our namespace is declared.
  void begin(Xml root) throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
    out.write(root.local);
    attribute("xmlns:" + Ours.PREFIX, Ours.NAMESPACE);
    attributes(root);
    out.write(">\n");
  }

  void end(Xml root) throws IOException {
    out.write("</" + root.local + ">\n");
  }

  /// Writes a record below the root.
  void record(Xml record) throws IOException {
    element(record, Map.of("", "", "xml", "", Ours.PREFIX, Ours.NAMESPACE), 1, true);
  }

  private void element(Xml e, Map<String, String> scope, int depth, boolean laidOut)
      throws IOException {
    if (laidOut) {
      out.write(STEP.repeat(depth));
    }
    out.write('<');
    out.write(name(e.prefix, e.local));
    var known = declare(e, scope);
    attributes(e);
    if (e.children.stream().allMatch(""::equals)) {
      out.write("/>");
    } else {
      out.write('>');
      children(e, known, depth, laidOut && !e.hasText());
      out.write("</" + name(e.prefix, e.local) + '>');
    }
    if (laidOut) {
      out.write('\n');
    }
  }

  private void children(Xml e, Map<String, String> scope, int depth, boolean laidOut)
      throws IOException {
    if (laidOut) {
      out.write('\n');
    }
    for (var child : e.children) {
      if (child instanceof Xml element) {
        element(element, scope, depth + 1, laidOut);
      } else {
        escaped((String) child, false);
      }
    }
    if (laidOut) {
      out.write(STEP.repeat(depth));
    }
  }

  private Map<String, String> declare(Xml e, Map<String, String> scope) throws IOException {
    var known = declare(e.prefix, e.uri, scope);
    for (var a : e.attributes) {
      if (!a.prefix().isEmpty() && !a.prefix().equals("xml")) {
        known = declare(a.prefix(), a.uri(), known);
      }
    }
    return known;
  }

  private Map<String, String> declare(String prefix, String uri, Map<String, String> scope)
      throws IOException {
    if (uri.equals(scope.get(prefix))) {
      return scope;
    }
    attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri);
    var wider = new HashMap<>(scope);
    wider.put(prefix, uri);
    return wider;
  }

  private void attributes(Xml e) throws IOException {
    for (var a : e.attributes) {
      attribute(name(a.prefix(), a.local()), a.value());
    }
  }

  private void attribute(String name, String value) throws IOException {
    out.write(' ');
    out.write(name);
    out.write("=\"");
    escaped(value, true);
    out.write('"');
  }

  private static String name(String prefix, String local) {
    return prefix.isEmpty() ? local : prefix + ':' + local;
  }

  private void escaped(String text, boolean attribute) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.write("&amp;");
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '\r' -> out.write("&#13;");
        case '"' -> out.write(attribute ? "&quot;" : "\"");
        case '\n' -> out.write(attribute ? "&#10;" : "\n");
        case '\t' -> out.write(attribute ? "&#9;" : "\t");
        default -> {
          if (isPair(text, i)) {
            out.write(c);
            out.write(text.charAt(++i));
          } else {
            out.write(isText(c) ? c : REPLACEMENT);
          }
        }
      }
    }
  }

  private static boolean isText(char c) {
    return c >= ' ' && !Character.isSurrogate(c) && c != '\uFFFE' && c != '\uFFFF';
  }

  /// The text with U+FFFD for every character that XML cannot hold.
  static String marked(String text) {
    var marked = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPair(text, i)) {
        marked.append(c).append(text.charAt(++i));
      } else {
        marked.append(isText(c) || isLayout(c) ? c : REPLACEMENT);
      }
    }
    return marked.toString();
  }

  private static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }

  private static boolean isLayout(char c) {
    return c == '\n' || c == '\t' || c == '\r';
  }

  /// Whether a text comes back from a file as it went in.
  static boolean survives(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isPair(text, i)) {
        i++;
      } else if (!isText(text.charAt(i)) && !isLayout(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
