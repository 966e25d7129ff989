package org.bandung.exchange.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.Configuration;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.AnyNodeTest;
import net.sf.saxon.pattern.NameTest;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.pattern.NodePredicate;
import net.sf.saxon.type.Type;
import org.jspecify.annotations.Nullable;

/// The simple paths of the rules, such as `transaction/sector[@vocabulary = '1' or
/// not(@vocabulary)]/@code`, walked on the tree itself: measured several times as fast as a general
/// XPath engine, which remains the judge of every other expression.
final class IatiRulePath {

  private static final Pattern STEP =
      Pattern.compile(
          "(?<parent>\\.\\.)|(?<text>text\\(\\))"
              + "|(?<axis>@|descendant::)?(?<prefix>xml:)?(?<name>[A-Za-z_][\\w.-]*)"
              + "(?<predicate>\\[[^\\[\\]]*\\])?");

  private record Step(int axis, NodePredicate test, @Nullable IatiRulePredicate predicate) {}

  private final boolean fromRoot;
  private final List<Step> steps;

  private IatiRulePath(boolean fromRoot, List<Step> steps) {
    this.fromRoot = fromRoot;
    this.steps = List.copyOf(steps);
  }

  /// The path, or empty if it is not one of the simple ones.
  static Optional<IatiRulePath> parse(String xpath, Configuration configuration) {
    var rest = xpath.strip();
    boolean anywhere = rest.startsWith("//");
    boolean fromRoot = rest.startsWith("/");
    rest = rest.substring(anywhere ? 2 : fromRoot ? 1 : 0);
    var steps = new ArrayList<Step>();
    var matcher = STEP.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      matcher.region(at, rest.length());
      if (!matcher.lookingAt()) {
        return Optional.empty();
      }
      var step = step(matcher, configuration, anywhere && steps.isEmpty());
      if (step == null || (step.axis() == AxisInfo.PARENT && !steps.isEmpty())) {
        return Optional.empty();
      }
      steps.add(step);
      at = matcher.end();
      if (at < rest.length() && rest.charAt(at++) != '/') {
        return Optional.empty();
      }
    }
    boolean complete = !steps.isEmpty() && !rest.endsWith("/");
    return complete ? Optional.of(new IatiRulePath(fromRoot, steps)) : Optional.empty();
  }

  private static @Nullable Step step(
      Matcher matcher, Configuration configuration, boolean anywhere) {
    if (matcher.group("parent") != null) {
      return new Step(AxisInfo.PARENT, AnyNodeTest.getInstance(), null);
    }
    if (matcher.group("text") != null) {
      return new Step(AxisInfo.CHILD, NodeKindTest.TEXT, null);
    }
    var axis = matcher.group("axis");
    boolean attribute = "@".equals(axis);
    if (anywhere && axis != null) {
      return null;
    }
    var written = matcher.group("predicate");
    var predicate =
        written == null
            ? Optional.<IatiRulePredicate>empty()
            : IatiRulePredicate.parse(written.substring(1, written.length() - 1));
    if (written != null && predicate.isEmpty()) {
      return null;
    }
    var namespace = matcher.group("prefix") == null ? NamespaceUri.NULL : NamespaceUri.XML;
    var test =
        new NameTest(
            attribute ? Type.ATTRIBUTE : Type.ELEMENT,
            namespace,
            matcher.group("name"),
            configuration.getNamePool());
    return new Step(axis(attribute, anywhere || axis != null), test, predicate.orElse(null));
  }

  private static int axis(boolean attribute, boolean descendant) {
    return attribute ? AxisInfo.ATTRIBUTE : descendant ? AxisInfo.DESCENDANT : AxisInfo.CHILD;
  }

  /// The nodes it leads to from the context, in document order.
  List<NodeInfo> select(NodeInfo context, String group) {
    var found = new ArrayList<NodeInfo>(4);
    walk(fromRoot ? context.getRoot() : context, 0, group, found::add);
    return found;
  }

  private void walk(NodeInfo node, int index, String group, Consumer<NodeInfo> found) {
    var step = steps.get(index);
    boolean last = index == steps.size() - 1;
    var nodes = node.iterateAxis(step.axis(), step.test());
    int position = 0;
    for (var next = nodes.next(); next != null; next = nodes.next()) {
      position++;
      if (step.predicate() != null && !step.predicate().accepts(next, position, group)) {
        continue;
      }
      if (last) {
        found.accept(next);
      } else {
        walk(next, index + 1, group, found);
      }
    }
  }
}
