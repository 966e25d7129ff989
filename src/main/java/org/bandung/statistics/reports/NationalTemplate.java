package org.bandung.statistics.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bandung.reference.Reference;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;

/// The groups A, B and C of the UNCTAD framework as a table that an agency can hand in: each form
/// of cooperation of a group, with initiatives, amounts and quantities that a country put in.
///
/// Which form stands in which group is data (`reference/crosswalks.csv`), unconfirmed as it says
/// itself; forms without a figure stay in the table, empty.
///
/// @param units of quantity in which anything is told
public record NationalTemplate(List<Item> items, List<String> units) {

  private static final String FORMS = "cooperation-form";
  private static final String GROUPS = "unctad-group";

  public NationalTemplate {
    items = List.copyOf(items);
    units = List.copyOf(units);
  }

  /// A form of cooperation.
  ///
  /// @param group empty if it stands in none
  /// @param form empty for what nobody told the form of
  /// @param quantities by unit
  public record Item(
      String group, String form, Told initiatives, Told amount, Map<String, Told> quantities) {
    public Item {
      quantities = Map.copyOf(quantities);
    }
  }

  /// A figure with the question it answers.
  public record Told(Question question, Cell cell) {}

  /// @param years those that are asked for
  /// @param figures answers a question
  public static NationalTemplate of(
      Reference reference,
      String country,
      Set<String> years,
      String currency,
      Function<Question, Optional<Answer>> figures) {
    var asking = new Asking(country, years, figures);
    var initiatives = asking.by(Measure.INITIATIVES, "");
    var amounts = asking.by(Measure.GIVEN, currency);
    var quantities = new LinkedHashMap<String, Answer>();
    for (var unit : codes(reference, "unit-of-quantity")) {
      var answer = asking.by(Measure.QUANTITY, unit);
      if (answer.total().reported()) {
        quantities.put(unit, answer);
      }
    }
    var places = new ArrayList<Place>();
    for (var group : codes(reference, GROUPS)) {
      codes(reference, FORMS).stream()
          .filter(form -> reference.crosswalk(FORMS, form, GROUPS).contains(group))
          .forEach(form -> places.add(new Place(group, form)));
    }
    // What stands in no group, and what nobody told the form of, must not vanish.
    var placed = places.stream().map(Place::form).toList();
    Stream.of(List.of(initiatives, amounts), quantities.values())
        .flatMap(Collection::stream)
        .flatMap(answer -> answer.rows().stream())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .filter(form -> !placed.contains(form))
        .forEach(form -> places.add(new Place("", form)));
    var items =
        places.stream()
            .map(p ->
                new Item(
                    p.group(),
                    p.form(),
                    at(initiatives, p.form()),
                    at(amounts, p.form()),
                    told(quantities, p.form())))
            .toList();
    return new NationalTemplate(items, List.copyOf(quantities.keySet()));
  }

  private record Place(String group, String form) {}

  private static Map<String, Told> told(Map<String, Answer> quantities, String form) {
    var told = new HashMap<String, Told>();
    quantities.forEach((unit, answer) -> told.put(unit, at(answer, form)));
    return told;
  }

  private static List<String> codes(Reference reference, String scheme) {
    return reference
        .findScheme(scheme)
        .map(s -> List.copyOf(s.categories().keySet()))
        .orElse(List.of());
  }

  private static Told at(Answer answer, String form) {
    return new Told(answer.question().where(Dimension.FORM, form).total(), answer.at(form));
  }

  private record Asking(
      String country, Set<String> years, Function<Question, Optional<Answer>> figures) {

    Answer by(Measure measure, String in) {
      var filters = new EnumMap<Dimension, Set<String>>(Dimension.class);
      filters.put(Dimension.PROVIDER, Set.of(country));
      filters.put(Dimension.YEAR, years);
      return figures
          .apply(
              new Question(
                  measure,
                  in,
                  Optional.of(Dimension.FORM),
                  Optional.empty(),
                  filters,
                  Question.Scope.SOUTH_SOUTH))
          .orElseThrow();
    }
  }
}
