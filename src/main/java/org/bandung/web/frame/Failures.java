package org.bandung.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What a reader sees when a page cannot be shown: what happened and what to do.
@Controller
@ControllerAdvice(basePackages = "org.bandung.web")
final class Failures implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @ExceptionHandler
  ModelAndView refused(Refusal refusal, Visit visit) {
    return switch (refusal) {
      case Refusal.NotFound missing -> page(visit, HttpStatus.NOT_FOUND, "");
      case Refusal.BadParameter bad -> page(visit, HttpStatus.BAD_REQUEST, bad.parameter());
      default -> throw refusal;
    };
  }

  @ExceptionHandler
  ModelAndView mistyped(TypeMismatchException mismatch, Visit visit) {
    var name = mismatch.getPropertyName();
    return page(visit, HttpStatus.BAD_REQUEST, name == null ? "" : name);
  }

  @ExceptionHandler
  ModelAndView failed(RuntimeException failure, Visit visit) {
    LOG.error("A page failed: {}", unopened(visit.path()), failure);
    return page(visit, HttpStatus.INTERNAL_SERVER_ERROR, "");
  }

  /// The address without the word of a link that may still open a door.
  private static String unopened(String path) {
    return path.replaceFirst("/(invitation|recovery)/.*", "/$1/…");
  }

  /// Where the server comes when nobody else answers: unknown addresses, wrong methods. Programs
  /// get a problem document (RFC 9457), everybody else a page.
  @RequestMapping("/error")
  Object unanswered(HttpServletRequest request, Visit visit) {
    var status = status(request);
    return asksForData(request) ? problem(visit, status) : page(visit, status, "");
  }

  private static boolean asksForData(HttpServletRequest request) {
    var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (asked instanceof String address && address.startsWith("/api/")) {
      return true;
    }
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("json") && !accept.contains("html");
  }

  private static ResponseEntity<Map<String, Object>> problem(Visit visit, HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem(visit.words(), status));
  }

  static Map<String, Object> problem(Words words, HttpStatus status) {
    var type = type(status);
    return Map.of(
        "type", "/problems/" + type,
        "title", words.text("problem." + type + ".title"),
        "status", status.value(),
        "detail", words.text("problem." + type + ".text"),
        "instance", "urn:uuid:" + UUID.randomUUID());
  }

  private static HttpStatus status(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  static String type(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "not-found";
      case METHOD_NOT_ALLOWED -> "method-not-allowed";
      case FORBIDDEN -> "forbidden";
      case UNAUTHORIZED -> "not-signed-in";
      case TOO_MANY_REQUESTS -> "too-many-requests";
      case SERVICE_UNAVAILABLE -> "too-busy";
      case NOT_ACCEPTABLE -> "not-acceptable";
      case CONTENT_TOO_LARGE -> "form-too-large";
      default -> status.is4xxClientError() ? "bad-parameter" : "internal";
    };
  }

  private static ModelAndView page(Visit visit, HttpStatus status, String parameter) {
    var page = new ModelAndView("problem", Map.of("visit", visit, "w", visit.words()), status);
    page.addObject("type", type(status));
    page.addObject("status", status.value());
    page.addObject("parameter", parameter);
    return page;
  }
}
