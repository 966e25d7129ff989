package org.bandung.concepts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a text speaks of.
///
/// @param language the language it was read in
/// @param tags in the order of the text
public record Tagging(String language, List<Tag> tags) {

  public Tagging {
    tags = List.copyOf(tags);
  }

  /// A topic and the letters it was read from, from `start` to before `end`.
  public record Tag(String concept, int start, int end) {}

  /// How often each topic occurs, first occurrence first.
  public Map<String, Integer> counts() {
    var counts = new LinkedHashMap<String, Integer>();
    tags.forEach(t -> counts.merge(t.concept(), 1, Integer::sum));
    return counts;
  }
}
