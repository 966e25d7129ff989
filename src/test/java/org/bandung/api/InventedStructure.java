package org.bandung.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bandung.economy.Answers;
import org.bandung.economy.Wish;
import org.jspecify.annotations.Nullable;

/// A structure of the economy that answers everything with what it was asked.
final class InventedStructure implements StructureRoutes.Known {

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
  public Optional<Map<String, @Nullable Object>> structure(
      String country, Wish wish, OptionalDouble foodProduction, int limit) {
    return country.equals("QXX") ? Optional.empty() : asked(country, wish, foodProduction, limit);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> potential(
      String country, String markets, Wish wish, int limit) {
    return asked(country, markets, wish, limit);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> network(String grouping, Wish wish, int limit) {
    return asked(grouping, wish, limit);
  }
}
