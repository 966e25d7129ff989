package org.bandung.funds.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.funds.ledger.Money;

/// A value in a rule.
public sealed interface Value {

  ValueType type();

  record Flag(boolean yes) implements Value {
    @Override
    public ValueType type() {
      return ValueType.FLAG;
    }
  }

  record Numeral(BigDecimal number) implements Value {
    @Override
    public ValueType type() {
      return ValueType.NUMBER;
    }
  }

  record Text(String text) implements Value {
    @Override
    public ValueType type() {
      return ValueType.TEXT;
    }
  }

  /// Codes, in their order.
  record Codes(Set<String> codes) implements Value {
    public Codes {
      codes = Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    @Override
    public ValueType type() {
      return ValueType.SET;
    }
  }

  /// An amount that may be finer than its currency's smallest unit: half of an odd number of cents
  /// is compared exactly.
  record Amount(BigDecimal amount, String currency) implements Value {
    @Override
    public ValueType type() {
      return ValueType.MONEY;
    }
  }

  record Day(LocalDate day) implements Value {
    @Override
    public ValueType type() {
      return ValueType.DAY;
    }
  }

  record Moment(Instant at) implements Value {
    @Override
    public ValueType type() {
      return ValueType.MOMENT;
    }
  }

  static Value of(boolean yes) {
    return new Flag(yes);
  }

  static Value of(long number) {
    return new Numeral(BigDecimal.valueOf(number));
  }

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(Collection<String> codes) {
    return new Codes(new TreeSet<>(codes));
  }

  static Value of(Money money) {
    return new Amount(money.amount(), money.code());
  }

  static Value of(Instant at) {
    return new Moment(at);
  }
}
