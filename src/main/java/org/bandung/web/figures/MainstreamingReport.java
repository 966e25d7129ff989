package org.bandung.web.figures;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.Reader;
import org.bandung.reference.money.Conversion;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.Rates;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.registry.joint.Resource;
import org.bandung.registry.joint.Resources;
import org.bandung.statistics.reports.Mainstreaming;
import org.bandung.web.figures.PlainTable.Cell;
import org.bandung.web.figures.PlainTable.Column;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What facilitators and United Nations bodies put into South-South cooperation, by body and year,
/// each as its body states it.
@Component
final class MainstreamingReport {

  static final String ADDRESS = "/reports/mainstreaming";

  private static final int MOST = 5_000;

  private final Resources resources;
  private final Registry registry;
  private final Rates rates;

  MainstreamingReport(Resources resources, Registry registry, Rates rates) {
    this.resources = resources;
    this.registry = registry;
    this.rates = rates;
  }

  PlainReport of(PlainReport.Choice choice, Words words) {
    var published = resources.published(choice.from(), choice.to(), MOST);
    var sums =
        Mainstreaming.of(
            published, choice.in(), new Conversion(rates.now().rates(), RateMethod.AVERAGE));
    return new PlainReport(
        ADDRESS,
        words.text("mainstreaming.heading"),
        choice,
        List.of(words.text("mainstreaming.claims"), words.text("mainstreaming.missing")),
        null,
        sums(sums, words),
        entries(published, words));
  }

  private static PlainTable sums(Mainstreaming sums, Words words) {
    return new PlainTable(
        List.of(
            column("body", words, false),
            column("year", words, false),
            column("kind", words, false),
            column("unit", words, false),
            column("sum", words, true),
            column("entries", words, true),
            column("not-converted", words, true)),
        sums.lines().stream().map(line -> row(line, words)).toList());
  }

  private static Column column(String code, Words words, boolean number) {
    return new Column(code, words.text("mainstreaming." + code), number);
  }

  private static List<Cell> row(Mainstreaming.Line line, Words words) {
    var place = line.place();
    return List.of(
        Cell.of(line.body()),
        Cell.of(Integer.toString(place.year())),
        Cell.of(words.text("resources.kind." + place.kind().code())),
        Cell.of(
            place.unit().matches("[A-Z]{3}")
                ? place.unit()
                : words.label("unit-of-quantity", place.unit())),
        Cell.of(line.sum().orElse(null), words, "#more", null),
        Cell.of(java.math.BigDecimal.valueOf(line.entries()), words, null, null),
        Cell.of(java.math.BigDecimal.valueOf(line.notConverted()), words, null, null));
  }

  private PlainTable entries(List<Resource.Published> published, Words words) {
    var ids =
        published.stream()
            .flatMap(p -> Stream.ofNullable(p.held().said().initiative()))
            .distinct()
            .toList();
    var known = registry.summaries(Reader.PUBLIC, ids);
    return new PlainTable(
        List.of(
            column("body", words, false),
            column("year", words, false),
            column("kind", words, false),
            column("what", words, false),
            column("figure", words, false),
            column("initiative", words, false)),
        published.stream().map(p -> entry(p, known, words)).toList());
  }

  private static List<Cell> entry(
      Resource.Published one, Map<String, InitiativePage.Summary> known, Words words) {
    var said = one.held().said();
    return List.of(
        Cell.of(one.body()),
        Cell.of(Integer.toString(said.year())),
        Cell.of(words.text("resources.kind." + said.kind().code())),
        Cell.of(said.what().in(words.language()).map(s -> s.text()).orElse("")),
        Cell.of(figure(said, words)),
        initiative(said.initiative(), known, words));
  }

  private static String figure(Resource said, Words words) {
    var amount = said.figure().amount();
    Quantity quantity = said.figure().quantity();
    return String.join(
        words.text("list.comma"),
        Stream.concat(
                Stream.ofNullable(amount).map(words::amount),
                Stream.ofNullable(quantity).map(words::quantity))
            .toList());
  }

  private static Cell initiative(
      @Nullable String id, Map<String, InitiativePage.Summary> known, Words words) {
    var summary = id == null ? null : known.get(id);
    if (id == null || summary == null) {
      return new Cell(null, null, null, null);
    }
    var phrase = words.phrase(summary.title());
    return new Cell(phrase == null ? id : phrase.text(), null, "/initiatives/" + id, null);
  }
}
