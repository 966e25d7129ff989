/// Vocabularies in and out as SKOS, the standard for thesauri of the World Wide Web Consortium.
///
/// Reads Turtle, RDF/XML, N-Triples and JSON-LD as a stream of statements, within limits; nothing
/// foreign is ever fetched, resolved or expanded. What cannot be used is told with its place, the
/// rest is kept. [Vocabularies] plugs what was read into `concepts`; all else here is pure.
@NamedInterface("skos")
@NullMarked
package org.bandung.exchange.skos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
