package org.bandung.economy.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.bandung.kernel.Closest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A place in a JSON document, with the faults found so far: what is asked of it and is not there,
/// or is not of its kind, is told with its pointer.
record Place(JsonNode node, String pointer, List<ScenarioFault> faults) {

  private static final int MOST_FAULTS = 50;
  private static final int LONGEST_NAME = 40;

  void fault(String code, Object... arguments) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(ScenarioFault.of(pointer, code, arguments));
    }
  }

  boolean there() {
    return !node.isMissingNode() && !node.isNull();
  }

  Place at(String name) {
    return new Place(
        node.isObject() ? node.path(name) : MissingNode.getInstance(),
        pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
        faults);
  }

  /// Tells names that nobody knows, each with the one that was probably meant.
  boolean object(String... known) {
    if (!there()) {
      fault("missing");
      return false;
    }
    if (!node.isObject()) {
      fault("not-object");
      return false;
    }
    var names = List.of(known);
    for (var name : node.propertyNames()) {
      if (!names.contains(name)) {
        var shown = printable(name);
        var meant = Closest.to(name, names);
        at(shown)
            .fault(
                meant.isPresent() ? "unknown-name" : "unknown-name-among",
                shown,
                meant.orElseGet(() -> String.join(", ", names)));
      }
    }
    return true;
  }

  private static String printable(String name) {
    var shown = new StringBuilder();
    name.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.isDefined(c))
        .limit(LONGEST_NAME)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /// Text, empty where nothing is said.
  String text(int longest) {
    if (!there()) {
      return "";
    }
    if (!node.isString()) {
      fault("not-text");
      return "";
    }
    var text = node.stringValue().strip();
    if (text.length() > longest) {
      fault("too-long", longest);
      return "";
    }
    if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || !Character.isDefined(c))) {
      fault("control-characters");
      return "";
    }
    return text;
  }

  /// A code; empty where nothing is said and nothing has to be.
  String code(Predicate<String> form, boolean demanded) {
    var text = text(ScenarioText.LONGEST_TEXT);
    if (text.isEmpty()) {
      if (demanded && !there()) {
        fault("missing");
      } else if (demanded && node.isString() && node.stringValue().isBlank()) {
        fault("not-code");
      }
      return "";
    }
    if (!form.test(text)) {
      fault("not-code");
      return "";
    }
    return text;
  }

  /// One of some words.
  Optional<String> word(List<String> words) {
    var text = text(ScenarioText.LONGEST_TEXT);
    if (!there()) {
      return Optional.empty();
    }
    if (!words.contains(text)) {
      fault("not-one-of", String.join(", ", words));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /// A number within bounds, nothing where none is said.
  OptionalDouble number(double least, double most) {
    if (!there()) {
      return OptionalDouble.empty();
    }
    if (!node.isNumber()) {
      fault("not-number");
      return OptionalDouble.empty();
    }
    double value = node.doubleValue();
    if (!(value >= least && value <= most)) {
      fault("out-of-range", plain(least), plain(most));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value);
  }

  /// A number within bounds that has to be said.
  OptionalDouble demanded(double least, double most) {
    if (!there()) {
      fault("missing");
    }
    return number(least, most);
  }

  static String plain(double value) {
    return new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /// The items of a list; none where nothing is said.
  List<Place> items(int most) {
    if (!there()) {
      return List.of();
    }
    if (!node.isArray()) {
      fault("not-list");
      return List.of();
    }
    if (node.size() > most) {
      fault("too-many", most);
      return List.of();
    }
    var items = new ArrayList<Place>(node.size());
    for (int i = 0; i < node.size(); i++) {
      items.add(new Place(node.get(i), pointer + "/" + i, faults));
    }
    return items;
  }

  /// Codes in a list, each once.
  Set<String> codes(Predicate<String> form, boolean demanded) {
    if (demanded && !there()) {
      fault("missing");
    }
    var codes = new LinkedHashSet<String>();
    for (var item : items(ScenarioText.MOST_CODES)) {
      var code = item.code(form, true);
      if (!code.isEmpty() && !codes.add(code)) {
        item.fault("twice", code);
      }
    }
    if (demanded && node.isArray() && node.isEmpty()) {
      fault("empty-list");
    }
    return codes;
  }
}
