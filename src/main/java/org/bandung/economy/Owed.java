package org.bandung.economy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What a country owes, or has to pay, in one year: to whom, and of which kind the creditor is.
///
/// @param year of the data
/// @param claims every creditor with a value above zero, the largest first
/// @param stated the total as the publisher has it; empty if it states none
public record Owed(int year, List<Claim> claims, OptionalDouble stated) {

  /// The kinds of creditors, in the order in which they are told.
  public static final List<String> KINDS =
      List.of("bilateral", "multilateral", "private", "bonds", "other");

  private static final Map<String, String> WORDS =
      Map.of(
          "Official bilateral", "bilateral",
          "Official multilateral", "multilateral",
          "Non-official", "private",
          "Bondholders", "bonds");

  // The publisher's own sums stand among the creditors; they are never added to them.
  private static final String SUM = "Total";

  public Owed {
    claims = List.copyOf(claims);
  }

  /// One creditor of one kind: a country may lend officially and its banks too.
  ///
  /// @param creditor a country, or what the data call it
  /// @param kind one of [#KINDS]
  /// @param side of the creditor, where it is a country
  /// @param value in the data's unit
  public record Claim(String creditor, String kind, Side side, double value) {}

  /// What is known of a creditor before it is placed.
  record Creditor(String code, String kind) {}

  static Owed of(int year, Map<Creditor, Double> values, South south) {
    var claims =
        values.entrySet().stream()
            .filter(e -> e.getValue() > 0 && !e.getKey().kind().startsWith(SUM))
            .map(e ->
                new Claim(
                    e.getKey().code(),
                    WORDS.getOrDefault(e.getKey().kind(), "other"),
                    south.side(e.getKey().code(), year),
                    e.getValue()))
            .sorted(
                Comparator.comparingDouble(Claim::value)
                    .reversed()
                    .thenComparing(Claim::creditor)
                    .thenComparing(Claim::kind))
            .toList();
    var stated =
        values.entrySet().stream()
            .filter(e -> e.getKey().kind().equals(SUM))
            .mapToDouble(Map.Entry::getValue)
            .toArray();
    return new Owed(
        year, claims, stated.length == 1 ? OptionalDouble.of(stated[0]) : OptionalDouble.empty());
  }

  /// The sum over all creditors.
  public double total() {
    return claims.stream().mapToDouble(Claim::value).sum();
  }

  /// What is owed to creditors of a kind.
  public double of(String kind) {
    return claims.stream().filter(c -> c.kind().equals(kind)).mapToDouble(Claim::value).sum();
  }

  /// What is owed to creditors of a kind on one side.
  public double of(String kind, Side side) {
    return claims.stream()
        .filter(c -> c.kind().equals(kind) && c.side() == side)
        .mapToDouble(Claim::value)
        .sum();
  }

  /// Share of creditors of one side, states and private ones of its countries together.
  ///
  /// `Σ claims of the side / Σ claims`
  ///
  /// Multilateral creditors and markets of bonds are of no side, so the shares do not add up to 1.
  ///
  /// @return between 0 and 1; empty if nothing is owed
  public OptionalDouble share(Side side) {
    double total = total();
    return total > 0
        ? OptionalDouble.of(
            claims.stream().filter(c -> c.side() == side).mapToDouble(Claim::value).sum() / total)
        : OptionalDouble.empty();
  }

  /// Share of creditors of one kind.
  ///
  /// `Σ claims of the kind / Σ claims`
  ///
  /// @return between 0 and 1; empty if nothing is owed
  public OptionalDouble kindShare(String kind) {
    double total = total();
    return total > 0 ? OptionalDouble.of(of(kind) / total) : OptionalDouble.empty();
  }

  /// The same of states alone, out of all that is owed to states.
  ///
  /// `Σ official bilateral claims of the side / Σ official bilateral claims`
  ///
  /// @return between 0 and 1; empty if nothing is owed to states
  public OptionalDouble officialShare(Side side) {
    double all = of("bilateral");
    return all > 0 ? OptionalDouble.of(of("bilateral", side) / all) : OptionalDouble.empty();
  }

  /// The largest creditor of the South.
  public Optional<String> largestSouthern() {
    var sums =
        claims.stream()
            .filter(c -> c.side() == Side.SOUTH)
            .collect(
                Collectors.groupingBy(
                    Claim::creditor, HashMap::new, Collectors.summingDouble(Claim::value)));
    return sums.entrySet().stream()
        .max(
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry.<String, Double>comparingByKey().reversed()))
        .map(Map.Entry::getKey);
  }

  /// The same as if one creditor had lent nothing.
  public Owed without(String creditor) {
    return new Owed(
        year,
        claims.stream().filter(c -> !c.creditor().equals(creditor)).toList(),
        OptionalDouble.empty());
  }

  /// The creditors alone, whatever their kind, with how far the debt rests on few of them.
  ///
  /// @param potential how many creditors there are in the data of the year
  Partners partners(South south, int potential) {
    return Partners.of(
        year,
        claims.stream()
            .collect(
                Collectors.groupingBy(Claim::creditor, Collectors.summingDouble(Claim::value))),
        south,
        potential);
  }

  /// The sum of what several owe.
  static Owed sum(int year, List<Owed> several) {
    var sums = new HashMap<String, Claim>();
    several.stream()
        .flatMap(o -> o.claims().stream())
        .forEach(c ->
            sums.merge(
                c.creditor() + "\n" + c.kind(),
                c,
                (a, b) -> new Claim(a.creditor(), a.kind(), a.side(), a.value() + b.value())));
    return new Owed(
        year,
        sums.values().stream()
            .sorted(
                Comparator.comparingDouble(Claim::value)
                    .reversed()
                    .thenComparing(Claim::creditor)
                    .thenComparing(Claim::kind))
            .toList(),
        OptionalDouble.empty());
  }
}
