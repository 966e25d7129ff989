package org.bandung.exchange.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The descriptor of a package, `datapackage.json`: Data Package (Frictionless), readable by
/// programs that know version 1 or 2.
final class Descriptor {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// A day, a month or a year.
  private static final String DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

  private Descriptor() {}

  /// A table as it was written.
  record Written(PackageTable table, long rows, long bytes, String sha256) {}

  /// @param created when the newest of the facts came in: the same facts make the same file
  static String of(List<Written> tables, String created, Optional<Licence> licence) {
    var all = new LinkedHashMap<String, Object>();
    all.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
    all.put("profile", "tabular-data-package");
    all.put("name", "bandung");
    all.put("title", "South-South and triangular cooperation: everything public of this node");
    all.put(
        "description",
        "Initiatives, who takes part, contributions as they are counted, and what is needed to"
            + " count them again. README.md says how.");
    all.put("created", created);
    all.put("keywords", List.of("south-south cooperation", "triangular cooperation"));
    licence.ifPresent(l -> all.put("licenses", List.of(pair("name", l.name(), l.address()))));
    all.put("sources", List.of(pair("title", "The sources listed in sources.csv", "sources.csv")));
    all.put("resources", tables.stream().map(Descriptor::resource).toList());
    return MAPPER.writeValueAsString(all).replace("\r\n", "\n") + "\n";
  }

  /// In an order that stays: the same facts make the same bytes.
  private static Map<String, Object> pair(String name, String value, String path) {
    var pair = new LinkedHashMap<String, Object>();
    pair.put(name, value);
    pair.put("path", path);
    return pair;
  }

  private static Map<String, Object> resource(Written written) {
    var table = written.table();
    var resource = new LinkedHashMap<String, Object>();
    resource.put("profile", "tabular-data-resource");
    resource.put("type", "table");
    resource.put("name", table.name());
    resource.put("title", table.description());
    resource.put("path", table.name() + ".csv");
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", written.bytes());
    resource.put("hash", "sha256:" + written.sha256());
    resource.put("schema", schema(table));
    return resource;
  }

  private static Map<String, Object> schema(PackageTable table) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("fields", table.columns().stream().map(Descriptor::field).toList());
    schema.put("missingValues", List.of(""));
    schema.put("primaryKey", table.key());
    var foreign = new ArrayList<Map<String, Object>>();
    for (var column : table.columns()) {
      int dot = column.reference().indexOf('.');
      if (dot > 0) {
        var there = new LinkedHashMap<String, Object>();
        there.put("resource", column.reference().substring(0, dot));
        there.put("fields", List.of(column.reference().substring(dot + 1)));
        var key = new LinkedHashMap<String, Object>();
        key.put("fields", List.of(column.name()));
        key.put("reference", there);
        foreign.add(key);
      }
    }
    if (!foreign.isEmpty()) {
      schema.put("foreignKeys", foreign);
    }
    return schema;
  }

  private static Map<String, Object> field(PackageTable.Column column) {
    var field = new LinkedHashMap<String, Object>();
    boolean date = column.type().equals("date-or-part");
    field.put("name", column.name());
    field.put("type", date ? "string" : column.type());
    if (!column.description().isEmpty()) {
      field.put("description", column.description());
    }
    var constraints = new LinkedHashMap<String, Object>();
    if (column.needed()) {
      constraints.put("required", true);
    }
    if (date) {
      constraints.put("pattern", DATE);
    }
    if (!constraints.isEmpty()) {
      field.put("constraints", constraints);
    }
    return field;
  }
}
