package org.bandung.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.api.desk.DeskPaths;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Schemas;
import org.bandung.api.json.StatusJson;
import org.bandung.economy.Answers;

/// The OpenAPI 3.1 document, made of the routes, their parameters and the records they answer with.
final class OpenApi {

  /// Every header of the API with a value such as it has.
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Language", "fr",
          "ETag", "W/\"0f3a5c7e9b1d2f4a6c8e0b1d\"",
          "Link", "</api/v1/countries?limit=10&cursor=azpCRkE>; rel=\"next\"",
          "Retry-After", "12",
          "RateLimit", "\"minute\";r=0;t=12",
          "RateLimit-Policy", "\"minute\";q=300;w=60",
          "Deprecation", "@1893456000",
          "Sunset", "Thu, 01 Jan 2032 00:00:00 GMT",
          "Location", "/api/v1/drafts/0123456789abcdef");

  private OpenApi() {}

  /// The document with its descriptions in the language.
  static Map<String, Object> document(String language) {
    var schemas = new Schemas();
    var paths = new LinkedHashMap<String, Object>();
    for (var route : Route.values()) {
      paths.put(route.path(), Map.of("get", operation(route, schemas, language)));
    }
    paths.put(
        PartnerRoutes.PATH,
        PartnerRoutes.document(schemas, words(language, "route.partner-searches")));
    paths.put(ScenarioRoutes.PATH, ScenarioRoutes.document(words(language, "route.simulations")));
    paths.putAll(DeskPaths.document(schemas, language));
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.1.0");
    document.put("info", info(language));
    document.put("servers", List.of(Map.of("url", "/")));
    document.put("paths", paths);
    document.put("components", components(schemas, language));
    return document;
  }

  private static Map<String, Object> info(String language) {
    var info = new LinkedHashMap<String, Object>();
    info.put("title", "Bandung");
    info.put("version", StatusRoutes.VERSION);
    info.put(
        "description",
        words(language, "openapi.description") + "\n\n" + words(language, "openapi.versions"));
    info.put("license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
    return info;
  }

  private static Map<String, Object> operation(Route route, Schemas schemas, String language) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", route.word());
    operation.put("summary", words(language, "route." + route.word()));
    operation.put("parameters", parameters(route, language));
    var responses = new LinkedHashMap<String, Object>();
    responses.put("200", answer(route, schemas, language));
    if (route.tagged()) {
      responses.put("304", Map.of("$ref", "#/components/responses/not-modified"));
    }
    for (var kind : kinds(route)) {
      responses.put(
          String.valueOf(kind.status()), Map.of("$ref", "#/components/responses/" + kind.word()));
    }
    operation.put("responses", responses);
    operation.put("x-example-requests", Examples.addresses(route));
    return operation;
  }

  private static List<Problem.Kind> kinds(Route route) {
    var kinds = new ArrayList<Problem.Kind>();
    kinds.add(Problem.Kind.BAD_PARAMETER);
    if (!route.pathVariable().isEmpty()) {
      kinds.add(Problem.Kind.NOT_FOUND);
    }
    if (route == Route.CHANGES) {
      kinds.add(Problem.Kind.CURSOR_FROM_ELSEWHERE);
    }
    kinds.add(Problem.Kind.METHOD_NOT_ALLOWED);
    kinds.add(Problem.Kind.NOT_ACCEPTABLE);
    kinds.add(Problem.Kind.TOO_LARGE);
    kinds.add(Problem.Kind.TOO_MANY_REQUESTS);
    kinds.add(Problem.Kind.INTERNAL);
    kinds.add(route == Route.READY ? Problem.Kind.NOT_READY : Problem.Kind.TOO_BUSY);
    return kinds;
  }

  private static Map<String, Object> answer(Route route, Schemas schemas, String language) {
    Map<String, Object> schema =
        route == Route.OPENAPI
            ? Map.of("type", "object")
            : route.ofEconomy()
                ? Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of("about", schemas.of(Answers.About.class)),
                    "required",
                    List.of("about"))
                : route.list() ? schemas.listOf(route.answer()) : schemas.of(route.answer());
    var answer = new LinkedHashMap<String, Object>();
    answer.put("description", words(language, "route." + route.word()));
    answer.put("headers", headers(route));
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
      id.put("description", words(language, "path." + route.word()));
      id.put("schema", Map.of("type", "string", "maxLength", Parameter.LONGEST));
      id.put("example", Examples.pathValue(route));
      parameters.add(id);
    }
    route.parameters().forEach(p -> parameters.add(parameter(route, p, language)));
    return parameters;
  }

  private static Map<String, Object> parameter(Route route, Parameter parameter, String language) {
    var described = new LinkedHashMap<String, Object>();
    described.put("name", parameter.word());
    described.put("in", "query");
    described.put("description", words(language, parameter.key()));
    described.put("schema", schema(parameter));
    described.put(
        "example", parameter == Parameter.CURSOR ? Examples.cursor(route) : example(parameter));
    return described;
  }

  private static Object example(Parameter parameter) {
    return switch (parameter.type()) {
      case "integer" -> Integer.valueOf(parameter.example());
      case "number" -> Double.valueOf(parameter.example());
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
      case YEAR, DATA_YEAR, DEBT_YEAR, SPAN, CANDIDATES -> Map.of("type", "integer");
      case DEMAND -> number(Query.LEAST_DEMAND);
      case SUPPLY -> number(0);
      case GROWING, PUBLISHED -> Map.of("type", "boolean", "default", false);
      default -> Map.of("type", "string", "maxLength", Parameter.LONGEST);
    };
  }

  private static Map<String, Object> number(double least) {
    return Map.of("type", "number", "minimum", least, "maximum", Query.HARDEST, "default", 1);
  }

  private static Map<String, Object> components(Schemas schemas, String language) {
    var components = new LinkedHashMap<String, Object>();
    components.put("responses", responses(schemas, language));
    components.put("schemas", schemas.named());
    components.put("headers", describedHeaders(language));
    components.put("securitySchemes", DeskPaths.security(language));
    return components;
  }

  private static Map<String, Object> responses(Schemas schemas, String language) {
    var responses = new LinkedHashMap<String, Object>();
    responses.put(
        "not-modified",
        Map.of(
            "description",
            words(language, "openapi.not-modified"),
            "headers",
            references(List.of("ETag"))));
    for (var kind : Problem.Kind.values()) {
      var response = new LinkedHashMap<String, Object>();
      response.put("description", words(language, "problem." + kind.word() + ".title"));
      if (kind == Problem.Kind.TOO_BUSY) {
        response.put("headers", references(List.of("Retry-After")));
      } else if (kind == Problem.Kind.TOO_MANY_REQUESTS) {
        response.put(
            "headers", references(List.of("Retry-After", "RateLimit", "RateLimit-Policy")));
      }
      response.put(
          "content",
          Map.of("application/problem+json", Map.of("schema", schemas.of(Problem.class))));
      responses.put(kind.word(), response);
    }
    return responses;
  }

  /// The headers of a good answer.
  private static Map<String, Object> headers(Route route) {
    var names = new ArrayList<String>();
    names.add("Content-Language");
    if (route.tagged()) {
      names.add("ETag");
    }
    if (route.list() || route == Route.CHANGES) {
      names.add("Link");
    }
    names.addAll(List.of("RateLimit-Policy", "Deprecation", "Sunset"));
    return references(names);
  }

  private static Map<String, Object> references(List<String> headers) {
    var references = new LinkedHashMap<String, Object>();
    headers.forEach(name -> references.put(name, Map.of("$ref", "#/components/headers/" + name)));
    return references;
  }

  private static Map<String, Object> describedHeaders(String language) {
    var headers = new TreeMap<String, Object>();
    HEADERS.forEach((name, example) -> headers.put(name, header(name, example, language)));
    return headers;
  }

  private static Map<String, Object> header(String name, String example, String language) {
    var described = new LinkedHashMap<String, Object>();
    described.put("description", words(language, "header." + name.toLowerCase(Locale.ROOT)));
    described.put("schema", Map.of("type", "string"));
    described.put("example", example);
    return described;
  }

  private static String words(String language, String key) {
    return StatusJson.WORDS.text(language, key);
  }
}
