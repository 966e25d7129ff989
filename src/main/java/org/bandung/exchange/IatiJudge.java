package org.bandung.exchange;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.bandung.kernel.Note;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/// Judges one record; safe for all threads.
final class IatiJudge {

  private final Processor processor = new Processor(false);
  private final ThreadLocal<XMLReader> readers = ThreadLocal.withInitial(IatiJudge::reader);

  private IatiJudge() {}

  static IatiJudge of(IatiSettings settings) {
    return new IatiJudge();
  }

  String fingerprint() {
    return "structure";
  }

  Judgement judge(RecordSlice slice) {
    var root = slice.root();
    var text = new StringBuilder(slice.text().length() + 200).append('<').append(root.name());
    for (Map.Entry<String, String> space : new TreeMap<>(root.namespaces()).entrySet()) {
      var escaped = space.getValue().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
      text.append(" xmlns:").append(space.getKey()).append("=\"").append(escaped).append('"');
    }
    text.append('>').append(slice.text()).append("</").append(root.name()).append('>');
    try {
      var builder = processor.newDocumentBuilder();
      builder.setLineNumbering(true);
      var input = new InputSource(new StringReader(text.toString()));
      var document = builder.build(new SAXSource(readers.get(), input));
      return new Judgement(record(document), List.of());
    } catch (SaxonApiException e) {
      int line = e.getCause() instanceof SAXParseException s ? s.getLineNumber() : 1;
      var note =
          new Note(
              slice.firstLine() + line - 1,
              "",
              Note.Severity.REFUSED,
              "bandung.not-well-formed",
              "",
              List.of(String.valueOf(e.getMessage())));
      return new Judgement(null, List.of(note));
    }
  }

  private static XdmNode record(XdmNode document) {
    var root = document.axisIterator(Axis.CHILD).next();
    var children = root.axisIterator(Axis.CHILD);
    while (children.hasNext()) {
      var child = children.next();
      if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
        return child;
      }
    }
    return root;
  }

  private static XMLReader reader() {
    try {
      var factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the XML parser of the JDK", e);
    }
  }
}
