package org.bandung.web.pictures;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Reference;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.bandung.web.figures.FigureAddress;
import org.bandung.web.figures.FigureForm;
import org.bandung.web.figures.FigureWords;
import org.bandung.web.figures.PictureKind;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Projection;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/// Figures as pictures, each with its table beneath.
@Controller
final class PicturePages {

  private static final List<String> FIELDS =
      List.of(
          "measure",
          "in",
          "country",
          "grouping",
          "year",
          "modality",
          "sector",
          "southSouth",
          "compilations");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Statistics statistics;
  private final Reference reference;
  private final Dictionary dictionary;

  PicturePages(Statistics statistics, Reference reference, Dictionary dictionary) {
    this.statistics = statistics;
    this.reference = reference;
    this.dictionary = dictionary;
  }

  /// A kind of picture, as a door to it.
  public record Kind(String word, String name, String text, String href, boolean current) {}

  @GetMapping("/pictures")
  String all(HttpServletRequest request, Visit visit, Model model) {
    var words = words(visit);
    var question = asked(request) instanceof Asked.Understood(var understood) ? understood : null;
    model.addAttribute("kinds", kinds(question, null, words));
    return "pictures";
  }

  private static List<Kind> kinds(
      @Nullable Question question, @Nullable PictureKind current, FigureWords words) {
    return Stream.of(PictureKind.values())
        .map(k ->
            new Kind(
                k.word(),
                words.text("pictures." + k.word()),
                words.text("pictures.text." + k.word()),
                question == null ? "/pictures/" + k.word() : k.address(question),
                k == current))
        .toList();
  }

  @GetMapping("/pictures/{kind}")
  String one(@PathVariable String kind, HttpServletRequest request, Visit visit, Model model) {
    var chosen = PictureKind.named(kind).orElseThrow(Refusal.NotFound::new);
    var words = words(visit);
    var form = new FigureForm("/pictures/" + chosen.word(), FIELDS, dictionary);
    form.fill(request, visit, words, model);
    model.addAttribute("measures", measures(words));
    model.addAttribute(
        "groupings",
        dictionary.groupings(visit.words()).stream()
            // Categories such as SIDS are a dimension of their own.
            .filter(g -> reference.findGrouping(g.code()).isPresent())
            .toList());
    model.addAttribute("kind", chosen.word());
    model.addAttribute("name", words.text("pictures." + chosen.word()));
    model.addAttribute("day", visit.words().day(LocalDate.now(ZoneOffset.UTC)));
    switch (asked(request)) {
      case Asked.Faulty(var faults) -> {
        model.addAttribute("faults", faults);
        model.addAttribute("kinds", kinds(null, chosen, words));
      }
      case Asked.Understood(var question) -> {
        model.addAttribute("faults", List.of());
        model.addAttribute("used", form.used(question, words));
        model.addAttribute("scope", scope(question, form, words, visit.words()));
        model.addAttribute("kinds", kinds(question, chosen, words));
        show(chosen, question, words, model);
      }
    }
    return "picture";
  }

  /// What is looked at, for whoever has only the picture.
  private static String scope(Question question, FigureForm form, FigureWords words, Words plain) {
    var parts = new ArrayList<String>();
    form.used(question, words)
        .forEach(u -> parts.add(words.text("pictures.mark", u.name(), u.value())));
    if (question.scope().southSouth()) {
      parts.add(plain.cooperation("filter.southSouth"));
    }
    if (question.scope().compilations()) {
      parts.add(words.text("figures.compilations"));
    }
    return String.join(plain.text("list.semicolon"), parts);
  }

  private FigureWords words(Visit visit) {
    return new FigureWords(visit.words(), statistics.names(visit.words().language()));
  }

  /// What is asked; rows and columns are the picture's own, and means cannot be drawn.
  private Asked asked(HttpServletRequest request) {
    var asked =
        statistics
            .text()
            .read(name ->
                name.equals("rows") || name.equals("columns") ? null : request.getParameter(name));
    return asked instanceof Asked.Understood(var question) && !PictureKind.drawn(question.measure())
        ? new Asked.Faulty(List.of(new QuestionText.Fault("measure", question.measure().word())))
        : asked;
  }

  private static List<Dictionary.Choice> measures(FigureWords words) {
    return Stream.of(Measure.values())
        .filter(PictureKind::drawn)
        .map(m -> new Dictionary.Choice(m.word(), words.measure(m)))
        .toList();
  }

  private void show(PictureKind kind, Question question, FigureWords words, Model model) {
    var sheet = new Sheet(question, statistics::ask, words);
    var table = kind.table(question);
    var answer = sheet.over(table.rows().orElseThrow(), table.columns().orElse(null));
    var picture = draw(kind, sheet, answer);
    model.addAttribute("picture", picture);
    model.addAttribute("hatched", picture.hatched());
    model.addAttribute("data", json(picture));
    model.addAttribute("table", PictureTable.of(kind, picture, words, words.heading(question)));
    model.addAttribute("heading", heading(kind, question, words));
    model.addAttribute("total", sheet.figure(answer.total(), question).door());
    model.addAttribute("coverage", answer.coverage());
    model.addAttribute("ofFlows", !question.measure().kinds().isEmpty());
    model.addAttribute("overlap", overlaps(kind, question));
    model.addAttribute("rule", words.rule(question.measure()));
    model.addAttribute("all", FigureAddress.of(FigureAddress.TABLE, table));
    model.addAttribute("csv", FigureAddress.of(FigureAddress.CSV, table));
    model.addAttribute("json", FigureAddress.of(FigureAddress.JSON, table));
    model.addAttribute("wider", wider(kind, question));
    model.addAttribute("ready", statistics.ready());
  }

  private Picture draw(PictureKind kind, Sheet sheet, Answer answer) {
    if (answer.rows().isEmpty()) {
      return Picture.NONE;
    }
    return switch (kind) {
      case YEARS -> Bars.years(sheet, answer);
      case SECTORS -> Bars.sectors(sheet, answer);
      case GOALS -> Bars.goals(sheet, answer);
      case MATRIX -> Crossed.matrix(sheet, answer);
      case SANKEY -> Crossed.sankey(sheet, answer);
      case FLOWS -> new Pairs(sheet, answer, this::place).flows();
      case NETWORK -> new Pairs(sheet, answer, this::place).network();
    };
  }

  private Projection.Point place(String country) {
    return reference
        .findCountry(new CountryCode(country))
        .map(c -> Projection.of(c.latitude(), c.longitude()))
        .orElse(new Projection.Point(0, 0));
  }

  private static String heading(PictureKind kind, Question question, FigureWords words) {
    return kind == PictureKind.SANKEY
        ? words.text(
            "pictures.by-three",
            words.heading(question),
            words.small(Dimension.PROVIDER),
            words.small(Dimension.SECTOR),
            words.small(Dimension.RECIPIENT))
        : words.heading(kind.table(question));
  }

  /// Whether one record can lie in several marks.
  private static boolean overlaps(PictureKind kind, Question question) {
    return question.measure() == Measure.INITIATIVES || kind == PictureKind.GOALS;
  }

  /// The same with what only third parties wrote down; null if that is in already.
  private static @Nullable String wider(PictureKind kind, Question question) {
    if (question.scope().compilations()) {
      return null;
    }
    Map<String, String> parameters = new LinkedHashMap<>(QuestionText.parameters(question));
    parameters.put("compilations", "true");
    return FigureAddress.of("/pictures/" + kind.word(), parameters);
  }

  /// What the script reads; it stands in the page, so nothing in it may end the element.
  private static String json(Picture picture) {
    return JSON.writeValueAsString(picture).replace("<", "\\u003c");
  }
}
