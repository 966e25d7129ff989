package org.bandung.web.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Codes;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.bandung.web.frame.Words;

/// How figures are spoken of on pages: names as the rest of the site has them.
public final class FigureWords {

  private final Words words;
  private final FigureNames names;

  public FigureWords(Words words, FigureNames names) {
    this.words = words;
    this.names = names;
  }

  public String code(Dimension dimension, String code) {
    if (code.isEmpty() || code.equals(Codes.NOT_SPLIT)) {
      return names.code(dimension, code);
    }
    return switch (dimension) {
      case MODALITY -> words.modality(code);
      case GROUPING, CATEGORY -> words.grouping(code);
      case SDG -> code + ". " + names.code(dimension, code);
      default -> names.code(dimension, code);
    };
  }

  /// Codes by name in the order of the language, years by number; what nobody reported comes last.
  public List<String> sorted(Dimension dimension, List<String> codes) {
    var byName =
        dimension == Dimension.YEAR
            ? Comparator.<String>naturalOrder()
            : Comparator.comparing((String c) -> code(dimension, c), words.collator());
    return codes.stream()
        .sorted(Comparator.comparing(FigureWords::last).thenComparing(byName))
        .toList();
  }

  private static boolean last(String code) {
    return code.isEmpty() || code.equals(Codes.NOT_SPLIT);
  }

  /// What is asked, as a heading: "Amounts put in (USD), by recipient and year".
  public String heading(Question question) {
    var what =
        question.in().isEmpty()
            ? names.measure(question.measure())
            : words.text("figures.in", names.measure(question.measure()), in(question));
    if (question.rows().isEmpty()) {
      return what;
    }
    var rows = small(question.rows().get());
    return question
        .columns()
        .map(c -> words.text("figures.by-two", what, rows, small(c)))
        .orElseGet(() -> words.text("figures.by", what, rows));
  }

  private String in(Question question) {
    return question.measure().unit() == Measure.Unit.QUANTITY
        ? words.label("unit-of-quantity", question.in())
        : question.in();
  }

  /// The name of a dimension as it stands inside a sentence.
  public String small(Dimension dimension) {
    var name = names.dimension(dimension);
    // Acronyms stay as they are.
    return name.length() > 1 && Character.isUpperCase(name.charAt(1)) ? name : words.small(name);
  }

  public String figure(BigDecimal figure) {
    return words.decimal(figure);
  }

  /// A figure as a table shows it, of money whole units: cents are in the download. Empty if nobody
  /// reported it.
  public Optional<String> figure(Question question, Answer.Cell cell) {
    boolean money = question.measure().unit() == Measure.Unit.MONEY;
    return question
        .measure()
        .figure(cell)
        .map(f -> figure(money ? f.setScale(0, RoundingMode.HALF_EVEN) : f));
  }

  /// A number as it fits into a picture: 20K, 1.24M.
  public String brief(double number) {
    return words.brief(number);
  }

  public String measure(Measure measure) {
    return names.measure(measure);
  }

  public String dimension(Dimension dimension) {
    return names.dimension(dimension);
  }

  public String rule(Measure measure) {
    return names.rule(measure);
  }

  public String text(String key, Object... arguments) {
    return words.text(key, arguments);
  }
}
