package org.bandung.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.Reference;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.jspecify.annotations.Nullable;

/// A question as parameters of an address or command, the same in every door: `measure=given`,
/// `in=USD`, `rows=recipient`, `columns=year`, `recipient-region=002`, `year=2010,2011`.
public final class QuestionText {

  /// The code of what nobody reported, where the empty text cannot be written.
  public static final String NOT_REPORTED = "not-reported";

  private static final int LONGEST = 2_000;
  private static final int MOST_CODES = 300;

  private final Reference reference;

  /// @param reference tells which codes there are
  public QuestionText(Reference reference) {
    this.reference = reference;
  }

  /// What a reader asked.
  public sealed interface Asked {

    /// A question that can be answered.
    record Understood(Question question) implements Asked {}

    /// Something that is not known; each fault with its parameter and what was given.
    record Faulty(List<Fault> faults) implements Asked {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// A parameter whose value is not known.
  public record Fault(String parameter, String value) {}

  /// The names of all that a question can hold.
  public static List<String> names() {
    return Stream.concat(
            Stream.of(
                "measure",
                "in",
                "prices",
                "deflator",
                "rows",
                "columns",
                "southSouth",
                "compilations",
                "without"),
            Stream.of(Dimension.values()).map(Dimension::word))
        .toList();
  }

  /// Reads a question.
  ///
  /// @param given the value of a parameter, or null
  public Asked read(Function<String, @Nullable String> given) {
    var faults = new ArrayList<Fault>();
    var measure = known(given, "measure", Measure::named, faults).orElse(Measure.INITIATIVES);
    var rows = known(given, "rows", Dimension::named, faults);
    var columns = known(given, "columns", Dimension::named, faults);
    var filters = new EnumMap<Dimension, Set<String>>(Dimension.class);
    for (var dimension : Dimension.values()) {
      codes(dimension, text(given, dimension.word()), faults)
          .ifPresent(codes -> filters.put(dimension, codes));
    }
    var without = without(given, faults);
    var in = in(measure, text(given, "in"), faults);
    var prices = prices(measure, given, faults);
    if (columns.isPresent() && columns.equals(rows)) {
      faults.add(new Fault("columns", columns.get().word()));
    }
    if (asksForPartner(rows, columns)
        && filters.getOrDefault(Dimension.COUNTRY, Set.of()).size() != 1) {
      faults.add(new Fault("country", text(given, "country")));
    }
    if (!faults.isEmpty()) {
      return new Asked.Faulty(faults);
    }
    return new Asked.Understood(
        new Question(
            measure,
            in,
            rows.or(() -> columns),
            rows.isPresent() ? columns : Optional.empty(),
            filters,
            new Question.Scope(
                text(given, "southSouth").equals("true"),
                text(given, "compilations").equals("true"),
                without),
            prices));
  }

  /// In prices of which year; of anything but money there are none.
  private static Optional<Question.Prices> prices(
      Measure measure, Function<String, @Nullable String> given, List<Fault> faults) {
    var year = text(given, "prices");
    var deflator = text(given, "deflator");
    if (measure.unit() != Measure.Unit.MONEY || (year.isEmpty() && deflator.isEmpty())) {
      return Optional.empty();
    }
    if (!year.matches("(19|20|21)[0-9]{2}")) {
      faults.add(new Fault("prices", year));
      return Optional.empty();
    }
    if (!deflator.matches("[A-Za-z0-9._-]{0,60}")) {
      faults.add(new Fault("deflator", deflator));
      return Optional.empty();
    }
    return Optional.of(
        new Question.Prices(
            Integer.parseInt(year), Optional.of(deflator).filter(d -> !d.isEmpty())));
  }

  private static boolean asksForPartner(Optional<Dimension> rows, Optional<Dimension> columns) {
    return rows.filter(Dimension.PARTNER::equals).isPresent()
        || columns.filter(Dimension.PARTNER::equals).isPresent();
  }

  private static String text(Function<String, @Nullable String> given, String parameter) {
    var value = given.apply(parameter);
    return value == null ? "" : value.strip();
  }

  private static <T> Optional<T> known(
      Function<String, @Nullable String> given,
      String parameter,
      Function<String, Optional<T>> find,
      List<Fault> faults) {
    var word = text(given, parameter);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    var found = find.apply(word);
    if (found.isEmpty()) {
      faults.add(new Fault(parameter, word));
    }
    return found;
  }

  /// The currency or unit; dollars and persons where nobody says.
  private static String in(Measure measure, String given, List<Fault> faults) {
    return switch (measure.unit()) {
      case MONEY -> {
        var currency = given.isEmpty() ? "USD" : given;
        if (!currency.matches("[A-Z]{3}")) {
          faults.add(new Fault("in", given));
        }
        yield currency;
      }
      case QUANTITY -> given.isEmpty() ? "person" : given;
      default -> "";
    };
  }

  private Optional<String> without(Function<String, @Nullable String> given, List<Fault> faults) {
    var text = text(given, "without");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var country = country(text);
    if (country == null) {
      faults.add(new Fault("without", text));
    }
    return Optional.ofNullable(country);
  }

  private @Nullable String country(String text) {
    return reference.resolveCountry(text) instanceof CountryResolution.Found(CountryCode code)
        ? code.alpha3()
        : null;
  }

  private Optional<Set<String>> codes(Dimension dimension, String given, List<Fault> faults) {
    if (given.isEmpty()) {
      return Optional.empty();
    }
    var parts = given.length() > LONGEST ? new String[0] : given.split(",", MOST_CODES + 1);
    var codes = new TreeSet<String>();
    for (var part : parts) {
      var code = code(dimension, part.strip());
      if (code == null) {
        faults.add(new Fault(dimension.word(), part.strip()));
      } else {
        codes.add(code);
      }
    }
    if (codes.isEmpty() || parts.length > MOST_CODES) {
      faults.add(new Fault(dimension.word(), given.substring(0, Math.min(80, given.length()))));
      return Optional.empty();
    }
    return Optional.of(codes);
  }

  private @Nullable String code(Dimension dimension, String text) {
    if (text.equals(NOT_REPORTED)) {
      return "";
    }
    boolean known =
        switch (dimension.names()) {
          case COUNTRY -> text.equals("not-split") || country(text) != null;
          case REGION -> text.equals("not-split") || reference.findRegion(text).isPresent();
          case GROUPING -> reference.findGrouping(text).isPresent();
          case CATEGORY -> reference.gatherings().contains(text);
          case SCHEME ->
              text.equals("not-split")
                  || reference
                      .findScheme(dimension.scheme())
                      .map(s -> s.categories().containsKey(text))
                      .orElse(false);
          case NUMBER -> text.matches("[0-9]{4}");
          case SOURCE, WORD -> text.length() <= 100 && !text.isEmpty();
        };
    var country = known && dimension.countries() ? country(text) : null;
    return known ? (country == null ? text : country) : null;
  }

  /// The parameters that ask the question, in an order that stays.
  public static Map<String, String> parameters(Question question) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("measure", question.measure().word());
    if (!question.in().isEmpty()) {
      parameters.put("in", question.in());
    }
    question.rows().ifPresent(d -> parameters.put("rows", d.word()));
    question.columns().ifPresent(d -> parameters.put("columns", d.word()));
    for (var dimension : Dimension.values()) {
      var codes = question.filters().get(dimension);
      if (codes != null) {
        parameters.put(
            dimension.word(),
            String.join(",", new TreeSet<>(codes).stream().map(QuestionText::written).toList()));
      }
    }
    if (question.scope().southSouth()) {
      parameters.put("southSouth", "true");
    }
    if (question.scope().compilations()) {
      parameters.put("compilations", "true");
    }
    question.scope().without().ifPresent(c -> parameters.put("without", c));
    question
        .prices()
        .ifPresent(prices -> {
          parameters.put("prices", Integer.toString(prices.year()));
          prices.deflator().ifPresent(d -> parameters.put("deflator", d));
        });
    return parameters;
  }

  /// A code as an address writes it.
  public static String written(String code) {
    return code.isEmpty() ? NOT_REPORTED : code;
  }
}
