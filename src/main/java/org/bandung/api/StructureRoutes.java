package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bandung.api.frame.Addresses;
import org.bandung.economy.Wish;
import org.bandung.economy.structure.FoodTrade;
import org.bandung.reference.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Structure of the economy: what the terminal answers to `economy structure`, `potential` and
/// `network` with `--json`.
@RestController
@RequestMapping(path = Addresses.ROOT + "/economy", produces = "application/json")
final class StructureRoutes {

  private static final List<String> MARKETS = List.of("south", "north");

  private final Requests requests;
  private final EconomyRoutes.Known economy;
  private final Known known;
  private final Reference reference;

  StructureRoutes(
      Requests requests, EconomyRoutes.Known economy, Known known, Reference reference) {
    this.requests = requests;
    this.economy = economy;
    this.known = known;
    this.reference = reference;
  }

  /// What this door asks of the economy; empty where this node holds no data for the question.
  interface Known {

    /// @param foodProduction what the country makes of basic food, as the caller states it
    Optional<Map<String, @Nullable Object>> structure(
        String country, Wish wish, OptionalDouble foodProduction, int limit);

    /// @param markets `south`, `north`, or empty for all
    Optional<Map<String, @Nullable Object>> potential(
        String country, String markets, Wish wish, int limit);

    /// @param grouping empty for the South
    Optional<Map<String, @Nullable Object>> network(String grouping, Wish wish, int limit);
  }

  @GetMapping("/countries/{iso3}/structure")
  Map<String, @Nullable Object> structure(@PathVariable String iso3, HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_STRUCTURE).query();
    var wish = EconomyRoutes.wish(query, economy.souths());
    var made = query.figure(Parameter.FOOD_PRODUCTION).map(BigDecimal::doubleValue);
    if (made.filter(v -> !(v >= 0 && v <= FoodTrade.MOST_PRODUCTION)).isPresent()) {
      query.fault(Parameter.FOOD_PRODUCTION, "not-a-figure");
    }
    int limit = query.limit();
    query.refuseFaults();
    var stated = made.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    return EconomyRoutes.found(
        iso3, known.structure(EconomyRoutes.country(iso3, reference), wish, stated, limit));
  }

  @GetMapping("/countries/{iso3}/potential")
  Map<String, @Nullable Object> potential(@PathVariable String iso3, HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_POTENTIAL).query();
    var wish = EconomyRoutes.wish(query, economy.souths());
    var markets = query.oneOf(Parameter.MARKETS, MARKETS).orElse("");
    int limit = query.limit();
    query.refuseFaults();
    return EconomyRoutes.found(
        iso3, known.potential(EconomyRoutes.country(iso3, reference), markets, wish, limit));
  }

  @GetMapping("/network")
  Map<String, @Nullable Object> network(HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_NETWORK).query();
    var wish = EconomyRoutes.wish(query, economy.souths());
    var grouping = query.grouping().orElse("");
    int limit = query.limit();
    query.refuseFaults();
    return EconomyRoutes.found("network", known.network(grouping, wish, limit));
  }
}
