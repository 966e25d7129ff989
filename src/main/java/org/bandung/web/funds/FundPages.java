package org.bandung.web.funds;

import java.util.List;
import org.bandung.access.Mandates;
import org.bandung.funds.Fund;
import org.bandung.funds.Funds;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Funds that their bodies show to everybody; of the others there is no page.
@Controller
final class FundPages {

  private final Funds funds;
  private final FundModel shown;
  private final Mandates mandates;

  FundPages(Funds funds, FundModel shown, Mandates mandates) {
    this.funds = funds;
    this.shown = shown;
    this.mandates = mandates;
  }

  /// A fund in a list.
  record Row(
      String id,
      Words.@Nullable Phrase name,
      String body,
      String since,
      long contributions,
      List<FundModel.Total> totals,
      boolean open) {}

  static Row row(Fund f, Mandates mandates, Words words) {
    return new Row(
        f.id(),
        words.phrase(f.terms().title()),
        mandates.owner(f.owner()).map(b -> b.name()).orElse(""),
        words.day(f.terms().since()),
        f.contributions().size(),
        FundModel.totals(f, words),
        f.shown());
  }

  @GetMapping("/funds")
  String list(Visit visit, Model model) {
    model.addAttribute(
        "rows", funds.shown().stream().map(f -> row(f, mandates, visit.words())).toList());
    return "funds";
  }

  @GetMapping("/funds/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "1") String page,
      Visit visit,
      Model model) {
    var fund = funds.shown(id).orElseThrow(Refusal.NotFound::new);
    shown.fill(model, fund, number(page), visit);
    return "fund";
  }

  /// The first page where no number is asked for.
  static int number(String page) {
    return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
  }
}
