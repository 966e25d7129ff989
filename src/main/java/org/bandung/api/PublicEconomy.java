package org.bandung.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bandung.api.json.DatasetJson;
import org.bandung.economy.Answers;
import org.bandung.economy.Complementarities;
import org.bandung.economy.Debts;
import org.bandung.economy.Dependences;
import org.bandung.economy.Producers;
import org.bandung.economy.Producers.Elasticities;
import org.bandung.economy.Shortlist;
import org.bandung.economy.South;
import org.bandung.economy.SouthShares;
import org.bandung.economy.Souths;
import org.bandung.economy.Substitutions;
import org.bandung.economy.Wish;
import org.bandung.economy.structure.CountryStructures;
import org.bandung.economy.structure.Potentials;
import org.bandung.economy.structure.StructureAnswers;
import org.bandung.economy.structure.TradeNetworks;
import org.bandung.observations.Observations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The economy from the series of this node.
@Component
final class PublicEconomy implements EconomyRoutes.Known {

  private final Souths souths;
  private final SouthShares shares;
  private final Dependences dependences;
  private final Complementarities complementarities;
  private final Substitutions substitutions;
  private final Producers producers;
  private final Debts debts;
  private final Observations observations;

  PublicEconomy(
      SouthShares shares,
      Dependences dependences,
      Complementarities complementarities,
      Substitutions substitutions,
      Producers producers,
      Debts debts,
      Observations observations,
      Souths souths) {
    this.shares = shares;
    this.dependences = dependences;
    this.complementarities = complementarities;
    this.substitutions = substitutions;
    this.producers = producers;
    this.debts = debts;
    this.observations = observations;
    this.souths = souths;
  }

  @Override
  public List<String> souths() {
    return souths.all().stream().map(South::code).toList();
  }

  @Override
  public Optional<Map<String, @Nullable Object>> shares(
      String of, String grouping, int span, boolean published, Wish wish) {
    if (!grouping.isEmpty()) {
      return shares.group(grouping, wish).map(Answers::of);
    }
    return switch (of) {
      case "output" -> shares.output(wish, span).map(Answers::of);
      case "investment" -> shares.investment(wish, span).map(Answers::of);
      default -> shares.trade(wish, published).map(Answers::of);
    };
  }

  @Override
  public Optional<Map<String, @Nullable Object>> dependence(String country, Wish wish, int limit) {
    return dependences.of(country, wish).map(d -> Answers.of(d, limit));
  }

  @Override
  public Optional<Map<String, @Nullable Object>> complementarity(
      String country, Wish wish, int limit) {
    return complementarities.of(country, wish).map(f -> Answers.of(f, limit));
  }

  @Override
  public Optional<Map<String, @Nullable Object>> pair(String country, String partner, Wish wish) {
    return complementarities.pair(country, partner, wish).map(Answers::of);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> substitution(
      String importer, String product, Shortlist.Wish size, Wish wish) {
    return substitutions.of(importer, product, wish, size).map(Answers::of);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> openings(
      String exporter, String product, Wish wish, int limit) {
    return substitutions.openings(exporter, product, wish, limit).map(Answers::of);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> product(
      String product, String grouping, Elasticities elasticities, Wish wish, int limit) {
    return producers.of(product, grouping, wish).map(p -> Answers.of(p, elasticities, limit));
  }

  @Override
  public Optional<Map<String, @Nullable Object>> debt(String debtor, Wish wish, int limit) {
    return debts.of(debtor, wish).map(d -> Answers.of(d, limit));
  }

  @Override
  public Optional<Map<String, @Nullable Object>> debts(Wish wish, int limit) {
    return debts.overview(wish).map(o -> Answers.of(o, limit));
  }

  @Override
  public List<DatasetJson> datasets() {
    return observations.datasets().stream().map(DatasetJson::render).toList();
  }

  @Override
  public Optional<DatasetJson> dataset(String code) {
    return observations.find(code).map(DatasetJson::render);
  }

  /// The structure of the economy from the series of this node.
  @Component
  static final class PublicStructure implements StructureRoutes.Known {

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
}
