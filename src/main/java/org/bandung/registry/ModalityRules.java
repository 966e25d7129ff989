package org.bandung.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Development;
import org.bandung.registry.said.Role;

/// The decision table of modality and scope: a pure function of who takes part and of the status of
/// countries at the initiative's date.
final class ModalityRules {

  private ModalityRules() {}

  /// One who takes part, with everything the table asks about it already looked up.
  ///
  /// @param country the country that acts, itself or through the organisation; empty if none does
  /// @param through the organisation's name, if one takes part
  /// @param multilateral whether the organisation belongs to many countries
  /// @param grouping the grouping whose body the organisation is
  record Actor(
      Role role,
      Optional<CountryCode> country,
      Optional<String> through,
      boolean multilateral,
      Optional<String> grouping) {}

  /// What the table asks about a country at the date.
  ///
  /// @param region M49 region, or empty
  record Traits(Development development, String region, String subregion) {}

  /// What follows.
  ///
  /// @param countries those whose place decides the scope: PS, PN, RS, RN
  record Decision(
      String modality,
      int rule,
      Optional<String> scope,
      Optional<Boolean> sameSubregion,
      Set<CountryCode> countries,
      List<Derivation.CountedAs> counted,
      List<String> missing) {}

  /// Decides.
  ///
  /// @param traits of a country at the initiative's date
  /// @param members the full members of a grouping at that date
  static Decision decide(
      List<Actor> actors,
      Function<CountryCode, Traits> traits,
      Function<String, Set<CountryCode>> members) {
    var sides = new Sides(traits);
    actors.forEach(sides::count);
    var missing = sides.missing();
    var modality = modality(sides, members);
    boolean placed = modality.rule >= 2 && modality.rule <= 9;
    var all = sides.all();
    return new Decision(
        modality.value,
        modality.rule,
        placed ? scope(all, traits) : Optional.empty(),
        placed ? sameSubregion(all, traits) : Optional.empty(),
        all,
        sides.counted,
        missing);
  }

  private record Value(int rule, String value) {}

  private static Value modality(Sides s, Function<String, Set<CountryCode>> members) {
    boolean providersKnown = s.providersKnown();
    boolean recipientsKnown = s.recipientsKnown();
    boolean facilitated = s.northernFacilitator || s.multilateralFacilitator;
    if ((!providersKnown && !recipientsKnown)
        || ((!providersKnown || !recipientsKnown) && !facilitated)) {
      return new Value(1, "undetermined");
    }
    if (s.hasCore()) {
      return southSouth(s, members);
    }
    if (s.ps.isEmpty() && !s.pn.isEmpty() && !s.rs.isEmpty()) {
      return new Value(7, "north-south");
    }
    if (s.ps.isEmpty() && s.pn.isEmpty() && s.multilateralFacilitator && !s.rs.isEmpty()) {
      return new Value(8, "multilateral");
    }
    if (!s.ps.isEmpty() && !s.rn.isEmpty() && s.rs.isEmpty()) {
      return new Value(9, "south-north");
    }
    if (s.ps.size() == 1 && s.ps.equals(s.rs) && s.all().size() == 1) {
      return new Value(10, "single-country");
    }
    return new Value(11, "undetermined");
  }

  private static Value southSouth(Sides s, Function<String, Set<CountryCode>> members) {
    var south = s.south();
    boolean many = south.size() >= 3;
    if (many && s.groupings.stream().anyMatch(g -> members.apply(g).containsAll(south))) {
      return new Value(2, "regional");
    }
    if (!s.pn.isEmpty() || s.northernFacilitator || s.multilateralFacilitator) {
      return new Value(3, "triangular");
    }
    if (!many) {
      return new Value(4, "bilateral");
    }
    long regions =
        south.stream()
            .map(c -> s.traits.apply(c).region())
            .filter(r -> !r.isEmpty())
            .distinct()
            .count();
    return regions >= 3 ? new Value(5, "global") : new Value(6, "plurilateral");
  }

  private static Optional<String> scope(
      Set<CountryCode> countries, Function<CountryCode, Traits> traits) {
    var regions = new HashSet<String>();
    countries.forEach(c -> regions.add(traits.apply(c).region()));
    if (regions.isEmpty() || regions.contains("")) {
      return Optional.empty();
    }
    return Optional.of(regions.size() == 1 ? "intraregional" : "interregional");
  }

  private static Optional<Boolean> sameSubregion(
      Set<CountryCode> countries, Function<CountryCode, Traits> traits) {
    var subregions = new HashSet<String>();
    countries.forEach(c -> subregions.add(traits.apply(c).subregion()));
    if (subregions.isEmpty() || subregions.contains("")) {
      return Optional.empty();
    }
    return Optional.of(subregions.size() == 1);
  }

  /// The sets of the table, filled one actor at a time.
  private static final class Sides {
    final Function<CountryCode, Traits> traits;
    final Set<CountryCode> ps = new TreeSet<>();
    final Set<CountryCode> pn = new TreeSet<>();
    final Set<CountryCode> rs = new TreeSet<>();
    final Set<CountryCode> rn = new TreeSet<>();
    final Set<CountryCode> providersWithoutStatus = new TreeSet<>();
    final Set<CountryCode> recipientsWithoutStatus = new TreeSet<>();
    final Set<String> groupings = new TreeSet<>();
    final List<Derivation.CountedAs> counted = new ArrayList<>();
    boolean northernFacilitator;
    boolean multilateralFacilitator;

    Sides(Function<CountryCode, Traits> traits) {
      this.traits = traits;
    }

    void count(Actor actor) {
      if (actor.grouping.isPresent()) {
        boolean counts = actor.role != Role.IMPLEMENTER;
        if (counts) {
          groupings.add(actor.grouping.get());
        }
        add(actor, counts ? "G" : "-");
      } else if (actor.multilateral) {
        boolean counts =
            switch (actor.role) {
              case FACILITATOR, FUNDER, PROVIDER, DUAL -> true;
              case RECIPIENT, IMPLEMENTER, ACCOUNTABLE -> false;
            };
        multilateralFacilitator |= counts;
        add(actor, counts ? "F" : "-");
      } else if (actor.country.isPresent()) {
        country(actor, actor.country.get());
      } else {
        add(actor, "-");
      }
    }

    private void country(Actor actor, CountryCode country) {
      switch (actor.role) {
        // A country that funds acts as a provider: it is where the means come from.
        case PROVIDER, FUNDER -> provider(actor, country);
        case RECIPIENT -> recipient(actor, country);
        case DUAL -> {
          provider(actor, country);
          recipient(actor, country);
        }
        case FACILITATOR -> {
          boolean north = traits.apply(country).development() == Development.NORTH;
          northernFacilitator |= north;
          add(actor, north ? "F" : "-");
        }
        case IMPLEMENTER, ACCOUNTABLE -> add(actor, "-");
      }
    }

    private void provider(Actor actor, CountryCode country) {
      switch (traits.apply(country).development()) {
        case SOUTH -> {
          ps.add(country);
          add(actor, "PS");
        }
        case NORTH -> {
          pn.add(country);
          add(actor, "PN");
        }
        case TRANSITION, UNKNOWN -> {
          providersWithoutStatus.add(country);
          add(actor, "-");
        }
      }
    }

    private void recipient(Actor actor, CountryCode country) {
      switch (traits.apply(country).development()) {
        case SOUTH -> {
          rs.add(country);
          add(actor, "RS");
        }
        case NORTH -> {
          rn.add(country);
          add(actor, "RN");
        }
        case TRANSITION, UNKNOWN -> {
          recipientsWithoutStatus.add(country);
          add(actor, "-");
        }
      }
    }

    private void add(Actor actor, String side) {
      counted.add(new Derivation.CountedAs(actor.country, actor.through, actor.role, side));
    }

    boolean providersKnown() {
      return !ps.isEmpty() || !pn.isEmpty() || !providersWithoutStatus.isEmpty();
    }

    boolean recipientsKnown() {
      return !rs.isEmpty() || !rn.isEmpty() || !recipientsWithoutStatus.isEmpty();
    }

    /// Some provider and some other recipient, both of the South.
    boolean hasCore() {
      return ps.stream().anyMatch(p -> rs.stream().anyMatch(r -> !r.equals(p)));
    }

    Set<CountryCode> south() {
      var south = new TreeSet<>(ps);
      south.addAll(rs);
      return south;
    }

    Set<CountryCode> all() {
      var all = south();
      all.addAll(pn);
      all.addAll(rn);
      return all;
    }

    List<String> missing() {
      var missing = new ArrayList<String>();
      if (!providersKnown()) {
        missing.add("provider-side");
      }
      if (!recipientsKnown()) {
        missing.add("recipient-side");
      }
      var unplaced = new TreeSet<>(providersWithoutStatus);
      unplaced.addAll(recipientsWithoutStatus);
      unplaced.forEach(c -> missing.add("status:" + c));
      return missing;
    }
  }
}
