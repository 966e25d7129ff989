package org.bandung.exchange.observations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.observations.ObservationMapping.Measure;
import org.bandung.exchange.observations.ObservationMapping.Place;
import org.jspecify.annotations.Nullable;

/// A mapping laid over the columns of one file: which of them are needed, and where each is kept
/// while a row is judged.
final class Slots {

  private static final int SHOWN = 20;
  private static final String YEAR = "{year}";

  private final List<String> columns;
  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<String, Integer> used = new LinkedHashMap<>();
  private final Set<String> missing = new LinkedHashSet<>();

  private Slots(List<String> columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      byName.putIfAbsent(columns.get(i), i);
      byName.putIfAbsent(columns.get(i).toLowerCase(Locale.ROOT), i);
    }
  }

  /// Where something stands in a row: slots to look into, or a constant.
  record Spot(List<Integer> slots, String constant, boolean together) {
    static final Spot NOWHERE = new Spot(List.of(), "", false);

    /// The first of the columns that has something, or what stands in all of them.
    String in(String[] cells) {
      if (together) {
        return String.join(
            "-", slots.stream().map(s -> cells[s]).filter(c -> !c.isEmpty()).toList());
      }
      for (int slot : slots) {
        var cell = cells[slot];
        if (!cell.isEmpty()) {
          return cell;
        }
      }
      return constant;
    }
  }

  /// A value of a row.
  ///
  /// @param year of the column, or 0 if the row says it
  record Reading(String series, Spot value, Spot product, int year, boolean zeroIsNothing) {}

  /// A column, and the words that a row must have there to be wanted.
  record Filter(String column, Spot spot, Set<String> words) {}

  /// Where everything stands.
  ///
  /// @param fields position in the file's rows of each slot
  /// @param months where a row says that it is of a month, in any of the slots
  /// @param absent columns of filters that the file does not have
  /// @param unmapped columns that the mapping says nothing of
  record Laid(
      int[] fields,
      int columns,
      Spot year,
      Spot series,
      Spot reporter,
      Spot partner,
      Spot product,
      Spot quantity,
      Spot months,
      List<Reading> readings,
      List<Filter> filters,
      List<String> absent,
      List<String> unmapped) {}

  /// Lays a mapping over the columns of a file.
  ///
  /// @throws UnreadableInput if columns are missing
  static Laid over(List<String> columns, ObservationMapping mapping) throws UnreadableInput {
    return new Slots(columns).laid(mapping);
  }

  private Laid laid(ObservationMapping mapping) throws UnreadableInput {
    var f = mapping.fields();
    var year = spot(f.year());
    var series = spot(f.series());
    var reporter = spot(f.reporter());
    var partner = spot(f.partner());
    var product = spot(f.product());
    var quantity = spot(f.quantity());
    var readings = new ArrayList<Reading>();
    mapping.measures().forEach(m -> readings.addAll(readings(m)));
    var filters = new ArrayList<Filter>();
    mapping.filters().forEach((column, words) -> filters.add(filter(column, words)));
    var absent = new ArrayList<String>();
    mapping
        .filtersWhereThere()
        .forEach((column, words) -> {
          if (at(column) == null) {
            absent.add(column);
          } else {
            filters.add(filter(column, words));
          }
        });
    var there = f.months().columns().stream().filter(c -> at(c) != null).toList();
    var months = there.isEmpty() ? Spot.NOWHERE : spot(new Place(there, "", true));
    if (!missing.isEmpty()) {
      throw new UnreadableInput(
          "bandung.observations-columns-missing", shown(missing), shown(columns));
    }
    var unmapped =
        columns.stream()
            .filter(c -> !used.containsKey(c) && !mapping.ignored().containsKey(c))
            .toList();
    return new Laid(
        used.keySet().stream().mapToInt(columns::indexOf).toArray(),
        columns.size(),
        year,
        series,
        reporter,
        partner,
        product,
        quantity,
        months,
        readings,
        List.copyOf(filters),
        List.copyOf(absent),
        unmapped);
  }

  private Filter filter(String column, Set<String> words) {
    return new Filter(column, spot(Place.column(column)), words);
  }

  /// Where a column stands, whatever its letters' case; null if the file has none of that name.
  private @Nullable Integer at(String name) {
    var exactly = byName.get(name);
    return exactly != null ? exactly : byName.get(name.toLowerCase(Locale.ROOT));
  }

  private static String shown(Iterable<String> names) {
    var shown = new ArrayList<String>();
    names.forEach(shown::add);
    var text = String.join(", ", shown.stream().limit(SHOWN).toList());
    return Printable.of(shown.size() > SHOWN ? text + ", …" : text, 600);
  }

  private Spot spot(Place place) {
    if (place.columns().isEmpty()) {
      return place.isNowhere() ? Spot.NOWHERE : new Spot(List.of(), place.constant(), false);
    }
    var slots = new ArrayList<Integer>();
    for (var name : place.columns()) {
      var at = at(name);
      if (at != null) {
        slots.add(slot(columns.get(at)));
      }
    }
    if (slots.isEmpty()) {
      missing.add(String.join(" | ", place.columns()));
    }
    return new Spot(List.copyOf(slots), "", place.together());
  }

  private int slot(String column) {
    var known = used.get(column);
    if (known != null) {
      return known;
    }
    used.put(column, used.size());
    return used.size() - 1;
  }

  private List<Reading> readings(Measure measure) {
    var product = spot(measure.product());
    if (!measure.yearly()) {
      return List.of(
          new Reading(
              measure.series(), spot(measure.value()), product, 0, measure.zeroIsNothing()));
    }
    var template = measure.value().columns().getFirst();
    var pattern = pattern(template);
    var readings = new ArrayList<Reading>();
    for (var column : columns) {
      var match = pattern.matcher(column);
      if (match.matches() && isYear(Integer.parseInt(match.group(1)))) {
        readings.add(
            new Reading(
                measure.series(),
                new Spot(List.of(slot(column)), "", false),
                product,
                Integer.parseInt(match.group(1)),
                measure.zeroIsNothing()));
      }
    }
    if (readings.isEmpty()) {
      missing.add(template);
    }
    return readings;
  }

  private static boolean isYear(int year) {
    return year >= RowJudge.FIRST_YEAR && year <= RowJudge.LAST_YEAR;
  }

  /// Of a name with `{year}`: the same year at each place; everything else is what it looks like.
  private static Pattern pattern(String template) {
    var text = new StringBuilder();
    int at = 0;
    boolean first = true;
    for (int next; (next = template.indexOf(YEAR, at)) >= 0; at = next + YEAR.length()) {
      text.append(Pattern.quote(template.substring(at, next))).append(first ? "([0-9]{4})" : "\\1");
      first = false;
    }
    return Pattern.compile(text + Pattern.quote(template.substring(at)));
  }
}
