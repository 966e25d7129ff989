package org.bandung.statistics.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.QuestionText.Fault;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Answer.Coverage;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Question;
import org.bandung.statistics.indicators.Formula.Operand;
import org.jspecify.annotations.Nullable;

/// Calculates indicators over the questions that readers ask.
public final class Indicators {

  private final IndicatorCatalogue catalogue;
  private final QuestionText text;
  private final Function<Question, Optional<Answer>> figures;

  /// @param figures answers a question; empty if the table would be too large
  public Indicators(
      IndicatorCatalogue catalogue,
      QuestionText text,
      Function<Question, Optional<Answer>> figures) {
    this.catalogue = catalogue;
    this.text = text;
    this.figures = figures;
  }

  /// The indicators there are.
  public IndicatorCatalogue catalogue() {
    return catalogue;
  }

  /// What becomes of a question.
  public sealed interface Outcome {

    /// Figures.
    record Calculated(Indicated table) implements Outcome {}

    /// Something that is not known, or by which the indicator is not broken down.
    record Faulty(List<Fault> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }

    /// The table would have too many cells.
    record TooLarge() implements Outcome {}
  }

  /// Calculates an indicator.
  ///
  /// @param given parameters of a question, but for the measure
  public Outcome ask(Indicator indicator, Function<String, @Nullable String> given) {
    var asked = new LinkedHashMap<String, String>();
    for (var name : QuestionText.names()) {
      var value = given.apply(name);
      if (value != null && !value.isBlank() && !name.equals("measure")) {
        asked.put(name, value.strip());
      }
    }
    var faults = new ArrayList<Fault>();
    for (var axis : List.of("rows", "columns")) {
      var word = asked.getOrDefault(axis, "");
      var dimension = Dimension.named(word);
      if (dimension.isPresent() && !indicator.dimensions().contains(dimension.get())) {
        faults.add(new Fault(axis, word));
      }
    }
    return faults.isEmpty() ? calculate(indicator, asked) : new Outcome.Faulty(faults);
  }

  private Outcome calculate(Indicator indicator, Map<String, String> asked) {
    var formula = indicator.formula();
    var below =
        switch (formula) {
          case Formula.Share share -> share.whole();
          case Formula.Ratio ratio -> ratio.to();
          case Formula.Figure f -> f.of();
          case Formula.Mean m -> m.of();
          case Formula.Yearly y -> y.of();
        };
    var base = text.read(narrowed(asked, below)::get);
    var above = text.read(narrowed(asked, formula.of())::get);
    if (base instanceof Asked.Faulty(var faults)) {
      return new Outcome.Faulty(faults);
    }
    if (above instanceof Asked.Faulty(var faults)) {
      return new Outcome.Faulty(faults);
    }
    var whole = answer(base, nothing(asked, below));
    var part = answer(above, nothing(asked, formula.of()));
    return whole.isEmpty() || part.isEmpty()
        ? new Outcome.TooLarge()
        : new Outcome.Calculated(new Indicated(indicator, part.get(), whole.get()));
  }

  private Optional<Answer> answer(Asked asked, boolean nothing) {
    var question = ((Asked.Understood) asked).question();
    return nothing ? Optional.of(none(question)) : figures.apply(question);
  }

  private static Answer none(Question question) {
    return new Answer(
        question,
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Cell.NONE,
        new Coverage(0, 0, 0));
  }

  /// The parameters of an operand: what was asked, narrowed by what always holds.
  private static Map<String, String> narrowed(Map<String, String> asked, Operand operand) {
    var parameters = new LinkedHashMap<>(asked);
    parameters.put("measure", operand.measure().word());
    operand
        .narrowed()
        .forEach((name, codes) -> {
          var both = both(asked.get(name), codes);
          parameters.put(
              name, both.isEmpty() || Dimension.named(name).isEmpty() ? codes : joined(both));
        });
    return parameters;
  }

  /// Whether a reader asks for other codes only than the operand has.
  private static boolean nothing(Map<String, String> asked, Operand operand) {
    return operand.narrowed().entrySet().stream()
        .filter(e -> Dimension.named(e.getKey()).isPresent())
        .anyMatch(e -> both(asked.get(e.getKey()), e.getValue()).isEmpty());
  }

  private static Set<String> both(@Nullable String asked, String codes) {
    var both = new LinkedHashSet<>(List.of(codes.split(",")));
    if (asked != null && !asked.isBlank()) {
      both.retainAll(List.of(asked.strip().split("\\s*,\\s*")));
    }
    return both;
  }

  private static String joined(Set<String> codes) {
    return String.join(",", codes);
  }
}
