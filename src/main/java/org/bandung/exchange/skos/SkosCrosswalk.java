package org.bandung.exchange.skos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.concepts.Concept;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.StableId;

/// Between a foreign vocabulary and our topics: which concepts there are topics here.
///
/// A concept is the same as a topic of ours if it says so (an exact match, else a close one), else
/// if a preferred label of both is equal in one language, letter case and accents apart.
final class SkosCrosswalk {

  private static final String LOCAL = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";

  /// How many concepts were found to be topics of ours, and by what.
  record Ties(int byMapping, int byLabel) {}

  /// @param concepts as `concepts` keeps them
  record Crossed(List<Concept> concepts, Ties ties) {}

  private final String key;
  private final Set<String> ours = new HashSet<>();
  private final Map<String, Map<String, String>> byLabel = new HashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();

  private SkosCrosswalk(String key, Collection<Concept> topics) {
    this.key = key;
    for (var topic : topics) {
      ours.add(topic.id());
      topic
          .labels()
          .forEach((language, labels) -> {
            if (!labels.isEmpty()) {
              byLabel
                  .computeIfAbsent(language, l -> new HashMap<>())
                  .putIfAbsent(SkosLabels.folded(labels.getFirst()), topic.id());
            }
          });
    }
  }

  /// @param topics ours
  static Crossed plug(SkosScheme scheme, String key, Collection<Concept> topics) {
    return new SkosCrosswalk(key, topics).cross(scheme);
  }

  /// Our topics as SKOS has them.
  static SkosScheme ours(Collection<Concept> topics, Map<String, String> titles) {
    return new SkosScheme(
        SkosWords.THESAURUS.stringValue(),
        titles,
        topics.stream().map(SkosCrosswalk::exported).toList());
  }

  private static SkosConcept exported(Concept topic) {
    return new SkosConcept(
        SkosWords.TOPIC + topic.id(),
        List.of(topic.id()),
        topic.labels(),
        topic.broader().stream().map(b -> SkosWords.TOPIC + b).toList(),
        topic.related().stream().map(r -> SkosWords.TOPIC + r).toList(),
        List.of(),
        List.of(),
        topic.codes());
  }

  private Crossed cross(SkosScheme scheme) {
    name(scheme.concepts());
    var concepts = new ArrayList<Concept>();
    int mapped = 0;
    int alike = 0;
    for (var concept : scheme.concepts()) {
      var same = mapped(concept);
      mapped += same.isPresent() ? 1 : 0;
      if (same.isEmpty()) {
        same = alike(concept);
        alike += same.isPresent() ? 1 : 0;
      }
      concepts.add(plugged(concept, same));
    }
    return new Crossed(concepts, new Ties(mapped, alike));
  }

  /// The last part of an address is its id where it is fit for one and nobody else's.
  private void name(List<SkosConcept> concepts) {
    var taken = new HashSet<String>();
    for (var concept : concepts) {
      var local = concept.address().replaceFirst("(?s)^.*[/#:]", "");
      var name = local.matches(LOCAL) && taken.add(local) ? local : StableId.of(concept.address());
      ids.put(concept.address(), key + ":" + name);
    }
  }

  private Optional<String> mapped(SkosConcept concept) {
    var said = new ArrayList<>(List.of(concept.address()));
    said.addAll(concept.exact());
    said.addAll(concept.close());
    return said.stream()
        .filter(address -> address.startsWith(SkosWords.TOPIC))
        .map(address -> address.substring(SkosWords.TOPIC.length()))
        .filter(ours::contains)
        .findFirst();
  }

  private Optional<String> alike(SkosConcept concept) {
    for (var language : Concepts.languages()) {
      var labels = concept.labels().getOrDefault(language, List.of());
      if (!labels.isEmpty()) {
        var topic =
            byLabel.getOrDefault(language, Map.of()).get(SkosLabels.folded(labels.getFirst()));
        if (topic != null) {
          return Optional.of(topic);
        }
      }
    }
    return Optional.empty();
  }

  private Concept plugged(SkosConcept concept, Optional<String> same) {
    var id = ids.getOrDefault(concept.address(), "");
    var codes = new HashMap<>(concept.codes());
    codes.put(
        key,
        concept.notations().isEmpty()
            ? List.of(id.substring(key.length() + 1))
            : concept.notations());
    return new Concept(
        id,
        concept.labels(),
        here(concept.broader()),
        here(concept.related()),
        codes,
        same.orElse(null));
  }

  private List<String> here(List<String> addresses) {
    return addresses.stream().flatMap(a -> Optional.ofNullable(ids.get(a)).stream()).toList();
  }
}
