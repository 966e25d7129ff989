package org.bandung.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bandung.catalogue.Catalogue;
import org.bandung.kernel.CountryCode;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.registry.CountryTies;
import org.bandung.registry.Registry;
import org.bandung.web.economy.EconomyBrief;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Download;
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

  private static final String[] COLUMNS = {
    "code",
    "alpha2",
    "m49",
    "name",
    "kind",
    "kind_name",
    "region",
    "region_name",
    "subregion",
    "subregion_name"
  };
  private static final String[] PARTNER_COLUMNS = {
    "country",
    "country_name",
    "partner",
    "partner_name",
    "provided",
    "received",
    "together",
    "south_south"
  };

  private final Registry registry;
  private final Catalogue catalogue;
  private final Reference reference;
  private final Parties parties;
  private final Dictionary dictionary;
  private final EconomyBrief economy;

  CountryPages(
      Registry registry,
      Catalogue catalogue,
      Reference reference,
      Parties parties,
      Dictionary dictionary,
      EconomyBrief economy) {
    this.registry = registry;
    this.catalogue = catalogue;
    this.reference = reference;
    this.parties = parties;
    this.dictionary = dictionary;
    this.economy = economy;
  }

  /// A partner of a country.
  record Partner(
      String code, String name, long provided, long received, long together, long southSouth) {}

  @GetMapping("/countries")
  String list(@RequestParam(defaultValue = "") String words, Visit visit, Model model) {
    model.addAttribute("countries", named(words, visit.words()));
    model.addAttribute("typed", words.strip());
    return "countries";
  }

  @GetMapping("/countries.csv")
  void download(
      @RequestParam(defaultValue = "") String words, Visit visit, HttpServletResponse response)
      throws IOException {
    var in = visit.words();
    try (var table = Download.table(response, "countries", COLUMNS)) {
      for (var entry : named(words, in)) {
        var country = reference.findCountry(new CountryCode(entry.code())).orElseThrow();
        var region = country.region().orElse("");
        var subregion = country.subregion().orElse("");
        table.row(
            entry.code(),
            country.alpha2(),
            country.m49().orElse(""),
            entry.name(),
            country.kind().name().toLowerCase(Locale.ROOT),
            in.text("country-kind." + country.kind().name()),
            region,
            in.region(region),
            subregion,
            in.region(subregion));
      }
    }
  }

  private List<Dictionary.CountryEntry> named(String typed, Words words) {
    if (typed.length() > 200) {
      throw new Refusal.BadParameter("words");
    }
    var folded = Dictionary.fold(typed);
    return dictionary.countries(words).stream().filter(c -> c.folded().contains(folded)).toList();
  }

  /// The partners of a country as a file.
  @GetMapping("/countries/{code:[A-Za-z]{3}}.csv")
  void partners(@PathVariable String code, Visit visit, HttpServletResponse response)
      throws IOException {
    var upper = code.toUpperCase(Locale.ROOT);
    var country = reference.findCountry(new CountryCode(upper)).orElseThrow(Refusal.NotFound::new);
    var ties = registry.ties(visit.reader(), country.code());
    try (var table = Download.table(response, "partners-" + upper, PARTNER_COLUMNS)) {
      for (var partner : partners(ties, "name", visit.words())) {
        table.row(
            upper,
            visit.words().country(country.code()),
            partner.code(),
            partner.name(),
            partner.provided(),
            partner.received(),
            partner.together(),
            partner.southSouth());
      }
    }
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
    var list = ListAddress.none().with("country", upper);
    model.addAttribute(
        "catalogue",
        CataloguePages.beside(
            catalogue.facets(visit.reader(), CataloguePages.filter(list)), list, words));
    model.addAttribute("agencies", parties.coordinatingAgencies(country.code()));
    model.addAttribute("brief", economy.country(upper, words).orElse(null));
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
