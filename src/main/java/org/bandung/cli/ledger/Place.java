package org.bandung.cli.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A place in a file of postings, with its JSON pointer; what is not as it must be becomes a fault.
record Place(JsonNode node, String pointer, List<FileFault> faults) {

  private static final int MOST_FAULTS = 100;
  private static final int SHOWN = 60;

  Place at(String name) {
    var escaped = name.replace("~", "~0").replace("/", "~1");
    return new Place(node.path(name), pointer + "/" + escaped, faults);
  }

  boolean there() {
    return !node.isMissingNode() && !node.isNull();
  }

  void fault(String code, Object... arguments) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(FileFault.of(pointer, code, arguments));
    }
  }

  /// Whether it is an object of which every name is known.
  boolean object(Set<String> known) {
    if (!node.isObject()) {
      fault(there() ? "no-object" : "missing");
      return false;
    }
    for (var name : node.propertyNames()) {
      if (!known.contains(name)) {
        at(name).fault("unknown-name", String.join(", ", known.stream().sorted().toList()));
      }
    }
    return true;
  }

  /// The items of a list; none where there is none.
  List<Place> items(int most) {
    if (!there()) {
      return List.of();
    }
    if (!node.isArray()) {
      fault("no-list");
      return List.of();
    }
    if (node.size() > most) {
      fault("too-many", node.size(), most);
      return List.of();
    }
    var items = new ArrayList<Place>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new Place(node.get(i), pointer + "/" + i, faults));
    }
    return items;
  }

  /// A text; empty where there is none or it is no text.
  String text() {
    if (there() && !node.isString()) {
      fault("no-text");
    }
    return node.isString() ? node.stringValue() : "";
  }

  /// What a text that must be there stands for.
  ///
  /// @param code of the fault if it stands for nothing
  <T> Optional<T> demanded(Function<String, T> reader, String code, Object... arguments) {
    if (!there()) {
      fault("missing");
      return Optional.empty();
    }
    var text = text();
    if (!node.isString()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      var all = new ArrayList<Object>(List.of(shown(text)));
      all.addAll(List.of(arguments));
      fault(code, all.toArray());
      return Optional.empty();
    }
  }

  Optional<LocalDate> day() {
    return demanded(LocalDate::parse, "day");
  }

  private static String shown(String text) {
    var clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() > SHOWN ? clean.substring(0, SHOWN) + "…" : clean;
  }
}
