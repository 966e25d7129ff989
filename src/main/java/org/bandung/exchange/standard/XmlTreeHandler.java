package org.bandung.exchange.standard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.Configuration;
import net.sf.saxon.event.PipelineConfiguration;
import net.sf.saxon.event.ReceiverOption;
import net.sf.saxon.expr.parser.Loc;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.AttributeMap;
import net.sf.saxon.om.EmptyAttributeMap;
import net.sf.saxon.om.FingerprintedQName;
import net.sf.saxon.om.NameChecker;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NoNamespaceName;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.om.SequenceTool;
import net.sf.saxon.s9api.Location;
import net.sf.saxon.str.StringTool;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.tiny.TinyBuilder;
import net.sf.saxon.type.BuiltInAtomicType;
import net.sf.saxon.type.Untyped;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.Attributes2;
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

  /// Far above what the standard has; a text that invents names without end must not fill memory.
  private static final int MOST_NAMES = 10_000;

  private static final int TRUSTED = ReceiverOption.NAMESPACE_OK | ReceiverOption.ALL_NAMESPACES;

  private final PipelineConfiguration pipeline;
  private final Map<String, NodeName> names = new HashMap<>();
  private final Map<String, Map<String, NodeName>> namesWithNamespace = new HashMap<>();
  private final ArrayDeque<NamespaceMap> namespaces = new ArrayDeque<>();
  private final Place place = new Place();
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
  private int namesMade;
  private NamespaceMap prefixes = NamespaceMap.emptyMap();

  XmlTreeHandler(Configuration configuration) {
    this.pipeline = configuration.makePipelineConfiguration();
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
    if (namesMade > MOST_NAMES) {
      names.clear();
      namesWithNamespace.clear();
      namesMade = 0;
    }
    namespaces.clear();
    namespaces.push(NamespaceMap.emptyMap());
    prefixes = NamespaceMap.emptyMap();
    builder = newBuilder();
  }

  private TinyBuilder newBuilder() {
    var tiny = new TinyBuilder(pipeline);
    tiny.setLineNumbering(true);
    tiny.setTiming(false);
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
    place.parser = locator;
  }

  @Override
  public void startDocument() throws SAXException {
    try {
      builder.open();
      builder.startDocument(ReceiverOption.NONE);
    } catch (XPathException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public void endDocument() throws SAXException {
    settle();
    try {
      builder.endDocument();
      builder.close();
    } catch (XPathException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) {
    prefixes = prefixes.bind(prefix, NamespaceUri.of(uri));
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    flushText(false);
    path.add(localName);
    settle();
    leaf = true;
    try {
      builder.startElement(
          name(uri, localName, qName),
          Untyped.getInstance(),
          written(attributes),
          prefixes,
          place,
          TRUSTED);
    } catch (XPathException e) {
      throw new SAXException(e);
    }
    namespaces.push(prefixes);
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
    try {
      builder.endElement();
    } catch (XPathException e) {
      throw new SAXException(e);
    }
    namespaces.pop();
    prefixes = namespaces.getFirst();
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

  private void flushText(boolean keepBlank) throws SAXException {
    if (textLength > 0 && (keepBlank || !isBlank())) {
      try {
        builder.characters(
            StringTool.compress(text, 0, textLength, false), place, ReceiverOption.WHOLE_TEXT_NODE);
      } catch (XPathException e) {
        throw new SAXException(e);
      }
    }
    textLength = 0;
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
  private AttributeMap written(Attributes attributes) {
    int count = attributes.getLength();
    if (count == 0) {
      return EmptyAttributeMap.getInstance();
    }
    var known = attributes instanceof Attributes2 more ? more : null;
    var list = new ArrayList<AttributeInfo>(count);
    for (int i = 0; i < count; i++) {
      if (known == null || known.isSpecified(i)) {
        list.add(
            new AttributeInfo(
                name(attributes.getURI(i), attributes.getLocalName(i), attributes.getQName(i)),
                BuiltInAtomicType.UNTYPED_ATOMIC,
                attributes.getValue(i),
                place,
                ReceiverOption.NAMESPACE_OK));
      }
    }
    return SequenceTool.attributeMapFromList(list);
  }

  /// Names keep their numbers in the pool, so each is made once for all records.
  private NodeName name(String uri, String localName, String qName) {
    if (uri.isEmpty()) {
      return names.computeIfAbsent(qName, n -> counted(new NoNamespaceName(localName)));
    }
    return namesWithNamespace
        .computeIfAbsent(uri, u -> new HashMap<>())
        .computeIfAbsent(
            qName,
            n ->
                counted(
                    new FingerprintedQName(
                        NameChecker.getPrefix(qName), NamespaceUri.of(uri), localName)));
  }

  private NodeName counted(NodeName name) {
    namesMade++;
    return name;
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
  private final class Place implements Location {
    @Nullable Locator parser;

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
      return parser == null ? -1 : parser.getLineNumber() + lineOffset;
    }

    @Override
    public int getColumnNumber() {
      return parser == null ? -1 : parser.getColumnNumber();
    }

    @Override
    public Location saveLocation() {
      return new Loc(getSystemId(), getLineNumber(), getColumnNumber());
    }
  }
}
