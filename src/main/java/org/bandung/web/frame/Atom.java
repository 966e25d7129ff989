package org.bandung.web.frame;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// What all feeds in Atom (RFC 4287) are written with.
public final class Atom {

  /// The namespace of the elements.
  public static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private Atom() {}

  /// A moment as feeds tell it, to the second.
  public static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// An element with a text; XML 1.0 has no control characters, however they are written.
  public static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " "));
    xml.writeEndElement();
  }

  /// A way to something else.
  public static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }

  /// Who tells: the program, in the name of its sources.
  public static void author(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("author");
    text(xml, "name", "Bandung");
    xml.writeEndElement();
  }
}
