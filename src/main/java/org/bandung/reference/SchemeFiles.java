package org.bandung.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.reference.DataTable.Row;
import org.bandung.reference.DataTable.Shape;
import org.bandung.reference.Scheme.Category;

/// Reads the classifications and what leads from one to another.
final class SchemeFiles {

  private static final Shape SCHEMES =
      Shape.of(
          "scheme,version,certainty,owner,from,to,en,fr,es,pt,ar,zh,ru,source,note",
          "scheme",
          "scheme");
  private static final Shape CATEGORIES =
      Shape.of("code,parent,from,to,en,fr,es,pt,ar,zh,ru,source", "code", "code");
  private static final Shape CROSSWALKS =
      Shape.of(
          "from_scheme,from_code,to_scheme,to_code,relation,source",
          "from_scheme,from_code,to_scheme",
          "from_scheme,from_code,to_scheme,to_code");

  private static final Set<String> CERTAINTIES = Set.of("confirmed", "unconfirmed");
  // As in SKOS: what the target is to the origin.
  private static final Set<String> RELATIONS = Set.of("exact", "broader", "narrower", "related");

  private SchemeFiles() {}

  /// What these files say.
  record Schemes(Map<String, Scheme> byCode, Map<Step, List<String>> crosswalks) {}

  /// From a code of one scheme to another scheme.
  record Step(String fromScheme, String fromCode, String toScheme) {}

  /// The codes of the schemes, without reading them.
  static List<String> codes(DataFiles files) {
    return files.read("schemes.csv", SCHEMES).rows().stream().map(r -> r.text("scheme")).toList();
  }

  static Schemes read(DataFiles files) {
    var schemes = new LinkedHashMap<String, Scheme>();
    for (var row : files.read("schemes.csv", SCHEMES).rows()) {
      row.source();
      row.checkDates();
      var code = row.required("scheme");
      schemes.put(
          code,
          new Scheme(
              code,
              row.required("version"),
              row.oneOf("certainty", CERTAINTIES),
              row.required("owner"),
              row.name(""),
              row.text("note"),
              categories(files, code)));
    }
    return new Schemes(schemes, crosswalks(files, schemes));
  }

  private static Map<String, Category> categories(DataFiles files, String scheme) {
    var categories = new LinkedHashMap<String, Category>();
    var table = files.read("schemes/" + scheme + ".csv", CATEGORIES);
    for (var row : table.rows()) {
      row.checkDates();
      var code = row.required("code");
      categories.put(code, new Category(code, row.optional("parent"), row.name(""), row.source()));
    }
    for (var row : table.rows()) {
      var parent = row.text("parent");
      if (!parent.isEmpty() && !categories.containsKey(parent)) {
        row.fault("parent '" + parent + "' is no code of this scheme");
      }
    }
    return Collections.unmodifiableMap(categories);
  }

  private static Map<Step, List<String>> crosswalks(DataFiles files, Map<String, Scheme> schemes) {
    var steps = new HashMap<Step, List<String>>();
    for (var row : files.read("crosswalks.csv", CROSSWALKS).rows()) {
      row.source();
      row.oneOf("relation", RELATIONS);
      if (known(row, "from", schemes) && known(row, "to", schemes)) {
        steps
            .computeIfAbsent(
                new Step(row.text("from_scheme"), row.text("from_code"), row.text("to_scheme")),
                s -> new ArrayList<>())
            .add(row.text("to_code"));
      }
    }
    steps.replaceAll((step, codes) -> List.copyOf(codes));
    return steps;
  }

  private static boolean known(Row row, String side, Map<String, Scheme> schemes) {
    var scheme = schemes.get(row.text(side + "_scheme"));
    var code = row.text(side + "_code");
    if (scheme == null) {
      row.fault(side + "_scheme '" + row.text(side + "_scheme") + "' is not in schemes.csv");
      return false;
    }
    if (!scheme.categories().containsKey(code)) {
      row.fault(side + "_code '" + code + "' is no code of " + scheme.code());
      return false;
    }
    return true;
  }
}
