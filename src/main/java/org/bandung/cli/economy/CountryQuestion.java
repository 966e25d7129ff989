package org.bandung.cli.economy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.Souths;
import org.bandung.economy.Told;
import org.bandung.economy.Wish;
import org.bandung.reference.CountryResolution.Found;
import org.bandung.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What questions to the economy have in common: which data, which year, which South, how told.
final class CountryQuestion {

  private static final int EARLIEST = 1900;
  private static final int LATEST = 2100;

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "option.data-year")
  @Nullable Integer year;

  @Option(names = "--dataset", paramLabel = "CODE", descriptionKey = "option.dataset")
  String dataset = "";

  @Option(names = "--south", paramLabel = "CODE", descriptionKey = "option.south")
  String south = "";

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "option.data-limit")
  int limit = 10;

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  /// What is wished, checked.
  Wish wish(CommandSpec spec, Rooms rooms, Talk talk) {
    if (year != null && (year < EARLIEST || year > LATEST)) {
      throw fault(spec, talk, "economy.no-year", year);
    }
    if (limit < 1 || limit > 10_000) {
      throw fault(spec, talk, "economy.no-limit", limit);
    }
    var souths = rooms.open(Souths.class);
    if (!south.isEmpty() && souths.find(south).isEmpty()) {
      var known = String.join(", ", souths.all().stream().map(s -> s.code()).toList());
      throw fault(spec, talk, "usage-fault.one-of", south, known);
    }
    return new Wish(dataset, year == null ? OptionalInt.empty() : OptionalInt.of(year), south);
  }

  /// The code of a country that was named by code or name.
  String country(CommandSpec spec, Rooms rooms, Talk talk, String named) {
    if (rooms.open(Reference.class).resolveCountry(named) instanceof Found(var country)) {
      return country.alpha3();
    }
    throw fault(spec, talk, "economy.no-country", named);
  }

  /// Tells what was found; where nothing is held, that is said.
  ///
  /// @return the exit value of the command: 1 if nothing is held
  <T> int answer(CommandSpec spec, Talk talk, Optional<T> found, Consumer<T> telling) {
    found.ifPresentOrElse(telling, () -> talk.say("economy.nothing-held", spec.qualifiedName(" ")));
    return found.isPresent() ? 0 : 1;
  }

  static void print(Talk talk, Map<String, @Nullable Object> answer) {
    talk.out().println(Json.line(answer));
  }

  /// What the figures rest on, said on the error stream: standard output is the table alone.
  static void about(Talk talk, Told told) {
    talk.say(
        "economy.about",
        told.dataset(),
        Integer.toString(told.year()),
        told.unit(),
        told.south(),
        told.otherSouth(),
        told.reporters(),
        told.source());
    if (told.partial()) {
      talk.say("economy.partial", told.reporters());
    }
  }

  /// What figures by product rest on, where that is something else.
  static void structure(Talk talk, Told told, Optional<Told> structure) {
    structure.filter(s -> !s.dataset().equals(told.dataset())).ifPresent(s -> about(talk, s));
  }

  /// A share in percent with one place; empty for what the data do not tell.
  static String share(OptionalDouble share) {
    return share.stream()
        .mapToObj(v -> String.format(Locale.ROOT, "%.1f %%", 100 * v))
        .findFirst()
        .orElse("");
  }

  static String number(OptionalDouble value) {
    return value.stream()
        .mapToObj(v -> String.format(Locale.ROOT, "%.2f", v))
        .findFirst()
        .orElse("");
  }

  static String amount(OptionalDouble value) {
    return value.stream().mapToObj(CountryQuestion::amount).findFirst().orElse("");
  }

  static String amount(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  static ParameterException fault(CommandSpec spec, Talk talk, String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), talk.words(key, arguments));
  }
}
