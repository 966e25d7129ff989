package org.bandung.economy.preferences;

/// Which model a change of tariffs is tried with.
public enum Model {
  /// One market at a time: [Smart].
  SMART("smart"),
  /// All regions of a product's world market at once: [Gsim].
  GSIM("gsim");

  private final String code;

  Model(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
