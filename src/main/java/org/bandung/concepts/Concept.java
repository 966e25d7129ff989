package org.bandung.concepts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A topic of cooperation that somebody can need, offer or have done.
///
/// @param id kebab-case, stable for ever; of a plugged vocabulary `KEY:` and its own id
/// @param labels language -> labels, the preferred one first
/// @param broader ids of the topics it is a part of
/// @param related ids of topics beside it
/// @param codes scheme (`dac-sector`, `segib-sector`, `sdg`, the key of a plugged vocabulary) ->
///   codes it corresponds to
/// @param same the topic of ours that a plugged one is: what is found of it counts for that one
public record Concept(
    String id,
    Map<String, List<String>> labels,
    List<String> broader,
    List<String> related,
    Map<String, List<String>> codes,
    @Nullable String same) {

  public Concept {
    var all = new LinkedHashMap<String, List<String>>();
    labels.forEach((language, texts) -> all.put(language, List.copyOf(texts)));
    labels = java.util.Collections.unmodifiableMap(all);
    broader = List.copyOf(broader);
    related = List.copyOf(related);
    codes = Map.copyOf(codes);
  }

  /// A topic that stands for itself.
  public Concept(
      String id,
      Map<String, List<String>> labels,
      List<String> broader,
      List<String> related,
      Map<String, List<String>> codes) {
    this(id, labels, broader, related, codes, null);
  }

  /// The topic as which this one counts.
  public String counted() {
    return same == null ? id : same;
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
