package org.bandung.statistics.counting;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One question to the figures: filter x dimensions x measure.
///
/// @param in the currency of money or the unit of a quantity; empty for anything else
/// @param rows what the figures are broken down by; empty for the total alone
/// @param filters codes of which one has to be carried, by dimension; the empty text is the code of
///   what nobody reported
/// @param prices the year in whose prices money is told; empty for those of its own time
public record Question(
    Measure measure,
    String in,
    Optional<Dimension> rows,
    Optional<Dimension> columns,
    Map<Dimension, Set<String>> filters,
    Scope scope,
    Optional<Prices> prices) {

  public Question {
    filters = Map.copyOf(filters);
    if (rows.isEmpty() && columns.isPresent()) {
      throw new IllegalArgumentException("columns without rows");
    }
  }

  /// A question about numbers, or about money in the prices of its own time.
  public Question(
      Measure measure,
      String in,
      Optional<Dimension> rows,
      Optional<Dimension> columns,
      Map<Dimension, Set<String>> filters,
      Scope scope) {
    this(measure, in, rows, columns, filters, scope, Optional.empty());
  }

  /// Prices of one year.
  ///
  /// @param deflator name of the index; empty for the first by name that is for the currency
  public record Prices(int year, Optional<String> deflator) {}

  /// Which records are looked at.
  ///
  /// @param southSouth only what is of the South-South family
  /// @param compilations also what only a third party wrote down
  /// @param without a country whose part is left out: its flows, and initiatives in which it gives
  ///   or receives
  public record Scope(boolean southSouth, boolean compilations, Optional<String> without) {
    /// Whatever a party or publisher states.
    public static final Scope ALL = new Scope(false, false, Optional.empty());

    /// What is of the South-South family.
    public static final Scope SOUTH_SOUTH = new Scope(true, false, Optional.empty());
  }

  /// How many initiatives, by rows.
  public static Question initiatives(Dimension rows) {
    return new Question(
        Measure.INITIATIVES, "", Optional.of(rows), Optional.empty(), Map.of(), Scope.ALL);
  }

  /// An amount of money, by rows.
  public static Question money(Measure measure, String currency, Dimension rows) {
    return new Question(
        measure, currency, Optional.of(rows), Optional.empty(), Map.of(), Scope.ALL);
  }

  /// The same, broken down a second time.
  public Question by(Dimension second) {
    return new Question(measure, in, rows, Optional.of(second), filters, scope, prices);
  }

  /// The same of other records.
  public Question of(Scope other) {
    return new Question(measure, in, rows, columns, filters, other, prices);
  }

  /// The same, narrowed to codes of a dimension.
  public Question where(Dimension dimension, String... codes) {
    var more = new EnumMap<Dimension, Set<String>>(Dimension.class);
    more.putAll(filters);
    more.put(dimension, Set.of(codes));
    return new Question(measure, in, rows, columns, more, scope, prices);
  }

  /// The total alone.
  public Question total() {
    return new Question(measure, in, Optional.empty(), Optional.empty(), filters, scope, prices);
  }

  /// The same, broken down by one dimension alone.
  public Question byOnly(Dimension dimension) {
    return new Question(
        measure, in, Optional.of(dimension), Optional.empty(), filters, scope, prices);
  }

  /// The same in prices of a year.
  public Question at(Prices other) {
    return new Question(measure, in, rows, columns, filters, scope, Optional.of(other));
  }
}
