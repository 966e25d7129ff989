package org.bandung.funds.rules;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is told of a proposal. What is not there was not told, which is neither no nor zero.
public final class Facts {

  /// The most codes in one set, the longest text, the most digits of a number.
  public static final int CODES = 500;

  static final int TEXT = 2_000;
  static final int DIGITS = 40;

  /// Nothing was told.
  public static final Facts NONE = new Facts(Map.of());

  private final Map<String, Value> told;

  private Facts(Map<String, Value> told) {
    this.told = Collections.unmodifiableMap(new TreeMap<>(told));
  }

  /// The same with one more.
  ///
  /// @throws IllegalArgumentException if no rule can speak of such a fact, or it is too large
  public Facts with(String name, Value value) {
    var type = Vocabulary.SHIPPED.type(name);
    if (type.isEmpty() || type.get() != value.type() || tooLarge(value)) {
      throw new IllegalArgumentException("not a fact: " + name + " as " + value.type().code());
    }
    var more = new TreeMap<>(told);
    more.put(name, value);
    return new Facts(more);
  }

  private static boolean tooLarge(Value value) {
    return switch (value) {
      case Value.Codes(var codes) ->
          codes.size() > CODES || codes.stream().anyMatch(c -> c.length() > TEXT);
      case Value.Text(var text) -> text.length() > TEXT;
      case Value.Numeral(var number) -> tooLong(number);
      case Value.Amount(var amount, var currency) -> tooLong(amount) || currency.length() != 3;
      case Value.Flag f -> false;
      case Value.Day d -> false;
      case Value.Moment m -> false;
    };
  }

  static boolean tooLong(BigDecimal number) {
    return number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS;
  }

  Optional<Value> find(String name) {
    return Optional.ofNullable(told.get(name));
  }

  /// Everything that was told, by name.
  public Map<String, Value> told() {
    return told;
  }
}
