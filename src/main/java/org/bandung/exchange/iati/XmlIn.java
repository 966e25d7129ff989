package org.bandung.exchange.iati;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads a stored original element. White space between elements, comments and processing
/// instructions are left out: they are how a file was laid out, not what it says.
final class XmlIn {

  private static final int DEEPEST = 200;

  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

  XmlIn() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  /// The first element below the root; empty if the text cannot be read.
  Optional<Xml> record(InputStream text) {
    try {
      var reader = factory.createXMLStreamReader(text);
      var open = new ArrayDeque<Xml>();
      while (reader.hasNext()) {
        var done = step(reader, open);
        if (done != null) {
          return Optional.of(done);
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.empty(); // then it is put together from what was understood of it
    }
  }

  private static @Nullable Xml step(XMLStreamReader reader, Deque<Xml> open)
      throws XMLStreamException {
    switch (reader.next()) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (open.size() > DEEPEST) {
          throw new XMLStreamException("too deep");
        }
        open.push(element(reader));
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        if (open.size() > 1) {
          open.element().children.add(reader.getText());
        }
      }
      case XMLStreamConstants.END_ELEMENT -> {
        var done = open.pop();
        trim(done);
        if (open.size() == 1) {
          return done;
        }
        if (!open.isEmpty()) {
          open.element().add(done);
        }
      }
      default -> {}
    }
    return null;
  }

  private static Xml element(XMLStreamReader reader) {
    var element =
        new Xml(plain(reader.getNamespaceURI()), plain(reader.getPrefix()), reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attributes.add(
          new Xml.Attribute(
              plain(reader.getAttributeNamespace(i)),
              plain(reader.getAttributePrefix(i)),
              reader.getAttributeLocalName(i),
              reader.getAttributeValue(i)));
    }
    return element;
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static void trim(Xml element) {
    boolean blank =
        element.children.stream()
            .allMatch(c -> c instanceof Xml || (c instanceof String s && s.isBlank()));
    if (blank && element.children.stream().anyMatch(Xml.class::isInstance)) {
      element.children.removeIf(String.class::isInstance);
    }
  }
}
