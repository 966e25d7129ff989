package org.bandung.exchange.iati;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class XmlOutTest {

  private static final Xml ROOT = Xml.of("iati-activities").with("version", "2.03");

  private static String file(Xml record) {
    var text = new StringWriter();
    var out = new XmlOut(text);
    try {
      out.begin(ROOT);
      out.record(record);
      out.end(ROOT);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static Xml read(String file) {
    var bytes = file.getBytes(StandardCharsets.UTF_8);
    return new XmlIn().record(new ByteArrayInputStream(bytes)).orElseThrow();
  }

  @Test
  void whatXmlCannotHoldIsMarked() {
    var file =
        file(
            Xml.of("a")
                .with("b", "x\u0001\ud800y")
                .text("]]> & < \u0000 \udc00 \uffff \ud83d\ude00"));

    assertThat(file).contains("b=\"x\uFFFD\uFFFDy\"");
    assertThat(file).contains("]]&gt; &amp; &lt; \uFFFD \uFFFD \uFFFD \ud83d\ude00");
  }

  @Test
  void lineBreaksInAttributesComeBack() {
    var read = read(file(Xml.of("a").with("b", "one\ntwo\tthree\r\n\"<>&'")));

    assertThat(read.attribute("b")).isEqualTo("one\ntwo\tthree\r\n\"<>&'");
  }

  @Test
  void foreignNamespacesAreDeclaredWhereTheyAreUsed() {
    var text =
        """
        <r xmlns:x="urn:x"><a x:one="1"><x:b><c xmlns="urn:y"><d xmlns=""/></c></x:b><!-- no -->
        </a></r>
        """;
    var first = file(read(text));

    assertThat(first).contains("<a xmlns:x=\"urn:x\" x:one=\"1\">").contains("<c xmlns=\"urn:y\">");
    assertThat(file(read(first))).isEqualTo(first);
  }

  @Test
  void anotherMeaningOfOurPrefixIsKept() {
    var text = "<r xmlns:bandung='urn:other'><a><bandung:b/></a></r>";
    var first = file(read(text));

    assertThat(read(first).elements().getFirst().uri).isEqualTo("urn:other");
    assertThat(file(read(first))).isEqualTo(first);
  }

  @Test
  void textsBesideElementsKeepEverySpace() {
    var text = "<r><a><p> one <b>two</b> three\n</p><q>\n  <s> </s>\n</q></a></r>";
    var first = file(read(text));

    assertThat(first).contains("<p> one <b>two</b> three\n</p>").contains("<s> </s>");
    assertThat(file(read(first))).isEqualTo(first);
  }

  @Test
  void aDocumentTypeIsNeverProcessed() {
    var text = "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><r><a>&e;</a></r>";

    assertThat(new XmlIn().record(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
  }

  @Property
  boolean whateverIsWrittenIsReadAndWrittenTheSame(@ForAll String attribute, @ForAll String text) {
    var first = file(Xml.of("a").with("b", attribute).add(Xml.of("c").text(text)));
    return file(read(first)).equals(first);
  }
}
