package org.bandung.concepts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A topic of cooperation that somebody can need, offer or have done.
///
/// @param id kebab-case, stable for ever
/// @param labels language -> labels, the preferred one first
/// @param broader ids of the topics it is a part of
/// @param related ids of topics beside it
/// @param codes scheme (`dac-sector`, `segib-sector`, `sdg`) -> codes it corresponds to
public record Concept(
    String id,
    Map<String, List<String>> labels,
    List<String> broader,
    List<String> related,
    Map<String, List<String>> codes) {

  public Concept {
    var all = new LinkedHashMap<String, List<String>>();
    labels.forEach((language, texts) -> all.put(language, List.copyOf(texts)));
    labels = java.util.Collections.unmodifiableMap(all);
    broader = List.copyOf(broader);
    related = List.copyOf(related);
    codes = Map.copyOf(codes);
  }

  /// The preferred label for a reader of the language, else the English one, else the id.
  public String label(String language) {
    var own = labels.getOrDefault(language, List.of());
    var english = labels.getOrDefault("en", List.of());
    return own.isEmpty() ? (english.isEmpty() ? id : english.getFirst()) : own.getFirst();
  }

  /// The codes of one scheme.
  public List<String> codes(String scheme) {
    return codes.getOrDefault(scheme, List.of());
  }
}
