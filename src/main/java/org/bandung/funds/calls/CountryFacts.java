package org.bandung.funds.calls;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bandung.funds.rules.Facts;
import org.bandung.funds.rules.Value;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Development;
import org.bandung.reference.Reference;

/// What is known of the countries that take part: which are of the South (the node's default status
/// scheme), least developed, landlocked, small islands, each on a day.
public final class CountryFacts {

  private CountryFacts() {}

  /// The facts with those of the countries; codes that are none are left out.
  public static Facts with(
      Facts before, Set<String> countries, LocalDate day, Reference reference) {
    var codes =
        countries.stream()
            .filter(CountryCode::isWellFormed)
            .collect(Collectors.toCollection(TreeSet::new));
    var facts =
        before
            .with("countries", Value.of(codes))
            .with(
                "countries_developing",
                those(codes, c -> reference.development(c, day) == Development.SOUTH));
    for (var category : List.of("LDC", "LLDC", "SIDS")) {
      facts =
          facts.with(
              "countries_" + category.toLowerCase(Locale.ROOT),
              those(codes, c -> in(category, c, day, reference)));
    }
    return facts;
  }

  private static Value those(Set<String> codes, Predicate<CountryCode> which) {
    return Value.of(codes.stream().filter(c -> which.test(new CountryCode(c))).toList());
  }

  private static boolean in(
      String category, CountryCode country, LocalDate day, Reference reference) {
    return reference.categories(country).stream()
        .anyMatch(m -> m.grouping().equals(category) && m.holdsOn(day));
  }
}
