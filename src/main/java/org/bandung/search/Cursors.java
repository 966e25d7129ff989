package org.bandung.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.bandung.kernel.BadCursor;

/// Places in the order of an answer, as an address can carry them.
final class Cursors {

  private static final int LONGEST_KEY = 200;

  private Cursors() {}

  static String write(Number first, BytesRef id) {
    var number =
        first instanceof Float score
            ? "s" + Integer.toHexString(Float.floatToIntBits(score))
            : "d" + first.longValue();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((number + " " + id.utf8ToString()).getBytes(StandardCharsets.UTF_8));
  }

  /// @param byScore whether the order is by score, else by day
  /// @throws BadCursor if no page gave it out
  static FieldDoc read(String cursor, boolean byScore) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int space = text.indexOf(' ');
      var number = text.substring(1, space);
      var id = text.substring(space + 1);
      if (text.charAt(0) != (byScore ? 's' : 'd') || id.length() > LONGEST_KEY) {
        throw new BadCursor();
      }
      Object first =
          byScore
              ? (Object) Float.intBitsToFloat(Integer.parseUnsignedInt(number, 16))
              : (Object) Long.parseLong(number);
      // Whatever has the same score and id is the document itself: it lies before the next page.
      return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {first, new BytesRef(id)});
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new BadCursor();
    }
  }
}
