package org.bandung.web;

import java.util.List;
import java.util.Optional;
import org.bandung.kernel.Messages;
import org.bandung.registry.Registry;
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
    var newest =
        registry.list(visit.reader(), ListAddress.none().filter(), Optional.empty(), NEWEST);
    model.addAttribute("counts", counts);
    model.addAttribute("modalities", modalities(counts.modalities(), words));
    model.addAttribute("rows", InitiativeRow.of(newest, words));
    model.addAttribute("languages", Messages.LANGUAGES.size());
    return "home";
  }

  private static List<FacetList.Door> modalities(
      List<org.bandung.registry.Facets.Count> counts, Words words) {
    return counts.stream()
        .filter(c -> c.initiatives() > 0)
        .map(c ->
            new FacetList.Door(
                words.modality(c.code()),
                ListAddress.none().with("modality", c.code()).under("/initiatives"),
                words.number(c.initiatives()),
                false))
        .toList();
  }
}
