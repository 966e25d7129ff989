package org.bandung.funds.rules;

import java.util.Locale;
import java.util.Optional;

/// What a value in a rule can be.
public enum ValueType {
  /// Yes or no.
  FLAG,
  /// A number without unit.
  NUMBER,
  TEXT,
  /// Codes without order, such as countries.
  SET,
  /// An amount in one currency.
  MONEY,
  /// A day of the calendar, wherever.
  DAY,
  /// An instant, the same for everybody.
  MOMENT;

  /// The word used in data files and messages.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ValueType> ofCode(String code) {
    for (var type : values()) {
      if (type.code().equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
