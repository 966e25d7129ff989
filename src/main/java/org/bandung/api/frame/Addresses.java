package org.bandung.api.frame;

import java.util.List;

/// Where the API is, and what may stand in its addresses.
public final class Addresses {

  /// Below which all of version 1 lies.
  public static final String ROOT = "/api/v1";

  /// The longest word in an address.
  public static final int LONGEST = 200;

  private Addresses() {}

  /// An id from the path, fit to be looked up.
  ///
  /// @throws BadQuery if it can be nobody's id
  public static String id(String name, String value) {
    if (value.length() > LONGEST) {
      throw new BadQuery(
          List.of(new BadQuery.Fault(name, "too-long", List.of(String.valueOf(LONGEST)))));
    }
    if (value.codePoints().anyMatch(Addresses::notText)) {
      throw new BadQuery(List.of(new BadQuery.Fault(name, "not-text", List.of())));
    }
    return value;
  }

  /// Whether a character is none that a text of one line holds.
  public static boolean notText(int c) {
    return Character.isISOControl(c)
        || c == 0xFFFD
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
