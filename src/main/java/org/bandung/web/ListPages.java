package org.bandung.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bandung.kernel.BadCursor;
import org.bandung.registry.Facet;
import org.bandung.registry.Facets;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The list of initiatives, its facets, and the same list as a file.
@Controller
final class ListPages {

  private static final int LIMIT = 25;

  /// Reached by the doors of other pages; four choices of a country would make the page heavy.
  private static final List<String> WITHOUT_FIELD =
      List.of("provider", "recipient", "organisation", "alongside");

  private static final InitiativePage NO_PAGE = new InitiativePage(List.of(), Optional.empty());

  private final Registry registry;
  private final ListNames names;
  private final Dictionary dictionary;

  ListPages(Registry registry, ListNames names, Dictionary dictionary) {
    this.registry = registry;
    this.names = names;
    this.dictionary = dictionary;
  }

  @GetMapping("/initiatives")
  String list(HttpServletRequest request, Visit visit, Model model) {
    var address = ListAddress.read(request.getParameterMap());
    var unknown = names.unknown(address, visit);
    var cursor = ListAddress.cursor(request.getParameterMap());
    var page = unknown.isEmpty() ? page(visit, address, cursor) : NO_PAGE;
    var facets =
        unknown.isEmpty() ? registry.facets(visit.reader(), address.filter()) : Facets.NONE;
    var words = visit.words();
    model.addAttribute("address", address);
    model.addAttribute("unknown", unknown);
    model.addAttribute("rows", InitiativeRow.of(page, words));
    model.addAttribute("total", facets.total());
    model.addAttribute("compiled", facets.total() - facets.headline());
    model.addAttribute("silent", unknown.isEmpty() ? silent(visit, address) : 0);
    model.addAttribute("facets", FacetList.of(facets, address, words));
    model.addAttribute("used", names.used(address, "/initiatives", words));
    model.addAttribute(
        "next",
        page.next().map(c -> ListAddress.next(address.under("/initiatives"), c)).orElse(null));
    model.addAttribute("later", cursor.isPresent());
    model.addAttribute("kept", names.sent(address, WITHOUT_FIELD));
    model.addAttribute("countries", dictionary.countries(words));
    model.addAttribute("modalities", dictionary.modalities(words));
    model.addAttribute("sectors", dictionary.sectors(words));
    model.addAttribute("groupings", dictionary.groupings(words));
    model.addAttribute("regions", dictionary.regions(words));
    model.addAttribute("choices", choices(facets, address, words));
    return "initiatives";
  }

  /// How many fit everything but the sector and report none.
  private long silent(Visit visit, ListAddress address) {
    return address.find("sector").filter(s -> !s.equals(Facet.NOT_REPORTED)).isEmpty()
        ? 0
        : registry
            .facets(visit.reader(), address.with("sector", Facet.NOT_REPORTED).filter())
            .total();
  }

  @GetMapping("/initiatives.csv")
  void download(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    var address = ListAddress.read(request.getParameterMap());
    var unknown = names.unknown(address, visit);
    if (!unknown.isEmpty()) {
      throw new Refusal.BadParameter(unknown.getFirst()); // an empty file would look like an answer
    }
    var page = listed(visit, address, Optional.empty());
    try (var table = new InitiativeTable(Download.begin(response, "initiatives"), visit.words())) {
      table.write(page.items());
      while (page.next().isPresent()) {
        page = listed(visit, address, page.next());
        table.write(page.items());
      }
    }
  }

  /// What the select boxes of the smaller facets offer: the codes that the list holds, and the one
  /// it is narrowed to.
  private static Map<String, List<Dictionary.Choice>> choices(
      Facets facets, ListAddress address, Words words) {
    var choices = new LinkedHashMap<String, List<Dictionary.Choice>>();
    for (var facet : List.of(Facet.SCOPE, Facet.FORM, Facet.DOMAIN, Facet.SDG, Facet.SIGNAL)) {
      var codes = new TreeSet<String>();
      facets.counts(facet).forEach(c -> codes.add(c.code()));
      address.find(facet.word()).ifPresent(codes::add);
      choices.put(
          facet.word(),
          codes.stream()
              .map(c -> new Dictionary.Choice(c, words.code(facet, c)))
              .sorted(Comparator.comparing(Dictionary.Choice::name, words.collator()))
              .toList());
    }
    return choices;
  }

  private InitiativePage listed(Visit visit, ListAddress address, Optional<String> cursor) {
    return registry.list(visit.reader(), address.filter(), cursor, 500);
  }

  private InitiativePage page(Visit visit, ListAddress address, Optional<String> cursor) {
    try {
      return registry.list(visit.reader(), address.filter(), cursor, LIMIT);
    } catch (BadCursor e) {
      throw new Refusal.BadParameter("cursor");
    }
  }
}
