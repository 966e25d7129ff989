package org.bandung.exchange.skos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A concept while statements about it come in, in any order.
final class SkosDraft {

  /// @param language one of the seven
  /// @param rank the smaller, the rather this is the preferred one
  /// @param text fit to be kept
  record Label(String language, int rank, String text) {}

  /// A rank below this is of a preferred label.
  static final int ALTERNATIVE = 10;

  static final int HIDDEN = 20;

  final String address;
  boolean concept;
  boolean somethingElse;
  boolean deprecated;
  boolean labelled;
  private final List<Label> labels = new ArrayList<>(8);
  private Set<String> notations = Set.of();
  private Set<String> broader = Set.of();
  private Set<String> below = Set.of();
  private Set<String> related = Set.of();
  private Set<String> exact = Set.of();
  private Set<String> close = Set.of();
  private Map<String, List<String>> codes = Map.of();

  SkosDraft(String address) {
    this.address = address;
  }

  /// Whether it is a topic and still in use.
  boolean counts() {
    return (concept || labelled) && !somethingElse && !deprecated;
  }

  int labels() {
    return labels.size();
  }

  int links() {
    return broader.size()
        + below.size()
        + related.size()
        + exact.size()
        + close.size()
        + notations.size();
  }

  /// Whether there is one already that is preferred as much as this one.
  boolean rivals(Label label) {
    return label.rank() < ALTERNATIVE
        && labels.stream()
            .anyMatch(l ->
                l.rank() == label.rank()
                    && l.language().equals(label.language())
                    && !l.text().equals(label.text()));
  }

  void add(Label label) {
    labels.add(label);
  }

  void notation(String code) {
    notations = with(notations, code);
  }

  void broader(String other) {
    broader = with(broader, other);
  }

  /// Said by the broader one.
  void below(String other) {
    below = with(below, other);
  }

  void related(String other) {
    related = with(related, other);
  }

  void exact(String other) {
    exact = with(exact, other);
  }

  void close(String other) {
    close = with(close, other);
  }

  void code(String scheme, String code) {
    if (codes.isEmpty()) {
      codes = new TreeMap<>();
    }
    var list = codes.computeIfAbsent(scheme, s -> new ArrayList<>(1));
    if (!list.contains(code)) {
      list.add(code);
    }
  }

  /// Those it is a part of, its own words first.
  List<String> above() {
    var all = new LinkedHashSet<>(broader);
    all.addAll(below);
    return List.copyOf(all);
  }

  SkosConcept finished(Collection<String> above, Collection<String> beside) {
    return new SkosConcept(
        address,
        List.copyOf(notations),
        labelsByLanguage(),
        List.copyOf(above),
        List.copyOf(beside),
        List.copyOf(exact),
        List.copyOf(close),
        codes);
  }

  Set<String> beside() {
    return related;
  }

  /// Each text once, the preferred one first.
  private Map<String, List<String>> labelsByLanguage() {
    var ordered = new ArrayList<>(labels);
    ordered.sort(Comparator.comparingInt(Label::rank));
    var texts = new TreeMap<String, List<String>>();
    for (var label : ordered) {
      var own = texts.computeIfAbsent(label.language(), l -> new ArrayList<>(2));
      if (own.stream().noneMatch(t -> t.equalsIgnoreCase(label.text()))) {
        own.add(label.text());
      }
    }
    return texts;
  }

  private static Set<String> with(Set<String> set, String one) {
    var grown = set.isEmpty() ? new LinkedHashSet<String>(2) : set;
    grown.add(one);
    return grown;
  }
}
