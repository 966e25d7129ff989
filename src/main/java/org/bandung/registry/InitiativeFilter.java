package org.bandung.registry;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.CountryCode;

/// What a list of initiatives is narrowed to; every part may be empty, given parts all hold.
///
/// @param codes a code for each facet in use; the role holds for the country when both are given
/// @param partner a second country that takes part too
/// @param grouping a grouping one of whose members (of a forum: participants) of today takes part,
///   in the role if one is given; or a category of countries such as `SIDS`
/// @param words words that occur in a title
/// @param southSouth only modalities of the South-South family (rules 2 to 6)
/// @param compilations also what only a third party's compilation states
public record InitiativeFilter(
    Map<Facet, String> codes,
    Optional<CountryCode> partner,
    Optional<String> grouping,
    Optional<String> words,
    boolean southSouth,
    boolean compilations) {

  /// Everything.
  public static final InitiativeFilter ALL =
      new InitiativeFilter(
          Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, true);

  public InitiativeFilter {
    codes = Map.copyOf(codes);
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
    return new InitiativeFilter(more, partner, grouping, words, southSouth, compilations);
  }

  /// The same, narrowed if there is a code.
  public InitiativeFilter with(Facet facet, Optional<String> code) {
    return code.map(c -> with(facet, c)).orElse(this);
  }

  /// The same with a second country.
  public InitiativeFilter withPartner(Optional<CountryCode> second) {
    return new InitiativeFilter(codes, second, grouping, words, southSouth, compilations);
  }

  /// The same with a grouping.
  public InitiativeFilter withGrouping(Optional<String> code) {
    return new InitiativeFilter(codes, partner, code, words, southSouth, compilations);
  }

  /// The same with words of the title.
  public InitiativeFilter withWords(Optional<String> given) {
    return new InitiativeFilter(codes, partner, grouping, given, southSouth, compilations);
  }

  /// The same, only of the South-South family or not.
  public InitiativeFilter onlySouthSouth(boolean only) {
    return new InitiativeFilter(codes, partner, grouping, words, only, compilations);
  }

  /// The same, with or without what only a compilation states.
  public InitiativeFilter withCompilations(boolean also) {
    return new InitiativeFilter(codes, partner, grouping, words, southSouth, also);
  }
}
