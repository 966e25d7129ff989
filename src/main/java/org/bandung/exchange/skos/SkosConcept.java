package org.bandung.exchange.skos;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A concept as SKOS has it, with links by address.
///
/// @param address IRI that names it
/// @param notations its codes in its own vocabulary
/// @param labels language, one of the seven -> labels, the preferred one first
/// @param broader addresses of concepts it is a part of
/// @param related addresses of concepts beside it
/// @param exact addresses elsewhere that mean the same
/// @param close addresses elsewhere that nearly do
/// @param codes scheme of ours -> codes it corresponds to
public record SkosConcept(
    String address,
    List<String> notations,
    Map<String, List<String>> labels,
    List<String> broader,
    List<String> related,
    List<String> exact,
    List<String> close,
    Map<String, List<String>> codes) {

  public SkosConcept {
    notations = List.copyOf(notations);
    labels = copy(labels);
    broader = List.copyOf(broader);
    related = List.copyOf(related);
    exact = List.copyOf(exact);
    close = List.copyOf(close);
    codes = copy(codes);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> lists) {
    if (lists.isEmpty()) {
      return Map.of();
    }
    var copy = new TreeMap<String, List<String>>();
    lists.forEach((key, list) -> copy.put(key, List.copyOf(list)));
    return Collections.unmodifiableMap(copy);
  }
}
