package org.bandung.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// An element of IATI, walked directly over the tree because this happens to every record.
///
/// @param language the language of texts that name none
record IatiElement(NodeInfo node, String language) {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8})*");

  private static final int LONGEST_JOINED = 50_000;

  /// A record's own element.
  static IatiElement of(NodeInfo node) {
    return new IatiElement(node, language(node, LocalizedText.UNDETERMINED));
  }

  String name() {
    return node.getLocalPart();
  }

  /// In the lines of the tree, at least 1.
  int line() {
    return Math.max(1, node.getLineNumber());
  }

  /// An attribute without spaces around it; null if it is missing or empty.
  @Nullable String attribute(String name) {
    var value = node.getAttributeValue(NamespaceUri.NULL, name);
    if (value == null) {
      return null;
    }
    var stripped = strip(value);
    return stripped.isEmpty() ? null : stripped;
  }

  /// The first attribute of that name, whatever its namespace.
  @Nullable String attributeOfAnyNamespace(String name) {
    for (var attribute : node.attributes()) {
      if (attribute.getNodeName().getLocalPart().equals(name)) {
        return strip(attribute.getValue());
      }
    }
    return null;
  }

  /// The elements of the standard in it; what others added is left out.
  List<IatiElement> children() {
    var children = new ArrayList<IatiElement>();
    var all = node.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
    for (var child = all.next(); child != null; child = all.next()) {
      if (child.getNamespaceUri().isEmpty()) {
        children.add(new IatiElement(child, language));
      }
    }
    return children;
  }

  List<IatiElement> children(String name) {
    return children().stream().filter(c -> c.name().equals(name)).toList();
  }

  @Nullable IatiElement child(String name) {
    var all = node.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
    for (var child = all.next(); child != null; child = all.next()) {
      if (child.getLocalPart().equals(name) && child.getNamespaceUri().isEmpty()) {
        return new IatiElement(child, language);
      }
    }
    return null;
  }

  /// An attribute of a child.
  @Nullable String attributeOf(String child, String attribute) {
    var element = child(child);
    return element == null ? null : element.attribute(attribute);
  }

  /// The whole text in it.
  String text() {
    return strip(node.getStringValue());
  }

  /// The narratives in it, by language; the bare text where version 1 left it.
  LocalizedText narratives() {
    var texts = new TreeMap<String, String>();
    boolean any = false;
    for (var child : children()) {
      if (child.name().equals("narrative")) {
        any = true;
        put(texts, language(child.node, language), child.text());
      }
    }
    if (!any) {
      put(texts, language(node, language), text());
    }
    return texts.isEmpty() ? LocalizedText.EMPTY : new LocalizedText(texts);
  }

  LocalizedText narrativesOf(String child) {
    var element = child(child);
    return element == null ? LocalizedText.EMPTY : element.narratives();
  }

  private static void put(TreeMap<String, String> texts, String language, String text) {
    if (!text.isEmpty()) {
      texts.merge(language, text, (a, b) -> joined(a, b, "\n"));
    }
  }

  /// Several texts in one language; not without end, for thousands of them would take hours.
  static String joined(String text, String further, String between) {
    boolean enough = text.length() > LONGEST_JOINED || text.equals(further);
    return enough ? text : text + between + further;
  }

  private static String language(NodeInfo node, String otherwise) {
    var given = node.getAttributeValue(NamespaceUri.XML, "lang");
    if (given == null) {
      return otherwise;
    }
    var tag = given.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    return LANGUAGE.matcher(tag).matches() ? tag : otherwise;
  }

  /// Also without the no-break spaces and order marks of real files.
  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\uFEFF' || c == '\u200B';
  }
}
