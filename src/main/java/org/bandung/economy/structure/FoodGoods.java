package org.bandung.economy.structure;

import java.util.List;
import java.util.Locale;
import org.bandung.economy.TradeGrids;

/// Which products are basic food, by the beginnings of their codes: `economy/food.csv`. The longest
/// beginning decides.
final class FoodGoods {

  private record Rule(String scheme, String prefix, boolean food) {}

  private final List<Rule> rules;

  private FoodGoods(List<Rule> rules) {
    this.rules = rules;
  }

  static FoodGoods shipped() {
    return new FoodGoods(
        TradeGrids.shipped("food.csv").stream()
            .map(r ->
                new Rule(
                    r.getField("scheme"), r.getField("prefix"), r.getField("food").equals("yes")))
            .toList());
  }

  /// Whether food can be told in a nomenclature, such as `HS 2017` or `SITC 2`.
  boolean know(String nomenclature) {
    return rules.stream().anyMatch(r -> r.scheme().equals(scheme(nomenclature)));
  }

  boolean isFood(String nomenclature, String product) {
    var scheme = scheme(nomenclature);
    boolean food = false;
    int longest = 0;
    for (var rule : rules) {
      if (rule.scheme().equals(scheme)
          && rule.prefix().length() > longest
          && product.startsWith(rule.prefix())) {
        food = rule.food();
        longest = rule.prefix().length();
      }
    }
    return food;
  }

  private static String scheme(String nomenclature) {
    return nomenclature.strip().split("\\s+")[0].toUpperCase(Locale.ROOT);
  }
}
