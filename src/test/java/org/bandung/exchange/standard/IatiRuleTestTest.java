package org.bandung.exchange.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Objects;
import net.sf.saxon.Configuration;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class IatiRuleTestTest {

  private static final String XML =
      """
      <r><c/>
      <c p='100'><d p='100'/></c>
      <c p='100.0' v='1'><d p='50'/><d p='50'/></c>
      <c p='-100' v=''><d/><d p='100'/></c>
      <c p=' 7 ' v='98'><d p='x'/><e/><e/></c>
      <c p='abc'><e v='1'/><d v='1'/></c></r>
      """;

  private final Processor processor = new Processor(false);
  private final Configuration configuration = processor.getUnderlyingConfiguration();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count(d) > 1",
        "count(d) = count(d/@p)",
        "count(d) + count(e) > 1",
        "count(d) >= 2 and not(e)",
        "count(e) < 1",
        "d or e",
        "not(d or e)",
        "not(d/@p) or d/@p = 100",
        "d/@p != 100",
        "@p = 100",
        "100 <= @p",
        "@v = '1' or @v = '' or not(@v)",
        "@v != '1'",
        "@p",
        "number(@p) = @p",
        "number(@p) = 7",
        "count(d[@v='1' or not(@v)]) = 1",
        "e and d or @v",
        "not(d) and (e or @v)"
      })
  void decidesAsTheXPathEngineDoes(String xpath) throws SaxonApiException {
    var test = IatiRuleTest.parse(xpath, configuration).orElseThrow();
    var engine = processor.newXPathCompiler();
    engine.setBackwardsCompatible(true);
    for (var context : root(XML).children(NodeKindTest.ELEMENT)) {
      var item = engine.evaluateSingle("boolean(" + xpath + ")", (XdmNode) XdmValue.wrap(context));
      assertThat(test.of(context, ""))
          .as("in line " + context.getLineNumber())
          .isEqualTo(Boolean.parseBoolean(item.getStringValue()));
    }
  }

  /// XPath 1.0 knows no exponents; the engine, even in its 1.0 mode, reads them.
  @Test
  void readsNumbersAsXPathOneDoes() {
    var test = IatiRuleTest.parse("number(@p) = @p", configuration).orElseThrow();
    assertThat(test.of(root("<r p='1e2'/>"), "")).isFalse();
    assertThat(test.of(root("<r p='-1.50'/>"), "")).isTrue();
    assertThat(test.of(root("<r p='+1'/>"), "")).isFalse();
    assertThat(test.of(root("<r/>"), "")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count(d",
        "starts-with(@v, '1')",
        "d[e]",
        "@p = @v",
        "count(d) - 1",
        "not(1)",
        "",
        "d)",
        "a | b",
        "not (d)",
        "d and",
        "'x'"
      })
  void leavesEverythingElseToTheEngine(String xpath) {
    assertThat(IatiRuleTest.parse(xpath, configuration)).isEmpty();
  }

  private NodeInfo root(String xml) {
    var tree =
        new XmlTreeParser(configuration, null).parse(new InputSource(new StringReader(xml)), 0);
    return Objects.requireNonNull(tree.document()).children().iterator().next();
  }
}
