package org.bandung.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.api.json.StatusJson;

/// The addresses of consultations in the OpenAPI document.
final class ConsultationPaths {

  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> NUMBER = Map.of("type", "integer", "minimum", 1);
  private static final Map<String, Object> OBJECT = Map.of("type", "object");

  /// What each deed takes, by the end of its address.
  private static final Map<String, Map<String, Object>> DEEDS =
      Map.of(
          "/versions", Map.of("version", NUMBER, "proposal", OBJECT),
          "/replies", Map.of("version", NUMBER, "position", OBJECT),
          "/departure", Map.of("reason", TEXT),
          "/comments", Map.of("version", NUMBER, "text", TEXT),
          "/notes", Map.of("text", TEXT),
          "/deadlines",
              Map.of("version", NUMBER, "until", Map.of("type", "string", "format", "date-time")),
          "/letter/confirmation", Map.of("version", NUMBER),
          "/letter/disavowal", Map.of("version", NUMBER, "reason", TEXT));

  private ConsultationPaths() {}

  static Map<String, Object> document(String language) {
    var paths = new TreeMap<String, Object>();
    paths.put(
        ConsultationRoutes.PATH,
        Map.of(
            "get", operation("consultations", "", language, Map.of()),
            "post",
                operation(
                    "consultations-open",
                    "",
                    language,
                    Map.of(
                        "party",
                        TEXT,
                        "parties",
                        Map.of("type", "array", "items", OBJECT),
                        "rule",
                        Map.of("type", "string", "enum", List.of("unanimity", "no-objection")),
                        "proposal",
                        OBJECT))));
    paths.put(
        ConsultationRoutes.ONE, Map.of("get", operation("consultation", "id", language, Map.of())));
    paths.put(
        ConsultationRoutes.ONE + "/events",
        Map.of("get", operation("consultation-events", "id", language, Map.of())));
    DEEDS.forEach((end, fields) ->
        paths.put(
            ConsultationRoutes.ONE + end,
            Map.of(
                "post",
                operation("consultation" + end.replace('/', '-'), "id", language, fields))));
    return paths;
  }

  private static Map<String, Object> operation(
      String word, String id, String language, Map<String, Object> fields) {
    var summary = StatusJson.WORDS.text(language, "route." + word);
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", word);
    operation.put("summary", summary);
    var parameters = new ArrayList<Object>();
    if (!id.isEmpty()) {
      parameters.add(Map.of("name", id, "in", "path", "required", true, "schema", TEXT));
    }
    if (!fields.isEmpty()) {
      parameters.add(
          Map.of("name", "Idempotency-Key", "in", "header", "required", true, "schema", TEXT));
      operation.put(
          "requestBody",
          Map.of(
              "required",
              true,
              "content",
              Map.of(
                  "application/json",
                  Map.of("schema", Map.of("type", "object", "properties", fields)))));
    }
    operation.put("parameters", parameters);
    operation.put("responses", responses(word, summary, fields.isEmpty(), id.isEmpty()));
    return operation;
  }

  private static Map<String, Object> responses(
      String word, String summary, boolean reads, boolean all) {
    var responses = new TreeMap<String, Object>();
    responses.put(
        word.equals("consultations-open") ? "201" : "200",
        Map.of(
            "description",
            summary,
            "content",
            Map.of("application/json", Map.of("schema", OBJECT))));
    refused(responses, Problem.Kind.NO_TOKEN);
    refused(responses, Problem.Kind.OUT_OF_SCOPE);
    if (!reads || !all) {
      refused(responses, Problem.Kind.NOT_FOUND);
    }
    if (!reads) {
      refused(responses, Problem.Kind.BAD_PARAMETER);
      refused(responses, Problem.Kind.CONFLICT);
      refused(responses, Problem.Kind.FAULTS);
    }
    return responses;
  }

  private static void refused(Map<String, Object> responses, Problem.Kind kind) {
    responses.put(
        String.valueOf(kind.status()), Map.of("$ref", "#/components/responses/" + kind.word()));
  }
}
