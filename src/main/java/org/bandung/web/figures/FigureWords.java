package org.bandung.web.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bandung.reference.money.Deflator;
import org.bandung.registry.Facet;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Codes;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.bandung.statistics.indicators.Indicator;
import org.bandung.statistics.indicators.Told;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

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
      case SDG -> words.code(Facet.SDG, code);
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
    return heading(names.measure(question.measure()), question);
  }

  /// The same of an indicator or measure.
  String heading(Told told) {
    return heading(
        told.indicator().map(this::name).orElseGet(() -> names.measure(told.question().measure())),
        told.question());
  }

  /// What an indicator is called.
  String name(Indicator indicator) {
    return indicator.name().in(words.language()).map(s -> s.text()).orElse(indicator.code());
  }

  private String heading(String name, Question question) {
    var what =
        question.in().isEmpty()
            ? name
            : question
                .prices()
                .map(p ->
                    words.text("figures.in-prices", name, in(question), Integer.toString(p.year())))
                .orElseGet(() -> words.text("figures.in", name, in(question)));
    if (question.rows().isEmpty()) {
      return what;
    }
    var rows = small(question.rows().get());
    return question
        .columns()
        .map(c -> words.text("figures.by-two", what, rows, small(c)))
        .orElseGet(() -> words.text("figures.by", what, rows));
  }

  /// Currency or unit as a code: that of the question, or per cent of an indicator.
  String unit(Told told) {
    return told.indicator()
        .filter(i -> i.unit() == Indicator.Unit.PERCENT)
        .map(i -> i.unit().code())
        .orElse(told.question().in());
  }

  /// A figure: of money whole units, cents are in the download.
  String figure(Told told, BigDecimal figure) {
    var unit = told.indicator().map(Indicator::unit);
    if (unit.filter(Indicator.Unit.PERCENT::equals).isPresent()) {
      return words.text("figures.percent", words.decimal(figure));
    }
    return told.question().measure().unit() == Measure.Unit.MONEY
        ? words.decimal(figure.setScale(0, RoundingMode.HALF_EVEN))
        : words.decimal(figure);
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
    return question.measure().figure(cell).map(f -> shown(question, f));
  }

  private String shown(Question question, BigDecimal figure) {
    boolean money = question.measure().unit() == Measure.Unit.MONEY;
    return figure(money ? figure.setScale(0, RoundingMode.HALF_EVEN) : figure);
  }

  /// A number as it fits into a picture: 20K, 1.24M.
  public String brief(double number) {
    return words.brief(number);
  }

  /// Between which bounds a figure lies; empty if nothing of it is in doubt.
  Optional<String> range(Question question, Answer.Cell cell) {
    var measure = question.measure();
    return cell.unsure()
        ? measure
            .least(cell)
            .flatMap(least ->
                measure
                    .most(cell)
                    .map(most ->
                        words.text("figures.range", shown(question, least), shown(question, most))))
        : Optional.empty();
  }

  /// A figure with the ways to what stands behind it.
  ///
  /// @param behind the question of which the figure is the total
  public FigureTable.Door door(Answer.Cell cell, Question question, Question behind) {
    if (cell.equals(Answer.Cell.NONE)) {
      return new FigureTable.Door(null, null, 0, null, null, null);
    }
    var range = range(question, cell).orElse(null);
    return new FigureTable.Door(
        figure(question, cell).orElse(null),
        null,
        cell.missing(),
        FigureAddress.records(behind),
        range,
        range == null ? null : FigureAddress.pairs(behind));
  }

  /// By what amounts are told in prices of one year; null if they are not.
  @Nullable String prices(Question question, Optional<Deflator> deflator) {
    return question
        .prices()
        .map(p ->
            deflator
                .map(d ->
                    words.text("figures.prices", Integer.toString(p.year()), d.name(), d.source()))
                .orElseGet(() -> words.text("figures.prices.none", question.in())))
        .orElse(null);
  }

  /// Several things as one text, as the language lists them.
  String listed(List<String> some) {
    return String.join(words.text("list.comma"), some);
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

  /// How something is counted: of an indicator its definition first.
  String rule(Told told) {
    var rule = names.rule(told.question().measure());
    return told.indicator()
        .flatMap(i -> i.definition().in(words.language()))
        .map(s -> words.text("figures.sentences", s.text(), rule))
        .orElse(rule);
  }

  public String text(String key, Object... arguments) {
    return words.text(key, arguments);
  }
}
