package org.bandung.web;

import java.util.List;
import java.util.function.Predicate;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryFilter;
import org.bandung.kernel.Messages;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.Facets;
import org.bandung.registry.Registry;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: what this is, how much it holds, where to go next.
@Controller
final class HomePages {

  private static final int NEWEST = 5;
  private static final int DOORS = 10;

  private final Registry registry;
  private final Catalogue catalogue;
  private final Reference reference;
  private final Dictionary dictionary;

  HomePages(Registry registry, Catalogue catalogue, Reference reference, Dictionary dictionary) {
    this.registry = registry;
    this.catalogue = catalogue;
    this.reference = reference;
    this.dictionary = dictionary;
  }

  @GetMapping("/")
  String home(Visit visit, Model model) {
    var words = visit.words();
    var counts = registry.counts(visit.reader());
    var counted = counted(counts);
    var facets = registry.facets(visit.reader(), counted.filter());
    var newest = registry.newest(visit.reader(), counted.filter(), NEWEST);
    model.addAttribute("counts", counts);
    model.addAttribute("facets", facets);
    model.addAttribute("counted", counted);
    model.addAttribute("modalities", doors(Facet.MODALITY, facets, counted, words, c -> true));
    var regions = dictionary.partsOfTheWorld();
    model.addAttribute("regions", doors(Facet.REGION, facets, counted, words, regions::contains));
    model.addAttribute("sectors", doors(Facet.SECTOR, facets, counted, words, c -> true));
    var drawn = counted.with("southSouth", "true");
    var flows = registry.flows(visit.reader(), drawn.filter(), FlowMap.SHOWN_FIRST);
    model.addAttribute("drawn", drawn);
    model.addAttribute("map", FlowMap.of(flows, facets.southSouth(), drawn, reference, words));
    model.addAttribute("rows", InitiativeRow.of(newest, words));
    model.addAttribute(
        "catalogue",
        CataloguePages.beside(
            catalogue.facets(visit.reader(), EntryFilter.ALL), ListAddress.none(), words));
    model.addAttribute("languages", Messages.LANGUAGES.size());
    return "home";
  }

  /// Totals count what participants and publishers state. A node that holds nothing else yet shows
  /// what compilations state, and says so; without compilations there is nothing to leave out.
  private static ListAddress counted(Registry.Counts counts) {
    return counts.headline() == 0 || counts.compilationOnly() == 0
        ? ListAddress.none()
        : ListAddress.none().with("compilations", "false");
  }

  private static List<FacetList.Door> doors(
      Facet facet, Facets facets, ListAddress counted, Words words, Predicate<String> shown) {
    return facets.counts(facet).stream()
        .filter(c -> c.initiatives() > 0 && shown.test(c.code()))
        .limit(DOORS)
        .map(c ->
            new FacetList.Door(
                words.code(facet, c.code()),
                counted.with(facet.word(), c.code()).under("/initiatives"),
                words.number(c.initiatives()),
                false))
        .toList();
  }
}
