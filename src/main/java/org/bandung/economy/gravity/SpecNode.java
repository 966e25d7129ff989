package org.bandung.economy.gravity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.Closest;
import tools.jackson.databind.JsonNode;

/// A value of a specification with the place where it stands; what is wrong is noted, not thrown.
final class SpecNode {

  static final int LONGEST_TEXT = 2000;

  private final JsonNode node;
  private final String pointer;
  private final List<Fault> faults;

  SpecNode(JsonNode node, String pointer, List<Fault> faults) {
    this.node = node;
    this.pointer = pointer;
    this.faults = faults;
  }

  String pointer() {
    return pointer;
  }

  void fault(String code, Object... arguments) {
    faults.add(Fault.of(pointer, code, arguments));
  }

  boolean isText() {
    return node.isString();
  }

  boolean isList() {
    return node.isArray();
  }

  /// Notes keys that nobody reads, with the nearest that is read.
  SpecNode only(Set<String> known) {
    if (!node.isObject()) {
      fault("not-object");
      return this;
    }
    for (var name : node.propertyNames()) {
      if (!known.contains(name)) {
        var closest = Closest.to(name, known);
        faults.add(
            closest.isPresent()
                ? Fault.of(at(name), "unknown-key-closest", name, closest.get())
                : Fault.of(
                    at(name),
                    "unknown-key",
                    name,
                    String.join(", ", known.stream().sorted().toList())));
      }
    }
    return this;
  }

  private String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /// A key's value; empty if it is not there, or null.
  Optional<SpecNode> find(String name) {
    var child = node.isObject() ? node.get(name) : null;
    return child == null || child.isNull()
        ? Optional.empty()
        : Optional.of(new SpecNode(child, at(name), faults));
  }

  Optional<SpecNode> require(String name) {
    var child = find(name);
    if (child.isEmpty() && node.isObject()) {
      faults.add(Fault.of(at(name), "required", name));
    }
    return child;
  }

  /// A text; empty and noted if it is none.
  Optional<String> text() {
    if (!node.isString() || node.asString().isBlank()) {
      fault("not-text");
      return Optional.empty();
    }
    if (node.asString().length() > LONGEST_TEXT) {
      fault("too-long", LONGEST_TEXT);
      return Optional.empty();
    }
    return Optional.of(node.asString().strip());
  }

  Optional<Double> number(double low, double high) {
    if (!node.isNumber()) {
      fault("not-number");
      return Optional.empty();
    }
    double value = node.asDouble();
    if (!(value >= low && value <= high)) {
      fault("out-of-range", plain(low), plain(high));
      return Optional.empty();
    }
    return Optional.of(value);
  }

  Optional<Integer> whole(int low, int high) {
    var value = number(low, high);
    if (value.isPresent() && value.get() != Math.rint(value.get())) {
      fault("not-whole");
      return Optional.empty();
    }
    return value.map(Double::intValue);
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  /// One of some words.
  Optional<String> word(List<String> known) {
    var word = text();
    if (word.isPresent() && !known.contains(word.get())) {
      fault("one-of", word.get(), String.join(", ", known));
      return Optional.empty();
    }
    return word;
  }

  /// The values of a list; one value alone counts as a list of it.
  List<SpecNode> list(int most) {
    if (node.isObject()) {
      fault("not-list");
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(this);
    }
    if (node.size() > most) {
      fault("too-many", most);
      return List.of();
    }
    var list = new ArrayList<SpecNode>();
    for (int i = 0; i < node.size(); i++) {
      list.add(new SpecNode(node.get(i), pointer + "/" + i, faults));
    }
    return list;
  }

  /// A formula; empty and noted if it cannot be read.
  Optional<Formula> formula() {
    return text()
        .flatMap(text -> {
          try {
            return Optional.of(FormulaReader.read(text, pointer));
          } catch (Fault.Found found) {
            faults.addAll(found.faults());
            return Optional.empty();
          }
        });
  }
}
