package org.bandung.economy.structure;

import static org.bandung.economy.Answers.row;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.economy.Answers;
import org.bandung.economy.Partners;
import org.bandung.economy.preferences.MarketPotential.Line;
import org.bandung.economy.preferences.MarketPotential.Sum;
import org.bandung.economy.structure.CountryStructure.Rarity;
import org.bandung.economy.structure.TradeNetwork.Node;
import org.jspecify.annotations.Nullable;

/// Answers about structure as programs read them, the same at the terminal and in the API.
public final class StructureAnswers {

  private StructureAnswers() {}

  private static @Nullable Integer told(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  /// Structure of a country, with at most so many lines of each kind.
  public static Map<String, @Nullable Object> of(CountryStructure structure, int limit) {
    var answer = Answers.answer(structure.told());
    answer.put("country", structure.country());
    answer.put("countries", structure.countries());
    answer.put("products", structure.products());
    answer.put("updates", YearStructure.UPDATES);
    answer.put(
        "measures",
        structure.measures().stream()
            .map(m ->
                row("measure", m.code(), "value", Answers.told(m.value()), "rank", told(m.rank())))
            .toList());
    answer.put("exported", structure.lines().size());
    answer.put(
        "advantages", structure.lines().stream().limit(limit).map(StructureAnswers::line).toList());
    answer.put("candidates", structure.next().size());
    answer.put("next", structure.next().stream().limit(limit).map(StructureAnswers::next).toList());
    answer.put("food", structure.food().map(f -> food(f, limit)).orElse(null));
    return answer;
  }

  private static Map<String, @Nullable Object> line(CountryStructure.Line line) {
    var row =
        row(
            "product", line.product(),
            "exports", line.value(),
            "share", line.share(),
            "ofWorld", line.ofWorld(),
            "rca", line.balassa(),
            "symmetric", line.symmetric());
    row.putAll(rarity(line.kind()));
    return row;
  }

  private static Map<String, @Nullable Object> next(CountryStructure.Next next) {
    var row =
        row(
            "product", next.product(),
            "distance", next.distance(),
            "exports", Answers.told(next.exports()),
            "rca", Answers.told(next.balassa()),
            "world", next.world());
    row.putAll(rarity(next.kind()));
    return row;
  }

  private static Map<String, @Nullable Object> rarity(Rarity rarity) {
    return row(
        "ubiquity", rarity.ubiquity(),
        "complexity", Answers.told(rarity.complexity()),
        "complexityRank", told(rarity.rank()));
  }

  private static Map<String, @Nullable Object> food(FoodTrade food, int limit) {
    return row(
        "exports", Answers.told(food.exports()),
        "imports", Answers.told(food.imports()),
        "shareOfExports", Answers.told(food.shareOfExports()),
        "shareOfImports", Answers.told(food.shareOfImports()),
        "cover", Answers.told(food.cover()),
        "statedProduction", Answers.told(food.production()),
        "selfSufficiency", Answers.told(food.selfSufficiency()),
        "importDependence", Answers.told(food.importDependence()),
        "sources", sources(food.sources(), limit),
        "otherSources", sides(food.otherSources()));
  }

  private static @Nullable Map<String, @Nullable Object> sources(Partners sources, int limit) {
    return sources.partners().isEmpty() ? null : Answers.partners(sources, limit);
  }

  private static @Nullable Map<String, @Nullable Object> sides(Partners partners) {
    return partners.partners().isEmpty() ? null : Answers.sides(partners);
  }

  /// Export potential, with at most so many lines of each kind.
  public static Map<String, @Nullable Object> of(Potentials.Found found, int limit) {
    var answer = Answers.answer(found.told());
    answer.put("exporter", found.exporter());
    answer.put("markets", found.markets().isEmpty() ? null : found.markets());
    answer.put("considered", found.found().considered());
    answer.put("untoldMarkets", found.found().untold());
    answer.put("unrealised", Answers.sides(found.bySide()));
    answer.put("otherUnrealised", Answers.sides(found.otherBySide()));
    answer.put(
        "lines",
        found.found().lines().stream().limit(limit).map(StructureAnswers::potential).toList());
    answer.put("byMarket", sums(found.found().markets(), "importer", limit));
    answer.put("byProduct", sums(found.found().products(), "product", limit));
    return answer;
  }

  private static Map<String, @Nullable Object> potential(Line line) {
    return row(
        "importer", line.importer(),
        "product", line.product(),
        "supply", line.supply(),
        "demand", line.demand(),
        "ease", line.ease(),
        "potential", line.potential(),
        "actual", Answers.told(line.actual()),
        "unrealised", line.unrealised());
  }

  private static List<Map<String, @Nullable Object>> sums(List<Sum> sums, String name, int limit) {
    return sums.stream()
        .limit(limit)
        .map(s -> {
          var row =
              row(
                  name,
                  s.code(),
                  "potential",
                  s.potential(),
                  "actual",
                  Answers.told(s.actual()),
                  "unrealised",
                  s.unrealised());
          if (s.ease().isPresent()) {
            row.put("ease", s.ease().getAsDouble());
          }
          return row;
        })
        .toList();
  }

  /// A network, with at most so many members.
  public static Map<String, @Nullable Object> of(TradeNetwork network, int limit) {
    var answer = Answers.answer(network.told());
    answer.put("grouping", network.grouping().isEmpty() ? null : network.grouping());
    answer.put("members", List.copyOf(new TreeSet<>(network.members())));
    answer.put("reporting", network.reporting());
    answer.put("largest", network.largest().orElse(null));
    answer.put("marketsMatterFrom", TradeNetwork.MATTERS);
    answer.put(
        "statistics",
        TradeNetwork.STATISTICS.stream()
            .map(s -> {
              var row = row("statistic", s);
              network.views().forEach(v -> row.put(v.code(), Answers.told(v.get(s))));
              return row;
            })
            .toList());
    answer.put("nodes", network.nodes().stream().limit(limit).map(StructureAnswers::node).toList());
    answer.put("triads", new TreeMap<>(network.triads()));
    return answer;
  }

  private static Map<String, @Nullable Object> node(Node node) {
    var place = node.place();
    return row(
        "country", node.country(),
        "sells", node.sells(),
        "buys", node.buys(),
        "markets", place.markets(),
        "suppliers", place.suppliers(),
        "core", place.core(),
        "clustering", place.clustering(),
        "betweenness", place.betweenness(),
        "closeness", place.closeness(),
        "pageRank", place.pageRank(),
        "eigenvector", Answers.told(place.eigenvector()),
        "partnerConcentration", Answers.told(place.concentration()));
  }
}
