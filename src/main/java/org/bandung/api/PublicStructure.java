package org.bandung.api;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bandung.economy.Wish;
import org.bandung.economy.structure.CountryStructures;
import org.bandung.economy.structure.Potentials;
import org.bandung.economy.structure.StructureAnswers;
import org.bandung.economy.structure.TradeNetworks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The structure of the economy from the series of this node.
@Component
final class PublicStructure implements StructureRoutes.Known {

  private final CountryStructures structures;
  private final Potentials potentials;
  private final TradeNetworks networks;

  PublicStructure(CountryStructures structures, Potentials potentials, TradeNetworks networks) {
    this.structures = structures;
    this.potentials = potentials;
    this.networks = networks;
  }

  @Override
  public Optional<Map<String, @Nullable Object>> structure(
      String country, Wish wish, OptionalDouble foodProduction, int limit) {
    return structures.of(country, wish, foodProduction).map(s -> StructureAnswers.of(s, limit));
  }

  @Override
  public Optional<Map<String, @Nullable Object>> potential(
      String country, String markets, Wish wish, int limit) {
    return potentials.of(country, markets, wish, limit).map(f -> StructureAnswers.of(f, limit));
  }

  @Override
  public Optional<Map<String, @Nullable Object>> network(String grouping, Wish wish, int limit) {
    var found = grouping.isEmpty() ? networks.south(wish) : networks.grouping(grouping, wish);
    return found.map(n -> StructureAnswers.of(n, limit));
  }
}
