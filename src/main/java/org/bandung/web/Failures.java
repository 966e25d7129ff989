package org.bandung.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
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
@ControllerAdvice(basePackageClasses = Failures.class)
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

  /// A query that is no text in UTF-8. The server says so to whoever asks for a parameter first;
  /// later ones get what could be read, so that this page can be made.
  @ExceptionHandler
  ModelAndView undecodable(InvalidParameterException undecodable, Visit visit) {
    return page(visit, HttpStatus.BAD_REQUEST, "");
  }

  @ExceptionHandler
  ModelAndView failed(RuntimeException failure, Visit visit) {
    LOG.error("A page failed: {}", visit.path(), failure);
    return page(visit, HttpStatus.INTERNAL_SERVER_ERROR, "");
  }

  /// Where the server comes when nobody else answers: unknown addresses, wrong methods.
  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView unanswered(HttpServletRequest request, Visit visit) {
    return page(visit, status(request), "");
  }

  /// The same for programs (RFC 9457).
  @RequestMapping(path = "/error", produces = MediaType.APPLICATION_PROBLEM_JSON_VALUE)
  ResponseEntity<Map<String, Object>> unansweredProgram(HttpServletRequest request, Visit visit) {
    var status = status(request);
    var type = type(status);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Map.of(
                "type", "/problems/" + type,
                "title", visit.words().text("problem." + type + ".title"),
                "status", status.value()));
  }

  private static HttpStatus status(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private static String type(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "not-found";
      case NOT_ACCEPTABLE -> "not-acceptable";
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
