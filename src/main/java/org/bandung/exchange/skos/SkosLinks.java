package org.bandung.exchange.skos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns drafts into concepts whose links lead to concepts, never in a circle.
final class SkosLinks {

  private final SkosNotes notes;
  private final Map<String, SkosDraft> kept = new LinkedHashMap<>();
  private final Map<String, List<String>> above = new HashMap<>();

  private SkosLinks(SkosNotes notes) {
    this.notes = notes;
  }

  static List<SkosConcept> finish(Collection<SkosDraft> drafts, SkosNotes notes) {
    return new SkosLinks(notes).finish(drafts);
  }

  private List<SkosConcept> finish(Collection<SkosDraft> drafts) {
    drafts.stream()
        .filter(SkosDraft::counts)
        .filter(this::usable)
        .forEach(d -> {
          kept.put(d.address, d);
        });
    kept.values().forEach(d -> above.put(d.address, leading(d)));
    cutCircles();
    var finished =
        kept.values().stream()
            .map(d ->
                d.finished(
                    above.getOrDefault(d.address, List.of()),
                    d.beside().stream().filter(kept::containsKey).toList()))
            .toList();
    tellSharedLabels(finished);
    return finished;
  }

  private void tellSharedLabels(List<SkosConcept> concepts) {
    var owners = new HashMap<String, String>();
    for (var concept : concepts) {
      boolean told = false;
      for (var labels : concept.labels().entrySet()) {
        var preferred = labels.getValue().getFirst();
        var label = labels.getKey() + ' ' + SkosLabels.folded(preferred);
        var before = owners.putIfAbsent(label, concept.address());
        if (before != null && !told) {
          notes.add("skos-label-twice", concept.address(), preferred, before);
          told = true;
        }
      }
    }
  }

  private boolean usable(SkosDraft draft) {
    if (draft.address.startsWith("_:")) {
      notes.add("skos-no-address", draft.address);
      return false;
    }
    if (draft.labels() == 0) {
      notes.add("skos-no-label", draft.address);
      return false;
    }
    return true;
  }

  private List<String> leading(SkosDraft draft) {
    var leading = new ArrayList<String>();
    for (var other : draft.above()) {
      if (kept.containsKey(other)) {
        leading.add(other);
      } else {
        notes.add("skos-broader-unknown", draft.address, other);
      }
    }
    return leading;
  }

  /// Where a way up is and which of its steps come next.
  private record Step(String at, Iterator<String> up) {}

  /// Walks every way up once; a step onto the way itself is cut. No recursion: a way may be as long
  /// as the vocabulary.
  private void cutCircles() {
    var done = new HashSet<String>();
    for (var start : kept.keySet()) {
      if (!done.contains(start)) {
        walk(start, done);
      }
    }
  }

  private void walk(String start, Set<String> done) {
    var way = new ArrayDeque<Step>();
    var onTheWay = new HashSet<String>();
    way.push(step(start));
    onTheWay.add(start);
    while (!way.isEmpty()) {
      var step = way.element();
      if (!step.up().hasNext()) {
        way.pop();
        onTheWay.remove(step.at());
        done.add(step.at());
        continue;
      }
      var next = step.up().next();
      if (onTheWay.contains(next)) {
        step.up().remove();
        notes.add("skos-circle", step.at(), next);
      } else if (!done.contains(next)) {
        way.push(step(next));
        onTheWay.add(next);
      }
    }
  }

  private Step step(String at) {
    return new Step(at, above.getOrDefault(at, new ArrayList<>()).iterator());
  }
}
