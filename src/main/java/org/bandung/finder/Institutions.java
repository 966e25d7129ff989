package org.bandung.finder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.registry.Registry;

/// Who of a partner country did the work: the organisations in its closest records.
final class Institutions {

  private static final int RECORDS = 12;
  private static final int MOST = 5;

  private final Registry registry;
  private final Parties parties;

  Institutions(Registry registry, Parties parties) {
    this.registry = registry;
    this.parties = parties;
  }

  /// The same partners, each with its institutions.
  List<Proposal.Partner> beside(Reader reader, List<Proposal.Partner> partners) {
    var records = new LinkedHashSet<String>();
    partners.forEach(p -> records.addAll(closest(p)));
    var inRecord = registry.organisations(reader, records);
    var ids = new HashSet<String>();
    inRecord.values().forEach(ids::addAll);
    var known = parties.find(reader, ids);
    return partners.stream().map(p -> p.with(of(p, inRecord, known))).toList();
  }

  private static List<String> closest(Proposal.Partner partner) {
    var records = new ArrayList<>(partner.evidence());
    records.addAll(partner.participation());
    return records.subList(0, Math.min(RECORDS, records.size()));
  }

  private static List<Proposal.Institution> of(
      Proposal.Partner partner,
      Map<String, Set<String>> inRecord,
      Map<String, Organisation> known) {
    var counts = new HashMap<Organisation, Integer>();
    for (var record : closest(partner)) {
      for (var id : inRecord.getOrDefault(record, Set.of())) {
        var organisation = known.get(id);
        if (organisation != null && isOf(organisation, partner.country())) {
          counts.merge(organisation, 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Organisation, Integer> e) -> -e.getValue())
                .thenComparing(e -> e.getKey().id()))
        .limit(MOST)
        .map(e -> new Proposal.Institution(e.getKey(), e.getValue()))
        .toList();
  }

  private static boolean isOf(Organisation organisation, CountryCode country) {
    return organisation.country().filter(country::equals).isPresent();
  }
}
