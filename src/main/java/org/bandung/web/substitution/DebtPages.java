package org.bandung.web.substitution;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bandung.economy.Debts;
import org.bandung.economy.Debts.Debt;
import org.bandung.economy.Debts.Overview;
import org.bandung.economy.Owed;
import org.bandung.economy.Side;
import org.bandung.economy.Souths;
import org.bandung.economy.Told;
import org.bandung.economy.Wish;
import org.bandung.observations.Observations;
import org.bandung.reference.Reference;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.Statistics;
import org.bandung.web.figures.FigureAddress;
import org.bandung.web.figures.FigureTable;
import org.bandung.web.figures.FigureWords;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Whom countries owe, what they pay, what was forgiven or put off.
@Controller
final class DebtPages {

  private static final String ALL = "/economy/debt";
  private static final String ONE = "/countries/{code:[A-Za-z]{3}}/debt";

  private final Debts debts;
  private final Observations observations;
  private final Statistics statistics;
  private final KnownLoans knownLoans;
  private final Asking asking;

  DebtPages(
      Debts debts,
      Observations observations,
      Statistics statistics,
      KnownLoans knownLoans,
      Souths souths,
      Reference reference) {
    this.debts = debts;
    this.knownLoans = knownLoans;
    this.observations = observations;
    this.statistics = statistics;
    asking = new Asking(reference, souths);
  }

  /// A debtor of the overview.
  record Row(
      String code,
      String name,
      String total,
      String south,
      String other,
      String north,
      String many) {}

  private Wish wish(Map<String, String> all) {
    return asking.wish(
        all.getOrDefault("dataset", ""),
        all.getOrDefault("year", ""),
        all.getOrDefault("south", ""));
  }

  @GetMapping(ALL)
  String overview(@RequestParam Map<String, String> all, Visit visit, Model model) {
    var words = visit.words();
    var wish = wish(all);
    model.addAttribute("wish", wish);
    model.addAttribute("souths", asking.definitions(words));
    model.addAttribute("held", false);
    debts.overview(wish).ifPresent(overview -> show(overview, words, model));
    model.addAttribute("query", query(wish));
    return "economy-debt";
  }

  private void show(Overview overview, Words words, Model model) {
    var told = overview.told();
    var view = new DebtView(words);
    model.addAttribute("held", true);
    model.addAttribute("basis", Basis.of(told, observations, words));
    model.addAttribute("south", Asking.definition(told.south(), words));
    model.addAttribute("other", Asking.definition(told.otherSouth(), words));
    model.addAttribute("measures", measures(overview, words));
    model.addAttribute("notices", told.partial() ? List.of(partial(told, words)) : List.of());
    model.addAttribute("creditors", view.creditors(overview.all()));
    model.addAttribute(
        "rows",
        overview.debtors().stream()
            .map(d ->
                new Row(
                    d.country(),
                    words.country(d.country()),
                    Numbers.value(d.owed().total(), words),
                    Numbers.share(d.owed().share(Side.SOUTH), words),
                    Numbers.share(d.other().share(Side.SOUTH), words),
                    Numbers.share(d.owed().share(Side.NORTH), words),
                    Numbers.share(d.owed().of("multilateral") / d.owed().total(), words)))
            .sorted(Comparator.comparing(Row::name, words.collator()))
            .toList());
  }

  private static List<DebtView.Measure> measures(Overview overview, Words words) {
    var told = overview.told();
    var debt =
        new Debt(
            "",
            List.of(told),
            List.of(overview.all()),
            java.util.Optional.of(overview.all()),
            java.util.Optional.of(overview.otherAll()),
            List.of(),
            List.of(),
            List.of());
    return new DebtView(words)
        .measures(
            debt,
            Asking.definition(told.south(), words),
            Asking.definition(told.otherSouth(), words));
  }

  /// What of a wish goes into an address.
  private static String query(Wish wish) {
    var parts = new ArrayList<String>();
    if (!wish.dataset().isEmpty()) {
      parts.add("dataset=" + wish.dataset());
    }
    wish.year().ifPresent(y -> parts.add("year=" + y));
    if (!wish.south().isEmpty()) {
      parts.add("south=" + wish.south());
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  @GetMapping(ALL + ".csv")
  void overview(@RequestParam Map<String, String> all, Visit visit, HttpServletResponse response)
      throws IOException {
    table(wish(all), visit.words()).csv(response, "debt");
  }

  @GetMapping(ALL + ".xlsx")
  void workbook(@RequestParam Map<String, String> all, Visit visit, HttpServletResponse response)
      throws IOException {
    table(wish(all), visit.words()).xlsx(response, "debt");
  }

  private FlatTable table(Wish wish, Words words) {
    var overview = debts.overview(wish).orElseThrow(Refusal.NotFound::new);
    var table = begin(overview.told(), words);
    overview
        .debtors()
        .forEach(d -> claims(table, "stock", d.country(), d.owed(), overview.told(), words));
    return table;
  }

  private FlatTable begin(Told told, Words words) {
    return new FlatTable(
        List.of(
            "dataset",
            "unit",
            "south",
            "series",
            "debtor",
            "debtor_name",
            "year",
            "creditor",
            "creditor_name",
            "kind",
            "side",
            "value",
            "mark"),
        List.of(words.text("debt.heading"), Basis.of(told, observations, words).sentence()));
  }

  private static void claims(
      FlatTable table, String series, String debtor, Owed owed, Told told, Words words) {
    for (var claim : owed.claims()) {
      table.row(
          Arrays.asList(
              told.dataset(),
              told.unit(),
              told.south(),
              series,
              debtor,
              words.country(debtor),
              owed.year(),
              claim.creditor(),
              words.country(claim.creditor()),
              claim.kind(),
              DebtView.side(claim.side()),
              claim.value(),
              ""));
    }
  }

  @GetMapping(ONE)
  String show(
      @PathVariable String code, @RequestParam Map<String, String> all, Visit visit, Model model) {
    var country = country(code);
    if (!country.equals(code)) {
      return "redirect:/countries/" + country + "/debt";
    }
    var words = visit.words();
    var wish = wish(all);
    model.addAttribute("code", country);
    model.addAttribute("name", words.country(country));
    model.addAttribute("wish", wish);
    model.addAttribute("query", query(wish));
    model.addAttribute("souths", asking.definitions(words));
    model.addAttribute("held", false);
    debts.of(country, wish).ifPresent(debt -> show(debt, words, model));
    loans(country, words, model);
    return "country-debt";
  }

  private String country(String code) {
    try {
      return asking.country("code", code.toUpperCase(java.util.Locale.ROOT));
    } catch (Refusal.BadParameter e) {
      throw new Refusal.NotFound();
    }
  }

  private void show(Debt debt, Words words, Model model) {
    var view = new DebtView(words);
    var bases = debt.told().stream().map(t -> Basis.of(t, observations, words)).toList();
    model.addAttribute("held", true);
    model.addAttribute("bases", bases);
    var told = debt.told().getFirst();
    model.addAttribute(
        "measures",
        view.measures(
            debt,
            Asking.definition(told.south(), words),
            Asking.definition(told.otherSouth(), words)));
    model.addAttribute("stock", debt.stock().orElse(null));
    model.addAttribute("unit", bases.getFirst().unit());
    model.addAttribute("creditors", debt.stock().map(view::creditors).orElse(List.of()));
    model.addAttribute("stocks", view.years(debt.stocks()));
    model.addAttribute("service", view.years(debt.service()));
    model.addAttribute("panel", view.panel(debt.panel()));
    model.addAttribute("events", view.events(debt.reliefs()));
    model.addAttribute(
        "marked", debt.reliefs().stream().anyMatch(r -> r.mark().equals(DebtView.ESTIMATE)));
    model.addAttribute("notices", notices(debt, words));
    var charts = new DebtCharts(words);
    model.addAttribute("stocksDrawn", charts.stocks(debt.stocks()));
    model.addAttribute("serviceDrawn", charts.service(debt.service(), bases.getFirst().unit()));
    model.addAttribute("panelDrawn", charts.panel(debt.panel()));
  }

  /// What has to be known before any figure is read: a source of few debtors, and creditors that
  /// together are less, or more, than the publisher's own total.
  private List<String> notices(Debt debt, Words words) {
    var notices = new ArrayList<String>();
    debt.told().stream()
        .limit(1) // that of the creditors; events and panels are no sums
        .filter(Told::partial)
        .map(t -> partial(t, words))
        .forEach(notices::add);
    debt.stock()
        .filter(o -> !o.claims().isEmpty() && o.stated().isPresent())
        .filter(
            o -> Math.abs(o.total() - o.stated().getAsDouble()) > 0.01 * o.stated().getAsDouble())
        .ifPresent(o ->
            notices.add(
                words.text(
                    "debt.notice.apart",
                    Numbers.value(o.total(), words),
                    Numbers.value(o.stated().getAsDouble(), words))));
    return notices;
  }

  private String partial(Told told, Words words) {
    return words.text(
        "debt.notice.partial",
        observations.find(told.dataset()).map(d -> d.name(words.language())).orElse(told.dataset()),
        told.reporters());
  }

  /// What was lent to the country by the records of this node, by whether it is concessional: its
  /// grant element is at least 35 % at a discount of 5 %.
  private void loans(String country, Words words, Model model) {
    var parameters =
        Map.of("measure", "given", "in", "USD", "recipient", country, "rows", "sdg-17-3-1");
    if (statistics.text().read(parameters::get) instanceof Asked.Understood(var question)) {
      var figures = new FigureWords(words, statistics.names(words.language()));
      model.addAttribute("loansAddress", FigureAddress.of(FigureAddress.TABLE, question));
      model.addAttribute(
          "loans",
          statistics
              .ask(question)
              .filter(a -> !a.rows().isEmpty())
              .map(a -> FigureTable.of(org.bandung.statistics.indicators.Told.of(a), figures))
              .orElse(null));
    }
    model.addAttribute("loanList", knownLoans.to(country, words));
  }

  @GetMapping(ONE + ".csv")
  void csv(
      @PathVariable String code,
      @RequestParam Map<String, String> all,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    table(country(code), wish(all), visit.words()).csv(response, "debt-" + country(code));
  }

  @GetMapping(ONE + ".xlsx")
  void xlsx(
      @PathVariable String code,
      @RequestParam Map<String, String> all,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    table(country(code), wish(all), visit.words()).xlsx(response, "debt-" + country(code));
  }

  private FlatTable table(String country, Wish wish, Words words) {
    var debt = debts.of(country, wish).orElseThrow(Refusal.NotFound::new);
    var told = debt.told().getFirst();
    var table = begin(told, words);
    debt.stocks().forEach(o -> claims(table, "stock", country, o, told, words));
    debt.service().forEach(o -> claims(table, "service", country, o, told, words));
    for (var line : debt.panel()) {
      table.row(
          Arrays.asList(
              line.dataset(),
              line.unit(),
              told.south(),
              line.series(),
              country,
              words.country(country),
              line.year(),
              "",
              "",
              "",
              "",
              line.value(),
              ""));
    }
    for (var relief : debt.reliefs()) {
      table.row(
          Arrays.asList(
              relief.dataset(),
              relief.unit(),
              told.south(),
              relief.kind(),
              country,
              words.country(country),
              relief.year() == 0 ? "" : relief.year(),
              relief.creditor(),
              words.country(relief.creditor()),
              "",
              "",
              FlatTable.told(relief.value()),
              relief.mark()));
    }
    return table;
  }
}
