package org.bandung.economy.scenarios;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.economy.EconomySources;
import org.bandung.economy.preferences.Elasticities;
import org.bandung.economy.preferences.Model;

/// The elasticities of a scenario, and who says them.
///
/// @param byProduct elasticities of products that have their own
/// @param source where its author has them from; empty where nobody says it
/// @param assumed which of the usual ones nobody stated: `demand`, `substitution`, `supply`
public record Assumptions(
    Elasticities usual, Map<String, Elasticities> byProduct, String source, Set<String> assumed) {

  public static final Set<String> ALL = Set.of("demand", "substitution", "supply");

  public Assumptions {
    byProduct = Collections.unmodifiableMap(new TreeMap<>(byProduct));
    assumed = Collections.unmodifiableSet(new TreeSet<>(assumed));
  }

  /// What is taken where nobody states an elasticity; `assumptions.csv` of the economy says whose
  /// they are.
  public static Elasticities usual(Model model) {
    var name = model.name().toLowerCase(Locale.ROOT);
    return new Elasticities(
        EconomySources.assumed(name + "-demand"),
        EconomySources.assumed(name + "-substitution"),
        EconomySources.assumed(name + "-supply"));
  }
}
