package org.bandung.exchange.standard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import net.sf.saxon.om.NodeInfo;
import org.bandung.kernel.Note.Severity;
import tools.jackson.databind.JsonNode;

/// An official ruleset, executed as it is written: contexts, and for each of them rules of several
/// kinds with their cases.
public final class IatiRules {

  /// A rule by its official name.
  ///
  /// @param path the context within the record and the paths looked at
  public record Rule(String id, Severity severity, String message, String path, IatiRule rule) {}

  /// Rules repeated for each different value of a path.
  private record Loop(IatiRuleXPath.Nodes foreach, List<Rule> rules) {}

  private record Context(IatiRuleXPath.Nodes nodes, List<Rule> rules, List<Loop> loops) {}

  private final List<Context> contexts = new ArrayList<>();
  private final List<Rule> all = new ArrayList<>();
  private final IatiRuleXPath xpath;
  private final IatiRuleKinds kinds;

  /// @throws IllegalArgumentException saying what in the ruleset cannot be executed
  IatiRules(JsonNode ruleset, IatiRuleXPath xpath, IatiRuleKinds kinds) {
    this.xpath = xpath;
    this.kinds = kinds;
    for (var context : ruleset.properties()) {
      contexts.add(context(context.getKey(), context.getValue()));
    }
  }

  private Context context(String path, JsonNode byKind) {
    var rules = new ArrayList<Rule>();
    var loops = new ArrayList<Loop>();
    for (var kind : byKind.properties()) {
      for (var written : kind.getValue().path("cases")) {
        if (kind.getKey().equals("loop")) {
          loops.add(loop(path, written));
        } else {
          rules.add(rule(path, kind.getKey(), written, Set.of()));
        }
      }
    }
    return new Context(xpath.nodes(path), rules, loops);
  }

  private Loop loop(String context, JsonNode written) {
    var subs = new HashSet<String>();
    written.path("subs").forEach(sub -> subs.add(sub.asString()));
    var rules = new ArrayList<Rule>();
    for (var kind : written.path("do").properties()) {
      for (var inner : kind.getValue().path("cases")) {
        rules.add(rule(context, kind.getKey(), inner, subs));
      }
    }
    return new Loop(xpath.nodes(written.path("foreach").asString("")), rules);
  }

  private Rule rule(String context, String kind, JsonNode json, Set<String> subs) {
    var info = json.path("ruleInfo");
    var id = info.path("id").asString("");
    try {
      var rule =
          new Rule(
              id,
              severity(info.path("severity").asString("error")),
              info.path("message").asString(""),
              place(context, new IatiRuleCase(json, Set.of(), xpath)),
              kinds.rule(kind, new IatiRuleCase(json, subs, xpath)));
      all.add(rule);
      return rule;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "rule " + id + " (" + kind + " in " + context + "): " + e.getMessage(), e);
    }
  }

  private static Severity severity(String official) {
    return switch (official) {
      case "warning" -> Severity.WARNING;
      case "advisory" -> Severity.ADVISORY;
      default -> Severity.ERROR;
    };
  }

  private static String place(String context, IatiRuleCase written) {
    var places = new LinkedHashSet<String>();
    for (var key : List.of("paths", "date", "less", "more", "start", "end", "one")) {
      if (!(key.equals("start") && written.has("paths"))) {
        places.addAll(written.texts(key));
      }
    }
    places.remove("NOW");
    var inRecord =
        context
            .replaceFirst(
                "^(/iati-activities/iati-activity|/iati-organisations/iati-organisation)/?", "")
            .replaceFirst("^//", "");
    var joined = String.join(", ", places);
    return inRecord.isEmpty() ? joined : joined.isEmpty() ? inRecord : inRecord + "/" + joined;
  }

  /// Every rule, in the order of the ruleset.
  List<Rule> rules() {
    return List.copyOf(all);
  }

  /// How many nodes of the tree the rules apply to: none means that nothing was judged.
  int contexts(NodeInfo document) {
    return contexts.stream().mapToInt(context -> context.nodes().of(document, "").size()).sum();
  }

  /// Puts all rules to the tree and reports each that a context node breaks, with the node.
  public void judge(NodeInfo document, BiConsumer<Rule, NodeInfo> broken) {
    for (var context : contexts) {
      for (var node : context.nodes().of(document, "")) {
        judge(context.rules(), node, "", broken);
        for (var loop : context.loops()) {
          judge(loop, node, broken);
        }
      }
    }
  }

  private static void judge(Loop loop, NodeInfo node, BiConsumer<Rule, NodeInfo> broken) {
    var found = loop.foreach().of(node, "");
    if (found.isEmpty()) {
      return;
    }
    var groups = new LinkedHashSet<String>();
    found.forEach(value -> groups.add(value.getStringValue()));
    for (var group : groups) {
      judge(loop.rules(), node, group, broken);
    }
  }

  private static void judge(
      List<Rule> rules, NodeInfo node, String group, BiConsumer<Rule, NodeInfo> broken) {
    for (var rule : rules) {
      var offender = rule.rule().offender(node, group);
      if (offender != null) {
        broken.accept(rule, offender);
      }
    }
  }
}
