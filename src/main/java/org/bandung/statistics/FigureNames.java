package org.bandung.statistics;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Once;
import org.bandung.reference.Reference;
import org.bandung.statistics.counting.Codes;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;

/// What measures, dimensions and their codes are called in one language.
public final class FigureNames {

  private static final Messages MESSAGES = Messages.of("statistics");

  private final String language;
  private final Reference reference;
  private final Once<Map<String, LocalizedText>> sources;

  /// @param sources what sources are called, by key; asked for only where they are named
  public FigureNames(
      String language, Reference reference, Supplier<Map<String, LocalizedText>> sources) {
    this.language = language;
    this.reference = reference;
    this.sources = Once.of(sources);
  }

  /// The name of a measure.
  public String measure(Measure measure) {
    return text("measure." + measure.word());
  }

  /// The rule by which a measure is counted, in a few sentences.
  public String rule(Measure measure) {
    return text(
        "rule."
            + (measure == Measure.INITIATIVES
                ? "initiatives"
                : measure.unit().name().toLowerCase(Locale.ROOT)));
  }

  /// The name of a dimension.
  public String dimension(Dimension dimension) {
    return text("dimension." + dimension.word());
  }

  /// The name of a code; the code itself where nobody gave it one.
  public String code(Dimension dimension, String code) {
    if (code.isEmpty()) {
      return text("not-reported");
    }
    if (code.equals(Codes.NOT_SPLIT)) {
      return text("not-split");
    }
    return switch (dimension.names()) {
      case COUNTRY -> reference.countryName(new CountryCode(code), language);
      case REGION ->
          reference
              .findRegion(code)
              .flatMap(r -> r.name().in(language))
              .map(s -> s.text())
              .orElse(code);
      case GROUPING ->
          reference
              .findGrouping(code)
              .flatMap(g -> g.name().in(language))
              .map(s -> s.text())
              .orElse(code);
      case SCHEME -> reference.label(dimension.scheme(), code, language);
      case SOURCE ->
          sources
              .get()
              .getOrDefault(code, LocalizedText.EMPTY)
              .in(language)
              .map(s -> s.text())
              .orElse(code);
      case WORD -> word(dimension, code);
      case CATEGORY, NUMBER -> code;
    };
  }

  private String word(Dimension dimension, String code) {
    var key = dimension.word() + "." + code;
    return MESSAGES.has(key) ? text(key) : code;
  }

  private String text(String key) {
    return MESSAGES.text(language, key);
  }
}
