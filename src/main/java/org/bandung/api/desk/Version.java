package org.bandung.api.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Refused;

/// What a program read before it decided: the tag in the header `If-Match`.
record Version(String tag) {

  static final String HEADER = "If-Match";

  /// @throws Refused if no tag is there; `*` names none
  static Version of(HttpServletRequest request) {
    var tag = request.getHeader(HEADER);
    if (tag == null || tag.isBlank() || tag.strip().equals("*")) {
      throw new Refused(Problem.Kind.NO_VERSION);
    }
    return new Version(tag.strip());
  }

  /// How a tag is written in headers.
  static String quoted(String tag) {
    return '"' + tag + '"';
  }

  /// @param now the tag of what stands there
  /// @throws Refused if that is not what was read
  void require(String now) {
    if (!tag.equals(quoted(now))) {
      throw stale(now);
    }
  }

  static Refused stale(String now) {
    return new Refused(Problem.Kind.STALE, quoted(now));
  }
}
