package org.bandung.api.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.PartialDate;

/// Values that are one text in JSON.
final class Scalar {

  private Scalar() {}

  static boolean known(Class<?> type) {
    return type == PartialDate.class
        || type == LocalDate.class
        || type == Instant.class
        || type == CountryCode.class;
  }

  static Optional<Object> read(Class<?> type, String text) {
    try {
      if (type == PartialDate.class) {
        return text.length() <= 10 ? PartialDate.parse(text).map(d -> d) : Optional.empty();
      }
      if (type == CountryCode.class) {
        return Optional.of(new CountryCode(text));
      }
      return Optional.of(type == LocalDate.class ? LocalDate.parse(text) : Instant.parse(text));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The code of what is said where it is none.
  static String faultOf(Class<?> type) {
    if (type == PartialDate.class) {
      return "not-a-part-date";
    }
    if (type == CountryCode.class) {
      return "not-a-country";
    }
    return type == LocalDate.class ? "not-a-date" : "not-a-moment";
  }
}
