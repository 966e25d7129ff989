package org.bandung.web.talks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A proposal as somebody types it: every field by its name, rows by their number, so that a form
/// that is sent half full comes back as it was. Its methods are public because templates call them.
///
/// Rows are named `budget.3.amount`, what is said in several languages `budget.3.what.0` with the
/// number of the language; `n.budget` is how many rows the form shows.
public final class TalkForm {

  private static final int LONGEST = 300_000;
  private static final int MOST_FIELDS = 5_000;

  /// How many rows a new form shows of each kind, and how many it can.
  private static final Map<String, List<Integer>> ROWS =
      Map.of(
          "party", List.of(2, 100),
          "lang", List.of(1, 20),
          "activity", List.of(1, 300),
          "give", List.of(2, 300),
          "gain", List.of(2, 300),
          "milestone", List.of(1, 300),
          "budget", List.of(1, 300),
          "condition", List.of(1, 300),
          "annex", List.of(0, 300));

  private final Map<String, String> values;

  TalkForm(Map<String, String> said) {
    values = new LinkedHashMap<>();
    said.entrySet().stream()
        .limit(MOST_FIELDS)
        .filter(e -> e.getValue().length() <= LONGEST)
        .forEach(e -> values.put(e.getKey(), e.getValue()));
  }

  static TalkForm empty(String language) {
    var form = new TalkForm(Map.of());
    form.put("lang.0.tag", language);
    return form;
  }

  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean is(String name, String value) {
    return get(name).equals(value);
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /// How many rows of a kind the form shows.
  public int count(String rows) {
    var limits = ROWS.getOrDefault(rows, List.of(0, 0));
    int said = limits.getFirst();
    try {
      said = Integer.parseInt(get("n." + rows));
    } catch (NumberFormatException e) {
      // Nobody typed it: a form without it shows what a new one does.
    }
    return Math.clamp(said, limits.getFirst(), limits.getLast());
  }

  /// The numbers of the rows.
  public List<Integer> rows(String rows) {
    return IntStream.range(0, count(rows)).boxed().toList();
  }

  /// One more row, if there may be one more.
  void add(String rows) {
    if (ROWS.containsKey(rows)) {
      show(rows, count(rows) + 1);
    }
  }

  void show(String rows, int count) {
    values.put("n." + rows, String.valueOf(count));
    values.put("n." + rows, String.valueOf(count(rows)));
  }

  /// The language of a row of texts.
  public String tag(int row) {
    return get("lang." + row + ".tag").strip();
  }

  /// Whether anything is said in fields that begin so; to open what is folded away.
  public boolean says(String... beginnings) {
    return values.entrySet().stream()
        .filter(e -> !e.getValue().isBlank())
        .anyMatch(e -> List.of(beginnings).stream().anyMatch(b -> e.getKey().startsWith(b)));
  }
}
