package org.bandung.exchange.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

/// The simple predicates of paths: `1` (a position), and attributes compared with texts and numbers
/// joined by `or`, with the meaning of XPath 1.0.
final class IatiRulePredicate {

  private static final Pattern TERM =
      Pattern.compile(
          "(?<not>not\\()?\\s*@(?<name>[A-Za-z_][\\w.-]*)\\s*"
              + "(?:(?<op>!?=)\\s*(?:'(?<text>[^']*)'|(?<number>\\d+)|(?<group>\\$group)))?\\s*(?<close>\\))?");

  /// @param value null when only the presence of the attribute matters
  private record Term(
      String attribute,
      boolean negated,
      boolean unequal,
      @Nullable String value,
      boolean numeric,
      boolean group) {

    boolean accepts(NodeInfo node, String current) {
      var actual = node.getAttributeValue(NamespaceUri.NULL, attribute);
      return negated != compares(actual, current);
    }

    private boolean compares(@Nullable String actual, String current) {
      if (actual == null) {
        return false;
      }
      if (group) {
        return unequal != actual.equals(current);
      }
      if (value == null) {
        return true;
      }
      return unequal != (numeric ? isNumber(actual, value) : actual.equals(value));
    }
  }

  private final int position;
  private final List<Term> anyOf;

  private IatiRulePredicate(int position, List<Term> anyOf) {
    this.position = position;
    this.anyOf = List.copyOf(anyOf);
  }

  /// The predicate written between the brackets, or empty if it is not one of the simple ones.
  static Optional<IatiRulePredicate> parse(String written) {
    var text = written.strip();
    if (text.matches("[1-9]\\d{0,5}")) {
      return Optional.of(new IatiRulePredicate(Integer.parseInt(text), List.of()));
    }
    var terms = new ArrayList<Term>();
    for (var part : text.split("\\s+or\\s+", -1)) {
      var matcher = TERM.matcher(part.strip());
      if (!matcher.matches()
          || (matcher.group("not") == null) != (matcher.group("close") == null)) {
        return Optional.empty();
      }
      var number = matcher.group("number");
      terms.add(
          new Term(
              matcher.group("name"),
              matcher.group("not") != null,
              "!=".equals(matcher.group("op")),
              number != null ? number : matcher.group("text"),
              number != null,
              matcher.group("group") != null));
    }
    return Optional.of(new IatiRulePredicate(0, terms));
  }

  /// Whether the node, the `position`th of its step, passes.
  boolean accepts(NodeInfo node, int position, String group) {
    if (this.position > 0) {
      return this.position == position;
    }
    for (var term : anyOf) {
      if (term.accepts(node, group)) {
        return true;
      }
    }
    return false;
  }

  /// Whether XPath 1.0 reads the text as this whole number: blanks around and zeros do not matter.
  private static boolean isNumber(String text, String wholeNumber) {
    var trimmed = text.strip();
    if (trimmed.equals(wholeNumber)) {
      return true;
    }
    return trimmed.matches("\\d+(\\.\\d*)?|\\.\\d+")
        && Double.parseDouble(trimmed) == Double.parseDouble(wholeNumber);
  }
}
