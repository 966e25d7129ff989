package org.bandung.api.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// What a program read, where it may say so in `If-Match` or in the body.
///
/// @param tag null where the header is not there
record ReadVersion(@Nullable String tag) {

  static ReadVersion of(HttpServletRequest request) {
    return new ReadVersion(
        request.getHeader(Version.HEADER) == null ? null : Version.of(request).tag());
  }

  /// The number that a deed means; 0, which is never the latest, where none is named.
  ///
  /// @param said in the body; null where it is not said there
  int number(@Nullable Integer said) {
    if (tag == null) {
      return said == null ? 0 : said;
    }
    return tag.matches("\"[0-9]{1,9}\"") ? Integer.parseInt(tag.substring(1, tag.length() - 1)) : 0;
  }
}
