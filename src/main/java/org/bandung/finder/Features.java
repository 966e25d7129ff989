package org.bandung.finder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.said.Role;
import org.bandung.search.Evidence;

/// What speaks for each country as a partner: pure arithmetic over evidence and traits.
///
/// All values are without unit and not below 0:
///
/// - closeness: the relevance of the closest record in which it takes part, between 0 and 1
/// - evidence: `ln(1 + 10 Σₖ rₖ aₖ 0.85ᵏ)` over the country's records as provider or in a dual
///   role, the closest first (`k = 0, 1, …`); `r` is the relevance, `a` the age factor `0.5^(years
///   / 12)`, at least 0.4, 0.7 where no date is reported
/// - participation: the same over its records in any other role
/// - breadth: `ln(1 + n)`, `n` countries it worked with in that evidence
/// - situation: `ln(1 + n)`, `n` of these records with a country in the same list (LDC, LLDC, SIDS)
///   or region as the asking one
/// - language: 1 if an official language is shared
/// - tongue: `ln((m + 1) / (n p + 1))`, at least 0: of the `n` records it takes part in, `m` are
///   written in the language of what is asked, and `n p` would be if it were like all others (`p`:
///   share of that language); in the language of nearly all records it says nothing
/// - region: 1 for the same region, 2 for the same subregion, 3 for the narrowest
/// - ties: `ln(1 + n)`, `n` records both take part in, whatever the topic
/// - experience: `ln(1 + n)`, `n` records in which it provides
/// - offer, documented, mutual: the relevance of the closest open offer, of the closest solution,
///   expert or institution, and of the closest need of its own that the asking side could meet,
///   between 0 and 1
///
/// Where several countries ask together, a situation, language or region counts that is shared with
/// one of them.
final class Features {

  static final double FADING = 0.85;
  static final double HALF_LIFE_YEARS = 12;
  static final double OLDEST = 0.4;
  static final double UNDATED = 0.7;
  private static final double DAYS_A_YEAR = 365.25;
  private static final Set<Role> SUPPORTING =
      Set.of(Role.FACILITATOR, Role.FUNDER, Role.ACCOUNTABLE);

  private Features() {}

  /// A country's case.
  ///
  /// @param evidence ids of the records it provided in, the closest first
  /// @param entries those of the catalogue that speak for it
  /// @param strongest the relevance of the closest record in which it took part, or entry
  record Case(
      CountryCode country,
      Map<Term, Double> values,
      List<String> evidence,
      List<String> participation,
      List<Evidence.Hit> entries,
      double strongest) {}

  /// What is known beside the evidence.
  ///
  /// @param ties tag counts of the records of the asking side
  /// @param everywhere tag counts of all records
  /// @param spoken tag counts of those in the language of what is asked
  record Surroundings(
      Map<String, Long> ties,
      Map<String, Long> everywhere,
      Map<String, Long> spoken,
      Standing standing) {

    /// The part of that language in all that countries take part in.
    private double spokenShare() {
      return (double) participations(spoken) / Math.max(1, participations(everywhere));
    }

    private static long participations(Map<String, Long> counts) {
      return counts.entrySet().stream()
          .filter(e -> Facet.COUNTRY.counted(e.getKey()).isPresent())
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /// A record with what each country is in it.
  private record Read(Evidence.Hit hit, Map<CountryCode, Set<Role>> roles, double age) {

    static Read of(Evidence.Hit hit, int today) {
      var roles = new HashMap<CountryCode, Set<Role>>();
      for (var one : hit.countries()) {
        roles.computeIfAbsent(one.country(), c -> new HashSet<>()).add(one.role());
      }
      return new Read(hit, roles, ageFactor(hit.day(), today));
    }
  }

  static double ageFactor(int day, int today) {
    if (day == Integer.MIN_VALUE) {
      return UNDATED;
    }
    double years = Math.max(0, (today - day) / DAYS_A_YEAR);
    return Math.max(OLDEST, Math.pow(0.5, years / HALF_LIFE_YEARS));
  }

  /// The cases of all candidates.
  ///
  /// @param today days since 1970
  static List<Case> of(
      Collection<CountryCode> candidates,
      List<Evidence.Hit> hits,
      Set<CountryCode> asking,
      Traits traits,
      Surroundings around,
      int today) {
    var read = hits.stream().map(h -> Read.of(h, today)).toList();
    var byCountry = new HashMap<CountryCode, List<Read>>();
    for (var one : read) {
      one.roles()
          .keySet()
          .forEach(c -> byCountry.computeIfAbsent(c, k -> new ArrayList<>()).add(one));
    }
    double share = around.spokenShare();
    return candidates.stream()
        .sorted()
        .map(c -> {
          var one = one(c, byCountry.getOrDefault(c, List.of()), asking, traits, around);
          one.values().put(Term.TONGUE, tongue(c, around, share));
          return one;
        })
        .toList();
  }

  private static Case one(
      CountryCode country,
      List<Read> records,
      Set<CountryCode> asking,
      Traits traits,
      Surroundings around) {
    var provided = records.stream().filter(r -> provides(r, country)).toList();
    var other =
        records.stream().filter(r -> !provides(r, country) && takesPart(r, country)).toList();
    var standing = around.standing().of(country);
    double closest =
        records.stream()
            .filter(r -> provides(r, country) || takesPart(r, country))
            .mapToDouble(r -> r.hit().relevance())
            .max()
            .orElse(0);
    var values = new EnumMap<Term, Double>(Term.class);
    values.put(Term.CLOSENESS, closest);
    values.put(Term.EVIDENCE, strength(provided));
    values.put(Term.PARTICIPATION, strength(other));
    values.put(Term.BREADTH, Math.log1p(partners(country, provided)));
    values.put(Term.SITUATION, Math.log1p(alike(country, asking, provided, traits)));
    values.put(
        Term.LANGUAGE,
        asking.stream().anyMatch(a -> sharesLanguage(country, a, traits)) ? 1.0 : 0.0);
    values.put(
        Term.REGION,
        asking.stream().mapToDouble(a -> nearness(country, a, traits)).max().orElse(0));
    values.put(
        Term.TIES, Math.log1p(around.ties().getOrDefault(Facet.COUNTRY.tag(country.alpha3()), 0L)));
    values.put(Term.EXPERIENCE, Math.log1p(providedAtAll(country, around.everywhere())));
    values.put(Term.OFFER, standing.offer());
    values.put(Term.DOCUMENTED, standing.documented());
    values.put(Term.MUTUAL, standing.mutual());
    return new Case(
        country,
        values,
        provided.stream().map(r -> r.hit().id()).toList(),
        other.stream().map(r -> r.hit().id()).toList(),
        standing.entries(),
        Math.max(closest, standing.strongest()));
  }

  private static boolean provides(Read record, CountryCode country) {
    return record.roles().getOrDefault(country, Set.of()).stream().anyMatch(Role::provides);
  }

  private static boolean takesPart(Read record, CountryCode country) {
    return record.roles().getOrDefault(country, Set.of()).stream()
        .anyMatch(r -> !SUPPORTING.contains(r));
  }

  private static double strength(List<Read> records) {
    double sum = 0;
    double share = 1;
    for (var record : records) {
      sum += record.hit().relevance() * record.age() * share;
      share *= FADING;
    }
    return Math.log1p(10 * sum);
  }

  private static int partners(CountryCode country, List<Read> records) {
    var partners = new LinkedHashSet<CountryCode>();
    records.forEach(r -> partners.addAll(r.roles().keySet()));
    partners.remove(country);
    return partners.size();
  }

  private static long alike(
      CountryCode country, Set<CountryCode> asking, List<Read> records, Traits traits) {
    if (asking.isEmpty()) {
      return 0;
    }
    var situations = new HashSet<String>();
    var regions = new HashSet<String>();
    for (var one : asking) {
      situations.addAll(traits.of(one).situations());
      regions.addAll(traits.of(one).regions());
    }
    return records.stream()
        .filter(r ->
            r.roles().keySet().stream()
                .filter(c -> !c.equals(country) && !asking.contains(c))
                .map(traits::of)
                .anyMatch(t -> meets(t.situations(), situations) || meets(t.regions(), regions)))
        .count();
  }

  private static boolean meets(Set<String> some, Set<String> others) {
    return some.stream().anyMatch(others::contains);
  }

  private static boolean sharesLanguage(CountryCode one, CountryCode other, Traits traits) {
    return meets(traits.of(one).languages(), traits.of(other).languages());
  }

  private static double tongue(CountryCode country, Surroundings around, double share) {
    var tag = Facet.COUNTRY.tag(country.alpha3());
    double spoken = around.spoken().getOrDefault(tag, 0L);
    double expected = around.everywhere().getOrDefault(tag, 0L) * share;
    return Math.max(0, Math.log((spoken + 1) / (expected + 1)));
  }

  private static double nearness(CountryCode one, CountryCode other, Traits traits) {
    return traits.of(one).regions().stream().filter(traits.of(other).regions()::contains).count();
  }

  static long providedAtAll(CountryCode country, Map<String, Long> everywhere) {
    return Arrays.stream(Role.values())
        .filter(Role::provides)
        .mapToLong(role ->
            everywhere.getOrDefault(new InitiativePage.CountryRole(country, role).tag(), 0L))
        .sum();
  }
}
