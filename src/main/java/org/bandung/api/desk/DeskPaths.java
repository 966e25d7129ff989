package org.bandung.api.desk;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bandung.access.ApiTokens;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Schemas;
import org.bandung.api.json.StatusJson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The part of the OpenAPI document that needs a token, made of the signatures of the routes.
public final class DeskPaths {

  private static final List<Class<?>> ROUTES =
      List.of(
          DraftRoutes.class,
          ReplyRoutes.class,
          MatchRoutes.class,
          ConsultationRoutes.class,
          AgreementRoutes.class,
          CommitmentRoutes.class,
          JointRoutes.class);

  private static final Map<String, Object> OBJECT = Map.of("type", "object");

  private final Schemas schemas;
  private final String language;

  private DeskPaths(Schemas schemas, String language) {
    this.schemas = schemas;
    this.language = language;
  }

  /// The operations by address.
  public static Map<String, Object> document(Schemas schemas, String language) {
    var paths = new DeskPaths(schemas, language);
    var all = new TreeMap<String, Object>();
    for (var routes : ROUTES) {
      Arrays.stream(routes.getDeclaredMethods())
          .filter(m -> m.isAnnotationPresent(Told.class))
          .sorted(Comparator.comparing(DeskPaths::address).thenComparing(DeskPaths::verb))
          .forEach(m -> paths.add(all, m));
    }
    return all;
  }

  private void add(Map<String, Object> all, Method route) {
    var path = new LinkedHashMap<String, Object>();
    if (all.get(address(route)) instanceof Map<?, ?> before) {
      before.forEach((verb, operation) -> path.put(String.valueOf(verb), operation));
    }
    path.put(verb(route), operation(route));
    all.put(address(route), path);
  }

  /// How to show a token, and which scopes there are.
  public static Map<String, Object> security(String language) {
    return Map.of(
        "token",
        Map.of(
            "type", "http",
            "scheme", "bearer",
            "description",
                StatusJson.WORDS.text(
                    language,
                    "openapi.scopes",
                    ApiTokens.SCOPES.stream().sorted().collect(Collectors.joining(", ")))));
  }

  private static String address(Method route) {
    var get = route.getAnnotation(GetMapping.class);
    var put = route.getAnnotation(PutMapping.class);
    return get != null
        ? get.value()[0]
        : put != null ? put.value()[0] : annotated(route, PostMapping.class).value()[0];
  }

  private static String verb(Method route) {
    return route.isAnnotationPresent(GetMapping.class)
        ? "get"
        : route.isAnnotationPresent(PutMapping.class) ? "put" : "post";
  }

  private static <A extends java.lang.annotation.Annotation> A annotated(
      Method route, Class<A> with) {
    return Objects.requireNonNull(route.getAnnotation(with));
  }

  private Map<String, Object> operation(Method route) {
    var told = annotated(route, Told.class);
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", told.value());
    operation.put("summary", words("route." + told.value()));
    operation.put("security", List.of(Map.of("token", List.of())));
    operation.put("x-scope", Scope.of(route).word());
    operation.put("parameters", parameters(route));
    var sent = sent(route);
    if (sent != null) {
      operation.put(
          "requestBody",
          Map.of(
              "required",
              true,
              "content",
              Map.of("application/json", Map.of("schema", schemas.sent(sent.getType())))));
    }
    operation.put("responses", responses(route, told));
    return operation;
  }

  private static @Nullable Parameter sent(Method route) {
    return Arrays.stream(route.getParameters())
        .filter(p -> p.isAnnotationPresent(Sent.class))
        .findFirst()
        .orElse(null);
  }

  private static boolean takes(Method route, Class<?> type) {
    var types = Arrays.asList(route.getParameterTypes());
    return types.contains(type)
        || types.contains(On.class)
            && Arrays.stream(On.class.getRecordComponents())
                .anyMatch(part -> part.getType() == type);
  }

  private List<Object> parameters(Method route) {
    var parameters = new ArrayList<Object>();
    for (var parameter : route.getParameters()) {
      if (parameter.getType() == On.class) {
        parameters.add(parameter(On.ID, "path", true, "path.desk"));
      }
      if (parameter.isAnnotationPresent(PathVariable.class)) {
        parameters.add(parameter(parameter.getName(), "path", true, "path.desk"));
      }
      if (parameter.isAnnotationPresent(RequestParam.class)) {
        parameters.add(
            parameter(parameter.getName(), "query", true, "query." + parameter.getName()));
      }
    }
    if (takes(route, Key.class)) {
      parameters.add(parameter(Key.HEADER, "header", true, "header.idempotency-key"));
    }
    if (takes(route, Version.class) || takes(route, Version.Perhaps.class)) {
      parameters.add(
          parameter(Version.HEADER, "header", takes(route, Version.class), "header.if-match"));
    }
    return parameters;
  }

  private Map<String, Object> parameter(String name, String in, boolean required, String key) {
    return Map.of(
        "name",
        name,
        "in",
        in,
        "required",
        required,
        "description",
        words(key),
        "schema",
        Map.of("type", "string", "maxLength", Addresses.LONGEST));
  }

  private Map<String, Object> responses(Method route, Told told) {
    var responses = new TreeMap<String, Object>();
    responses.put(String.valueOf(told.status()), good(route, told));
    boolean reads = verb(route).equals("get");
    boolean one = address(route).contains("{");
    var kinds = new ArrayList<>(List.of(Problem.Kind.NO_TOKEN));
    if (one || !reads) {
      kinds.add(Problem.Kind.NOT_FOUND);
      kinds.add(Problem.Kind.BAD_PARAMETER);
    }
    if (!reads) {
      kinds.add(Problem.Kind.CONFLICT);
      kinds.add(Problem.Kind.FAULTS);
      kinds.add(Problem.Kind.BODY_TOO_LARGE);
    }
    if (takes(route, Version.class) || takes(route, Version.Perhaps.class)) {
      kinds.add(Problem.Kind.STALE);
    }
    if (takes(route, Version.class)) {
      kinds.add(Problem.Kind.NO_VERSION);
    }
    kinds.addAll(
        List.of(
            Problem.Kind.METHOD_NOT_ALLOWED,
            Problem.Kind.NOT_ACCEPTABLE,
            Problem.Kind.TOO_MANY_REQUESTS,
            Problem.Kind.INTERNAL,
            Problem.Kind.TOO_BUSY));
    kinds.forEach(kind ->
        responses.put(
            String.valueOf(kind.status()),
            Map.of("$ref", "#/components/responses/" + kind.word())));
    responses.put("403", forbidden(reads));
    return responses;
  }

  /// Two problems have this status: the token is not good for it, or who made it is not trusted
  /// with it.
  private Map<String, Object> forbidden(boolean reads) {
    if (reads) {
      return Map.of("$ref", "#/components/responses/" + Problem.Kind.OUT_OF_SCOPE.word());
    }
    return Map.of(
        "description",
        words("problem.out-of-scope.title") + "; " + words("problem.not-allowed.title"),
        "content",
        Map.of("application/problem+json", Map.of("schema", schemas.of(Problem.class))));
  }

  private Map<String, Object> good(Method route, Told told) {
    var good = new LinkedHashMap<String, Object>();
    good.put("description", words("route." + told.value()));
    var headers = new ArrayList<>(List.of("Content-Language"));
    if (!told.list()) {
      headers.add("ETag");
    }
    if (told.status() == 201) {
      headers.add("Location");
    }
    good.put(
        "headers",
        headers.stream()
            .collect(
                Collectors.toMap(
                    name -> name, name -> Map.of("$ref", "#/components/headers/" + name))));
    Map<String, Object> schema =
        told.list()
            ? schemas.wholeListOf(told.answer())
            : told.answer() == Map.class ? OBJECT : schemas.of(told.answer());
    good.put("content", Map.of("application/json", Map.of("schema", schema)));
    return good;
  }

  private String words(String key) {
    return StatusJson.WORDS.text(language, key);
  }
}
