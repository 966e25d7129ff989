package org.bandung.economy.scenarios;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.ULocale;
import org.bandung.economy.preferences.Level;
import org.bandung.economy.preferences.Measure;
import org.bandung.kernel.Messages;

/// How scenarios are spoken of in one language.
public final class ScenarioWords {

  private static final Messages MESSAGES = Messages.of("scenarios");

  private final String language;
  private final LocalizedNumberFormatter rounded;
  private final LocalizedNumberFormatter exact;

  public ScenarioWords(String language) {
    this.language = language;
    var plain = NumberFormatter.withLocale(ULocale.forLanguageTag(language));
    this.rounded = plain;
    this.exact = plain.precision(Precision.maxFraction(6));
  }

  public String language() {
    return language;
  }

  /// A message.
  public String say(String key, Object... arguments) {
    return MESSAGES.text(language, key, arguments);
  }

  public String measure(Measure measure) {
    return say("measure." + measure.code());
  }

  public String level(Level level) {
    return say("level." + level.code());
  }

  /// A choice of elasticities.
  public String variant(String code) {
    return say("variant." + code);
  }

  /// A number as it was stated.
  public String number(double value) {
    return Double.isInfinite(value) ? say("infinite") : exact.format(value).toString();
  }

  /// A rate.
  public String percent(double percent) {
    return say("percent", number(percent));
  }

  /// A rate in per cent as tables show it.
  public String rate(double percent) {
    return rounded(percent, 2);
  }

  /// A result with as many digits as mean something: four, but no whole number is rounded.
  public String figure(Measure measure, double value) {
    return measure.relative()
        ? say("percent", rounded(value * 100, 2))
        : rounded(value, decimals(value));
  }

  private static int decimals(double value) {
    double size = Math.abs(value);
    return size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 4 : 6;
  }

  private String rounded(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    double near = Math.rint(value * scale) / scale;
    // No result is minus nothing.
    return rounded
        .precision(Precision.maxFraction(decimals))
        .format(near == 0 ? 0.0 : near)
        .toString();
  }
}
