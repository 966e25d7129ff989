package org.bandung.web.substitution;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.bandung.economy.Shortlist;
import org.bandung.economy.Shortlist.Candidate;
import org.bandung.economy.Told;
import org.bandung.web.frame.Words;

/// Rows of the shortlist and of its mirror as pages show them, each with what can be done next.
final class Candidates {

  private final Told told;
  private final Words words;

  Candidates(Told told, Words words) {
    this.told = told;
    this.words = words;
  }

  /// A term of the place in the list.
  ///
  /// @param fact what the data say
  /// @param points what it adds, of how much at most
  record Term(String name, String fact, String points) {}

  /// One who could supply.
  ///
  /// @param compare address of the page of the two countries
  record Row(String code, String name, String score, List<Term> terms, String compare) {}

  /// A product an importer buys from the North.
  ///
  /// @param more how many could supply beside those shown
  /// @param need address of the form of a need, filled
  /// @param simulate address of the simulator
  /// @param all address of this product alone
  record Item(
      String product,
      String north,
      String share,
      int sources,
      List<Row> rows,
      int more,
      String need,
      String simulate,
      String all) {}

  /// A demand of the South that the North meets.
  ///
  /// @param offer address of the form of an offer, filled
  record Demand(
      String importer,
      String importerName,
      String product,
      String north,
      Row exporter,
      String offer) {}

  Item item(String importer, Shortlist.Item item, String all) {
    var line = item.line();
    var rows = item.candidates().stream().map(c -> row(importer, c.country(), c)).toList();
    return new Item(
        line.product(),
        Numbers.value(line.north(), words),
        Numbers.share(line.northShare(), words),
        line.partners(),
        rows,
        item.eligible() - rows.size(),
        need(importer, line.product(), line.north(), rows),
        simulate(importer, line.product()),
        all);
  }

  Demand demand(String exporter, Shortlist.Opening opening) {
    var row = row(opening.importer(), exporter, opening.exporter());
    return new Demand(
        opening.importer(),
        words.country(opening.importer()),
        opening.product(),
        Numbers.value(opening.north(), words),
        new Row(row.code(), row.name(), row.score(), row.terms(), row.compare()),
        offer(exporter, opening));
  }

  private Row row(String importer, String exporter, Candidate candidate) {
    return new Row(
        candidate.country(),
        words.country(candidate.country()),
        Numbers.ratio(100 * candidate.score(), words),
        candidate.terms().stream().map(t -> term(t, candidate)).toList(),
        "/economy/pairs/" + importer + "/" + exporter);
  }

  private Term term(Candidate.Term term, Candidate of) {
    double whole = of.terms().stream().mapToDouble(Candidate.Term::weight).sum();
    return new Term(
        term.name(),
        fact(term.name(), of),
        words.text(
            "substitution.points",
            Numbers.ratio(100 * term.value() * term.weight() / whole, words),
            Numbers.ratio(100 * term.weight() / whole, words)));
  }

  private String fact(String term, Candidate of) {
    return switch (term) {
      case "advantage" -> Numbers.ratio(of.advantage(), words);
      case "growth" -> Numbers.share(of.growth(), words);
      case "capacity" -> Numbers.ratio(of.capacity(), words) + " ×";
      case "distance" ->
          of.ties().distanceKm().isPresent()
              ? words.text(
                  "substitution.km", words.number(Math.round(of.ties().distanceKm().getAsDouble())))
              : words.text("economy.not-known");
      case "language" -> list(of.ties().languages().stream().map(words::languageName).toList());
      case "agreement" -> list(of.ties().agreements());
      case "presence" ->
          of.supplies() > 0
              ? Numbers.value(of.supplies(), words)
              : words.text("substitution.not-yet");
      default -> "";
    };
  }

  private String list(List<String> names) {
    return names.isEmpty()
        ? words.text("economy.none")
        : String.join(words.text("list.comma"), names);
  }

  private String need(String importer, String product, double north, List<Row> rows) {
    return "/desk/entries/new?kind=need"
        + parameter("title", words.text("substitution.need.title", product, told.nomenclature()))
        + parameter(
            "description",
            words.text(
                "substitution.need.text",
                words.country(importer),
                Integer.toString(told.year()),
                product,
                Numbers.value(north, words),
                Numbers.unit(told.unit(), words),
                rows.stream().map(Row::name).collect(Collectors.joining(words.text("list.comma"))),
                told.source()));
  }

  private String offer(String exporter, Shortlist.Opening opening) {
    return "/desk/entries/new?kind=offer"
        + parameter(
            "title", words.text("substitution.offer.title", opening.product(), told.nomenclature()))
        + parameter(
            "description",
            words.text(
                "substitution.offer.text",
                words.country(exporter),
                Integer.toString(told.year()),
                opening.product(),
                Numbers.value(opening.exporter().exports(), words),
                Numbers.unit(told.unit(), words),
                words.country(opening.importer()),
                Numbers.value(opening.north(), words),
                told.source()));
  }

  private String simulate(String importer, String product) {
    return "/economy/scenarios?importer="
        + importer
        + "&product="
        + product
        + "&year="
        + told.year();
  }

  private static String parameter(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
