package org.bandung.exchange.tables;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.reference.CountryResolution;

/// What a column probably means, by its name and by the shape of its values; pure.
final class ColumnGuess {

  private static final double MOST = 0.8;
  private static final Pattern PERSONAL =
      Pattern.compile("[^@\\s]+@[^@\\s]+\\.[a-zA-Z]{2,}|\\+[0-9][0-9 ()./-]{7,20}");
  private static final Pattern SECTOR = Pattern.compile("[1-9][0-9]{2}(?:[0-9]{2})?");
  private static final Pattern NAMED_GOAL =
      Pattern.compile("(?iu)(sdg|ods|odd|цур|目标|goal)[\\s:#-]*[0-9].*");
  private static final Set<String> CURRENCIES =
      Currency.availableCurrencies().map(Currency::getCurrencyCode).collect(Collectors.toSet());
  private static final List<String> SEPARATORS = List.of(";", "|", ",", "/", "\n");

  /// @param meaning a word of `header-words.csv` such as `country:provider`, or empty
  /// @param separator between the parts of a cell, or empty
  /// @param reason key of the message `reason.<reason>` in the bundle `exchange`
  /// @param unique every row has its own value
  record Guess(
      String meaning, String separator, String reason, List<String> arguments, boolean unique) {}

  private final HeaderWords words;
  private final TableGround ground;

  ColumnGuess(HeaderWords words, TableGround ground) {
    this.words = words;
    this.ground = ground;
  }

  static boolean isCurrency(String text) {
    return CURRENCIES.contains(text);
  }

  /// @param values of the column that are not blank
  /// @param rows how many rows were looked at
  Guess guess(String name, List<String> values, int rows) {
    boolean unique =
        values.size() == rows
            && new HashSet<>(values).size() == rows
            && rows > 0
            && values.stream().allMatch(v -> v.length() <= 200);
    var header = words.meaning(name).orElse("");
    var shape = values.isEmpty() ? Optional.<Guess>empty() : shape(header, values, unique);
    return shape.orElseGet(() ->
        header.isEmpty() || needsShape(header)
            ? new Guess("", "", "none", List.of(), unique)
            : new Guess(header, separator(header, values), "header", List.of(), unique));
  }

  /// A name alone does not make numbers of words.
  private static boolean needsShape(String header) {
    return header.startsWith("country")
        || List.of("amount", "currency", "sdg", "quantity").contains(header)
        || header.endsWith("start")
        || header.endsWith("end");
  }

  private static String separator(String header, List<String> values) {
    return header.startsWith("organisation") && values.stream().anyMatch(v -> v.contains(";"))
        ? ";"
        : "";
  }

  private Optional<Guess> shape(String header, List<String> values, boolean unique) {
    if (share(values, PERSONAL.asMatchPredicate()) >= 0.5) {
      return guess("personal", "", "personal", values, v -> true, unique);
    }
    if (share(values, ColumnGuess::isCurrency) >= MOST && !header.startsWith("country")) {
      return guess("currency", "", "currencies", values, ColumnGuess::isCurrency, unique);
    }
    for (var separator : Stream.concat(Stream.of(""), SEPARATORS.stream()).toList()) {
      var parts = parts(values, separator);
      if (share(parts, this::isCountry) >= MOST) {
        boolean role = header.startsWith("country:");
        var meaning = role ? header : "country:implementer";
        return guess(
            meaning,
            separator,
            role ? "country-role" : "countries",
            parts,
            this::isCountry,
            unique);
      }
      Predicate<String> goal = p -> CellForms.goal(p).isPresent();
      boolean named = share(parts, NAMED_GOAL.asMatchPredicate()) >= 0.5;
      if ((named || header.equals("sdg")) && share(parts, goal) >= MOST) {
        return guess("sdg", separator, "goals", parts, goal, unique);
      }
    }
    if (share(values, v -> v.matches("(?is)https?://.*")) >= 0.6) {
      return guess("link", "", "links", values, v -> v.matches("(?is)https?://.*"), unique);
    }
    if (header.equals("sector") && share(values, SECTOR.asMatchPredicate()) >= MOST) {
      return guess("dac-sector", "", "sectors", values, SECTOR.asMatchPredicate(), unique);
    }
    if (!header.equals("identity") && share(values, ColumnGuess::isDate) >= MOST) {
      var meaning = header.endsWith("start") || header.endsWith("end") ? header : "date";
      return guess(meaning, "", "dates", values, ColumnGuess::isDate, unique);
    }
    Predicate<String> number = v -> CellForms.amount(v, false).isPresent();
    if ((header.equals("amount") || header.equals("quantity")) && share(values, number) >= MOST) {
      return guess(header, "", "amounts", values, number, unique);
    }
    return Optional.empty();
  }

  private static Optional<Guess> guess(
      String meaning,
      String separator,
      String reason,
      List<String> values,
      Predicate<String> fits,
      boolean unique) {
    var arguments =
        List.of(
            String.valueOf(values.stream().filter(fits).count()), String.valueOf(values.size()));
    return Optional.of(new Guess(meaning, separator, reason, arguments, unique));
  }

  private static double share(List<String> values, Predicate<String> fits) {
    return values.isEmpty() ? 0 : (double) values.stream().filter(fits).count() / values.size();
  }

  private static List<String> parts(List<String> values, String separator) {
    return separator.isEmpty()
        ? values
        : values.stream().flatMap(v -> CellForms.parts(v, separator).stream()).toList();
  }

  /// A bare number may be a country's numeric code, but far more often it is none.
  private boolean isCountry(String text) {
    return text.length() <= 80
        && !text.matches("[0-9.,\\s-]*")
        && !(ground.resolveCountry(text) instanceof CountryResolution.Unknown);
  }

  private static boolean isDate(String text) {
    return CellForms.date(text, "dmy")
        .filter(d -> d.year() >= 1900 && d.year() <= 2100)
        .isPresent();
  }
}
