package org.bandung.api.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request was not answered (RFC 9457).
///
/// @param type a stable address that resolves to a page about this kind of problem
/// @param title fixed wording in the reader's language
/// @param detail about this occurrence
/// @param instance the id of this request, for whoever looks it up
/// @param errors one row per faulty parameter
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String instance,
    @Nullable List<ParameterFault> errors) {

  /// What is wrong with one parameter, or with one place of what was sent.
  ///
  /// @param parameter its name; `body` where a pointer says the place
  /// @param pointer a JSON pointer (RFC 6901) into what was sent; left out of a parameter
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ParameterFault(String parameter, String detail, @Nullable String pointer) {
    public ParameterFault(String parameter, String detail) {
      this(parameter, detail, null);
    }
  }

  /// Every kind of problem the API answers with. The words are published and never reused.
  public enum Kind {
    NOT_FOUND(404, "not-found"),
    BAD_PARAMETER(400, "bad-parameter"),
    CURSOR_FROM_ELSEWHERE(410, "cursor-from-elsewhere"),
    NO_TOKEN(401, "no-token"),
    OUT_OF_SCOPE(403, "out-of-scope"),
    NOT_ALLOWED(403, "not-allowed"),
    CONFLICT(409, "conflict"),
    FAULTS(422, "faults"),
    STALE(412, "stale"),
    NO_VERSION(428, "no-version"),
    BODY_TOO_LARGE(413, "body-too-large"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed"),
    NOT_ACCEPTABLE(406, "not-acceptable"),
    TOO_LARGE(414, "too-large"),
    TOO_MANY_REQUESTS(429, "too-many-requests"),
    TOO_BUSY(503, "too-busy"),
    NOT_READY(503, "not-ready"),
    INTERNAL(500, "internal");

    private final int status;
    private final String word;

    Kind(int status, String word) {
      this.status = status;
      this.word = word;
    }

    public int status() {
      return status;
    }

    public String word() {
      return word;
    }

    /// The address of the page about this kind of problem.
    public String type() {
      return "/problems/" + word;
    }
  }
}
