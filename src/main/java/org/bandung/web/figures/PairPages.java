package org.bandung.web.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.doubts.UnsurePair;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The pairs of initiatives for which a figure lies between two bounds.
@Controller
final class PairPages {

  private static final int MOST = 200;

  private final Statistics statistics;
  private final Registry registry;

  PairPages(Statistics statistics, Registry registry) {
    this.statistics = statistics;
    this.registry = registry;
  }

  /// A pair in the list.
  public record Row(One left, One right, String why) {}

  /// One initiative of a pair.
  public record One(String id, Words.@Nullable Phrase name) {}

  @GetMapping(FigureAddress.PAIRS)
  String pairs(HttpServletRequest request, Visit visit, Model model) {
    var question = UsedFilters.understood(statistics, request);
    var words = new FigureWords(visit.words(), statistics.names(visit.words().language()));
    var pairs = statistics.unsure(question);
    var shown = pairs.subList(0, Math.min(MOST, pairs.size()));
    var summaries =
        registry.summaries(
            visit.reader(),
            shown.stream().flatMap(p -> Stream.of(p.left(), p.right())).distinct().toList());
    model.addAttribute("heading", words.heading(question));
    model.addAttribute("used", UsedFilters.of(FigureAddress.TABLE, question, words));
    model.addAttribute("rows", rows(shown, summaries, visit.words()));
    model.addAttribute(
        "looked", statistics.ask(question.total()).filter(a -> !a.doubt().looked()).isEmpty());
    model.addAttribute("more", pairs.size() - shown.size());
    return "statistics-pairs";
  }

  private static List<Row> rows(
      List<UnsurePair> pairs, Map<String, InitiativePage.Summary> summaries, Words words) {
    return pairs.stream()
        .map(p ->
            new Row(
                one(p.left(), summaries, words),
                one(p.right(), summaries, words),
                words.text("figures.pairs." + p.origin().code())))
        .toList();
  }

  private static One one(String id, Map<String, InitiativePage.Summary> summaries, Words words) {
    var summary = summaries.get(id);
    return new One(id, summary == null ? null : words.phrase(summary.title()));
  }
}
