package org.bandung.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Once;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ShippedTable;

/// The cooperation of the South from 1955 on: conferences, plans of action, resolutions,
/// institutions, each with its source. Written by the project as facts, in data files.
public final class Timeline {

  private static final Once<List<Moment>> MOMENTS = Once.of(Timeline::read);

  private Timeline() {}

  /// A date of the cooperation.
  ///
  /// @param to its last day, where it lasted
  /// @param kind `conference`, `plan`, `resolution`, `institution`, `agreement`, `day` or `forum`
  /// @param place where, as countries are called today; empty if that cannot be said
  /// @param document its official number
  /// @param source an address that says so
  /// @param opened whether somebody of ours read it there
  public record Moment(
      String id,
      PartialDate from,
      Optional<PartialDate> to,
      String kind,
      Optional<CountryCode> place,
      String city,
      String document,
      String source,
      boolean opened,
      LocalizedText title) {}

  /// All of them, the earliest first.
  public static List<Moment> moments() {
    return MOMENTS.get();
  }

  private static List<Moment> read() {
    var titles = new HashMap<String, LocalizedText>();
    for (var row : ShippedTable.read("catalogue/timeline-names.csv")) {
      var byLanguage = new HashMap<String, String>();
      Messages.LANGUAGES.forEach(l -> byLanguage.put(l, row.getField(l)));
      titles.put(row.getField("id"), new LocalizedText(byLanguage));
    }
    return ShippedTable.read("catalogue/timeline.csv").stream()
        .map(row ->
            new Moment(
                row.getField("id"),
                PartialDate.parse(row.getField("from")).orElseThrow(),
                PartialDate.parse(row.getField("to")),
                row.getField("kind"),
                given(row.getField("place")).map(CountryCode::new),
                row.getField("city"),
                row.getField("document"),
                row.getField("source"),
                row.getField("opened").equals("yes"),
                title(titles, row.getField("id"))))
        .sorted(Comparator.comparing(Moment::from).thenComparing(Moment::id))
        .toList();
  }

  private static LocalizedText title(Map<String, LocalizedText> titles, String id) {
    var title = titles.get(id);
    if (title == null) {
      throw new IllegalStateException("the timeline has no title for " + id);
    }
    return title;
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
