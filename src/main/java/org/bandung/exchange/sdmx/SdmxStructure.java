package org.bandung.exchange.sdmx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bandung.kernel.Messages;
import org.bandung.reference.Reference;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.counting.Codes;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import tools.jackson.databind.json.JsonMapper;

/// The structure of the figures as an SDMX-JSON structure message (version 2.0.0): one dataflow,
/// its data structure, concepts, and code lists of what the program itself defines.
public final class SdmxStructure {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Messages MESSAGES = Messages.of("sdmx");
  private static final String URN = "urn:sdmx:org.sdmx.infomodel.";

  private final Reference reference;
  private final Map<String, FigureNames> names;

  /// @param names what measures, dimensions and codes are called, by language
  public SdmxStructure(Reference reference, Map<String, FigureNames> names) {
    this.reference = reference;
    this.names = new LinkedHashMap<>(names);
  }

  /// The message.
  public String json() {
    var data = new LinkedHashMap<String, Object>();
    data.put("codelists", codelists());
    data.put("conceptSchemes", List.of(concepts()));
    data.put("dataStructures", List.of(structure()));
    data.put("dataflows", List.of(dataflow()));
    var meta = new LinkedHashMap<String, Object>();
    meta.put(
        "schema",
        "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/"
            + "schemas/2.0.0/sdmx-json-structure-schema.json");
    meta.put("id", "BANDUNG-STATISTICS");
    meta.put("test", false);
    meta.put("contentLanguages", Messages.LANGUAGES);
    meta.put("sender", Map.of("id", Sdmx.AGENCY));
    var message = new LinkedHashMap<String, Object>();
    message.put("meta", meta);
    message.put("data", data);
    return JSON.writeValueAsString(message);
  }

  private Map<String, Object> artefact(String id, BiFunction<FigureNames, String, String> name) {
    var artefact = item(id, name);
    artefact.put("agencyID", Sdmx.AGENCY);
    artefact.put("version", Sdmx.VERSION);
    return artefact;
  }

  private Map<String, Object> item(String id, BiFunction<FigureNames, String, String> name) {
    var item = new LinkedHashMap<String, Object>();
    var all = new LinkedHashMap<String, String>();
    names.forEach((language, n) -> all.put(language, name.apply(n, language)));
    item.put("id", id);
    item.put("name", all.getOrDefault("en", id));
    item.put("names", all);
    return item;
  }

  /// A name of our own words.
  private static BiFunction<FigureNames, String, String> words(String key) {
    return (n, language) -> MESSAGES.text(language, key);
  }

  private List<Map<String, Object>> codelists() {
    var lists = new ArrayList<Map<String, Object>>();
    var measures = artefact("CL_MEASURE", words("list.measure"));
    measures.put(
        "codes",
        List.of(Measure.values()).stream()
            .map(m -> item(SdmxTable.measure(m), (n, l) -> n.measure(m)))
            .toList());
    lists.add(measures);
    var written = new TreeMap<String, Dimension>();
    Sdmx.dimensions().stream().filter(Sdmx::listed).forEach(d -> written.putIfAbsent(list(d), d));
    written.forEach((id, dimension) -> {
      var list = artefact(id, (n, l) -> listName(dimension, n, l));
      list.put("codes", codes(dimension));
      lists.add(list);
    });
    lists.add(fixed("CL_RECORDS", "list.records", List.of(Sdmx.TOTAL, "S", "C", "SC"), "records."));
    lists.add(without());
    lists.add(fixed("CL_OBS_STATUS", "list.status", List.of("A", "O"), "status."));
    return lists;
  }

  private Map<String, Object> fixed(String id, String name, List<String> codes, String keys) {
    var list = artefact(id, words(name));
    list.put("codes", codes.stream().map(c -> item(c, words(keys + c))).toList());
    return list;
  }

  private Map<String, Object> without() {
    var list = artefact("CL_WITHOUT", words("concept.WITHOUT"));
    var codes = new ArrayList<Map<String, Object>>();
    codes.add(item(Sdmx.NOT_APPLICABLE, words("not-applicable")));
    known(Dimension.COUNTRY).stream()
        .sorted()
        .forEach(c -> codes.add(item(c, (n, l) -> n.code(Dimension.COUNTRY, c))));
    list.put("codes", codes);
    return list;
  }

  private static String listName(Dimension dimension, FigureNames names, String language) {
    return switch (dimension.names()) {
      case COUNTRY -> MESSAGES.text(language, "list.area");
      case REGION -> MESSAGES.text(language, "list.region");
      default -> names.dimension(dimension);
    };
  }

  /// The code list of a dimension; dimensions of one kind share one.
  private static String list(Dimension dimension) {
    return switch (dimension.names()) {
      case COUNTRY -> "CL_AREA";
      case REGION -> "CL_REGION";
      case SCHEME ->
          "CL_" + dimension.scheme().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
      default -> "CL_" + Sdmx.id(dimension);
    };
  }

  private List<Map<String, Object>> codes(Dimension dimension) {
    var codes = new ArrayList<Map<String, Object>>();
    codes.add(item(Sdmx.TOTAL, words("total")));
    codes.add(item(Sdmx.SEVERAL, words("several")));
    codes.add(item(Sdmx.NOT_REPORTED, (n, l) -> n.code(dimension, "")));
    codes.add(item(Sdmx.NOT_SPLIT, (n, l) -> n.code(dimension, Codes.NOT_SPLIT)));
    known(dimension).stream()
        .sorted()
        .forEach(code -> codes.add(item(Sdmx.code(code), (n, l) -> n.code(dimension, code))));
    return codes;
  }

  /// The codes of a dimension that is listed.
  private List<String> known(Dimension dimension) {
    return switch (dimension.names()) {
      case COUNTRY -> reference.countries().stream().map(c -> c.code().alpha3()).toList();
      case REGION -> reference.regions().stream().map(r -> r.m49()).toList();
      case GROUPING -> reference.groupings().stream().map(g -> g.code()).toList();
      case SCHEME ->
          reference
              .findScheme(dimension.scheme())
              .map(s -> List.copyOf(s.categories().keySet()))
              .orElse(List.of());
      default -> List.of();
    };
  }

  private Map<String, Object> concepts() {
    var scheme = artefact("CS_STATISTICS", words("concepts"));
    var concepts = new ArrayList<Map<String, Object>>();
    concepts.add(item("MEASURE", words("concept.MEASURE")));
    Sdmx.dimensions().forEach(d -> concepts.add(item(Sdmx.id(d), (n, l) -> n.dimension(d))));
    Stream.of(Sdmx.ASKED, List.of("TIME_PERIOD", "OBS_VALUE"), Sdmx.ATTRIBUTES)
        .flatMap(List::stream)
        .forEach(id -> concepts.add(item(id, words("concept." + id))));
    scheme.put("concepts", concepts);
    return scheme;
  }

  private Map<String, Object> structure() {
    var dimensions = new ArrayList<Map<String, Object>>();
    dimensions.add(dimension("MEASURE", "CL_MEASURE", 0));
    for (var d : Sdmx.dimensions()) {
      dimensions.add(
          Sdmx.listed(d)
              ? dimension(Sdmx.id(d), list(d), dimensions.size())
              : open(Sdmx.id(d), dimensions.size()));
    }
    for (var asked : Sdmx.ASKED) {
      dimensions.add(
          switch (asked) {
            case "RECORDS" -> dimension(asked, "CL_RECORDS", dimensions.size());
            case "WITHOUT" -> dimension(asked, "CL_WITHOUT", dimensions.size());
            default -> open(asked, dimensions.size());
          });
    }
    var time = new LinkedHashMap<String, Object>();
    time.put("id", "TIME_PERIOD");
    time.put("conceptIdentity", concept("TIME_PERIOD"));
    time.put(
        "localRepresentation", Map.of("format", Map.of("dataType", "ObservationalTimePeriod")));
    var list = new LinkedHashMap<String, Object>();
    list.put("id", "DimensionDescriptor");
    list.put("dimensions", dimensions);
    list.put("timeDimensions", List.of(time));
    var components = new LinkedHashMap<String, Object>();
    components.put(
        "attributeList",
        Map.of(
            "id",
            "AttributeDescriptor",
            "attributes",
            Sdmx.ATTRIBUTES.stream().map(SdmxStructure::attribute).toList()));
    components.put("dimensionList", list);
    components.put(
        "measureList",
        Map.of(
            "id",
            "MeasureDescriptor",
            "measures",
            List.of(Map.of("id", "OBS_VALUE", "conceptIdentity", concept("OBS_VALUE")))));
    var structure = artefact("STATISTICS", words("figures"));
    structure.put("dataStructureComponents", components);
    return structure;
  }

  private static Map<String, Object> dimension(String id, String list, int position) {
    return dimension(
        id, position, Map.of("enumeration", URN + "codelist.Codelist=BANDUNG:" + list + "(1.0)"));
  }

  /// A dimension whose codes nobody knows beforehand.
  private static Map<String, Object> open(String id, int position) {
    return dimension(id, position, Map.of("format", Map.of("dataType", "String")));
  }

  private static Map<String, Object> dimension(
      String id, int position, Map<String, Object> representation) {
    var dimension = new LinkedHashMap<String, Object>();
    dimension.put("id", id);
    dimension.put("position", position);
    dimension.put("conceptIdentity", concept(id));
    dimension.put("localRepresentation", representation);
    return dimension;
  }

  private static Map<String, Object> attribute(String id) {
    var attribute = new LinkedHashMap<String, Object>();
    attribute.put("id", id);
    attribute.put("conceptIdentity", concept(id));
    attribute.put("attributeRelationship", Map.of("observation", Map.of()));
    if (id.equals("OBS_STATUS")) {
      attribute.put(
          "localRepresentation",
          Map.of("enumeration", URN + "codelist.Codelist=BANDUNG:CL_OBS_STATUS(1.0)"));
    }
    return attribute;
  }

  private static String concept(String id) {
    return URN + "conceptscheme.Concept=BANDUNG:CS_STATISTICS(1.0)." + id;
  }

  private Map<String, Object> dataflow() {
    var dataflow = artefact("STATISTICS", words("figures"));
    dataflow.put("structure", URN + "datastructure.DataStructure=BANDUNG:STATISTICS(1.0)");
    return dataflow;
  }
}
