package org.bandung.web.substitution;

import java.util.ArrayList;
import java.util.List;
import org.bandung.economy.EconomySources;
import org.bandung.observations.Coverage;
import org.bandung.observations.Dataset;
import org.bandung.observations.Observations;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The data the figures of the economy rest on: what is held, from whom, how whole.
@Controller
final class DataHeldPages {

  private static final int CODES = 100;
  private static final int FILES = 30;

  private final Observations observations;
  private final EconomySources sources;

  DataHeldPages(Observations observations, EconomySources sources) {
    this.observations = observations;
    this.sources = sources;
  }

  /// A dataset of the list.
  record Row(
      String code,
      String name,
      String years,
      String rows,
      String reporters,
      String unit,
      String products,
      String source,
      String at) {}

  /// A question of the economy with the datasets that answer it.
  record Question(String name, List<String> answered) {}

  /// A series.
  record Series(String code, String name, String unit, String years, String rows) {}

  /// A file that was taken in.
  record Load(
      String file,
      String sha256,
      String mapping,
      String at,
      String kept,
      String refused,
      String leftOut,
      String replaced) {}

  /// How many report in a year.
  record Year(String year, String reporters) {}

  /// A code that was not taken as it stood.
  record Odd(String file, String code, String meaning, String taken, String times) {}

  @GetMapping("/economy/data")
  String list(Visit visit, Model model) {
    var words = visit.words();
    model.addAttribute(
        "datasets", observations.datasets().stream().map(d -> row(d, words)).toList());
    model.addAttribute(
        "questions",
        sources.questions().stream()
            .map(q ->
                new Question(
                    words.text("observed.question." + q),
                    sources.held(q).stream()
                        .map(s -> s.dataset().name(words.language()))
                        .distinct()
                        .toList()))
            .toList());
    return "economy-data";
  }

  private static Row row(Dataset dataset, Words words) {
    return new Row(
        dataset.code(),
        dataset.name(words.language()),
        years(dataset.firstYear(), dataset.lastYear(), words),
        words.number(dataset.rows()),
        words.number(dataset.reporters()),
        Numbers.unit(dataset.unit(), words),
        dataset.nomenclature(),
        dataset.about().source(),
        dataset.files().isEmpty() ? "" : words.day(dataset.files().getFirst().at()));
  }

  private static String years(int first, int last, Words words) {
    if (last == 0) {
      return words.text("economy.not-known");
    }
    return first == last
        ? Integer.toString(first)
        : words.text("period.both", Integer.toString(first), Integer.toString(last));
  }

  @GetMapping("/economy/data/{code:[a-z0-9][a-z0-9-]{0,39}}")
  String show(@PathVariable String code, Visit visit, Model model) {
    var words = visit.words();
    var dataset = observations.find(code).orElseThrow(Refusal.NotFound::new);
    model.addAttribute("row", row(dataset, words));
    model.addAttribute("about", dataset.about());
    model.addAttribute(
        "series",
        dataset.series().stream()
            .map(s ->
                new Series(
                    s.code(),
                    words.word("debt.series", s.code()),
                    Numbers.unit(s.unit(), words),
                    years(s.firstYear(), s.lastYear(), words),
                    words.number(s.rows())))
            .toList());
    model.addAttribute(
        "loads", dataset.files().stream().limit(FILES).map(l -> load(l, words)).toList());
    model.addAttribute("moreLoads", Math.max(0, dataset.files().size() - FILES));
    model.addAttribute("years", years(observations.coverage(code), words));
    var codes = observations.codes(code);
    model.addAttribute(
        "odd",
        codes.stream()
            .limit(CODES)
            .map(c ->
                new Odd(
                    c.getKey(),
                    c.getValue().code(),
                    words.text(
                        "observed.meaning."
                            + c.getValue().meaning().name().toLowerCase(java.util.Locale.ROOT)),
                    c.getValue().taken(),
                    words.number(c.getValue().times())))
            .toList());
    model.addAttribute("moreOdd", Math.max(0, codes.size() - CODES));
    return "economy-dataset";
  }

  private static Load load(Dataset.Load load, Words words) {
    return new Load(
        load.file(),
        load.sha256(),
        load.mapping(),
        words.moment(load.at()),
        words.number(load.kept()),
        words.number(load.refused()),
        words.number(load.leftOut()),
        words.number(load.replaced()));
  }

  private static List<Year> years(Coverage coverage, Words words) {
    var years = new ArrayList<Year>();
    coverage
        .reporters()
        .reversed()
        .forEach((year, codes) ->
            years.add(new Year(Integer.toString(year), words.number(codes.size()))));
    return years;
  }
}
