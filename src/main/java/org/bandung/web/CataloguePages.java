package org.bandung.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryFacet;
import org.bandung.catalogue.EntryFacets;
import org.bandung.catalogue.EntryFilter;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.EntryPage;
import org.bandung.kernel.BadCursor;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The catalogue: what is sought and offered, what worked, who can be asked, where one meets; its
/// facets, and the same list as a file.
@Controller
final class CataloguePages {

  static final String PATH = "/catalogue";

  private static final int LIMIT = 25;
  private static final int AT_ONCE = 500;
  private static final EntryPage NO_PAGE = new EntryPage(List.of(), Optional.empty());
  private static final List<EntryFacet> CHOSEN =
      List.of(EntryFacet.FORM, EntryFacet.SDG, EntryFacet.LANGUAGE);
  private static final List<String> WITHOUT_FIELD = List.of("kind", "organisation", "source");
  private static final String[] COLUMNS = {
    "id",
    "kind",
    "kind_name",
    "title",
    "title_language",
    "start",
    "end",
    "ongoing",
    "countries",
    "country_names",
    "sectors",
    "sector_names",
    "languages",
    "source",
    "confirmed",
    "stale"
  };

  private final Catalogue catalogue;
  private final ListNames names;
  private final Dictionary dictionary;

  CataloguePages(Catalogue catalogue, ListNames names, Dictionary dictionary) {
    this.catalogue = catalogue;
    this.names = names;
    this.dictionary = dictionary;
  }

  /// The list narrowed to one kind.
  record Tab(String name, String href, boolean current) {}

  @GetMapping(PATH)
  String list(HttpServletRequest request, Visit visit, Model model) {
    var address = ListAddress.readEntries(request.getParameterMap());
    var unknown = names.unknown(address, visit);
    var cursor = ListAddress.cursor(request.getParameterMap());
    var words = visit.words();
    var filter = filter(address);
    var page = unknown.isEmpty() ? page(visit, filter, cursor, LIMIT) : NO_PAGE;
    var facets = unknown.isEmpty() ? catalogue.facets(visit.reader(), filter) : EntryFacets.NONE;
    model.addAttribute("address", address);
    model.addAttribute("unknown", unknown);
    model.addAttribute("tabs", tabs(address, words));
    model.addAttribute("rows", EntryRow.of(page.items(), words));
    model.addAttribute("total", facets.total());
    model.addAttribute("facets", FacetList.of(facets, address, words));
    model.addAttribute("used", names.used(address, PATH, words));
    model.addAttribute(
        "next", page.next().map(c -> ListAddress.next(address.under(PATH), c)).orElse(null));
    model.addAttribute("later", cursor.isPresent());
    model.addAttribute("kept", names.sent(address, WITHOUT_FIELD));
    model.addAttribute("countries", dictionary.countries(words));
    model.addAttribute("sectors", dictionary.sectors(words));
    model.addAttribute("regions", dictionary.regions(words));
    model.addAttribute("groupings", dictionary.groupings(words));
    model.addAttribute("choices", choices(facets, address, words));
    return "catalogue";
  }

  @GetMapping(PATH + ".csv")
  void download(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    var address = ListAddress.readEntries(request.getParameterMap());
    var unknown = names.unknown(address, visit);
    if (!unknown.isEmpty()) {
      throw new Refusal.BadParameter(unknown.getFirst()); // an empty file would look like an answer
    }
    var filter = filter(address);
    var page = page(visit, filter, Optional.empty(), AT_ONCE);
    try (var table = Download.table(response, "catalogue", COLUMNS)) {
      page.items().forEach(e -> table.row(cells(e, visit.words())));
      while (page.next().isPresent()) {
        page = page(visit, filter, page.next(), AT_ONCE);
        page.items().forEach(e -> table.row(cells(e, visit.words())));
      }
    }
  }

  private static Object[] cells(EntryPage.Summary entry, Words words) {
    var title = entry.title().in(words.language());
    var countries = entry.countries().stream().map(c -> c.country()).distinct().toList();
    return new Object[] {
      entry.id(),
      entry.kind().code(),
      words.label("entry-kind", entry.kind().code()),
      title.map(t -> t.text()).orElse(""),
      title.map(t -> t.language()).orElse(""),
      entry.period().start() == null ? "" : entry.period().start().toString(),
      entry.period().end() == null ? "" : entry.period().end().toString(),
      Boolean.toString(entry.period().ongoing()),
      joined(countries.stream().map(c -> c.alpha3()).toList()),
      joined(countries.stream().map(words::country).toList()),
      joined(entry.sectors()),
      joined(entry.sectors().stream().map(words::sector).toList()),
      joined(entry.languages()),
      entry.source(),
      entry.confirmed().toString(),
      Boolean.toString(entry.stale(LocalDate.now(ZoneOffset.UTC)))
    };
  }

  private static String joined(List<String> values) {
    return String.join("; ", values);
  }

  /// The filter that an address says.
  static EntryFilter filter(ListAddress address) {
    var filter =
        EntryFilter.ALL
            .withGrouping(address.find("grouping"))
            .withWords(address.find("words"))
            .openOn(
                address.is("open", "true")
                    ? Optional.of(LocalDate.now(ZoneOffset.UTC))
                    : Optional.empty());
    for (var facet : EntryFacet.values()) {
      filter = filter.with(facet, address.find(facet.word()));
    }
    return filter;
  }

  /// Doors to what the catalogue holds beside a page, one for each kind; none where it holds
  /// nothing.
  static List<FacetList.Door> beside(EntryFacets facets, ListAddress address, Words words) {
    return Arrays.stream(EntryKind.values())
        .flatMap(kind ->
            facets.counts(EntryFacet.KIND).stream().filter(c -> c.code().equals(kind.code())))
        .map(c ->
            new FacetList.Door(
                words.text("catalogue.kind." + c.code()),
                address.with("kind", c.code()).under(PATH),
                words.number(c.entries()),
                false))
        .toList();
  }

  private static List<Tab> tabs(ListAddress address, Words words) {
    var tabs = new ArrayList<Tab>();
    tabs.add(
        new Tab(
            words.text("search.all"),
            address.without("kind").under(PATH),
            address.find("kind").isEmpty()));
    for (var kind : EntryKind.values()) {
      tabs.add(
          new Tab(
              words.text("catalogue.kind." + kind.code()),
              address.with("kind", kind.code()).under(PATH),
              address.is("kind", kind.code())));
    }
    return tabs;
  }

  /// What the select boxes of the smaller facets offer: the codes that the list holds, and the one
  /// it is narrowed to.
  private static Map<String, List<Dictionary.Choice>> choices(
      EntryFacets facets, ListAddress address, Words words) {
    var choices = new LinkedHashMap<String, List<Dictionary.Choice>>();
    for (var facet : CHOSEN) {
      var codes = new TreeSet<String>();
      facets.counts(facet).forEach(c -> codes.add(c.code()));
      address.find(facet.word()).ifPresent(codes::add);
      choices.put(
          facet.word(),
          codes.stream()
              .map(c -> new Dictionary.Choice(c, EntryRow.name(facet, c, words)))
              .sorted(Comparator.comparing(Dictionary.Choice::name, words.collator()))
              .toList());
    }
    return choices;
  }

  private EntryPage page(Visit visit, EntryFilter filter, Optional<String> cursor, int limit) {
    try {
      return catalogue.list(visit.reader(), filter, cursor, limit);
    } catch (BadCursor e) {
      throw new Refusal.BadParameter("cursor");
    }
  }
}
