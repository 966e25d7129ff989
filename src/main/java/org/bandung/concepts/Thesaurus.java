package org.bandung.concepts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The topics with their links both ways; what is linked but not held is left out.
final class Thesaurus {

  private final Map<String, Concept> byId = new LinkedHashMap<>();
  private final Map<String, List<String>> narrower = new HashMap<>();
  private final Map<String, Map<String, List<String>>> byCode = new HashMap<>();

  Thesaurus(Collection<Concept> concepts) {
    concepts.forEach(c -> byId.put(c.id(), c));
    for (var concept : byId.values()) {
      for (var broader : concept.broader()) {
        narrower.computeIfAbsent(broader, b -> new ArrayList<>()).add(concept.id());
      }
      concept
          .codes()
          .forEach((scheme, codes) ->
              codes.forEach(code ->
                  byCode
                      .computeIfAbsent(scheme, s -> new HashMap<>())
                      .computeIfAbsent(code, c -> new ArrayList<>())
                      .add(concept.id())));
    }
  }

  Map<String, Concept> byId() {
    return Collections.unmodifiableMap(byId);
  }

  List<String> narrower(String id) {
    return List.copyOf(narrower.getOrDefault(id, List.of()));
  }

  List<String> ofCode(String scheme, String code) {
    return List.copyOf(byCode.getOrDefault(scheme, Map.of()).getOrDefault(code, List.of()));
  }

  /// The topics a topic is a part of, however far up, each with its distance; the nearest first.
  Map<String, Integer> above(String id) {
    var above = new LinkedHashMap<String, Integer>();
    var next = new ArrayDeque<String>(List.of(id));
    var distance = new HashMap<String, Integer>(Map.of(id, 0));
    while (!next.isEmpty()) {
      var at = next.remove();
      var concept = byId.get(at);
      for (var broader : concept == null ? List.<String>of() : concept.broader()) {
        if (byId.containsKey(broader) && !distance.containsKey(broader)) {
          distance.put(broader, distance.getOrDefault(at, 0) + 1);
          above.put(broader, distance.getOrDefault(broader, 0));
          next.add(broader);
        }
      }
    }
    return above;
  }
}
