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
///
/// A plugged topic that is the same as one of ours counts as ours wherever topics are reached by a
/// link, a code or a label; under its own id it can still be looked up.
final class Thesaurus {

  private final Map<String, Concept> byId = new LinkedHashMap<>();
  private final Map<String, List<String>> narrower = new HashMap<>();
  private final Map<String, Map<String, List<String>>> byCode = new HashMap<>();

  Thesaurus(Collection<Concept> concepts) {
    concepts.forEach(c -> byId.put(c.id(), c));
    byId.replaceAll((id, concept) -> held(concept));
    for (var concept : byId.values()) {
      if (concept.same() == null) {
        concept.broader().forEach(b -> add(narrower, counted(b), concept.id()));
      }
      concept
          .codes()
          .forEach((scheme, codes) -> {
            var ofScheme = byCode.computeIfAbsent(scheme, s -> new HashMap<>());
            codes.forEach(code -> add(ofScheme, code, concept.counted()));
          });
    }
  }

  /// A topic of ours may go while a vocabulary plugged long ago still names it.
  private Concept held(Concept concept) {
    return concept.same() == null || byId.containsKey(concept.same())
        ? concept
        : new Concept(
            concept.id(), concept.labels(), concept.broader(), concept.related(), concept.codes());
  }

  private static void add(Map<String, List<String>> lists, String key, String id) {
    var list = lists.computeIfAbsent(key, k -> new ArrayList<>(1));
    if (!list.contains(id)) {
      list.add(id);
    }
  }

  private String counted(String id) {
    var concept = byId.get(id);
    return concept == null ? id : concept.counted();
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
    var from = counted(id);
    var next = new ArrayDeque<String>(List.of(from));
    var distance = new HashMap<String, Integer>(Map.of(from, 0));
    while (!next.isEmpty()) {
      var at = next.remove();
      var concept = byId.get(at);
      for (var link : concept == null ? List.<String>of() : concept.broader()) {
        var broader = counted(link);
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
