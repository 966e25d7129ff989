package org.bandung.web;

import java.util.List;
import java.util.Optional;
import org.bandung.kernel.Messages;
import org.bandung.registry.Facet;
import org.bandung.registry.Facets;
import org.bandung.registry.Registry;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: what this is, how much it holds, where to go next.
@Controller
final class HomePages {

  private static final int NEWEST = 5;

  private final Registry registry;

  HomePages(Registry registry) {
    this.registry = registry;
  }

  @GetMapping("/")
  String home(Visit visit, Model model) {
    var words = visit.words();
    var counts = registry.counts(visit.reader());
    var counted = counted(counts);
    var facets = registry.facets(visit.reader(), counted.filter());
    var newest = registry.list(visit.reader(), counted.filter(), Optional.empty(), NEWEST);
    model.addAttribute("counts", counts);
    model.addAttribute("facets", facets);
    model.addAttribute("counted", counted);
    model.addAttribute("modalities", modalities(facets.counts(Facet.MODALITY), counted, words));
    model.addAttribute("rows", InitiativeRow.of(newest, words));
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

  private static List<FacetList.Door> modalities(
      List<Facets.Count> counts, ListAddress counted, Words words) {
    return counts.stream()
        .filter(c -> c.initiatives() > 0)
        .map(c ->
            new FacetList.Door(
                words.modality(c.code()),
                counted.with("modality", c.code()).under("/initiatives"),
                words.number(c.initiatives()),
                false))
        .toList();
  }
}
