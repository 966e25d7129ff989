package org.bandung.exchange.rates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The formats of rates that are read.
public enum RateFormat {
  /// The European Central Bank's table: a day a row, a currency a column, per euro.
  ECB_CSV("ecb-csv", "ecb"),
  /// The European Central Bank's XML: reference rates, or SDMX-ML of its data set EXR.
  ECB_XML("ecb-xml", "ecb"),
  /// The International Monetary Fund's pages of representative rates as tab-separated text.
  IMF_TEXT("imf-text", "imf"),
  /// The International Monetary Fund's series, a row an observation or a row a series.
  IMF_SERIES("imf-series", "imf-series"),
  /// Monthly averages in special drawing rights, as IATI.cloud keeps them.
  IATI_CLOUD("iati-cloud", "imf-monthly"),
  /// A table of one's own: currency, date or month or year, rate, to.
  TABLE("table", "own");

  private final String code;
  private final String source;

  RateFormat(String code, String source) {
    this.code = code;
    this.source = source;
  }

  /// The word for it on the command line.
  public String code() {
    return code;
  }

  /// The key of the source if nobody names one.
  public String source() {
    return source;
  }

  /// The format a word means.
  public static Optional<RateFormat> ofCode(String code) {
    return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
  }

  /// All words.
  public static List<String> codes() {
    return Arrays.stream(values()).map(RateFormat::code).toList();
  }
}
