package org.bandung.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.api.json.DatasetJson;
import org.bandung.economy.Answers;
import org.bandung.economy.Producers.Elasticities;
import org.bandung.economy.Shortlist;
import org.bandung.economy.Wish;
import org.jspecify.annotations.Nullable;

/// An economy that answers everything with what it was asked.
final class InventedEconomy implements EconomyRoutes.Known {

  private static final DatasetJson HELD =
      new DatasetJson(
          "baci",
          Map.of("en", "Trade by product"),
          "thousand USD",
          "HS 2017",
          "An invented office",
          "",
          2018,
          2021,
          26,
          6,
          List.of(new DatasetJson.Series("exports", "thousand USD", 2018, 2021, 26)),
          List.of(
              new DatasetJson.Load("x.csv", "0".repeat(64), "baci", Instant.EPOCH, 26, 1, 0, 0)));

  private static Optional<Map<String, @Nullable Object>> asked(Object... what) {
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put(
        "about",
        new Answers.About(
            "baci", "thousand USD", "HS 2017", "An office", "", 2021, "world", "other", 6, true));
    answer.put("asked", List.of(what).toString());
    return Optional.of(answer);
  }

  @Override
  public List<String> souths() {
    return List.of("world", "harbour", "unctad");
  }

  @Override
  public Optional<Map<String, @Nullable Object>> shares(
      String of, String grouping, int span, boolean published, Wish wish) {
    return asked(of, grouping, span, published, wish);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> dependence(String country, Wish wish, int limit) {
    return country.equals("QXX") ? Optional.empty() : asked(country, wish, limit);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> complementarity(
      String country, Wish wish, int limit) {
    return asked(country, wish, limit);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> pair(String country, String partner, Wish wish) {
    return asked(country, partner, wish);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> substitution(
      String importer, String product, Shortlist.Wish size, Wish wish) {
    return asked(importer, product, size, wish);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> openings(
      String exporter, String product, Wish wish, int limit) {
    return asked(exporter, product, wish, limit);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> product(
      String product, String grouping, Elasticities elasticities, Wish wish, int limit) {
    return asked(product, grouping, elasticities, wish, limit);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> debt(String debtor, Wish wish, int limit) {
    return asked(debtor, wish, limit);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> debts(Wish wish, int limit) {
    return asked(wish, limit);
  }

  @Override
  public List<DatasetJson> datasets() {
    return List.of(HELD);
  }

  @Override
  public Optional<DatasetJson> dataset(String code) {
    return Optional.of(HELD).filter(d -> d.code().equals(code));
  }
}
