package org.bandung.economy.scenarios;

import java.util.regex.Pattern;

/// What codes, names and numbers of a scenario may look like.
public final class ScenarioText {

  /// Flows and rates of one scenario.
  public static final int MOST_ROWS = 20_000;

  /// Regions of one market of GSIM: its system takes the third power of them.
  public static final int MOST_REGIONS = 120;

  /// Products of a scenario, codes of a list, elasticities of single products.
  public static final int MOST_CODES = 6_000;

  public static final int LONGEST_TEXT = 300;

  /// Trade beyond this is in a unit nobody uses.
  public static final double LARGEST_VALUE = 1e15;

  static final double LARGEST_ELASTICITY = 100;

  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,11}");
  private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,19}");

  private ScenarioText() {}

  /// Whether it can be the code of a country or region.
  public static boolean isRegion(String code) {
    return REGION.matcher(code).matches();
  }

  /// Whether it can be the code of a product.
  public static boolean isProduct(String code) {
    return PRODUCT.matcher(code).matches();
  }
}
