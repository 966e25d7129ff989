package org.bandung.exchange.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import net.sf.saxon.Configuration;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class IatiRulePathTest {

  private static final String XML =
      """
      <r xmlns:x='urn:x'><a v='1' xml:lang='en'>one<b n='01'/></a><x:a v='1'/><a v=''/><a/>
      <a v='98'><b n='2'><c>t</c></b><b n=' 2.0 '/></a><a v='abc'>last</a></r>
      """;

  private final Processor processor = new Processor(false);
  private final Configuration configuration = processor.getUnderlyingConfiguration();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a/@v",
        "a/@xml:lang",
        "/r/a",
        "//b",
        "//c/text()",
        "a/b[@n = '2']",
        "a/b[@n = 2]",
        "a/b[@n != 2]",
        "a/b[@n=1]",
        "a[@v = '1' or @v = '' or not(@v)]",
        "a[not(@v='1')]/@v",
        "a[@v != 1]/@v",
        "a[@v!='1']",
        "a[1]",
        "a/b[2]",
        "descendant::b",
        "../r",
        "a[@v=98 or @v=99]/b"
      })
  void selectsWhatTheXPathEngineSelects(String xpath) throws SaxonApiException {
    assertThat(IatiRulePath.parse(xpath, configuration).orElseThrow().select(context, ""))
        .isEqualTo(byEngine(xpath));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a | b",
        "a[b]",
        "count(a)",
        "a[@v='1' and @w]",
        "a//b",
        "*",
        "a/..",
        "",
        "a/",
        "a[b[1]]",
        "descendant-or-self::a",
        "string(a)"
      })
  void leavesEverythingElseToTheEngine(String xpath) {
    assertThat(IatiRulePath.parse(xpath, configuration)).isEmpty();
  }

  @Test
  void comparesWithTheValueOfTheLoop() {
    var path = IatiRulePath.parse("a[@v = $group]", configuration).orElseThrow();
    assertThat(path.select(context, "98")).hasSize(1);
    assertThat(path.select(context, "' or '1'='1")).isEmpty();
  }

  private final NodeInfo context = parsed();

  private NodeInfo parsed() {
    var tree =
        new XmlTreeParser(configuration, null).parse(new InputSource(new StringReader(XML)), 0);
    var document = Objects.requireNonNull(tree.document());
    return document.children().iterator().next();
  }

  private List<NodeInfo> byEngine(String xpath) throws SaxonApiException {
    var compiler = processor.newXPathCompiler();
    compiler.setBackwardsCompatible(true);
    return compiler.evaluate(xpath, (XdmNode) XdmValue.wrap(context)).stream()
        .map(item -> ((XdmNode) item).getUnderlyingNode())
        .toList();
  }
}
