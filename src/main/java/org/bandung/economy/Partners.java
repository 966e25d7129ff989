package org.bandung.economy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.bandung.economy.indices.Concentration;

/// With whom a country deals in one year, and how far it rests on few of them: its markets, its
/// sources, its creditors.
///
/// @param year of the data
/// @param total value with all partners, in the data's unit
/// @param north of it with the North
/// @param south of it with the South
/// @param other of it with partners the definition does not place
/// @param partners everyone with a value above zero, the largest first
/// @param potential how many there are to deal with: all others that trade at all in the data of
///   the year; 0 where they were not counted
public record Partners(
    int year,
    double total,
    double north,
    double south,
    double other,
    List<Partner> partners,
    int potential) {

  public Partners {
    partners = List.copyOf(partners);
  }

  /// One of them.
  ///
  /// @param code a country, or what the data call it
  /// @param value in the data's unit
  public record Partner(String code, double value, Side side) {}

  /// Shares alone: how many others there are is not counted, so there is no Theil index.
  public static Partners of(int year, Map<String, Double> values, South south) {
    return of(year, values, south, 0);
  }

  static Partners of(int year, Map<String, Double> values, South south, int potential) {
    double[] bySide = new double[Side.values().length];
    var partners =
        values.entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> new Partner(e.getKey(), e.getValue(), south.side(e.getKey(), year)))
            .sorted(
                Comparator.comparingDouble(Partner::value).reversed().thenComparing(Partner::code))
            .toList();
    partners.forEach(p -> bySide[p.side().ordinal()] += p.value());
    return new Partners(
        year,
        partners.stream().mapToDouble(Partner::value).sum(),
        bySide[Side.NORTH.ordinal()],
        bySide[Side.SOUTH.ordinal()],
        bySide[Side.OTHER.ordinal()],
        partners,
        potential);
  }

  /// The total, if anything is told of anybody.
  public OptionalDouble told() {
    return partners.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(total);
  }

  /// Share of the North.
  ///
  /// `north / total`
  ///
  /// @return between 0 and 1; empty if there is no total
  public OptionalDouble northShare() {
    return share(north);
  }

  /// Share of the South.
  ///
  /// `south / total`
  ///
  /// @return between 0 and 1; empty if there is no total
  public OptionalDouble southShare() {
    return share(south);
  }

  /// Share of what the definition does not place.
  public OptionalDouble otherShare() {
    return share(other);
  }

  private OptionalDouble share(double part) {
    return total > 0 ? OptionalDouble.of(part / total) : OptionalDouble.empty();
  }

  /// Herfindahl-Hirschman index over the partners, see [Concentration#hhi].
  public OptionalDouble hhi() {
    return known(Concentration.hhi(values()));
  }

  /// Theil index over all potential partners, those without a value counted as zero, see
  /// [Concentration#theil]: with n of them and one partner alone it is ln n, the most there is.
  ///
  /// @return between 0 and ln n; empty if there is no total or n was not counted
  public OptionalDouble theil() {
    return theil(values(), potential);
  }

  static OptionalDouble theil(double[] values, int potential) {
    return potential > 0
        ? known(Concentration.theil(Arrays.copyOf(values, Math.max(potential, values.length))))
        : OptionalDouble.empty();
  }

  /// Share of the three largest.
  public OptionalDouble topThree() {
    return known(Concentration.top(3, values()));
  }

  private double[] values() {
    return partners.stream().mapToDouble(Partner::value).toArray();
  }

  static OptionalDouble known(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /// The same without its largest partner of the South, so that one of them does not stand for all.
  public Partners withoutLargestSouthern() {
    var largest = partners.stream().filter(p -> p.side() == Side.SOUTH).findFirst();
    return largest.map(this::without).orElse(this);
  }

  private Partners without(Partner partner) {
    return new Partners(
        year,
        total - partner.value(),
        north - (partner.side() == Side.NORTH ? partner.value() : 0),
        south - (partner.side() == Side.SOUTH ? partner.value() : 0),
        other - (partner.side() == Side.OTHER ? partner.value() : 0),
        partners.stream().filter(p -> !p.equals(partner)).toList(),
        potential);
  }
}
