package org.bandung.economy.preferences;

/// What a simulation tells. But for changes of prices, which are parts of one, all are values in
/// the unit of the trade.
public enum Measure {
  /// Trade before, at world prices.
  TRADE_BEFORE("trade-before"),
  TRADE_CREATION("trade-creation"),
  /// Of a market as a whole zero: what one source gains the others lose.
  TRADE_DIVERSION("trade-diversion"),
  /// What is bought elsewhere than before: gains by diversion alone.
  TRADE_DIVERTED("trade-diverted"),
  PRICE_EFFECT("price-effect"),
  /// Trade after, at the world prices of after.
  TRADE_AFTER("trade-after"),
  /// By what part of itself the exporter's price changes.
  PRICE_CHANGE("price-change"),
  PRODUCER_SURPLUS("producer-surplus"),
  CONSUMER_SURPLUS("consumer-surplus"),
  REVENUE_BEFORE("revenue-before"),
  REVENUE_CHANGE("revenue-change"),
  WELFARE("welfare");

  private final String code;

  Measure(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// Whether it is a part of one, which cannot be added up.
  public boolean relative() {
    return this == PRICE_CHANGE;
  }
}
