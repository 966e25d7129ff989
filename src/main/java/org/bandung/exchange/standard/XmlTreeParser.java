package org.bandung.exchange.standard;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import net.sf.saxon.Configuration;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/// A parser that validates and builds a tree in one pass: no DTD, no entity of its own, nothing
/// fetched from outside. Used by one thread at a time, again and again.
public final class XmlTreeParser {

  private static final String JDK_LIMIT_DEPTH = "jdk.xml.maxElementDepth";
  private static final String DEEPEST = "500";

  /// A verdict is wanted, not what the validator could add to the text: types, defaults and
  /// normalised values would cost a tenth of the time of a parse.
  private static final List<String> NOT_NEEDED =
      List.of(
          "http://apache.org/xml/features/validation/schema/augment-psvi",
          "http://apache.org/xml/features/validation/schema/normalized-value",
          "http://apache.org/xml/features/validation/schema/element-default");

  private final XMLReader reader;
  private final XmlTreeHandler handler;

  /// @param schema what to validate against; null for well-formedness alone
  public XmlTreeParser(Configuration configuration, @Nullable Schema schema) {
    handler = new XmlTreeHandler(configuration);
    try {
      reader = secured(schema).newSAXParser().getXMLReader();
      reader.setProperty(JDK_LIMIT_DEPTH, DEEPEST);
      if (schema != null) {
        for (var feature : NOT_NEEDED) {
          reader.setFeature(feature, false);
        }
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("this Java has no secure XML parser", e);
    }
    reader.setContentHandler(handler);
    reader.setErrorHandler(handler);
    reader.setEntityResolver(handler);
  }

  private static SAXParserFactory secured(@Nullable Schema schema)
      throws ParserConfigurationException, SAXException {
    var factory = SAXParserFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setXIncludeAware(false);
    if (schema != null) {
      factory.setSchema(schema);
    }
    return factory;
  }

  /// Parses one text whose first line is line `lineOffset + 1` of its file.
  public XmlTree parse(InputSource source, int lineOffset) {
    handler.startOver(lineOffset);
    try {
      reader.parse(source);
      return handler.tree();
    } catch (SAXParseException e) {
      return handler.brokenTree(e.getLineNumber(), String.valueOf(e.getMessage()));
    } catch (SAXException | IOException e) {
      return handler.brokenTree(1, String.valueOf(e.getMessage()));
    }
  }

  /// Several texts read as one, without copying them together first.
  public static final class Joined extends Reader {

    private final List<String> parts;
    private int part;
    private int at;

    public Joined(List<String> parts) {
      this.parts = List.copyOf(parts);
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
      Objects.checkFromIndexSize(offset, length, buffer.length);
      while (part < parts.size() && at == parts.get(part).length()) {
        part++;
        at = 0;
      }
      if (part == parts.size()) {
        return -1;
      }
      int count = Math.min(length, parts.get(part).length() - at);
      parts.get(part).getChars(at, at + count, buffer, offset);
      at += count;
      return count;
    }

    @Override
    public void close() {
      // Holds nothing but memory.
    }
  }
}
