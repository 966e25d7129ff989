package org.bandung.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bandung.api.json.StatusJson;

/// The OpenAPI 3.1 document, made of the routes, their parameters and the records they answer with.
final class OpenApi {

  private OpenApi() {}

  /// The document with its descriptions in the language.
  static Map<String, Object> document(String language) {
    var schemas = new Schemas();
    var paths = new LinkedHashMap<String, Object>();
    for (var route : Route.values()) {
      paths.put(route.path(), Map.of("get", operation(route, schemas, language)));
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.1.0");
    document.put("info", info(language));
    document.put("servers", List.of(Map.of("url", "/")));
    document.put("paths", paths);
    document.put(
        "components", Map.of("schemas", schemas.named(), "responses", problems(schemas, language)));
    return document;
  }

  private static Map<String, Object> info(String language) {
    var info = new LinkedHashMap<String, Object>();
    info.put("title", "Bandung");
    info.put("version", StatusRoutes.VERSION);
    info.put("description", words(language, "openapi.description"));
    info.put("license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
    return info;
  }

  private static Map<String, Object> operation(Route route, Schemas schemas, String language) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", word(route));
    operation.put("summary", words(language, "route." + word(route)));
    operation.put("parameters", parameters(route, language));
    var responses = new LinkedHashMap<String, Object>();
    responses.put("200", answer(route, schemas, language));
    for (var kind : kinds(route)) {
      responses.put(
          String.valueOf(kind.status()), Map.of("$ref", "#/components/responses/" + kind.word()));
    }
    operation.put("responses", responses);
    return operation;
  }

  private static List<Problem.Kind> kinds(Route route) {
    var kinds = new ArrayList<Problem.Kind>();
    kinds.add(Problem.Kind.BAD_PARAMETER);
    if (!route.pathVariable().isEmpty()) {
      kinds.add(Problem.Kind.NOT_FOUND);
    }
    kinds.add(Problem.Kind.METHOD_NOT_ALLOWED);
    kinds.add(Problem.Kind.NOT_ACCEPTABLE);
    kinds.add(Problem.Kind.TOO_LARGE);
    kinds.add(Problem.Kind.INTERNAL);
    if (route == Route.READY) {
      kinds.add(Problem.Kind.NOT_READY);
    }
    return kinds;
  }

  private static Map<String, Object> answer(Route route, Schemas schemas, String language) {
    Map<String, Object> schema =
        route == Route.OPENAPI
            ? Map.of("type", "object")
            : route.list() ? schemas.listOf(route.answer()) : schemas.of(route.answer());
    var answer = new LinkedHashMap<String, Object>();
    answer.put("description", words(language, "route." + word(route)));
    answer.put("content", Map.of("application/json", Map.of("schema", schema)));
    return answer;
  }

  private static List<Object> parameters(Route route, String language) {
    var parameters = new ArrayList<Object>();
    if (!route.pathVariable().isEmpty()) {
      var id = new LinkedHashMap<String, Object>();
      id.put("name", route.pathVariable());
      id.put("in", "path");
      id.put("required", true);
      id.put("description", words(language, "path." + word(route)));
      id.put("schema", Map.of("type", "string", "maxLength", Parameter.LONGEST));
      parameters.add(id);
    }
    route.parameters().forEach(p -> parameters.add(parameter(p, language)));
    return parameters;
  }

  private static Map<String, Object> parameter(Parameter parameter, String language) {
    var described = new LinkedHashMap<String, Object>();
    described.put("name", parameter.word());
    described.put("in", "query");
    described.put("description", words(language, "parameter." + parameter.word()));
    described.put("schema", schema(parameter));
    if (!parameter.example().isEmpty()) {
      described.put("example", example(parameter));
    }
    return described;
  }

  private static Object example(Parameter parameter) {
    return switch (parameter.type()) {
      case "integer" -> Integer.valueOf(parameter.example());
      case "boolean" -> Boolean.valueOf(parameter.example());
      default -> parameter.example();
    };
  }

  private static Map<String, Object> schema(Parameter parameter) {
    return switch (parameter) {
      case LIMIT ->
          Map.of(
              "type",
              "integer",
              "minimum",
              1,
              "maximum",
              Parameter.MOST,
              "default",
              Parameter.USUAL);
      case LANG -> Map.of("type", "string", "enum", org.bandung.kernel.Messages.LANGUAGES);
      case ON -> Map.of("type", "string", "format", "date");
      case SOUTH_SOUTH -> Map.of("type", "boolean", "default", false);
      case COMPILATIONS -> Map.of("type", "boolean", "default", true);
      case YEAR -> Map.of("type", "integer");
      default -> Map.of("type", "string", "maxLength", Parameter.LONGEST);
    };
  }

  private static Map<String, Object> problems(Schemas schemas, String language) {
    var responses = new LinkedHashMap<String, Object>();
    for (var kind : Problem.Kind.values()) {
      responses.put(
          kind.word(),
          Map.of(
              "description",
              words(language, "problem." + kind.word() + ".title"),
              "content",
              Map.of("application/problem+json", Map.of("schema", schemas.of(Problem.class)))));
    }
    return responses;
  }

  private static String word(Route route) {
    return route.name().toLowerCase(Locale.ROOT);
  }

  private static String words(String language, String key) {
    return StatusJson.WORDS.text(language, key);
  }
}
