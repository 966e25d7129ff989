package org.bandung.exchange.skos;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A vocabulary as SKOS has it.
///
/// @param address IRI that names it; empty where the file has no scheme
/// @param titles language -> what it is called
/// @param concepts in the order of the file
public record SkosScheme(String address, Map<String, String> titles, List<SkosConcept> concepts) {

  public SkosScheme {
    titles = Collections.unmodifiableMap(new TreeMap<>(titles));
    concepts = List.copyOf(concepts);
  }
}
