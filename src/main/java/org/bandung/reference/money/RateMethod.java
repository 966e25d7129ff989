package org.bandung.reference.money;

import java.util.Arrays;
import java.util.Optional;

/// What kind of rate is meant: of one day, the mean of a period, or of its last day.
public enum RateMethod {
  /// Set on one day.
  FIXING("fixing"),
  /// The mean of a month or a year, as its source calculated it.
  AVERAGE("average"),
  /// Of the last day of a month or a year.
  END_OF_PERIOD("end-of-period");

  private final String code;

  RateMethod(String code) {
    this.code = code;
  }

  /// The word for it in files and addresses.
  public String code() {
    return code;
  }

  /// The method a word means.
  public static Optional<RateMethod> ofCode(String code) {
    return Arrays.stream(values()).filter(m -> m.code.equals(code)).findFirst();
  }
}
