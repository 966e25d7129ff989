package org.bandung.exchange.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedDeque;
import net.sf.saxon.Configuration;
import net.sf.saxon.om.Item;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.sxpath.IndependentContext;
import net.sf.saxon.sxpath.XPathDynamicContext;
import net.sf.saxon.sxpath.XPathEvaluator;
import net.sf.saxon.sxpath.XPathExpression;
import net.sf.saxon.sxpath.XPathVariable;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Compiles the XPath 1.0 of the official rules, each text once; what it returns may be used by
/// many threads.
///
/// The value a `loop` stands at (`'$1'` in the rules' text) is a variable here, so that a value out
/// of somebody's file never becomes part of an expression.
final class IatiRuleXPath {

  /// Selects nodes, in document order.
  interface Nodes {
    List<NodeInfo> of(NodeInfo context, String group);
  }

  /// Decides something about a node.
  interface Test {
    boolean of(NodeInfo context, String group);
  }

  private static final String GROUP = "group";

  private final Configuration configuration;

  IatiRuleXPath(Configuration configuration) {
    this.configuration = configuration;
  }

  /// The names of all trees that its expressions are for.
  NamePool names() {
    return configuration.getNamePool();
  }

  Nodes nodes(String xpath) {
    return IatiRulePath.parse(xpath, configuration)
        .<Nodes>map(path -> path::select)
        .or(() -> union(xpath))
        .orElseGet(() -> new Compiled(xpath)::nodes);
  }

  /// Several simple paths, as in `budget/value | transaction/value`.
  private Optional<Nodes> union(String xpath) {
    var paths = new ArrayList<IatiRulePath>();
    for (var part : xpath.split("\\|", -1)) {
      var path = IatiRulePath.parse(part, configuration);
      if (path.isEmpty()) {
        return Optional.empty();
      }
      paths.add(path.get());
    }
    return Optional.of((context, group) -> {
      var found = new TreeSet<NodeInfo>(NodeInfo::compareOrder);
      for (var path : paths) {
        found.addAll(path.select(context, group));
      }
      return List.copyOf(found);
    });
  }

  Test test(String xpath) {
    return IatiRuleTest.parse(xpath, configuration).orElseGet(() -> new Compiled(xpath)::test);
  }

  /// The text with the place of the loop's value turned into the variable.
  static String withGroup(String xpath) {
    return xpath
        .replace("'$1'", "$" + GROUP)
        .replace("\"$1\"", "$" + GROUP)
        .replace("$1", "$" + GROUP);
  }

  private final class Compiled {
    private final String xpath;
    private final XPathExpression expression;
    private final @Nullable XPathVariable variable;
    private final ConcurrentLinkedDeque<XPathDynamicContext> idle = new ConcurrentLinkedDeque<>();

    Compiled(String xpath) {
      this.xpath = xpath;
      var names = new IndependentContext(configuration);
      names.setBackwardsCompatibilityMode(true);
      names.declareNamespace("xml", NamespaceUri.XML);
      variable =
          xpath.contains("$" + GROUP) ? names.declareVariable(NamespaceUri.NULL, GROUP) : null;
      var evaluator = new XPathEvaluator(configuration);
      evaluator.setStaticContext(names);
      try {
        expression = evaluator.createExpression(xpath);
      } catch (XPathException e) {
        throw new IllegalArgumentException("not an XPath: " + xpath, e);
      }
    }

    List<NodeInfo> nodes(NodeInfo context, String group) {
      var dynamic = idle.poll();
      try {
        dynamic = at(dynamic, context, group);
        var items = expression.iterate(dynamic);
        var found = new ArrayList<NodeInfo>(4);
        for (Item item = items.next(); item != null; item = items.next()) {
          if (item instanceof NodeInfo node) {
            found.add(node);
          }
        }
        idle.push(dynamic);
        return found;
      } catch (XPathException e) {
        throw new IllegalStateException("cannot evaluate " + xpath, e);
      }
    }

    boolean test(NodeInfo context, String group) {
      var dynamic = idle.poll();
      try {
        dynamic = at(dynamic, context, group);
        boolean value = expression.effectiveBooleanValue(dynamic);
        idle.push(dynamic);
        return value;
      } catch (XPathException e) {
        throw new IllegalStateException("cannot evaluate " + xpath, e);
      }
    }

    /// Making an evaluation context costs more than evaluating a rule, so they are used again.
    private XPathDynamicContext at(
        @Nullable XPathDynamicContext used, NodeInfo context, String group) throws XPathException {
      var dynamic = used == null ? expression.createDynamicContext() : used;
      dynamic.setContextItem(context);
      if (variable != null) {
        dynamic.setVariable(variable, new StringValue(group));
      }
      return dynamic;
    }
  }
}
