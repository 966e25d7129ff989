package org.bandung.exchange.iati;

import java.util.TreeMap;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;

/// Statements without characters that XML cannot hold. They are marked before anything is decided
/// about a text, so that whoever reads the file decides the same.
final class Writable {

  private Writable() {}

  static Statement of(Statement statement) {
    if (statement.source().channel().equals("iati")) {
      return statement; // it was XML
    }
    var said = RecordXml.write(Block.SAID, statement.content());
    var name = statement.source().name();
    boolean named = name.byLanguage().values().stream().allMatch(XmlOut::survives);
    boolean whole = survives(said);
    if (named && whole) {
      return statement;
    }
    return new Statement(
        new Statement.Source(
            statement.source().channel(), statement.source().publisher(), marked(name)),
        statement.originalId(),
        statement.speaker(),
        statement.contentHash(),
        statement.element(),
        statement.lastUpdated(),
        statement.generated(),
        whole ? statement.content() : RecordXml.read(Content.class, marked(said)),
        statement.notes(),
        statement.judgedWith());
  }

  private static boolean survives(Xml element) {
    return element.attributes.stream().allMatch(a -> XmlOut.survives(a.value()))
        && element.children.stream()
            .allMatch(c -> c instanceof Xml e ? survives(e) : XmlOut.survives((String) c));
  }

  private static Xml marked(Xml element) {
    element.attributes.replaceAll(
        a -> new Xml.Attribute(a.uri(), a.prefix(), a.local(), XmlOut.marked(a.value())));
    element.children.replaceAll(c -> c instanceof Xml e ? marked(e) : XmlOut.marked((String) c));
    return element;
  }

  private static LocalizedText marked(LocalizedText text) {
    var texts = new TreeMap<String, String>();
    text.byLanguage().forEach((language, words) -> texts.put(language, XmlOut.marked(words)));
    return new LocalizedText(texts);
  }
}
