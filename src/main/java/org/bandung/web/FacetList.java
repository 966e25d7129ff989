package org.bandung.web;

import java.util.Arrays;
import java.util.List;
import org.bandung.catalogue.EntryFacet;
import org.bandung.catalogue.EntryFacets;
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
    return of("/initiatives", facets, address, words);
  }

  /// The same, where the list stands under another path.
  static List<FacetList> of(String path, Facets facets, ListAddress address, Words words) {
    return Arrays.stream(Facet.values())
        .map(facet -> {
          var place = new Place(path, facet.word(), address, words);
          return cut(
              facet.word(),
              facets.counts(facet).stream()
                  .filter(c -> c.initiatives() > 0)
                  .map(c -> door(place, c.code(), c.initiatives(), words.code(facet, c.code())))
                  .toList());
        })
        .filter(f -> !f.first().isEmpty())
        .toList();
  }

  /// The facets of a list of the catalogue; its kinds have tabs of their own.
  static List<FacetList> of(EntryFacets facets, ListAddress address, Words words) {
    return Arrays.stream(EntryFacet.values())
        .filter(facet -> facet != EntryFacet.KIND)
        .map(facet -> {
          var place = new Place(CataloguePages.PATH, facet.word(), address, words);
          return cut(
              facet.word(),
              facets.counts(facet).stream()
                  .map(c ->
                      door(place, c.code(), c.entries(), EntryRow.name(facet, c.code(), words)))
                  .toList());
        })
        .filter(f -> !f.first().isEmpty())
        .toList();
  }

  private static FacetList cut(String name, List<Door> doors) {
    int shown = Math.min(SHOWN, doors.size());
    int most = Math.min(MOST, doors.size());
    return new FacetList(
        name, doors.subList(0, shown), doors.subList(shown, most), doors.size() - most);
  }

  /// Where a facet stands: on which list, and what that is narrowed to.
  private record Place(String path, String facet, ListAddress address, Words words) {}

  private static Door door(Place place, String code, long count, String label) {
    boolean active = place.address.is(place.facet, code);
    var next = active ? place.address.without(place.facet) : place.address.with(place.facet, code);
    return new Door(label, next.under(place.path), place.words.number(count), active);
  }
}
