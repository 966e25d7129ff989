package org.bandung.economy.structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.South;
import org.bandung.economy.TradeGrids;
import org.bandung.economy.TradeGrids.Basis;
import org.bandung.economy.Wish;
import org.bandung.economy.structure.TradeNetwork.Node;
import org.bandung.economy.structure.TradeNetwork.View;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Service;
import org.springframework.util.ConcurrentLruCache;

/// The trade of groupings and of the South with itself as networks.
@Service
public final class TradeNetworks {

  private static final int KEPT = 40;

  private final TradeGrids trade;
  private final Reference reference;
  private final ConcurrentLruCache<Key, Calculated> kept;

  TradeNetworks(TradeGrids trade, Reference reference) {
    this.trade = trade;
    this.reference = reference;
    kept = new ConcurrentLruCache<>(KEPT, this::calculated);
  }

  private record Key(Source source, int year, Set<String> members) {}

  private record Calculated(
      int reporting,
      Optional<String> largest,
      List<View> views,
      List<Node> nodes,
      Map<String, Long> triads) {}

  /// The network of a grouping with its members on the last day of the year.
  ///
  /// @return empty if no trade is held, or nobody is in the grouping in the year
  public Optional<TradeNetwork> grouping(String grouping, Wish wish) {
    return trade
        .totals(wish)
        .map(b -> {
          var members =
              reference.gatheredIn(grouping, LocalDate.of(b.year(), 12, 31)).stream()
                  .map(CountryCode::alpha3)
                  .collect(Collectors.toUnmodifiableSet());
          return of(grouping, b, members, calculated(b, members).views());
        })
        .filter(n -> !n.members().isEmpty());
  }

  /// The network of the South, beside it under the other definition.
  ///
  /// @return empty if no trade is held
  public Optional<TradeNetwork> south(Wish wish) {
    return trade
        .totals(wish)
        .map(b -> {
          var members = held(b, b.south());
          var views = new ArrayList<>(calculated(b, members).views());
          calculated(b, held(b, b.other())).views().stream()
              .filter(v -> v.code().equals(TradeNetwork.MARKETS))
              .map(v -> new View(TradeNetwork.OTHER, v.statistics()))
              .forEach(views::add);
          return of("", b, members, views);
        });
  }

  private Set<String> held(Basis basis, South south) {
    return trade.traders(basis).stream()
        .filter(c -> south.holds(c, basis.year()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private TradeNetwork of(String grouping, Basis basis, Set<String> members, List<View> views) {
    var found = calculated(basis, members);
    return new TradeNetwork(
        grouping,
        basis.told(),
        members,
        found.reporting(),
        found.largest(),
        views,
        found.nodes(),
        found.triads());
  }

  private Calculated calculated(Basis basis, Set<String> members) {
    return kept.get(new Key(basis.source(), basis.year(), members));
  }

  private Calculated calculated(Key key) {
    var network = new NetworkOfMembers(trade.flows(key.source(), key.year()), key.members());
    var largest = network.largest();
    var views = new ArrayList<View>();
    views.add(network.all(TradeNetwork.ALL));
    views.add(network.markets(TradeNetwork.MARKETS));
    largest
        .map(network::without)
        .ifPresent(rest -> {
          views.add(rest.all(TradeNetwork.ALL_WITHOUT));
          views.add(rest.markets(TradeNetwork.MARKETS_WITHOUT));
        });
    return new Calculated(
        network.reporting(), largest, List.copyOf(views), network.nodes(), network.triads());
  }
}
