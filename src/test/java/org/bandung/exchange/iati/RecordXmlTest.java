package org.bandung.exchange.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.junit.jupiter.api.Test;

class RecordXmlTest {

  /// What XML cannot hold is marked the first time; from then on nothing changes any more.
  @Property(tries = 100)
  void whateverASourceSaysComesBack(@ForAll long seed) throws IOException {
    var first = sent(new Everything(seed).content());

    assertThat(sent(first)).isEqualTo(first);
    assertThat(first.participants()).hasSameSizeAs(new Everything(seed).content().participants());
  }

  private static Content sent(Content content) throws IOException {
    var root = Xml.of("r");
    var text = new StringWriter();
    var out = new XmlOut(text);
    out.begin(root);
    out.record(RecordXml.write("said", content));
    out.end(root);
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    var read = new XmlIn().record(new ByteArrayInputStream(bytes)).orElseThrow();
    return RecordXml.read(Content.class, read);
  }

  @Test
  void aWordThatMeansNothingIsRefused() {
    var element = Xml.own("participants").with("role", "donor");

    assertThatThrownBy(() -> RecordXml.read(Participant.class, element))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAmountOfABillionDigitsIsRefused() {
    var amount = Xml.own("amount").with("value", "1E+999999999");
    var element = Xml.own("contributions").with("kind", "budget").add(amount);

    assertThatThrownBy(() -> RecordXml.read(Content.Contribution.class, element))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
