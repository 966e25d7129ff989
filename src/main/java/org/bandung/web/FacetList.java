package org.bandung.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bandung.registry.Facet;
import org.bandung.registry.Facets;
import org.bandung.web.frame.Words;

/// One facet of a list: its values with counts, each a door to the narrowed list.
///
/// @param more how many values are not shown
record FacetList(String name, List<Door> first, List<Door> rest, int more) {

  private static final int SHOWN = 8;

  /// Hundreds of countries, years and sources would make a page heavy; the form takes any of them.
  private static final int MOST = 14;

  /// One value of a facet.
  ///
  /// @param active the list is narrowed to it already; the door then leads back out
  record Door(String label, String href, String count, boolean active) {}

  static List<FacetList> of(Facets facets, ListAddress address, Words words) {
    return Arrays.stream(Facet.values())
        .map(facet ->
            list(facet.word(), facets.counts(facet), address, words, c -> words.code(facet, c)))
        .filter(f -> !f.first().isEmpty())
        .toList();
  }

  private static FacetList list(
      String name,
      List<Facets.Count> counts,
      ListAddress address,
      Words words,
      Function<String, String> label) {
    var doors =
        counts.stream()
            .filter(c -> c.initiatives() > 0)
            .map(c -> door(name, c, address, words, label.apply(c.code())))
            .toList();
    int shown = Math.min(SHOWN, doors.size());
    int most = Math.min(MOST, doors.size());
    return new FacetList(
        name, doors.subList(0, shown), doors.subList(shown, most), doors.size() - most);
  }

  private static Door door(
      String name, Facets.Count count, ListAddress address, Words words, String label) {
    boolean active = address.is(name, count.code());
    var next = active ? address.without(name) : address.with(name, count.code());
    return new Door(label, next.under("/initiatives"), words.number(count.initiatives()), active);
  }
}
