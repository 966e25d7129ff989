package org.bandung.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.api.json.DatasetJson;
import org.bandung.economy.Producers.Elasticities;
import org.bandung.economy.Shortlist;
import org.bandung.economy.Wish;
import org.jspecify.annotations.Nullable;

/// What this door asks of the economy. Answers are those of the terminal; empty where this node
/// holds no data for the question.
interface EconomyFacts {

  /// Codes of the definitions of the South, the usual one first.
  List<String> souths();

  /// @param of `trade`, `output` or `investment`
  /// @param grouping its members' trade instead; empty for the South's
  Optional<Map<String, @Nullable Object>> shares(
      String of, String grouping, int span, boolean published, Wish wish);

  Optional<Map<String, @Nullable Object>> dependence(String country, Wish wish, int limit);

  Optional<Map<String, @Nullable Object>> complementarity(String country, Wish wish, int limit);

  Optional<Map<String, @Nullable Object>> pair(String country, String partner, Wish wish);

  Optional<Map<String, @Nullable Object>> substitution(
      String importer, String product, Shortlist.Wish size, Wish wish);

  Optional<Map<String, @Nullable Object>> openings(
      String exporter, String product, Wish wish, int limit);

  Optional<Map<String, @Nullable Object>> product(
      String product, String grouping, Elasticities elasticities, Wish wish, int limit);

  Optional<Map<String, @Nullable Object>> debt(String debtor, Wish wish, int limit);

  Optional<Map<String, @Nullable Object>> debts(Wish wish, int limit);

  List<DatasetJson> datasets();

  Optional<DatasetJson> dataset(String code);
}
