package org.bandung.exchange.standard;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.sf.saxon.Configuration;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import org.bandung.exchange.standard.IatiCodelists.Codelist;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/// Reads the official codelists and the file that maps them to places.
final class IatiCodelistLoader {

  private static final String NO_ID = "bandung.unknown-code";

  private final XmlTreeParser parser;
  private final Function<Path, String> read;

  /// @param read gives the text of a file
  IatiCodelistLoader(Configuration configuration, Function<Path, String> read) {
    this.parser = new XmlTreeParser(configuration, null);
    this.read = read;
  }

  /// The lists of a folder by their names.
  Map<String, Codelist> lists(Path folder) {
    var lists = new HashMap<String, Codelist>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        var list = list(file);
        lists.put(list.name(), list);
      }
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the codelists of " + folder, e);
    }
  }

  private Codelist list(Path file) {
    var root = root(file);
    var name = root.getAttributeValue("", "name");
    var codes = new HashSet<String>();
    for (var items : children(root, "codelist-items")) {
      for (var item : children(items, "codelist-item")) {
        children(item, "code").forEach(code -> codes.add(code.getStringValue().strip()));
      }
    }
    if (name == null || codes.isEmpty()) {
      throw new IllegalArgumentException("not a codelist with a name and codes: " + file);
    }
    return new Codelist(name, !"0".equals(root.getAttributeValue("", "complete")), codes);
  }

  /// The mapping with its lists.
  ///
  /// @param ids the text of the table of official ids, or empty
  IatiCodelists mapping(Path file, Map<String, Codelist> lists, String ids, IatiRuleXPath xpath) {
    var codelists = new IatiCodelists(xpath.names());
    var officialIds = officialIds(ids);
    for (var mapping : children(root(file), "mapping")) {
      var path = text(mapping, "path");
      var name = children(mapping, "codelist").getFirst().getAttributeValue("", "ref");
      var list = lists.get(String.valueOf(name));
      if (path == null || list == null) {
        throw new IllegalArgumentException(
            file
                + ":"
                + mapping.getLineNumber()
                + " names no path, or no codelist that is there: "
                + name);
      }
      var condition = text(mapping, "condition");
      codelists.add(
          path,
          new IatiCodelists.Check(
              officialIds.getOrDefault(officialPath(path) + " " + name, NO_ID),
              path.replaceFirst("^//(iati-(activity|organisation)/)?", ""),
              list,
              condition == null ? null : xpath.test(condition)));
    }
    return codelists;
  }

  private static Map<String, String> officialIds(String table) {
    var ids = new HashMap<String, String>();
    for (var line : table.split("\n", -1)) {
      var cells = line.split("\t", -1);
      if (cells.length >= 4 && !line.startsWith("#")) {
        ids.putIfAbsent(
            cells[2].replaceFirst("/conditions/mapping/.*$", "") + " " + cells[3], cells[0]);
      }
    }
    return ids;
  }

  /// The place as the table of ids writes it.
  private static String officialPath(String path) {
    return path.replace("@", "")
        .replaceFirst("^//iati-activities/", "/iati-activities/")
        .replaceFirst("^//iati-organisations/", "/organisations/")
        .replaceFirst("^//iati-activity/", "/iati-activities/iati-activity/")
        .replaceFirst("^//iati-organisation/", "/iati-organisations/iati-organisation/");
  }

  private NodeInfo root(Path file) {
    var tree = parser.parse(new InputSource(new StringReader(read.apply(file))), 0);
    if (tree.document() == null) {
      throw new IllegalArgumentException("not well-formed XML: " + file + ": " + tree.fatal());
    }
    return tree.document().children(NodeKindTest.ELEMENT).iterator().next();
  }

  private static List<NodeInfo> children(NodeInfo parent, String name) {
    var found = new ArrayList<NodeInfo>();
    var children = parent.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
    for (var child = children.next(); child != null; child = children.next()) {
      if (child.getLocalPart().equals(name)) {
        found.add(child);
      }
    }
    return found;
  }

  private static @Nullable String text(NodeInfo parent, String name) {
    var found = children(parent, name);
    return found.isEmpty() ? null : found.getFirst().getStringValue().strip();
  }
}
