package org.bandung.registry;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.CountryCode;

/// What a list of initiatives is narrowed to; every part may be empty, given parts all hold.
///
/// @param codes a code for each facet in use; the role holds for the country when both are given,
///   else for the organisation
/// @param partner a second country that takes part too
/// @param provider a country that provides, alone or in a dual role
/// @param recipient a country that receives, alone or in a dual role
/// @param grouping a grouping one of whose members (of a forum: participants) of today takes part,
///   in the role if one is given; or a category of countries such as `SIDS`
/// @param words words that occur in a title
public record InitiativeFilter(
    Map<Facet, String> codes,
    Optional<CountryCode> partner,
    Optional<CountryCode> provider,
    Optional<CountryCode> recipient,
    Optional<String> grouping,
    Optional<String> words,
    Set<Only> only) {

  /// What a list can be narrowed to without naming anything.
  public enum Only {
    /// Modalities of the South-South family (rules 2 to 6).
    SOUTH_SOUTH,
    /// What a party or a publisher states, not only a third party's compilation.
    HEADLINE,
    /// What only a third party's compilation states.
    COMPILED
  }

  /// Everything.
  public static final InitiativeFilter ALL =
      new InitiativeFilter(
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of());

  public InitiativeFilter {
    codes = Map.copyOf(codes);
    only = Set.copyOf(only);
  }

  /// The code given for a facet.
  public Optional<String> code(Facet facet) {
    return Optional.ofNullable(codes.get(facet));
  }

  /// The same, narrowed to a code of a facet as well.
  public InitiativeFilter with(Facet facet, String code) {
    var more = new EnumMap<Facet, String>(Facet.class);
    more.putAll(codes);
    more.put(facet, code);
    return new InitiativeFilter(more, partner, provider, recipient, grouping, words, only);
  }

  /// The same, narrowed if there is a code.
  public InitiativeFilter with(Facet facet, Optional<String> code) {
    return code.map(c -> with(facet, c)).orElse(this);
  }

  /// The same with a second country.
  public InitiativeFilter withPartner(Optional<CountryCode> second) {
    return new InitiativeFilter(codes, second, provider, recipient, grouping, words, only);
  }

  /// The same with a country that provides and another that receives.
  public InitiativeFilter flowing(Optional<CountryCode> from, Optional<CountryCode> to) {
    return new InitiativeFilter(codes, partner, from, to, grouping, words, only);
  }

  /// The same with a grouping.
  public InitiativeFilter withGrouping(Optional<String> code) {
    return new InitiativeFilter(codes, partner, provider, recipient, code, words, only);
  }

  /// The same with words of the title.
  public InitiativeFilter withWords(Optional<String> given) {
    return new InitiativeFilter(codes, partner, provider, recipient, grouping, given, only);
  }

  /// The same, only of the South-South family or not.
  public InitiativeFilter onlySouthSouth(boolean yes) {
    return only(Only.SOUTH_SOUTH, yes);
  }

  /// The same, with or without what only a compilation states.
  public InitiativeFilter withCompilations(boolean also) {
    return only(Only.HEADLINE, !also);
  }

  /// The same, only what compilations alone state or not.
  public InitiativeFilter onlyCompilations(boolean yes) {
    return only(Only.COMPILED, yes);
  }

  private InitiativeFilter only(Only one, boolean yes) {
    var all = EnumSet.noneOf(Only.class);
    all.addAll(only);
    if (yes) {
      all.add(one);
    } else {
      all.remove(one);
    }
    return new InitiativeFilter(codes, partner, provider, recipient, grouping, words, all);
  }
}
