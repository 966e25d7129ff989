package org.bandung.web.economy;

import jakarta.servlet.http.HttpServletRequest;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of the economy.
@Controller
final class EconomyPages {

  private final EconomyFrame frame;
  private final EconomyAddresses addresses;
  private final Dictionary dictionary;

  EconomyPages(EconomyFrame frame, EconomyAddresses addresses, Dictionary dictionary) {
    this.frame = frame;
    this.addresses = addresses;
    this.dictionary = dictionary;
  }

  @GetMapping("/economy")
  String overview(HttpServletRequest request, Visit visit, Model model) {
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("groupings", dictionary.groupings(visit.words()));
    return show(addresses.overview(request, visit.words()), model);
  }

  @GetMapping("/countries/{code}/economy")
  String country(@PathVariable String code, HttpServletRequest request, Visit visit, Model model) {
    var upper = frame.country(code);
    return upper.equals(code)
        ? show(addresses.country(upper, request, visit.words()), model)
        : "redirect:" + CountryEconomy.address(upper);
  }

  @GetMapping("/groupings/{code}/economy")
  String grouping(@PathVariable String code, HttpServletRequest request, Visit visit, Model model) {
    return show(addresses.grouping(code, request, visit.words()), model);
  }

  @GetMapping("/economy/pairs/{one}/{other}")
  String pair(
      @PathVariable String one,
      @PathVariable String other,
      HttpServletRequest request,
      Visit visit,
      Model model) {
    var a = frame.country(one);
    var b = frame.country(other);
    if (a.equals(b)) {
      return "redirect:" + CountryEconomy.address(a);
    }
    return a.equals(one) && b.equals(other)
        ? show(addresses.pair(a, b, request, visit.words()), model)
        : "redirect:" + PairEconomy.address(a, b);
  }

  @GetMapping("/economy/products")
  String products(HttpServletRequest request, Visit visit, Model model) {
    return show(addresses.products(request, visit.words()), model);
  }

  @GetMapping("/economy/products/{code}")
  String product(@PathVariable String code, HttpServletRequest request, Visit visit, Model model) {
    return show(addresses.product(code, request, visit.words()), model);
  }

  private static String show(EconomyPage page, Model model) {
    model.addAttribute("economy", page);
    return "economy";
  }

  /// Where the forms of the overview lead: to the page of what was chosen.
  @GetMapping("/economy/choose")
  String choose(
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String grouping) {
    if (!grouping.isEmpty()) {
      return "redirect:" + GroupingEconomy.address(frame.grouping(grouping));
    }
    if (country.isEmpty()) {
      return "redirect:" + OverviewEconomy.ADDRESS;
    }
    return partner.isEmpty()
        ? "redirect:" + CountryEconomy.address(known(country, "country"))
        : "redirect:" + PairEconomy.address(known(country, "country"), known(partner, "partner"));
  }

  private String known(String code, String parameter) {
    try {
      return frame.country(code);
    } catch (Refusal.NotFound e) {
      throw new Refusal.BadParameter(parameter);
    }
  }
}
