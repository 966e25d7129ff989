package org.bandung.finder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.said.Role;
import org.bandung.search.Evidence;

/// Who stands beside a partnership: facilitators, and others with the same need.
final class Supporters {

  private static final int CLOSEST = 60;
  private static final int MOST = 12;
  private static final Set<Role> SUPPORTING = Set.of(Role.FACILITATOR, Role.FUNDER);

  private Supporters() {}

  static List<Proposal.Facilitator> of(
      List<Evidence.Hit> hits, Traits traits, List<Proposal.Partner> partners) {
    var proposed = new HashSet<CountryCode>();
    partners.stream().filter(p -> !p.weak()).limit(10).forEach(p -> proposed.add(p.country()));
    var records = new TreeMap<CountryCode, List<Evidence.Hit>>();
    for (var hit : hits.subList(0, Math.min(CLOSEST, hits.size()))) {
      for (var one : hit.countries()) {
        boolean north = !traits.of(one.country()).south();
        if (SUPPORTING.contains(one.role()) || (north && one.role().provides())) {
          add(records, one.country(), hit);
        }
      }
    }
    return mostFirst(records).stream()
        .map(e ->
            new Proposal.Facilitator(
                e.getKey(), ids(e.getValue()), meets(e.getValue(), proposed, e.getKey())))
        .toList();
  }

  /// @param open needs of the catalogue that are like the wish
  static List<Proposal.Need> needs(
      List<Evidence.Hit> hits, List<Evidence.Hit> open, Wish wish, Traits traits) {
    var records = new TreeMap<CountryCode, List<Evidence.Hit>>();
    var all = new ArrayList<>(open.subList(0, Math.min(CLOSEST, open.size())));
    all.addAll(hits.subList(0, Math.min(CLOSEST, hits.size())));
    for (var hit : all) {
      for (var one : hit.countries()) {
        if (one.role() == Role.RECIPIENT
            && !wish.asking().contains(one.country())
            && traits.of(one.country()).south()) {
          add(records, one.country(), hit);
        }
      }
    }
    return mostFirst(records).stream()
        .map(e -> new Proposal.Need(e.getKey(), ids(e.getValue(), true), ids(e.getValue(), false)))
        .toList();
  }

  private static void add(
      Map<CountryCode, List<Evidence.Hit>> records, CountryCode country, Evidence.Hit hit) {
    var held = records.computeIfAbsent(country, c -> new ArrayList<>());
    if (!held.contains(hit)) {
      held.add(hit);
    }
  }

  private static List<Map.Entry<CountryCode, List<Evidence.Hit>>> mostFirst(
      Map<CountryCode, List<Evidence.Hit>> records) {
    return records.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<CountryCode, List<Evidence.Hit>> e) ->
                    -e.getValue().stream().mapToDouble(Evidence.Hit::relevance).sum())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST)
        .toList();
  }

  private static List<String> ids(List<Evidence.Hit> hits) {
    return hits.stream().map(Evidence.Hit::id).toList();
  }

  private static List<String> ids(List<Evidence.Hit> hits, boolean initiatives) {
    return ids(
        hits.stream().filter(h -> h.kind().equals(Evidence.INITIATIVE) == initiatives).toList());
  }

  private static boolean meets(
      List<Evidence.Hit> hits, Set<CountryCode> proposed, CountryCode itself) {
    return hits.stream()
        .flatMap(h -> h.countries().stream())
        .map(InitiativePage.CountryRole::country)
        .anyMatch(c -> !c.equals(itself) && proposed.contains(c));
  }
}
