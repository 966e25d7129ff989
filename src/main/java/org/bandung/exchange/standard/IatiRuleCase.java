package org.bandung.exchange.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One case of a rule as written in the ruleset, with its expressions compiled on request.
///
/// @param subs the keys in which a surrounding loop puts its value; empty outside of loops. In any
///   other key `$1` stays what it is: the official text of the ruleset decides
record IatiRuleCase(JsonNode json, Set<String> subs, IatiRuleXPath xpath) {

  boolean has(String key) {
    return json.has(key);
  }

  /// A number; the ruleset's error if it is missing.
  double number(String key) {
    return required(key).asDouble();
  }

  double number(String key, double fallback) {
    return has(key) ? number(key) : fallback;
  }

  /// A text as it stands, with the loop's value as a variable where the loop says so.
  String text(String key) {
    var text = required(key).asString();
    return subs.contains(key) ? IatiRuleXPath.withGroup(text) : text;
  }

  IatiRuleXPath.Nodes nodes(String key) {
    return xpath.nodes(text(key));
  }

  IatiRuleXPath.Test test(String key) {
    return xpath.test(text(key));
  }

  /// The texts of a list, or the one text if it is not a list, or none.
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    if (has(key)) {
      var value = required(key);
      if (value.isArray()) {
        value.forEach(item -> texts.add(item.asString()));
      } else {
        texts.add(value.asString());
      }
    }
    return subs.contains(key) ? texts.stream().map(IatiRuleXPath::withGroup).toList() : texts;
  }

  List<IatiRuleXPath.Nodes> paths(String key) {
    return texts(key).stream().map(xpath::nodes).toList();
  }

  private JsonNode required(String key) {
    var value = json.get(key);
    if (value == null) {
      throw new IllegalArgumentException("a case lacks `" + key + "`: " + json);
    }
    return value;
  }
}
