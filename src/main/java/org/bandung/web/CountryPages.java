package org.bandung.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bandung.kernel.CountryCode;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.registry.CountryTies;
import org.bandung.registry.Registry;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Countries and areas, and one of them: its status, its groupings, whom it works with.
@Controller
final class CountryPages {

  private final Registry registry;
  private final Reference reference;
  private final Parties parties;
  private final Dictionary dictionary;

  CountryPages(Registry registry, Reference reference, Parties parties, Dictionary dictionary) {
    this.registry = registry;
    this.reference = reference;
    this.parties = parties;
    this.dictionary = dictionary;
  }

  /// A partner of a country.
  record Partner(
      String code, String name, long provided, long received, long together, long southSouth) {}

  @GetMapping("/countries")
  String list(@RequestParam(defaultValue = "") String words, Visit visit, Model model) {
    if (words.length() > 200) {
      throw new Refusal.BadParameter("words");
    }
    var typed = Dictionary.fold(words);
    model.addAttribute("typed", words.strip());
    model.addAttribute(
        "countries",
        dictionary.countries(visit.words()).stream()
            .filter(c -> c.folded().contains(typed))
            .toList());
    return "countries";
  }

  @GetMapping("/countries/{code}")
  String show(
      @PathVariable String code,
      @RequestParam(defaultValue = "name") String sort,
      Visit visit,
      Model model) {
    var upper = code.toUpperCase(Locale.ROOT);
    if (!CountryCode.isWellFormed(upper)) {
      throw new Refusal.NotFound();
    }
    var country = reference.findCountry(new CountryCode(upper)).orElseThrow(Refusal.NotFound::new);
    if (!upper.equals(code)) {
      return "redirect:/countries/" + upper;
    }
    var words = visit.words();
    var today = LocalDate.now(ZoneOffset.UTC);
    var ties = registry.ties(visit.reader(), country.code());
    model.addAttribute("country", country);
    model.addAttribute("today", today);
    model.addAttribute("status", CountryStatus.of(reference, country.code(), today, words));
    model.addAttribute("ties", ties);
    model.addAttribute("sort", sort);
    model.addAttribute("partners", partners(ties, sort, words));
    model.addAttribute("agencies", parties.coordinatingAgencies(country.code()));
    return "country";
  }

  private static List<Partner> partners(CountryTies ties, String sort, Words words) {
    Comparator<Partner> byName = Comparator.comparing(Partner::name, words.collator());
    var order =
        switch (sort) {
          case "name" -> byName;
          case "provided" -> Comparator.comparingLong(Partner::provided).reversed();
          case "received" -> Comparator.comparingLong(Partner::received).reversed();
          case "together" -> Comparator.comparingLong(Partner::together).reversed();
          default -> throw new Refusal.BadParameter("sort");
        };
    return ties.partners().stream()
        .map(t -> partner(t, words))
        .sorted(order.thenComparing(byName))
        .toList();
  }

  private static Partner partner(CountryTies.Tie tie, Words words) {
    return new Partner(
        tie.partner().alpha3(),
        words.country(tie.partner()),
        tie.provided(),
        tie.received(),
        tie.together(),
        tie.southSouth());
  }
}
