package org.bandung.exchange.files;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What matters of the start tag of a file's root element to each record in the file.
///
/// @param name `iati-activities` or `iati-organisations`
/// @param version the `version` attribute as written; empty when there is none
/// @param namespaces prefix to namespace, as declared at the root; prefix `` is the default one
public record RootTag(
    String name,
    String version,
    Map<String, String> namespaces,
    @Nullable String generatedDatetime) {

  public RootTag {
    namespaces = Map.copyOf(namespaces);
  }

  /// The tag as text, on one line, with the version and the namespaces only: a fault of the root
  /// itself is the file's, and is not repeated for each of its records.
  public String open() {
    var tag = new StringBuilder("<").append(name);
    if (!version.isEmpty()) {
      attribute(tag, "version", version);
    }
    new TreeMap<>(namespaces)
        .forEach(
            (prefix, uri) -> attribute(tag, prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri));
    return tag.append('>').toString();
  }

  /// The end tag that belongs to it.
  public String close() {
    return "</" + name + ">";
  }

  private static void attribute(StringBuilder tag, String name, String value) {
    tag.append(' ').append(name).append("=\"");
    tag.append(value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
    tag.append('"');
  }
}
