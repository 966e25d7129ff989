package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Schemas;
import org.bandung.api.json.PartnersJson;
import org.bandung.api.json.Speech;
import org.bandung.concepts.Concepts;
import org.bandung.finder.Finder;
import org.bandung.finder.Wish;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who can help with a need. A need may be long and is nobody's business in a log of addresses, so
/// it is sent in the body.
@RestController
final class PartnerRoutes {

  static final String PATH = Addresses.ROOT + "/partner-searches";
  static final String EXAMPLE =
      "{\"text\": \"school feeding with local farmers\", \"for\": [\"COG\"], \"limit\": 5}";

  private static final int MOST_BYTES = 32_000;
  private static final int MOST_VALUES = 100;
  private static final int USUAL = 10;
  private static final List<String> FIELDS =
      List.of(
          "text",
          "for",
          "sectors",
          "sdgs",
          "languages",
          "forms",
          "since",
          "inReturn",
          "must",
          "exclude",
          "limit");
  private static final List<String> ARRAYS =
      List.of("for", "sectors", "sdgs", "languages", "forms", "must", "exclude");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Finder finder;
  private final Concepts concepts;
  private final Reference reference;

  PartnerRoutes(Finder finder, Concepts concepts, Reference reference) {
    this.finder = finder;
    this.concepts = concepts;
    this.reference = reference;
  }

  @PostMapping("/api/v1/partner-searches")
  PartnersJson search(HttpServletRequest request) throws IOException {
    var faults = new ArrayList<BadQuery.Fault>();
    var wish = wish(body(request), Requests.language(request), faults);
    if (!faults.isEmpty()) {
      throw new BadQuery(faults);
    }
    return PartnersJson.render(
        finder.partnersFor(Reader.PUBLIC, wish),
        concepts,
        new Speech(reference, Requests.language(request)));
  }

  private static JsonNode body(HttpServletRequest request) throws IOException {
    var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new BadQuery(
          List.of(new BadQuery.Fault("body", "too-long", String.valueOf(MOST_BYTES))));
    }
    try {
      var body = JSON.readTree(bytes);
      if (body.isObject()) {
        return body;
      }
    } catch (JacksonException e) {
      // said below
    }
    throw new BadQuery(List.of(new BadQuery.Fault("body", "not-json")));
  }

  private Wish wish(JsonNode body, String language, List<BadQuery.Fault> faults) {
    for (var name : body.propertyNames()) {
      if (!FIELDS.contains(name)) {
        var shown = name.substring(0, Math.min(40, name.length()));
        faults.add(new BadQuery.Fault(shown, "unknown", String.join(", ", FIELDS)));
      }
    }
    return new Wish(
        text(body, "text", faults),
        language,
        asking(body, faults),
        Set.of(),
        values(body, "sectors", faults),
        values(body, "sdgs", faults),
        new Wish.Limits(
            values(body, "languages", faults),
            values(body, "forms", faults),
            number(body, "since", Wish.Limits.FIRST_YEAR, Wish.Limits.LAST_YEAR, faults)),
        musts(body, faults),
        Set.of(),
        values(body, "exclude", faults),
        text(body, "inReturn", faults),
        Map.of(),
        number(body, "limit", 1, Wish.MOST, faults).orElse(USUAL));
  }

  private static String text(JsonNode body, String name, List<BadQuery.Fault> faults) {
    var given = body.path(name);
    if (given.isMissingNode() || given.isNull()) {
      return "";
    }
    if (given.isString() && given.asString().length() > Wish.LONGEST) {
      faults.add(new BadQuery.Fault(name, "too-long", String.valueOf(Wish.LONGEST)));
      return "";
    }
    if (!given.isString() || !Wish.isText(given.asString())) {
      faults.add(new BadQuery.Fault(name, "not-text"));
      return "";
    }
    return given.asString();
  }

  /// Countries and the members of groupings; all of them ask together, and none is proposed.
  private Set<CountryCode> asking(JsonNode body, List<BadQuery.Fault> faults) {
    var countries = new TreeSet<CountryCode>();
    for (var code : values(body, "for", faults)) {
      var found = finder.asking(code);
      if (found.isEmpty()) {
        faults.add(new BadQuery.Fault("for", "not-a-country"));
      }
      countries.addAll(found);
    }
    return countries;
  }

  private static Set<Wish.Must> musts(JsonNode body, List<BadQuery.Fault> faults) {
    var musts = EnumSet.noneOf(Wish.Must.class);
    for (var word : values(body, "must", faults)) {
      Wish.Must.ofCode(word)
          .ifPresentOrElse(
              musts::add,
              () ->
                  faults.add(
                      new BadQuery.Fault(
                          "must",
                          "not-one-of",
                          Arrays.stream(Wish.Must.values())
                              .map(Wish.Must::code)
                              .collect(Collectors.joining(", ")))));
    }
    return musts;
  }

  private static Set<String> values(JsonNode body, String name, List<BadQuery.Fault> faults) {
    var given = body.path(name);
    var values = new java.util.LinkedHashSet<String>();
    if (given.isMissingNode() || given.isNull()) {
      return values;
    }
    var all = new ArrayList<JsonNode>();
    if (given.isArray()) {
      given.forEach(all::add);
    } else {
      all.add(given);
    }
    if (all.size() > MOST_VALUES) {
      faults.add(new BadQuery.Fault(name, "too-long", String.valueOf(MOST_VALUES)));
      return values;
    }
    for (var one : all) {
      if (one.isString() && one.asString().length() <= Parameter.LONGEST) {
        values.add(one.asString());
      } else {
        faults.add(new BadQuery.Fault(name, "not-text"));
      }
    }
    return values;
  }

  private static Optional<Integer> number(
      JsonNode body, String name, int from, int to, List<BadQuery.Fault> faults) {
    var given = body.path(name);
    if (given.isMissingNode() || given.isNull()) {
      return Optional.empty();
    }
    if (!given.isInt() || given.asInt() < from || given.asInt() > to) {
      faults.add(
          new BadQuery.Fault(name, "not-a-number", String.valueOf(from), String.valueOf(to)));
      return Optional.empty();
    }
    return Optional.of(given.asInt());
  }

  /// Its part of the OpenAPI document.
  static Map<String, Object> document(Schemas schemas, String summary) {
    var properties = new LinkedHashMap<String, Object>();
    for (var name : List.of("text", "inReturn")) {
      properties.put(name, Map.of("type", "string", "maxLength", Wish.LONGEST));
    }
    for (var name : ARRAYS) {
      properties.put(name, Map.of("type", "array", "items", Map.of("type", "string")));
    }
    properties.put(
        "since",
        Map.of(
            "type",
            "integer",
            "minimum",
            Wish.Limits.FIRST_YEAR,
            "maximum",
            Wish.Limits.LAST_YEAR));
    properties.put("limit", Map.of("type", "integer", "minimum", 1, "maximum", Wish.MOST));
    var content = new LinkedHashMap<String, Object>();
    content.put("schema", Map.of("type", "object", "properties", properties));
    content.put("example", JSON.readTree(EXAMPLE));
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", "partner-searches");
    operation.put("summary", summary);
    operation.put(
        "requestBody", Map.of("required", true, "content", Map.of("application/json", content)));
    operation.put(
        "responses",
        Map.of(
            "200",
            Map.of(
                "description",
                summary,
                "content",
                Map.of("application/json", Map.of("schema", schemas.of(PartnersJson.class)))),
            "400",
            Map.of("$ref", "#/components/responses/" + Problem.Kind.BAD_PARAMETER.word())));
    return Map.of("post", operation);
  }
}
