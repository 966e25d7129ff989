package org.bandung.funds.rules;

import java.util.List;
import org.bandung.kernel.LocalizedText;

/// The rules of a fund in one version.
///
/// @param id such as `pgtf`
/// @param version such as `2026-11`; a changed rule is a new version
/// @param note what to know before it is used
public record RuleBook(
    String id, String version, LocalizedText title, LocalizedText note, List<Rule> rules) {

  public RuleBook {
    rules = List.copyOf(rules);
  }

  /// The rules of one kind, in their order.
  public List<Rule> of(Rule.Kind kind) {
    return rules.stream().filter(r -> r.kind() == kind).toList();
  }
}
