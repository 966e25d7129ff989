package org.bandung.economy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.indices.Similarity;
import org.bandung.kernel.CountryCode;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.bandung.observations.Selection;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Service;

/// What share the South and any grouping has, in trade, in growth, in investment: always under two
/// definitions of the South and without its largest member too.
@Service
public final class SouthShares {

  private final EconomySources sources;
  private final TradeYears trade;
  private final Souths souths;
  private final Observations observations;
  private final Sums sums;
  private final Reference reference;

  SouthShares(
      EconomySources sources,
      TradeYears trade,
      Souths souths,
      Observations observations,
      Sums sums,
      Reference reference) {
    this.sources = sources;
    this.trade = trade;
    this.souths = souths;
    this.observations = observations;
    this.sums = sums;
    this.reference = reference;
  }

  /// The South's trade with itself, year by year.
  ///
  /// @param told what it rests on; its year is the one wished, or the last one
  /// @param years under the definition that was asked for
  /// @param otherYears the same under the other definition
  /// @param largest code of the member with the largest trade in the last year; empty if there is
  ///   none
  /// @param withoutLargest the same years as if that member were not of the South
  public record Trade(
      Told told,
      List<TradeShares> years,
      List<TradeShares> otherYears,
      Optional<String> largest,
      List<TradeShares> withoutLargest) {
    public Trade {
      years = List.copyOf(years);
      otherYears = List.copyOf(otherYears);
      withoutLargest = List.copyOf(withoutLargest);
    }
  }

  /// The South's part in a quantity of the world, such as output or outflows of investment.
  ///
  /// @param told what it rests on; its year is the last one
  /// @param unit of the values
  /// @param span how many years lie between the two of each row
  public record Part(
      Told told,
      String unit,
      int span,
      List<Growth> years,
      List<Growth> otherYears,
      Optional<String> largest,
      List<Growth> withoutLargest) {
    public Part {
      years = List.copyOf(years);
      otherYears = List.copyOf(otherYears);
      withoutLargest = List.copyOf(withoutLargest);
    }
  }

  /// What the members of a grouping trade with each other, year by year.
  ///
  /// @param told its year is the one wished, or the last one with members
  /// @param largest the member with the largest trade within the group in the last year with
  ///   members
  public record Group(
      String grouping,
      Told told,
      List<GroupTrade> years,
      Optional<String> largest,
      List<GroupTrade> withoutLargest) {
    public Group {
      years = List.copyOf(years);
      withoutLargest = List.copyOf(withoutLargest);
    }
  }

  /// How alike members of a grouping export.
  ///
  /// @param mean similarity of all pairs of them, Finger and Kreinin
  /// @param weighted the same, each pair weighted by what both export
  /// @param exporting how many members have exports in the data
  /// @param belonging how many members there were
  public record Alike(Told told, double mean, double weighted, int exporting, int belonging) {}

  /// What of the exports of a grouping's members goes where an agreement is in force, an upper
  /// bound of what enjoys a preference.
  ///
  /// @param inside exports of members to members, in the data's unit
  /// @param insideCovered of it between countries that share an agreement
  /// @param outside exports of members to all others
  /// @param outsideCovered of it between countries that share an agreement
  public record Covered(
      Told told, double inside, double insideCovered, double outside, double outsideCovered) {

    static Covered of(Told told, Grid flows, Cells pairs, Set<String> members) {
      var agreed = new HashSet<String>();
      for (int row = 0; row < pairs.rows(); row++) {
        if (pairs.value(row) > 0) {
          agreed.add(
              pairs.code(Dimension.REPORTER, row) + ' ' + pairs.code(Dimension.PARTNER, row));
        }
      }
      double[] sums = new double[4];
      for (var from : members) {
        for (int column = 0; flows.row(from) >= 0 && column < flows.width(); column++) {
          var to = flows.columns().get(column);
          double value = flows.get(flows.row(from), column);
          int side = members.contains(to) ? 0 : 2;
          sums[side] += value;
          sums[side + 1] += agreed.contains(from + ' ' + to) ? value : 0;
        }
      }
      return new Covered(told, sums[0], sums[1], sums[2], sums[3]);
    }
  }

  private South wanted(Wish wish) {
    return souths.find(wish.south()).orElseGet(souths::usual);
  }

  /// Intra-South trade.
  ///
  /// @param published whether codes of countries are taken as the publisher wrote them, old ones
  ///   unmapped
  public Optional<Trade> trade(Wish wish, boolean published) {
    return sources
        .longest("totals", wish)
        .map(source -> trade(source, wanted(wish), published, wish.year()));
  }

  /// The same under any definition, such as a list of one's own.
  Trade trade(Source source, South south, boolean published) {
    return trade(source, south, published, OptionalInt.empty());
  }

  private Trade trade(Source source, South south, boolean published, OptionalInt wished) {
    var pairs = trade.pairs(source, published);
    var flows = pairs.flows();
    var other = souths.other(south);
    var largest = TradeShares.largestMember(flows, south);
    int year = wished.orElse(pairs.years().getLast());
    return new Trade(
        Told.of(source.dataset(), year, south, other, pairs.reporters(year)),
        TradeShares.of(flows, south, Set.of()),
        TradeShares.of(flows, other, Set.of()),
        largest,
        largest.map(l -> TradeShares.of(flows, south, Set.of(l))).orElse(List.of()));
  }

  /// What the South adds to the world's output, over spans of years.
  public Optional<Part> output(Wish wish, int span) {
    return part("output", wish, span);
  }

  /// What of the world's outflows of direct investment is the South's.
  public Optional<Part> investment(Wish wish, int span) {
    return part("investment", wish, span);
  }

  private Optional<Part> part(String question, Wish wish, int span) {
    return sources.find(question, wish.dataset()).map(s -> part(s, wanted(wish), span));
  }

  private Part part(Source source, South south, int span) {
    var dataset = source.dataset();
    var values =
        sums.without(
            observations.cells(
                Selection.of(
                    dataset.code(),
                    source.series(),
                    dataset.firstYear(),
                    dataset.lastYear(),
                    Dimension.YEAR,
                    Dimension.REPORTER)));
    var other = souths.other(south);
    var largest = largest(values, south);
    return new Part(
        Told.of(dataset, dataset.lastYear(), south, other, values.codes(Dimension.REPORTER).size()),
        dataset.series(source.series()).map(s -> s.unit()).orElse(dataset.unit()),
        span,
        Growth.of(values, south, span, Set.of()),
        Growth.of(values, other, span, Set.of()),
        largest,
        largest.map(l -> Growth.of(values, south, span, Set.of(l))).orElse(List.of()));
  }

  private static Optional<String> largest(Cells values, South south) {
    int last = values.codes(Dimension.YEAR).size() - 1;
    var sums = new HashMap<String, Double>();
    for (int row = 0; row < values.rows(); row++) {
      if (values.position(Dimension.YEAR, row) == last
          && south.holds(
              values.code(Dimension.REPORTER, row),
              Integer.parseInt(values.code(Dimension.YEAR, row)))) {
        sums.merge(values.code(Dimension.REPORTER, row), values.value(row), Double::sum);
      }
    }
    return sums.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /// The trade of a grouping or category with its members at the time.
  ///
  /// @return empty if no trade is held, or nobody is in the grouping in any year of it
  public Optional<Group> group(String grouping, Wish wish) {
    return sources
        .longest("totals", wish)
        .map(source -> group(source, grouping, wanted(wish), wish.year()))
        .filter(g -> g.years().stream().anyMatch(y -> !y.members().isEmpty()));
  }

  private Group group(Source source, String grouping, South south, OptionalInt wished) {
    var pairs = trade.pairs(source, false);
    var flows = pairs.flows();
    var members =
        pairs.years().stream().collect(Collectors.toMap(y -> y, y -> members(grouping, y)));
    int last = lastWithMembers(pairs.years(), members);
    int year = wished.orElse(last);
    var within = South.listed(grouping, members.getOrDefault(last, Set.of()));
    var largest = TradeShares.largestMember(flows, within, last);
    return new Group(
        grouping,
        Told.of(source.dataset(), year, south, souths.other(south), pairs.reporters(year)),
        GroupTrade.of(flows, y -> members.getOrDefault(y, Set.of())),
        largest,
        largest
            .map(l -> GroupTrade.of(flows, y -> less(members.getOrDefault(y, Set.of()), l)))
            .orElse(List.of()));
  }

  static int lastWithMembers(List<Integer> years, Map<Integer, Set<String>> members) {
    return years.reversed().stream()
        .filter(y -> !members.getOrDefault(y, Set.of()).isEmpty())
        .findFirst()
        .orElse(years.getLast());
  }

  /// How alike the members of a grouping export, in the last year of trade by product.
  ///
  /// @return empty if no trade by product is held, or fewer than two members export
  public Optional<Alike> similarity(String grouping, Wish wish) {
    return sources.find("trade", wish).flatMap(s -> similarity(s, grouping, wish));
  }

  private Optional<Alike> similarity(Source source, String grouping, Wish wish) {
    int year = wish.year().orElse(source.dataset().lastYear());
    var members = members(grouping, year);
    var structures = trade.structures(source, year);
    var within = Similarity.within(structures.exports(), structures.similarity(), members);
    var south = wanted(wish);
    return within.pairs() == 0
        ? Optional.empty()
        : Optional.of(
            new Alike(
                Told.of(
                    source.dataset(),
                    year,
                    south,
                    souths.other(south),
                    structures.exports().height()),
                within.mean(),
                within.weighted(),
                within.members(),
                members.size()));
  }

  /// What of the members' exports goes to a country they share an agreement with.
  ///
  /// @return empty if no agreements are held in the year
  public Optional<Covered> agreements(String grouping, Wish wish) {
    return sources.find("agreements", wish).flatMap(s -> agreements(s, grouping, wish));
  }

  private Optional<Covered> agreements(Source agreements, String grouping, Wish wish) {
    var dataset = agreements.dataset();
    int year = wish.year().orElse(dataset.lastYear());
    var pairs =
        observations.cells(
            Selection.of(
                dataset.code(),
                agreements.series(),
                year,
                year,
                Dimension.REPORTER,
                Dimension.PARTNER));
    var totals = sources.find("totals", dataset.code(), year);
    if (pairs.rows() == 0 || totals.isEmpty()) {
      return Optional.empty();
    }
    var south = wanted(wish);
    var flows = trade.flows(totals.get(), year).exports();
    return Optional.of(
        Covered.of(
            Told.of(dataset, year, south, souths.other(south), flows.height()),
            flows,
            pairs,
            members(grouping, year)));
  }

  private static Set<String> less(Set<String> members, String one) {
    return members.stream().filter(m -> !m.equals(one)).collect(Collectors.toUnmodifiableSet());
  }

  private Set<String> members(String grouping, int year) {
    return reference.gatheredIn(grouping, LocalDate.of(year, 12, 31)).stream()
        .map(CountryCode::alpha3)
        .collect(Collectors.toUnmodifiableSet());
  }
}
