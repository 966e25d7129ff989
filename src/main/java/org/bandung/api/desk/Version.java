package org.bandung.api.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Refused;
import org.jspecify.annotations.Nullable;

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

  /// What a program read, where it may say so in `If-Match` or in the body.
  ///
  /// @param tag null where the header is not there
  record Perhaps(@Nullable String tag) {

    static Perhaps of(HttpServletRequest request) {
      return new Perhaps(request.getHeader(HEADER) == null ? null : Version.of(request).tag());
    }

    /// The number that a deed means; 0, which is never the latest, where none is named.
    ///
    /// @param said in the body; null where it is not said there
    int number(@Nullable Integer said) {
      if (tag == null) {
        return said == null ? 0 : said;
      }
      return tag.matches("\"[0-9]{1,9}\"")
          ? Integer.parseInt(tag.substring(1, tag.length() - 1))
          : 0;
    }
  }
}
