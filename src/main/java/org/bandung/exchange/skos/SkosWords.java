package org.bandung.exchange.skos;

import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;

/// The addresses by which our own topics and schemes of codes are known outside.
///
/// Names and not web addresses: no node speaks for all, and what a topic is called must not depend
/// on who wrote the file.
final class SkosWords {

  /// Before the id of a topic of ours.
  static final String TOPIC = "urn:bandung:topic:";

  /// Our thesaurus.
  static final IRI THESAURUS = Values.iri("urn:bandung:thesaurus");

  /// The schemes in the order in which they are written.
  static final List<String> SCHEMES = List.of("dac-sector", "segib-sector", "sdg");

  /// Before the name of a scheme whose code a property holds.
  static final String CODE = "urn:bandung:code:";

  private SkosWords() {}

  /// The property that holds a code of a scheme.
  static IRI property(String scheme) {
    return Values.iri(CODE + scheme);
  }
}
