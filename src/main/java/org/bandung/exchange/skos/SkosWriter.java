package org.bandung.exchange.skos;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Statements;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.helpers.XMLWriterSettings;

/// Writes a vocabulary as SKOS: equal vocabularies become equal files.
final class SkosWriter {

  private final RDFWriter rdf;
  private final Map<String, List<String>> narrower = new HashMap<>();

  private SkosWriter(RDFWriter rdf) {
    this.rdf = rdf;
  }

  /// Writes concepts in the order of their addresses.
  static void render(SkosScheme scheme, OutputStream out, SkosFormat format) {
    new SkosWriter(format.writer(out)).write(scheme);
  }

  private void write(SkosScheme scheme) {
    rdf.set(XMLWriterSettings.INCLUDE_ROOT_RDF_TAG, true);
    rdf.startRDF();
    rdf.handleNamespace(SKOS.PREFIX, SKOS.NAMESPACE);
    rdf.handleNamespace(DCTERMS.PREFIX, DCTERMS.NAMESPACE);
    rdf.handleNamespace("topic", SkosWords.TOPIC);
    rdf.handleNamespace("code", SkosWords.CODE);
    var concepts =
        scheme.concepts().stream().sorted(Comparator.comparing(SkosConcept::address)).toList();
    if (!scheme.address().isEmpty()) {
      var address = Values.iri(scheme.address());
      add(address, RDF.TYPE, SKOS.CONCEPT_SCHEME);
      scheme.titles().forEach((l, t) -> add(address, DCTERMS.TITLE, Values.literal(t, l)));
      concepts.stream()
          .filter(c -> c.broader().isEmpty())
          .forEach(c -> add(address, SKOS.HAS_TOP_CONCEPT, Values.iri(c.address())));
    }
    for (var concept : concepts) {
      for (var broader : concept.broader()) {
        narrower.computeIfAbsent(broader, b -> new ArrayList<>()).add(concept.address());
      }
    }
    concepts.forEach(c -> write(c, scheme));
    rdf.endRDF();
  }

  private void write(SkosConcept concept, SkosScheme scheme) {
    var address = Values.iri(concept.address());
    add(address, RDF.TYPE, SKOS.CONCEPT);
    if (!scheme.address().isEmpty()) {
      add(address, SKOS.IN_SCHEME, Values.iri(scheme.address()));
    }
    concept.notations().forEach(n -> add(address, SKOS.NOTATION, Values.literal(n)));
    concept
        .labels()
        .forEach((language, labels) -> {
          for (int i = 0; i < labels.size(); i++) {
            var property = i == 0 ? SKOS.PREF_LABEL : SKOS.ALT_LABEL;
            add(address, property, Values.literal(labels.get(i), language));
          }
        });
    link(address, SKOS.BROADER, concept.broader());
    link(address, SKOS.NARROWER, narrower.getOrDefault(concept.address(), List.of()));
    link(address, SKOS.RELATED, concept.related());
    link(address, SKOS.EXACT_MATCH, concept.exact());
    link(address, SKOS.CLOSE_MATCH, concept.close());
    for (var code : SkosWords.SCHEMES) {
      concept
          .codes()
          .getOrDefault(code, List.of())
          .forEach(c -> add(address, SkosWords.property(code), Values.literal(c)));
    }
  }

  private void link(IRI from, IRI property, List<String> to) {
    to.forEach(t -> add(from, property, Values.iri(t)));
  }

  private void add(IRI subject, IRI property, Value value) {
    rdf.handleStatement(Statements.statement(subject, property, value, null));
  }
}
