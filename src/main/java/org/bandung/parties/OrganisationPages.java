package org.bandung.parties;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.Reader;
import org.bandung.parties.OrganisationTable.Place;
import org.bandung.parties.Parties.OrganisationFilter;
import org.bandung.parties.Parties.OrganisationPage;
import org.bandung.reference.Folding;

/// One list of the directory's organisations and the mentioned ones, by folded name.
final class OrganisationPages {

  // In the order of bytes, which is the collation of the table.
  private static final Comparator<String> BYTES =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::sortName, BYTES).thenComparing(Place::id, BYTES);

  private final Directory directory;
  private final OrganisationTable table;
  private final List<Entry> entries;

  OrganisationPages(Directory directory, OrganisationTable table) {
    this.directory = directory;
    this.table = table;
    this.entries =
        directory.all().stream()
            .map(o -> new Entry(o, place(o), Names.words(o)))
            .sorted(Comparator.comparing(Entry::place, ORDER))
            .toList();
  }

  private record Entry(Organisation organisation, Place place, String words) {}

  OrganisationPage list(
      Reader reader, OrganisationFilter filter, Optional<String> cursor, int limit) {
    var after = cursor.map(OrganisationPages::place);
    var words = Folding.fold(filter.words().orElse(""));
    var found = new ArrayList<Organisation>();
    if (filter.kind().isEmpty() || filter.kind().get().equals("mentioned")) {
      found.addAll(
          table.list(reader, filter.country(), words, directory.references(), after, limit + 1));
    }
    entries.stream()
        .filter(e -> after.isEmpty() || ORDER.compare(e.place(), after.get()) > 0)
        .filter(e -> filter.kind().map(k -> k.equals(e.organisation().kind())).orElse(true))
        .filter(
            e -> filter.country().isEmpty() || filter.country().equals(e.organisation().country()))
        .filter(e -> e.words().contains(words))
        .limit(limit + 1L)
        .forEach(e -> found.add(e.organisation()));
    found.sort(Comparator.comparing(OrganisationPages::place, ORDER));
    if (found.size() <= limit) {
      return new OrganisationPage(List.copyOf(found), Optional.empty());
    }
    var items = List.copyOf(found.subList(0, limit));
    return new OrganisationPage(items, Optional.of(cursor(place(items.getLast()))));
  }

  private static Place place(Organisation organisation) {
    var otherwise =
        organisation.references().isEmpty()
            ? organisation.id()
            : organisation.references().getFirst();
    return new Place(Names.sortName(organisation.name(), otherwise), organisation.id());
  }

  static String cursor(Place place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((place.id() + '\n' + place.sortName()).getBytes(StandardCharsets.UTF_8));
  }

  static Place place(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int line = text.indexOf('\n');
      if (line > 0 && text.indexOf('\0') < 0) {
        return new Place(text.substring(line + 1), text.substring(0, line));
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new BadCursor();
  }
}
