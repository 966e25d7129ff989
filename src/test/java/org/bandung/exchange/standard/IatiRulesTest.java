package org.bandung.exchange.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.sf.saxon.Configuration;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.Processor;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class IatiRulesTest {

  private final Configuration configuration = new Processor(false).getUnderlyingConfiguration();

  @Test
  void findsEachKindOfBreach() {
    assertThat(broken("breaks-every-rule.xml"))
        .containsExactlyInAnyOrder(
            "no_more_than_one",
            "condition",
            "only_one_of",
            "one_or_all lang",
            "one_or_all sector",
            "one_or_all currency",
            "dependent",
            "sum",
            "strict_sum",
            "date_order",
            "date_order NOW",
            "date_now",
            "time_limit",
            "between_dates",
            "regex_matches",
            "regex_no_matches",
            "startswith",
            "startswith agency",
            "unique",
            "no_spaces",
            "anywhere");
  }

  @Test
  void treatsTheValueOfALoopAsAValueWhateverItHolds() {
    assertThat(broken("breaks-sector-rules.xml"))
        .containsExactlyInAnyOrder("if_then", "range", "loop", "only_one_of");
  }

  @Test
  void isSilentAboutARecordThatKeepsThemAll() {
    assertThat(broken("keeps-every-rule.xml")).isEmpty();
  }

  @Test
  void pointsAtTheNodeThatWouldHaveToChange() {
    var lines = new ArrayList<String>();
    smallRuleset()
        .judge(
            tree("breaks-every-rule.xml"),
            (rule, node) -> lines.add(rule.id() + " " + node.getLineNumber() + " " + rule.path()));
    assertThat(lines)
        .contains(
            "date_order NOW 24 transaction/transaction-date/@iso-date",
            "one_or_all sector 23 sector",
            "anywhere 4 title/narrative/text()");
  }

  @Test
  void doesNotApplyTheFormOfIdsToKnownOrganisations() {
    var ids = new IatiRuleIds(Set.of("QMX/1"), Set.of());
    assertThat(ids.startsWithOrganisation("QMX/1-55")).isTrue();
    assertThat(ids.startsWithOrganisation("QMX/15")).isFalse();
    assertThat(ids.startsWithAgency("anything")).isTrue();
    assertThat(new IatiRuleIds(Set.of(), Set.of("QM-REG")).startsWithAgency("QM-REG-1")).isTrue();
    assertThat(new IatiRuleIds(Set.of(), Set.of("QM-REG")).startsWithAgency("QM-XYZ-1")).isFalse();
  }

  @Test
  void refusesAKindOfRuleItDoesNotKnowByName() {
    assertThatThrownBy(() ->
            rules(
                """
                {"//a": {"spells_well": {"cases": [{"ruleInfo": {"id": "9.9.9"}}]}}}
                """))
        .hasMessageContaining("9.9.9")
        .hasMessageContaining("spells_well");
  }

  private List<String> broken(String fixture) {
    var ids = new ArrayList<String>();
    smallRuleset().judge(tree(fixture), (rule, node) -> ids.add(rule.id()));
    return ids;
  }

  private IatiRules smallRuleset() {
    return rules(Fixtures.resource("small-ruleset.json"));
  }

  private IatiRules rules(String json) {
    var ids = new IatiRuleIds(Set.of("QM-REG-9"), Set.of("QM-REG"));
    return new IatiRules(
        IatiStandard.json(json),
        new IatiRuleXPath(configuration),
        new IatiRuleKinds(ids, () -> LocalDate.of(2026, 11, 22)));
  }

  private NodeInfo tree(String fixture) {
    var text = "<iati-activities>" + Fixtures.resource(fixture) + "</iati-activities>";
    var tree =
        new XmlTreeParser(configuration, null).parse(new InputSource(new StringReader(text)), 0);
    return Objects.requireNonNull(tree.document());
  }
}
