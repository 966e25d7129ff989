package org.bandung.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.DataTable.Shape;

/// Reads groupings and who belongs to them when.
final class GroupingFiles {

  private static final Shape GROUPINGS =
      Shape.of(
          "code,kind,from,to,successor,acronym,en,fr,es,pt,ar,zh,ru,website,source,note",
          "code",
          "code");
  private static final Shape MEMBERSHIPS =
      Shape.of(
          "grouping,member,from,to,status,certainty,source,note",
          "grouping,member",
          "grouping,member,from,status");

  private static final Set<String> KINDS =
      Set.of(
          "political-forum",
          "regional-community",
          "trade-area",
          "producers-organisation",
          "development-bank",
          "monetary-arrangement",
          "cooperation-forum",
          "claimed-initiative",
          "language-community",
          "un-body");
  private static final Set<String> STATUSES =
      Set.of("member", "associate", "observer", "partner", "suspended", "claimed", "participant");

  private GroupingFiles() {}

  /// What these files say.
  record Groupings(
      Map<String, Grouping> byCode,
      Map<String, List<Membership>> byGrouping,
      Map<CountryCode, List<Membership>> byCountry) {}

  static Groupings read(DataFiles files, Map<String, CountryCode> countries) {
    var groupings = readGroupings(files);
    var byGrouping = new HashMap<String, List<Membership>>();
    var byCountry = new HashMap<CountryCode, List<Membership>>();
    for (var row : files.read("memberships.csv", MEMBERSHIPS).rows()) {
      row.checkDates();
      var grouping = row.text("grouping");
      var country = row.country("member", countries);
      var status = row.oneOf("status", STATUSES);
      if (!groupings.containsKey(grouping)) {
        row.fault("grouping '" + grouping + "' is not in groupings.csv");
      } else if (country.isPresent()) {
        var membership = StatusFiles.membership(row, grouping, country.get(), status);
        byGrouping.computeIfAbsent(grouping, g -> new ArrayList<>()).add(membership);
        byCountry.computeIfAbsent(country.get(), c -> new ArrayList<>()).add(membership);
      }
    }
    byGrouping.replaceAll((code, list) -> List.copyOf(list));
    byCountry.replaceAll((code, list) -> List.copyOf(list));
    return new Groupings(groupings, byGrouping, byCountry);
  }

  private static Map<String, Grouping> readGroupings(DataFiles files) {
    var groupings = new LinkedHashMap<String, Grouping>();
    var table = files.read("groupings.csv", GROUPINGS);
    for (var row : table.rows()) {
      row.checkDates();
      var code = row.required("code");
      groupings.put(
          code,
          new Grouping(
              code,
              row.oneOf("kind", KINDS),
              row.date("from"),
              row.date("to"),
              row.optional("successor"),
              row.text("acronym"),
              row.name(""),
              row.optional("website"),
              row.source(),
              row.text("note")));
    }
    for (var row : table.rows()) {
      var successor = row.text("successor");
      if (!successor.isEmpty() && !groupings.containsKey(successor)) {
        row.fault("successor '" + successor + "' is no known grouping");
      }
    }
    return groupings;
  }
}
