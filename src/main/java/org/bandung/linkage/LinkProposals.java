package org.bandung.linkage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.Reader;
import org.bandung.reference.money.Rates;
import org.bandung.registry.Registry;
import org.bandung.store.Recurring;
import org.springframework.stereotype.Component;

/// The proposals of this node as they were last made: anew some minutes after facts changed. They
/// are kept in memory only; what people decided of them is not here.
@Component
public class LinkProposals implements Recurring {

  /// A node with more would be busy with proposals alone.
  private static final int MOST = 30_000;

  private static final int AT_ONCE = 500;

  private final Registry registry;
  private final Concepts concepts;
  private final Rates rates;
  private final Clock clock = Clock.systemUTC();
  private String state = "";
  private volatile Current current = new Current(List.of(), Optional.empty(), false);

  LinkProposals(Registry registry, Concepts concepts, Rates rates) {
    this.registry = registry;
    this.concepts = concepts;
    this.rates = rates;
  }

  /// What was proposed when.
  ///
  /// @param open the most probable first
  /// @param at empty before they were made for the first time
  /// @param tooMany whether the node holds more than can be compared beside its work
  public record Current(List<Open> open, Optional<Instant> at, boolean tooMany) {
    public Current {
      open = List.copyOf(open);
    }
  }

  /// A proposal on two initiatives.
  ///
  /// @param left id of the initiative that the left statement belongs to
  /// @param countries that take part in both: their authorities decide
  public record Open(Proposal proposal, String left, String right, Set<String> countries) {
    public Open {
      countries = Set.copyOf(countries);
    }
  }

  /// The proposals that were made last.
  public Current current() {
    return current;
  }

  @Override
  public String name() {
    return "linkage.proposals";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public synchronized void round() {
    var now = registry.state();
    if (now.equals(state)) {
      return;
    }
    if (registry.counts(Reader.PUBLIC).statements() > MOST) {
      current = new Current(List.of(), Optional.of(clock.instant()), true);
    } else {
      var told = Linkage.statements(registry, Reader.PUBLIC);
      var converter = new RateConverter(rates.now().rates());
      var found = new Linker(concepts, converter, new Linker.Settings(true)).link(told).proposals();
      current = new Current(open(registry, told, found), Optional.of(clock.instant()), false);
    }
    state = now;
  }

  /// What a source declares of its own records needs nobody's word.
  private static final Set<String> DECLARED = Set.of("declared-part", "declared-related");

  /// One for each pair of initiatives that are two.
  private static List<Open> open(Registry registry, List<Told> told, List<Proposal> found) {
    var initiatives = new HashMap<String, String>();
    told.forEach(t -> initiatives.put(t.key(), t.initiative()));
    var pairs = new HashSet<String>();
    var open = new ArrayList<Open>();
    var countries = countries(registry, initiatives, found);
    found.stream()
        .sorted(Comparator.comparingDouble(Proposal::probability).reversed())
        .forEach(p -> {
          var left = initiatives.getOrDefault(p.left(), "");
          var right = initiatives.getOrDefault(p.right(), "");
          var pair = left.compareTo(right) < 0 ? left + " " + right : right + " " + left;
          boolean declared = p.reasons().stream().anyMatch(r -> DECLARED.contains(r.code()));
          if (!declared && !left.equals(right) && pairs.add(pair)) {
            var both = new HashSet<>(countries.getOrDefault(left, Set.of()));
            both.retainAll(countries.getOrDefault(right, Set.of()));
            open.add(new Open(p, left, right, both));
          }
        });
    return open;
  }

  private static Map<String, Set<String>> countries(
      Registry registry, Map<String, String> initiatives, List<Proposal> found) {
    var ids = new TreeSet<String>();
    for (var proposal : found) {
      ids.add(initiatives.getOrDefault(proposal.left(), ""));
      ids.add(initiatives.getOrDefault(proposal.right(), ""));
    }
    var countries = new HashMap<String, Set<String>>();
    var all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      countries.putAll(registry.countriesApart(Reader.PUBLIC, some));
    }
    return countries;
  }
}
