package org.bandung.exchange.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.Configuration;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.AnyNodeTest;
import net.sf.saxon.pattern.NameTest;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.pattern.NodePredicate;
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import net.sf.saxon.tree.tiny.TinyTree;
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

  /// @param name the fingerprint of the name it leads to, or `NO_NAME` for a parent or a text
  private record Step(
      int axis, NodePredicate test, int name, @Nullable IatiRulePredicate predicate) {}

  private static final int NO_NAME = -1;

  /// The kind of a node is in these bits; the others say how the tree holds it.
  private static final int KIND = 0x0f;

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
      return new Step(AxisInfo.PARENT, AnyNodeTest.getInstance(), NO_NAME, null);
    }
    if (matcher.group("text") != null) {
      return new Step(AxisInfo.CHILD, NodeKindTest.TEXT, NO_NAME, null);
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
    return new Step(
        axis(attribute, anywhere || axis != null),
        test,
        test.getFingerprint(),
        predicate.orElse(null));
  }

  private static int axis(boolean attribute, boolean descendant) {
    return attribute ? AxisInfo.ATTRIBUTE : descendant ? AxisInfo.DESCENDANT : AxisInfo.CHILD;
  }

  /// The nodes it leads to from the context, in document order.
  List<NodeInfo> select(NodeInfo context, String group) {
    var found = new ArrayList<NodeInfo>(4);
    walk(fromRoot ? context.getRoot() : context, 0, group, found);
    return found;
  }

  private void walk(NodeInfo node, int index, String group, List<NodeInfo> found) {
    int kind = node.getNodeKind();
    boolean parent = kind == Type.ELEMENT || kind == Type.DOCUMENT;
    if (parent && steps.get(index).name() != NO_NAME && node instanceof TinyNodeImpl tiny) {
      walk(tiny.getTree(), tiny.getNodeNumber(), index, group, found);
      return;
    }
    var step = steps.get(index);
    var nodes = node.iterateAxis(step.axis(), step.test());
    int position = 0;
    for (var next = nodes.next(); next != null; next = nodes.next()) {
      position++;
      arrive(next, position, index, group, found);
    }
  }

  private void arrive(NodeInfo node, int position, int index, String group, List<NodeInfo> found) {
    var predicate = steps.get(index).predicate();
    if (predicate == null || predicate.accepts(node, position, group)) {
      if (index == steps.size() - 1) {
        found.add(node);
      } else {
        walk(node, index + 1, group, found);
      }
    }
  }

  /// A named step along the arrays that Saxon keeps a tree in: an object is made for what is found,
  /// not for what is passed, for dozens of paths are put to every record.
  private void walk(TinyTree tree, int node, int index, String group, List<NodeInfo> found) {
    switch (steps.get(index).axis()) {
      case AxisInfo.ATTRIBUTE -> attribute(tree, node, index, group, found);
      case AxisInfo.CHILD -> children(tree, node, index, group, found);
      default -> descendants(tree, node, index, group, found);
    }
  }

  private void children(TinyTree tree, int node, int index, String group, List<NodeInfo> found) {
    var depths = tree.getNodeDepthArray();
    var next = tree.getNextPointerArray();
    var names = tree.getNameCodeArray();
    var kinds = tree.getNodeKindArray();
    int name = steps.get(index).name();
    int position = 0;
    int child = node + 1;
    if (child >= tree.getNumberOfNodes() || depths[child] <= depths[node]) {
      return;
    }
    for (int last = node; child > last; child = next[child]) {
      last = child;
      if ((names[child] & NamePool.FP_MASK) == name && (kinds[child] & KIND) == Type.ELEMENT) {
        position++;
        arrive(tree.getNode(child), position, index, group, found);
      }
    }
  }

  private void descendants(TinyTree tree, int node, int index, String group, List<NodeInfo> found) {
    var depths = tree.getNodeDepthArray();
    var names = tree.getNameCodeArray();
    var kinds = tree.getNodeKindArray();
    int name = steps.get(index).name();
    int position = 0;
    int end = tree.getNumberOfNodes();
    for (int below = node + 1; below < end && depths[below] > depths[node]; below++) {
      if ((names[below] & NamePool.FP_MASK) == name && (kinds[below] & KIND) == Type.ELEMENT) {
        position++;
        arrive(tree.getNode(below), position, index, group, found);
      }
    }
  }

  private void attribute(TinyTree tree, int node, int index, String group, List<NodeInfo> found) {
    int first = tree.getNodeKindArray()[node] == Type.DOCUMENT ? -1 : tree.getAlphaArray()[node];
    if (first < 0) {
      return;
    }
    var step = steps.get(index);
    var owners = tree.getAttributeParentArray();
    var names = tree.getAttributeNameCodeArray();
    int end = tree.getNumberOfAttributes();
    for (int a = first; a < end && owners[a] == node; a++) {
      if ((names[a] & NamePool.FP_MASK) == step.name()) {
        var attribute = tree.getNode(node).iterateAxis(step.axis(), step.test()).next();
        if (attribute != null) {
          arrive(attribute, 1, index, group, found);
        }
        return;
      }
    }
  }
}
