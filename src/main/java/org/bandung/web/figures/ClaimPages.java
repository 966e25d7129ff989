package org.bandung.web.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.indicators.Claim;
import org.bandung.statistics.indicators.Indicated;
import org.bandung.statistics.indicators.Indicators.Outcome;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Published claims beside what the data here give.
@Controller
final class ClaimPages {

  private final Statistics statistics;
  private final TradeClaims trade;

  ClaimPages(Statistics statistics, TradeClaims trade) {
    this.statistics = statistics;
    this.trade = trade;
  }

  /// A claim beside the figure of here.
  ///
  /// @param here null if nobody reported anything of it here
  /// @param without how many initiatives of here have no figure
  /// @param records the records behind the figure of here
  public record Row(
      String code,
      String words,
      String claimant,
      String address,
      String date,
      String claimed,
      @Nullable String here,
      int without,
      String records,
      String indicator,
      String coverage) {}

  @GetMapping("/claims")
  String list(Visit visit, Model model) {
    var words = new FigureWords(visit.words(), statistics.names(visit.words().language()));
    model.addAttribute(
        "claims",
        statistics.claims().stream()
            .flatMap(c -> told(c).map(t -> row(c, t, words, visit.words())).stream())
            .toList());
    model.addAttribute("trade", trade.rows(visit.words()));
    return "claims";
  }

  private Optional<Indicated> told(Claim claim) {
    return statistics
        .indicators()
        .catalogue()
        .find(claim.indicator())
        .flatMap(i ->
            statistics.indicators().ask(i, claim.question()::get)
                    instanceof Outcome.Calculated(var table)
                ? Optional.of(table)
                : Optional.empty());
  }

  private static Row row(Claim claim, Indicated told, FigureWords words, Words plain) {
    var here = told.figure(null, null).map(f -> unit(told, words.figure(told, f), words));
    return new Row(
        claim.code(),
        text(claim.words(), plain),
        claim.source().claimant(),
        claim.source().address(),
        PartialDate.parse(claim.source().date()).map(plain::date).orElse(""),
        unit(told, words.figure(told, claim.value()), words),
        here.orElse(null),
        told.answer().total().missing(),
        FigureAddress.of(FigureAddress.RECORDS, told.question().total()),
        FigureAddress.of(IndicatorPages.LIST + "/" + claim.indicator(), claim.question()),
        text(claim.coverage(), plain));
  }

  /// With its currency, where it has one.
  private static String unit(Indicated told, String figure, FigureWords words) {
    return Stream.of(words.unit(told))
        .filter(u -> u.matches("[A-Z]{3}"))
        .map(u -> words.text("figures.in", figure, u))
        .findFirst()
        .orElse(figure);
  }

  private static String text(LocalizedText text, Words words) {
    return text.in(words.language()).map(s -> s.text()).orElse("");
  }

  /// The claims about an indicator, as links to this page.
  static List<String> about(Statistics statistics, String indicator, Words words) {
    return statistics.claims().stream()
        .filter(c -> c.indicator().equals(indicator))
        .map(c -> text(c.words(), words))
        .toList();
  }
}
