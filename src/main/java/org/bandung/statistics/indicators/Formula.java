package org.bandung.statistics.indicators;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bandung.statistics.counting.Measure;

/// How an indicator is calculated from measures.
///
/// `formula = operand | operation "(" operand [ ";" operand-or-filters ] ")"`, `operand = measure [
/// "[" filters "]" ]`, `filters = name "=" codes { "&" name "=" codes }`, with the measures and
/// names of a question.
///
/// | formula | means |
/// |---|---|
/// | `given` | the figure of a measure |
/// | `share(initiatives; modality=triangular)` | per cent of a measure that carry the codes, 0 to 100 |
/// | `ratio(given; budgeted)` | per cent that one measure is of another; may exceed 100 |
/// | `mean(given)` | a measure by initiative that reports it |
/// | `yearly(given)` | a measure by year that was asked for |
public sealed interface Formula {

  /// A measure of some records.
  ///
  /// @param narrowed parameters of a question that always hold
  record Operand(Measure measure, Map<String, String> narrowed) {
    public Operand {
      narrowed = Collections.unmodifiableMap(new LinkedHashMap<>(narrowed));
    }

    /// The same of fewer records.
    Operand and(Map<String, String> more) {
      var all = new LinkedHashMap<>(narrowed);
      all.putAll(more);
      return new Operand(measure, all);
    }
  }

  /// The measure itself, or the one that stands above the line.
  Operand of();

  /// A measure as it is.
  record Figure(Operand of) implements Formula {}

  /// How much of it carries some codes; part and whole are of one measure, so that nothing in the
  /// part is truly zero where the whole is reported.
  record Share(Operand of, Operand whole) implements Formula {}

  /// One of another; both have to be reported.
  record Ratio(Operand of, Operand to) implements Formula {}

  /// By initiative that reports it.
  record Mean(Operand of) implements Formula {}

  /// By year that was asked for.
  record Yearly(Operand of) implements Formula {}

  /// @throws IllegalArgumentException if it is none
  static Formula parse(String text) {
    var operation = Syntax.OPERATION.matcher(text);
    if (!operation.matches()) {
      return new Figure(Syntax.operand(text));
    }
    var first = Syntax.operand(operation.group(2));
    var second = operation.group(3);
    return switch (operation.group(1)) {
      case "share" -> new Share(first.and(Syntax.filters(second)), first);
      case "ratio" -> new Ratio(first, Syntax.operand(second));
      case "mean" -> new Mean(Syntax.alone(first, second));
      case "yearly" -> new Yearly(Syntax.alone(first, second));
      default -> throw new IllegalArgumentException("no operation: " + text);
    };
  }

  /// How a formula is written.
  final class Syntax {
    private static final Pattern OPERATION =
        Pattern.compile("([a-z]+)\\(\\s*([^;()]+?)\\s*(?:;\\s*([^;()]+?)\\s*)?\\)");
    private static final Pattern OPERAND = Pattern.compile("([a-z]+)(?:\\[([^\\[\\]]+)])?");
    private static final Pattern FILTER =
        Pattern.compile("([a-zA-Z0-9-]+)=([A-Za-z0-9.-]+(?:,[A-Za-z0-9.-]+)*)");

    private Syntax() {}

    private static Operand operand(@org.jspecify.annotations.Nullable String text) {
      Matcher operand = OPERAND.matcher(text == null ? "" : text);
      if (!operand.matches()) {
        throw new IllegalArgumentException("no operand: " + text);
      }
      var measure =
          Measure.named(operand.group(1))
              .orElseThrow(() -> new IllegalArgumentException("no measure: " + text));
      return new Operand(measure, operand.group(2) == null ? Map.of() : filters(operand.group(2)));
    }

    private static Operand alone(Operand first, @org.jspecify.annotations.Nullable String second) {
      if (second != null) {
        throw new IllegalArgumentException("takes one operand");
      }
      return first;
    }

    private static Map<String, String> filters(@org.jspecify.annotations.Nullable String text) {
      var filters = new LinkedHashMap<String, String>();
      for (var part : List.of((text == null ? "" : text).split("&"))) {
        var filter = FILTER.matcher(part);
        if (!filter.matches() || filters.put(filter.group(1), filter.group(2)) != null) {
          throw new IllegalArgumentException("no filter: " + part);
        }
      }
      return filters;
    }
  }
}
