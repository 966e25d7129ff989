package org.bandung.catalogue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What a list of entries is narrowed to; every part may be empty, given parts all hold.
///
/// @param codes a code for each facet in use
/// @param grouping a grouping one of whose members of today takes part, or a category of countries
/// @param words words that occur in a title
/// @param openOn a day on which the entry holds, as far as its source says
/// @param from of events and offers that end: only what ends on the day or later
public record EntryFilter(
    Map<EntryFacet, String> codes,
    Optional<String> grouping,
    Optional<String> words,
    Optional<LocalDate> openOn,
    Optional<LocalDate> from) {

  /// Everything.
  public static final EntryFilter ALL =
      new EntryFilter(
          Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public EntryFilter {
    codes = Map.copyOf(codes);
  }

  /// Only entries of one kind.
  public static EntryFilter of(EntryKind kind) {
    return ALL.with(EntryFacet.KIND, kind.code());
  }

  /// The code given for a facet.
  public Optional<String> code(EntryFacet facet) {
    return Optional.ofNullable(codes.get(facet));
  }

  /// The same, narrowed to a code of a facet as well.
  public EntryFilter with(EntryFacet facet, String code) {
    var more = new EnumMap<EntryFacet, String>(EntryFacet.class);
    more.putAll(codes);
    more.put(facet, code);
    return new EntryFilter(more, grouping, words, openOn, from);
  }

  /// The same, narrowed if there is a code.
  public EntryFilter with(EntryFacet facet, Optional<String> code) {
    return code.map(c -> with(facet, c)).orElse(this);
  }

  /// The same with a grouping.
  public EntryFilter withGrouping(Optional<String> code) {
    return new EntryFilter(codes, code, words, openOn, from);
  }

  /// The same with words of the title.
  public EntryFilter withWords(Optional<String> given) {
    return new EntryFilter(codes, grouping, given, openOn, from);
  }

  /// The same, only what holds on the day.
  public EntryFilter openOn(Optional<LocalDate> day) {
    return new EntryFilter(codes, grouping, words, day, from);
  }

  /// The same, only what ends on the day or later.
  public EntryFilter from(Optional<LocalDate> day) {
    return new EntryFilter(codes, grouping, words, openOn, day);
  }
}
