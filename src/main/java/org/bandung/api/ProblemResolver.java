package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.frame.NotFound;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Programs;
import org.bandung.api.frame.Refused;
import org.bandung.api.json.StatusJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/// Turns whatever goes wrong below `/api/` into one problem document in the reader's language.
@Component
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
      return null;
    }
    var instance = "urn:uuid:" + UUID.randomUUID();
    var language = Requests.language(request);
    var problem =
        switch (failure) {
          case BadQuery bad ->
              problem(Problem.Kind.BAD_PARAMETER, language, instance, errors(bad, language));
          case NotFound missing ->
              problem(Problem.Kind.NOT_FOUND, language, instance, shown(missing.id()));
          case Programs.Unknown unknown -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            yield problem(Problem.Kind.NO_TOKEN, language, instance);
          }
          case Programs.OutOfScope beyond -> {
            response.setHeader(
                "WWW-Authenticate",
                "Bearer error=\"insufficient_scope\", scope=\"" + beyond.needed() + "\"");
            yield problem(Problem.Kind.OUT_OF_SCOPE, language, instance, beyond.needed());
          }
          case Refused refused -> refused(refused, language, instance);
          case NoHandlerFoundException none ->
              problem(Problem.Kind.NOT_FOUND, language, instance, shown(request.getRequestURI()));
          case NoResourceFoundException none ->
              problem(Problem.Kind.NOT_FOUND, language, instance, shown(request.getRequestURI()));
          case HttpRequestMethodNotSupportedException method -> {
            response.setHeader("Allow", allowed(method));
            yield problem(
                Problem.Kind.METHOD_NOT_ALLOWED, language, instance, shown(method.getMethod()));
          }
          case HttpMediaTypeNotAcceptableException type ->
              problem(Problem.Kind.NOT_ACCEPTABLE, language, instance);
          case Requests.TooLong tooLong ->
              problem(Problem.Kind.TOO_LARGE, language, instance, tooLong.longest());
          case ChangeRoutes.CursorFromElsewhere elsewhere ->
              problem(Problem.Kind.CURSOR_FROM_ELSEWHERE, language, instance);
          case StatusRoutes.NotReady notReady ->
              problem(Problem.Kind.NOT_READY, language, instance);
          default -> {
            LOG.error("Request {} failed: {}", instance, request.getRequestURI(), failure);
            yield problem(Problem.Kind.INTERNAL, language, instance);
          }
        };
    write(problem, language, response);
    return new ModelAndView();
  }

  private static String allowed(HttpRequestMethodNotSupportedException method) {
    var known = new TreeSet<String>();
    var supported = method.getSupportedMethods();
    if (supported != null) {
      known.addAll(List.of(supported));
    }
    if (known.contains("GET")) {
      known.add("HEAD");
    }
    known.add("OPTIONS");
    return String.join(", ", known);
  }

  private static Problem refused(Refused refused, String language, String instance) {
    return refused.faults().isEmpty()
        ? problem(refused.kind(), language, instance, refused.arguments().toArray())
        : problem(
            refused.kind(),
            language,
            instance,
            refused.faults().stream().map(f -> fault(f, language)).toList());
  }

  /// A place that is a JSON pointer is told as one.
  private static Problem.ParameterFault fault(Refused.Fault fault, String language) {
    var told = fault.words().text(language, fault.key(), fault.arguments().toArray());
    return fault.place().isEmpty() || fault.place().startsWith("/")
        ? new Problem.ParameterFault("body", told, fault.place())
        : new Problem.ParameterFault(fault.place(), told);
  }

  private static Problem problem(
      Problem.Kind kind, String language, String instance, Object... arguments) {
    return new Problem(
        kind.type(),
        StatusJson.WORDS.text(language, "problem." + kind.word() + ".title"),
        kind.status(),
        StatusJson.WORDS.text(language, "problem." + kind.word() + ".detail", arguments),
        instance,
        null);
  }

  private static Problem problem(
      Problem.Kind kind, String language, String instance, List<Problem.ParameterFault> errors) {
    var plain = problem(kind, language, instance, errors.size());
    return new Problem(
        plain.type(), plain.title(), plain.status(), plain.detail(), instance, errors);
  }

  private static List<Problem.ParameterFault> errors(BadQuery bad, String language) {
    return bad.faults().stream()
        .map(fault ->
            new Problem.ParameterFault(
                fault.parameter(),
                StatusJson.WORDS.text(
                    language, "fault." + fault.code(), fault.arguments().toArray())))
        .toList();
  }

  /// What somebody sent, short enough to be repeated to them.
  private static String shown(String text) {
    var start = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return start
        .codePoints()
        .filter(c -> !Addresses.notText(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void write(Problem problem, String language, HttpServletResponse response) {
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType("application/problem+json");
    response.setHeader("Content-Language", language);
    ApiConfiguration.describe(response);
    try {
      response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    } catch (IOException e) {
      throw new UncheckedIOException("the reader went away", e);
    }
  }
}
