package org.bandung.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bandung.catalogue.Catalogue;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.CountryCode;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.parties.Parties.OrganisationFilter;
import org.bandung.parties.Parties.OrganisationPage;
import org.bandung.reference.Reference;
import org.bandung.registry.CountryTies;
import org.bandung.registry.Facet;
import org.bandung.registry.Facets;
import org.bandung.registry.Registry;
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

/// Organisations, and one of them: who it is, what it takes part in, together with whom.
@Controller
final class OrganisationPages {

  private static final int LIMIT = 50;
  private static final int AT_ONCE = 500;
  private static final int LONGEST = 200;
  private static final int TOGETHER = 20;
  private static final String[] COLUMNS = {
    "id",
    "acronym",
    "name",
    "name_language",
    "kind",
    "kind_name",
    "type",
    "type_name",
    "country",
    "country_name",
    "grouping",
    "references",
    "website",
    "source"
  };

  private final Parties parties;
  private final Registry registry;
  private final Catalogue catalogue;
  private final Reference reference;
  private final Dictionary dictionary;

  OrganisationPages(
      Parties parties,
      Registry registry,
      Catalogue catalogue,
      Reference reference,
      Dictionary dictionary) {
    this.parties = parties;
    this.registry = registry;
    this.catalogue = catalogue;
    this.reference = reference;
    this.dictionary = dictionary;
  }

  /// What the list is narrowed to, as the address says it.
  record Asked(String words, String country, String kind) {

    OrganisationFilter filter() {
      return new OrganisationFilter(
          given(kind), given(country).map(CountryCode::new), given(words));
    }

    private static Optional<String> given(String value) {
      return Optional.of(value).filter(v -> !v.isEmpty());
    }

    /// The address under a path, with more parameters.
    public String under(String path) {
      var parts = new LinkedHashMap<String, String>();
      parts.put("words", words);
      parts.put("country", country);
      parts.put("kind", kind);
      return ListAddress.address(path, parts);
    }
  }

  @GetMapping("/organisations")
  String list(
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String cursor,
      Visit visit,
      Model model) {
    var asked = asked(words, country, kind);
    var page = page(visit, asked, Optional.of(cursor).filter(c -> !c.isEmpty()), LIMIT);
    model.addAttribute("asked", asked);
    model.addAttribute("organisations", page.items());
    model.addAttribute("later", !cursor.isEmpty());
    model.addAttribute(
        "next",
        page.next().map(c -> ListAddress.next(asked.under("/organisations"), c)).orElse(null));
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("kinds", kinds(visit.words()));
    return "organisations";
  }

  @GetMapping("/organisations.csv")
  void download(
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String kind,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    var asked = asked(words, country, kind);
    var page = page(visit, asked, Optional.empty(), AT_ONCE);
    try (var table = Download.table(response, "organisations", COLUMNS)) {
      page.items().forEach(o -> table.row(cells(o, visit.words())));
      while (page.next().isPresent()) {
        page = page(visit, asked, page.next(), AT_ONCE);
        page.items().forEach(o -> table.row(cells(o, visit.words())));
      }
    }
  }

  private static Object[] cells(Organisation o, Words words) {
    var name = words.phrase(o.name());
    return new Object[] {
      o.id(),
      o.acronym(),
      name == null ? "" : name.text(),
      name == null ? "" : Optional.ofNullable(name.lang()).orElse(words.language()),
      o.kind(),
      words.text("organisation-kind." + o.kind()),
      o.type().orElse(""),
      o.type().map(t -> words.label("organisation-type", t)).orElse(""),
      o.country().map(CountryCode::alpha3).orElse(""),
      o.country().map(words::country).orElse(""),
      o.grouping().orElse(""),
      String.join("; ", o.references()),
      o.website().orElse(""),
      o.source()
    };
  }

  private Asked asked(String words, String country, String kind) {
    if (words.length() > LONGEST || words.codePoints().anyMatch(Character::isISOControl)) {
      throw new Refusal.BadParameter("words");
    }
    var upper = country.strip().toUpperCase(Locale.ROOT);
    if (!upper.isEmpty()
        && (!CountryCode.isWellFormed(upper)
            || reference.findCountry(new CountryCode(upper)).isEmpty())) {
      throw new Refusal.BadParameter("country");
    }
    if (!kind.isEmpty() && !Parties.KINDS.contains(kind)) {
      throw new Refusal.BadParameter("kind");
    }
    return new Asked(words.strip(), upper, kind);
  }

  private OrganisationPage page(Visit visit, Asked asked, Optional<String> cursor, int limit) {
    try {
      return parties.list(visit.reader(), asked.filter(), cursor, limit);
    } catch (BadCursor e) {
      throw new Refusal.BadParameter("cursor");
    }
  }

  private static List<Dictionary.Choice> kinds(Words words) {
    return Parties.KINDS.stream()
        .map(k -> new Dictionary.Choice(k, words.text("organisation-kind." + k)))
        .sorted(Comparator.comparing(Dictionary.Choice::name, words.collator()))
        .toList();
  }

  @GetMapping("/organisations/{id}")
  String show(@PathVariable String id, Visit visit, Model model) {
    if (!id.matches("[A-Za-z0-9-]{1,60}")) {
      throw new Refusal.NotFound();
    }
    var organisation = parties.find(visit.reader(), id).orElseThrow(Refusal.NotFound::new);
    if (!organisation.id().equals(id)) {
      return "redirect:/organisations/" + organisation.id();
    }
    var words = visit.words();
    var ties = registry.organisationTies(visit.reader(), id);
    var list = ListAddress.none().with(Facet.ORGANISATION.word(), id);
    var facets = registry.facets(visit.reader(), list.filter());
    model.addAttribute("organisation", organisation);
    model.addAttribute("ties", ties);
    model.addAttribute(
        "catalogue",
        CataloguePages.beside(
            catalogue.facets(visit.reader(), CataloguePages.filter(list)), list, words));
    model.addAttribute("list", list.under("/initiatives"));
    model.addAttribute("map", list.under("/flows"));
    model.addAttribute("roles", doors(Facet.ROLE, ties.byRole(), list, words));
    model.addAttribute("facets", narrowed(facets, list, words));
    model.addAttribute("together", together(visit, ties, list));
    model.addAttribute("moreTogether", Math.max(0, ties.together().size() - TOGETHER));
    return "organisation";
  }

  /// What it does, by modality, country and sector.
  private static Map<String, List<FacetList.Door>> narrowed(
      Facets facets, ListAddress list, Words words) {
    var narrowed = new LinkedHashMap<String, List<FacetList.Door>>();
    for (var facet : List.of(Facet.MODALITY, Facet.COUNTRY, Facet.SECTOR)) {
      var doors = doors(facet, facets.counts(facet), list, words);
      if (!doors.isEmpty()) {
        narrowed.put(facet.word(), doors);
      }
    }
    return narrowed;
  }

  private static List<FacetList.Door> doors(
      Facet facet, List<Facets.Count> counts, ListAddress list, Words words) {
    return counts.stream()
        .limit(12)
        .map(c ->
            new FacetList.Door(
                words.code(facet, c.code()),
                list.with(facet.word(), c.code()).under("/initiatives"),
                words.number(c.initiatives()),
                false))
        .toList();
  }

  /// An organisation that takes part in the same initiatives.
  ///
  /// @param shared the address of the initiatives both take part in
  record Companion(Organisation organisation, String initiatives, String shared) {}

  private List<Companion> together(Visit visit, CountryTies.OfOrganisation ties, ListAddress list) {
    var most = ties.together().stream().limit(TOGETHER).toList();
    var known = parties.find(visit.reader(), most.stream().map(Facets.Count::code).toList());
    return most.stream()
        .flatMap(c ->
            Optional.ofNullable(known.get(c.code()))
                .map(o ->
                    new Companion(
                        o,
                        visit.words().number(c.initiatives()),
                        list.with(Facet.ALONGSIDE.word(), o.id()).under("/initiatives")))
                .stream())
        .toList();
  }
}
