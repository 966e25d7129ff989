package org.bandung.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the root element of a file says for all records in it.
///
/// @param namespaces by prefix
record RootTag(
    String name,
    String version,
    Map<String, String> namespaces,
    @Nullable String generatedDatetime) {

  RootTag {
    namespaces = Map.copyOf(namespaces);
  }
}
