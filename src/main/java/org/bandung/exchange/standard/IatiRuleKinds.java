package org.bandung.exchange.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.sf.saxon.om.NodeInfo;
import org.bandung.exchange.standard.IatiRuleXPath.Nodes;

/// What each kind of rule in an official ruleset means (SPEC.rst of the IATI rulesets, version
/// 2.03).
///
/// Conditions are XPath booleans: a set of nodes is true when it is not empty.
final class IatiRuleKinds {

  private final IatiRuleIds ids;
  private final IatiRuleDates dates;

  IatiRuleKinds(IatiRuleIds ids, Supplier<LocalDate> today) {
    this.ids = ids;
    this.dates = new IatiRuleDates(today);
  }

  /// The rule of this kind for the case, with its conditions.
  ///
  /// @param kind in snake_case or camelCase, except `loop`
  IatiRule rule(String kind, IatiRuleCase written) {
    var rule = unconditional(snakeCase(kind), written);
    if (written.has("idCondition")) {
      rule = withIdCondition(rule, written);
    }
    if (written.has("condition")) {
      var condition = written.test("condition");
      var inner = rule;
      rule = (node, group) -> condition.of(node, group) ? inner.offender(node, group) : null;
    }
    return rule;
  }

  private IatiRule unconditional(String kind, IatiRuleCase written) {
    return switch (kind) {
      case "no_more_than_one" -> count(written, 0, 1);
      case "atleast_one" -> count(written, 1, Integer.MAX_VALUE);
      case "only_one_of" -> onlyOneOf(written);
      case "one_or_all" -> IatiRuleKindOneOrAll.rule(written);
      case "dependent" -> dependent(written);
      case "sum" -> sum(written, true);
      case "strict_sum" -> sum(written, false);
      case "date_order" -> dates.order(written);
      case "date_now" -> dates.now(written);
      case "time_limit" -> dates.limit(written);
      case "between_dates" -> dates.between(written);
      case "regex_matches" -> regex(written, true);
      case "regex_no_matches" -> regex(written, false);
      case "startswith" -> startsWith(written);
      case "unique" -> unique(written);
      case "if_then" -> ifThen(written);
      case "range" -> range(written);
      case "no_spaces" -> eachText(written, text -> text.equals(trimmed(text)));
      case "evaluates_to", "eval" -> evaluates(written);
      default -> throw new IllegalArgumentException("unknown kind of rule: " + kind);
    };
  }

  static String snakeCase(String kind) {
    var snake = kind.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return switch (snake) {
      case "at_least_one" -> "atleast_one";
      case "starts_with" -> "startswith";
      default -> snake;
    };
  }

  private IatiRule withIdCondition(IatiRule rule, IatiRuleCase written) {
    var paths = written.paths("paths");
    boolean prefix = written.text("idCondition").equals("NOT_EXISTING_ORG_ID_PREFIX");
    return (node, group) -> {
      for (var id : all(paths, node, group)) {
        var text = id.getStringValue();
        if (prefix ? ids.startsWithOrganisation(text) : ids.isOrganisation(text)) {
          return null;
        }
      }
      return rule.offender(node, group);
    };
  }

  private static IatiRule count(IatiRuleCase written, int least, int most) {
    var paths = written.paths("paths");
    return (node, group) -> {
      int count = 0;
      for (var path : paths) {
        count += path.of(node, group).size();
      }
      return count < least || count > most ? node : null;
    };
  }

  private static IatiRule onlyOneOf(IatiRuleCase written) {
    var excluded = written.paths("excluded");
    var paths = written.paths("paths");
    return (node, group) -> {
      int count = all(paths, node, group).size();
      int allowed = all(excluded, node, group).isEmpty() ? 1 : 0;
      return count == allowed ? null : node;
    };
  }

  private static IatiRule dependent(IatiRuleCase written) {
    var paths = written.paths("paths");
    return (node, group) -> {
      long present = paths.stream().filter(path -> !path.of(node, group).isEmpty()).count();
      return present == 0 || present == paths.size() ? null : node;
    };
  }

  /// Sums to four decimals, as the official validator does: 33.33333 thrice is 100.
  private static IatiRule sum(IatiRuleCase written, boolean emptyHolds) {
    var paths = written.paths("paths");
    double expected = written.number("sum");
    return (node, group) -> {
      var terms = all(paths, node, group);
      double sum = 0;
      for (var term : terms) {
        sum += number(term.getStringValue());
      }
      boolean holds = Math.abs(sum - expected) < 0.00005 || (emptyHolds && terms.isEmpty());
      return holds ? null : terms.isEmpty() ? node : terms.getFirst();
    };
  }

  private static IatiRule regex(IatiRuleCase written, boolean wanted) {
    var pattern = Pattern.compile(written.text("regex"));
    return eachText(written, text -> text.isEmpty() || pattern.matcher(text).find() == wanted);
  }

  private static IatiRule range(IatiRuleCase written) {
    double min = written.number("min", Double.NEGATIVE_INFINITY);
    double max = written.number("max", Double.POSITIVE_INFINITY);
    return eachText(written, text -> min <= number(text) && number(text) <= max);
  }

  private IatiRule startsWith(IatiRuleCase written) {
    // The older form of the ruleset calls the prefix `start`.
    var key = written.has("prefix") ? "prefix" : "start";
    if (written.texts(key).equals(List.of("ORG-ID-PREFIX"))) {
      return eachText(written, ids::startsWithAgency);
    }
    var prefixes = written.paths(key);
    var paths = written.paths("paths");
    var separator = written.has("separator") ? written.text("separator") : "";
    return (node, group) -> {
      var starts =
          all(prefixes, node, group).stream().map(n -> n.getStringValue() + separator).toList();
      for (var found : all(paths, node, group)) {
        if (starts.stream().noneMatch(found.getStringValue()::startsWith)) {
          return found;
        }
      }
      return null;
    };
  }

  private static IatiRule unique(IatiRuleCase written) {
    var paths = written.paths("paths");
    return (node, group) -> {
      var seen = new HashSet<String>();
      for (var found : all(paths, node, group)) {
        if (!seen.add(found.getStringValue())) {
          return found;
        }
      }
      return null;
    };
  }

  private static IatiRule ifThen(IatiRuleCase written) {
    var condition = written.test("if");
    var consequence = written.test("then");
    return (node, group) -> condition.of(node, group) && !consequence.of(node, group) ? node : null;
  }

  private static IatiRule evaluates(IatiRuleCase written) {
    var test = written.test("eval");
    return (node, group) -> test.of(node, group) ? null : node;
  }

  private static IatiRule eachText(IatiRuleCase written, Predicate<String> good) {
    var paths = written.paths("paths");
    return (node, group) -> {
      for (var path : paths) {
        for (var found : path.of(node, group)) {
          if (!good.test(found.getStringValue())) {
            return found;
          }
        }
      }
      return null;
    };
  }

  static List<NodeInfo> all(List<Nodes> paths, NodeInfo node, String group) {
    if (paths.size() == 1) {
      return paths.getFirst().of(node, group);
    }
    var found = new ArrayList<NodeInfo>();
    for (var path : paths) {
      found.addAll(path.of(node, group));
    }
    return found;
  }

  /// A number as the official validator reads it: nothing is zero, what is no number is NaN.
  private static double number(String text) {
    var trimmed = trimmed(text);
    if (trimmed.isEmpty()) {
      return 0;
    }
    char last = trimmed.charAt(trimmed.length() - 1);
    if (last != '.' && (last < '0' || last > '9')) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(trimmed);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// Without the white space at both ends, no-break spaces included.
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
