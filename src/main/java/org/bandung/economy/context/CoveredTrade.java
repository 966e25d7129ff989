package org.bandung.economy.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// How much of a country's trade of one year is with partners it shares an agreement with.
///
/// `covered / all`, for each direction. An upper bound of what enjoys a preference: an agreement
/// need not cover the product, and a preference need not be used. Range 0 to 1; not defined without
/// trade in that direction.
///
/// @param exports, imports all of them, in the data's unit
/// @param coveredExports, coveredImports with partners of any of the agreements, once each
/// @param agreements the part of each; a partner of two counts in both, so they do not add up
public record CoveredTrade(
    int year,
    double exports,
    double imports,
    double coveredExports,
    double coveredImports,
    List<Agreement> agreements) {

  public CoveredTrade {
    agreements = List.copyOf(agreements);
  }

  /// One agreement.
  ///
  /// @param name its code in the reference data, or what the data call it
  /// @param partners how many other countries are in it
  /// @param exports, imports with them, in the data's unit
  public record Agreement(String name, int partners, double exports, double imports) {}

  /// Share of the exports.
  public OptionalDouble ofExports() {
    return share(coveredExports, exports);
  }

  /// Share of the imports.
  public OptionalDouble ofImports() {
    return share(coveredImports, imports);
  }

  /// Share of one agreement in the exports.
  public OptionalDouble ofExports(Agreement agreement) {
    return share(agreement.exports(), exports);
  }

  /// Share of one agreement in the imports.
  public OptionalDouble ofImports(Agreement agreement) {
    return share(agreement.imports(), imports);
  }

  private static OptionalDouble share(double part, double all) {
    return all > 0 ? OptionalDouble.of(part / all) : OptionalDouble.empty();
  }

  /// @param sold, bought by partner, the country itself left out
  /// @param partners by agreement, the country itself left out
  static CoveredTrade of(
      int year,
      Map<String, Double> sold,
      Map<String, Double> bought,
      Map<String, Set<String>> partners) {
    var all = new HashSet<String>();
    var agreements = new ArrayList<Agreement>();
    partners.forEach((name, others) -> {
      all.addAll(others);
      agreements.add(new Agreement(name, others.size(), sum(sold, others), sum(bought, others)));
    });
    agreements.sort(
        Comparator.<Agreement>comparingDouble(a -> -a.exports() - a.imports())
            .thenComparing(Agreement::name));
    return new CoveredTrade(
        year,
        sum(sold, sold.keySet()),
        sum(bought, bought.keySet()),
        sum(sold, all),
        sum(bought, all),
        agreements);
  }

  private static double sum(Map<String, Double> values, Set<String> of) {
    return values.entrySet().stream()
        .filter(e -> of.contains(e.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
