package org.bandung.exchange.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.sf.saxon.Configuration;
import net.sf.saxon.event.ReceivingContentHandler;
import net.sf.saxon.tree.tiny.TinyBuilder;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.Attributes2;
import org.xml.sax.ext.Attributes2Impl;
import org.xml.sax.helpers.DefaultHandler;

/// Takes the events of one parse after the other, builds Saxon's tree from each, and collects the
/// schema's objections with the path of the element concerned.
///
/// The schema validator reports before the element's own event arrives, so an objection waits for
/// the next start or end of an element to learn its path.
final class XmlTreeHandler extends DefaultHandler {

  /// How many objections of the schema are kept for one record.
  static final int MOST_FAULTS = 20;

  private static final int DEPTH_OF_RECORD = 2;

  private final ReceivingContentHandler receiver = new ReceivingContentHandler();
  private final Configuration configuration;
  private final List<String> path = new ArrayList<>();
  private final List<XmlTree.Fault> faults = new ArrayList<>();
  private final List<SAXParseException> waiting = new ArrayList<>();
  private TinyBuilder builder;
  private int lineOffset;
  private int faultCount;
  private char[] text = new char[4096];
  private int textLength;
  private boolean leaf;
  private String recordId = "";

  XmlTreeHandler(Configuration configuration) {
    this.configuration = configuration;
    this.builder = newBuilder();
  }

  /// Forgets the last parse. Lines of the next one count from `lineOffset + 1`.
  void startOver(int lineOffset) {
    this.lineOffset = lineOffset;
    path.clear();
    faults.clear();
    waiting.clear();
    faultCount = 0;
    textLength = 0;
    leaf = false;
    recordId = "";
    builder = newBuilder();
  }

  private TinyBuilder newBuilder() {
    var pipeline = configuration.makePipelineConfiguration();
    var tiny = new TinyBuilder(pipeline);
    tiny.setLineNumbering(true);
    tiny.setTiming(false);
    receiver.reset();
    receiver.setPipelineConfiguration(pipeline);
    receiver.setReceiver(tiny);
    return tiny;
  }

  XmlTree tree() {
    return new XmlTree(builder.getCurrentRoot(), recordId, faults, faultCount, null);
  }

  XmlTree brokenTree(int line, String message) {
    var fatal = new XmlTree.Fault(line + lineOffset, pathText(), message);
    return new XmlTree(null, recordId, List.of(), 0, fatal);
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    receiver.setDocumentLocator(new ShiftedLocator(locator, lineOffset));
  }

  @Override
  public void startDocument() throws SAXException {
    receiver.startDocument();
  }

  @Override
  public void endDocument() throws SAXException {
    settle();
    receiver.endDocument();
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) {
    receiver.startPrefixMapping(prefix, uri);
  }

  @Override
  public void endPrefixMapping(String prefix) {
    receiver.endPrefixMapping(prefix);
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    flushText(false);
    path.add(localName);
    settle();
    leaf = true;
    receiver.startElement(uri, localName, qName, specified(attributes));
  }

  @Override
  public void endElement(String uri, String localName, String qName) throws SAXException {
    settle();
    if (path.size() == DEPTH_OF_RECORD + 1 && leaf && recordId.isEmpty()) {
      rememberIdentifier(localName);
    }
    flushText(leaf);
    leaf = false;
    path.removeLast();
    receiver.endElement(uri, localName, qName);
  }

  private void rememberIdentifier(String localName) {
    if (localName.equals("iati-identifier") || localName.equals("organisation-identifier")) {
      recordId = new String(text, 0, textLength).strip();
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (textLength + length > text.length) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, textLength + length));
    }
    System.arraycopy(chars, start, text, textLength, length);
    textLength += length;
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) {
    characters(chars, start, length);
  }

  private void flushText(boolean keepBlank) {
    if (textLength > 0) {
      if (keepBlank || !isBlank()) {
        receiver.characters(text, 0, textLength);
      }
      textLength = 0;
    }
  }

  private boolean isBlank() {
    for (int i = 0; i < textLength; i++) {
      if (text[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  /// Only what the author wrote: the schema's defaults would change what the rules see.
  private static Attributes specified(Attributes attributes) {
    if (!(attributes instanceof Attributes2 known)) {
      return attributes;
    }
    for (int i = 0; i < known.getLength(); i++) {
      if (!known.isSpecified(i)) {
        return withoutDefaults(known);
      }
    }
    return attributes;
  }

  private static Attributes withoutDefaults(Attributes2 all) {
    var own = new Attributes2Impl(all);
    for (int i = all.getLength() - 1; i >= 0; i--) {
      if (!all.isSpecified(i)) {
        own.removeAttribute(i);
      }
    }
    return own;
  }

  @Override
  public void error(SAXParseException fault) {
    faultCount++;
    if (faultCount <= MOST_FAULTS) {
      waiting.add(fault);
    }
  }

  @Override
  public void fatalError(SAXParseException fault) throws SAXException {
    throw fault;
  }

  private void settle() {
    if (waiting.isEmpty()) {
      return;
    }
    var where = pathText();
    for (var fault : waiting) {
      faults.add(
          new XmlTree.Fault(
              fault.getLineNumber() + lineOffset, where, String.valueOf(fault.getMessage())));
    }
    waiting.clear();
  }

  private String pathText() {
    return path.size() <= DEPTH_OF_RECORD
        ? ""
        : String.join("/", path.subList(DEPTH_OF_RECORD, path.size()));
  }

  /// Where the parser is, in lines of the whole file.
  private record ShiftedLocator(@Nullable Locator parser, int offset) implements Locator {
    @Override
    public @Nullable String getPublicId() {
      return null;
    }

    @Override
    public @Nullable String getSystemId() {
      return null;
    }

    @Override
    public int getLineNumber() {
      return parser == null ? -1 : parser.getLineNumber() + offset;
    }

    @Override
    public int getColumnNumber() {
      return parser == null ? -1 : parser.getColumnNumber();
    }
  }
}
