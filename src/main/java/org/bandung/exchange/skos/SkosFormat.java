package org.bandung.exchange.skos;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.jsonld.JSONLDParser;
import org.eclipse.rdf4j.rio.jsonld.JSONLDWriter;
import org.eclipse.rdf4j.rio.ntriples.NTriplesParser;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLWriter;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;

/// The ways in which SKOS is written down.
public enum SkosFormat {
  TURTLE("turtle", "ttl"),
  RDF_XML("rdfxml", "rdf", "xml", "owl"),
  N_TRIPLES("ntriples", "nt"),
  JSON_LD("jsonld", "jsonld", "json");

  private final String code;
  private final List<String> endings;

  SkosFormat(String code, String... endings) {
    this.code = code;
    this.endings = List.of(endings);
  }

  /// What an operator calls it.
  public String code() {
    return code;
  }

  /// The format of a code.
  public static Optional<SkosFormat> ofCode(String code) {
    return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
  }

  /// The format that a file's name tells of.
  public static Optional<SkosFormat> ofName(String file) {
    var ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.endings.contains(ending)).findFirst();
  }

  /// The format of a text: what its first letters cannot be, it is not, whatever its name says.
  static SkosFormat ofText(String head, String file) {
    var begin = head.stripLeading();
    var named = ofName(file);
    boolean called = named.equals(Optional.of(JSON_LD));
    if (begin.matches("(?s)(\\{|\\[\\s*[{\"\\[]).*") || (begin.startsWith("[") && called)) {
      return JSON_LD;
    }
    if (begin.matches("(?s)<(\\?xml|!--|!DOCTYPE|[A-Za-z][\\w.-]*:?RDF[\\s>]).*")) {
      return RDF_XML;
    }
    return named.filter(f -> f == N_TRIPLES).orElse(TURTLE);
  }

  RDFParser parser() {
    return switch (this) {
      case TURTLE -> new TurtleParser();
      case RDF_XML -> new RDFXMLParser();
      case N_TRIPLES -> new NTriplesParser();
      case JSON_LD -> new JSONLDParser();
    };
  }

  RDFWriter writer(OutputStream out) {
    return switch (this) {
      case TURTLE -> new TurtleWriter(out);
      case RDF_XML -> new RDFXMLWriter(out);
      case N_TRIPLES -> new NTriplesWriter(out);
      case JSON_LD -> new JSONLDWriter(out);
    };
  }
}
