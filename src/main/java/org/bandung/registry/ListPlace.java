package org.bandung.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.StableId;

/// The place of a row in the order of lists, the latest first, as a cursor carries it.
///
/// @param sortDay days since 1970
public record ListPlace(int sortDay, String id) {

  /// Before every row.
  public static final ListPlace START = new ListPlace(Integer.MAX_VALUE, "~");

  /// As an address can carry it.
  public String cursor() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((sortDay + "." + id).getBytes(StandardCharsets.US_ASCII));
  }

  /// The place that a cursor carries.
  ///
  /// @throws BadCursor if no list gave it out
  public static ListPlace of(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      int dot = text.indexOf('.');
      var place = new ListPlace(Integer.parseInt(text.substring(0, dot)), text.substring(dot + 1));
      if (StableId.isWellFormed(place.id)) {
        return place;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // said below
    }
    throw new BadCursor();
  }
}
