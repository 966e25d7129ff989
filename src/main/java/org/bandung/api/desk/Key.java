package org.bandung.api.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.bandung.api.frame.BadQuery;
import org.bandung.consultation.signing.SigningKeys;
import org.bandung.kernel.StableId;

/// What makes a deed one deed however often it is sent: the header `Idempotency-Key`.
///
/// @param asked stands for all that was asked with it
record Key(String word, String asked) {

  static final String HEADER = "Idempotency-Key";

  private static final int LONGEST = 200;

  /// @throws BadQuery if there is no key
  static Key of(HttpServletRequest request, int most) {
    var word = request.getHeader(HEADER);
    if (word == null
        || word.isBlank()
        || word.length() > LONGEST
        || word.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new BadQuery(List.of(new BadQuery.Fault(HEADER, "no-key", String.valueOf(LONGEST))));
    }
    return new Key(
        word,
        StableId.of(
            request.getMethod(),
            request.getRequestURI(),
            String.valueOf(request.getHeader(Version.HEADER)),
            SigningKeys.sha256(SentBody.bytes(request, most))));
  }
}
