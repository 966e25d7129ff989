package org.bandung.economy.scenarios;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /// What is taken where nobody states an elasticity. SMART: demand of -1.5 is our assumption, 1.5
  /// between sources and endless supply are what WITS offers by itself. GSIM: the values of
  /// Francois and Hall's worked example.
  public static Elasticities usual(Model model) {
    return switch (model) {
      case SMART -> new Elasticities(-1.5, 1.5, Double.POSITIVE_INFINITY);
      case GSIM -> new Elasticities(-1.25, 5, 1.5);
    };
  }
}
