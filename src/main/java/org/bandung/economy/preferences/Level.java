package org.bandung.economy.preferences;

/// What a row of results is about.
public enum Level {
  /// All of the scenario.
  TOTAL("total"),
  /// One importer; in GSIM one region, as exporter and importer.
  REGION("region"),
  /// One exporter.
  PARTNER("partner"),
  PRODUCT("product"),
  /// One region in the market of one product.
  MARKET("market"),
  /// One flow.
  LINE("line");

  private final String code;

  Level(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
