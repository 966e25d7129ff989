package org.bandung.economy.preferences;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which countries share a trade agreement in one year.
public final class Agreements {

  private final Map<String, Set<String>> members = new TreeMap<>();
  private final Map<String, Set<String>> agreementsOf = new HashMap<>();
  private final Map<String, Set<String>> ofPairs = new HashMap<>();

  private Agreements() {}

  /// That a country belongs to an agreement for some years.
  ///
  /// @param first the first year of which it counts
  /// @param last the last one
  public record Membership(String agreement, String country, int first, int last) {}

  /// That two countries share an agreement, as data on pairs tell it.
  public record Pair(String agreement, String one, String other) {}

  /// Those in force in a year.
  ///
  /// @param pairs those of the year, for data that know pairs only
  public static Agreements in(
      int year, Collection<Membership> memberships, Collection<Pair> pairs) {
    var agreements = new Agreements();
    for (var m : memberships) {
      if (m.first() <= year && year <= m.last()) {
        agreements.member(m.agreement(), m.country());
      }
    }
    for (var pair : pairs) {
      agreements
          .ofPairs
          .computeIfAbsent(key(pair.one(), pair.other()), k -> new HashSet<>())
          .add(pair.agreement());
      agreements.members.computeIfAbsent(pair.agreement(), a -> new TreeSet<>()).add(pair.one());
      agreements.members.computeIfAbsent(pair.agreement(), a -> new TreeSet<>()).add(pair.other());
    }
    return agreements;
  }

  private void member(String agreement, String country) {
    members.computeIfAbsent(agreement, a -> new TreeSet<>()).add(country);
    agreementsOf.computeIfAbsent(country, c -> new HashSet<>()).add(agreement);
  }

  private static String key(String one, String other) {
    return one.compareTo(other) < 0 ? one + "\t" + other : other + "\t" + one;
  }

  /// The codes of all agreements, sorted.
  public Set<String> codes() {
    return Set.copyOf(members.keySet());
  }

  /// Who belongs to an agreement.
  public Set<String> members(String agreement) {
    return Set.copyOf(members.getOrDefault(agreement, Set.of()));
  }

  /// Which agreements two countries share.
  public Set<String> shared(String one, String other) {
    var shared = new TreeSet<>(ofPairs.getOrDefault(key(one, other), Set.of()));
    var others = agreementsOf.getOrDefault(other, Set.of());
    agreementsOf.getOrDefault(one, Set.of()).stream().filter(others::contains).forEach(shared::add);
    return shared;
  }

  public boolean share(String one, String other) {
    return !shared(one, other).isEmpty();
  }

  /// Whether a flow is between two of those who share this agreement.
  boolean within(String agreement, Flow flow) {
    return shared(flow.exporter(), flow.importer()).contains(agreement);
  }
}
