package org.bandung.web.funds;

import org.bandung.funds.Fund;
import org.bandung.funds.Funds;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What a balance of a fund is the sum of: accounts of one kind in one currency, and the entries of
/// one of them. For everybody as far as the fund is shown, for its people with who posted and why.
@Controller
final class FundAccountPages {

  private final Funds funds;
  private final FundAccounts books;

  FundAccountPages(Funds funds, FundAccounts books) {
    this.funds = funds;
    this.books = books;
  }

  /// What of the accounts is asked for.
  ///
  /// @param account number of one; empty for the only one there is
  /// @param before number of a transaction
  record Asked(String kind, String currency, String account, String before) {}

  @GetMapping("/funds/{id}/accounts")
  String shown(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String currency,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String before,
      Visit visit,
      Model model) {
    var asked = new Asked(kind, currency, account, before);
    var fund = funds.shown(id).orElseThrow(Refusal.NotFound::new);
    return show(fund, asked, false, visit, model);
  }

  @GetMapping(FundDeskPages.PATH + "/{id}/accounts")
  String own(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String currency,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String before,
      Visit visit,
      Model model) {
    var asked = new Asked(kind, currency, account, before);
    var seen = funds.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
    return show(seen.fund(), asked, true, visit, model);
  }

  private String show(Fund fund, Asked asked, boolean inside, Visit visit, Model model) {
    var words = visit.words();
    var accounts = books.of(fund, asked.kind(), asked.currency());
    if (accounts.isEmpty()) {
      throw new Refusal.NotFound();
    }
    var chosen =
        accounts.size() == 1
            ? accounts
            : accounts.stream()
                .filter(b -> String.valueOf(b.account().id()).equals(asked.account()))
                .toList();
    model.addAttribute("fund", fund);
    model.addAttribute("name", words.phrase(fund.terms().title()));
    model.addAttribute("inside", inside);
    model.addAttribute("base", (inside ? FundDeskPages.PATH : "/funds") + "/" + fund.id());
    model.addAttribute("kind", asked.kind());
    model.addAttribute("currency", asked.currency());
    model.addAttribute(
        "accounts", accounts.stream().map(b -> FundAccounts.line(fund, b, words)).toList());
    if (chosen.isEmpty()) {
      model.addAttribute("chosen", null);
    } else {
      var balance = chosen.getFirst();
      model.addAttribute("chosen", FundAccounts.line(fund, balance, words));
      model.addAttribute("entries", books.entries(balance, number(asked.before()), inside, words));
    }
    return "fund-accounts";
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
  }
}
