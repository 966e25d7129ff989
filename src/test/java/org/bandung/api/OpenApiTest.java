package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeSet;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Over the shipped reference data, since the examples speak of the real world.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

  private ApiDoor door;
  private JsonNode document;

  @BeforeAll
  void open() throws Exception {
    door = new ApiDoor(Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad")));
    document = door.get("/api/v1/openapi.json").json();
  }

  @AfterAll
  void close() {
    door.close();
  }

  @Test
  void namesEveryMappedRouteAndNoOther() {
    var mapped = new TreeSet<String>();
    door.mapping()
        .getHandlerMethods()
        .keySet()
        .forEach(info -> mapped.addAll(info.getPatternValues()));

    assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
    assertThat(new TreeSet<>(document.get("paths").propertyNames())).isEqualTo(mapped);
  }

  @Test
  void itsExamplesWork() throws Exception {
    for (var path : document.get("paths").propertyNames()) {
      for (var parameter : document.at(pointer(path) + "/get/parameters")) {
        if (parameter.get("in").asString().equals("query") && parameter.has("example")) {
          var answer =
              door.getWith(
                  concrete(path),
                  parameter.get("name").asString(),
                  parameter.get("example").asString());
          assertThat(answer.status()).as(path + " " + parameter).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void itsSchemasAllowTheAnswers() throws Exception {
    for (var path : document.get("paths").propertyNames()) {
      var answer = door.get(concrete(path));
      assertThat(answer.status()).as(path).isEqualTo(200);
      var faults = new ArrayList<String>();
      var schema =
          document.at(pointer(path) + "/get/responses/200/content/application~1json/schema");
      check(answer.json(), schema, path, faults);
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void itsReferencesLeadSomewhere() {
    for (var reference : document.findValuesAsString("$ref")) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  private static String pointer(String path) {
    return "/paths/" + path.replace("~", "~0").replace("/", "~1");
  }

  private static String concrete(String path) {
    return path.replace("{iso3}", "KEN")
        .replace("{code}", "G77")
        .replace("organisations/{id}", "organisations/agency")
        .replace("initiatives/{id}", "initiatives/" + InventedFacts.ID)
        .replace("imports/{id}", "imports/12")
        .replace("{key}", "iati:QM-1");
  }

  /// Enough of JSON Schema for the document's own schemas.
  private void check(JsonNode value, JsonNode schema, String where, ArrayList<String> faults) {
    if (schema.has("$ref")) {
      check(value, document.at(schema.get("$ref").asString().substring(1)), where, faults);
      return;
    }
    if (schema.has("anyOf")) {
      if (!value.isNull()) {
        check(value, schema.get("anyOf").get(0), where, faults);
      }
      return;
    }
    if (!schema.get("type").toString().contains("\"" + typeOf(value) + "\"")
        && !(schema.get("type").toString().contains("number") && value.isNumber())) {
      faults.add(where + " is " + value + ", not " + schema.get("type"));
    }
    if (schema.has("items")) {
      value.forEach(item -> check(item, schema.get("items"), where + "[]", faults));
    }
    if (schema.has("properties")) {
      schema
          .get("required")
          .forEach(name -> {
            if (!value.has(name.asString())) {
              faults.add(where + " lacks " + name);
            }
          });
      for (var name : value.propertyNames()) {
        var property = schema.get("properties").get(name);
        if (property == null) {
          faults.add(where + " has the unknown " + name);
        } else {
          check(value.get(name), property, where + "/" + name, faults);
        }
      }
    }
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING -> "string";
      default -> "object";
    };
  }
}
