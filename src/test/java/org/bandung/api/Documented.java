package org.bandung.api;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document as a judge of answers: they must hold what it says, and nothing else.
public final class Documented {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode document;
  private final JsonNode definitions;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /// @param document as the node gives it out
  public Documented(JsonNode document) {
    this.document = document;
    this.definitions = readable(document.get("components").get("schemas"));
    definitions.forEach(Documented::close);
  }

  /// As a schema of its own, which knows no components.
  private static JsonNode readable(JsonNode schema) {
    return JSON.readTree(schema.toString().replace("#/components/schemas/", "#/$defs/"));
  }

  /// Readers must pass over what they do not know, so the document allows it; the node itself sends
  /// nothing that it does not document.
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      object.put("additionalProperties", false);
    }
  }

  /// What is wrong with the body of an answer; a status that is not documented is a fault too.
  public List<String> faults(String path, int status, String body) {
    return faults("get", path, status, body);
  }

  /// The same of another method, in small letters.
  List<String> faults(String method, String path, int status, String body) {
    var response = document.at(pointer(path) + "/" + method + "/responses/" + status);
    if (response.has("$ref")) {
      response = document.at(response.get("$ref").asString().substring(1));
    }
    if (response.isMissingNode()) {
      return List.of(status + " is not documented for " + path);
    }
    if (!response.has("content")) {
      return body.isEmpty() ? List.of() : List.of(status + " has a body");
    }
    var schema = (ObjectNode) readable(response.get("content").iterator().next().get("schema"));
    schema.set("$defs", definitions);
    return registry.getSchema(schema).validate(JSON.readTree(body)).stream()
        .map(Object::toString)
        .toList();
  }

  static String pointer(String path) {
    return "/paths/" + path.replace("~", "~0").replace("/", "~1");
  }
}
