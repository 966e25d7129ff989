package org.bandung.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryPage;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.CountryCode;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.search.Found;
import org.bandung.search.Question;
import org.bandung.search.Search;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Search over everything the house holds, by words and across languages by topics.
@Controller
final class SearchPages {

  private static final int LIMIT = 20;
  private static final String PATH = "/search";

  /// What a search is, beside what it is narrowed to.
  private static final List<String> OWN = List.of("q", "kind");

  private static final List<String> KINDS =
      List.of(
          "initiative",
          "need",
          "offer",
          "solution",
          "expert",
          "institution",
          "event",
          "organisation",
          "country");

  private final Search search;
  private final Registry registry;
  private final Catalogue catalogue;
  private final Parties parties;
  private final ListNames names;
  private final Concepts concepts;

  SearchPages(
      Search search,
      Registry registry,
      Catalogue catalogue,
      Parties parties,
      ListNames names,
      Concepts concepts) {
    this.search = search;
    this.registry = registry;
    this.catalogue = catalogue;
    this.parties = parties;
    this.names = names;
    this.concepts = concepts;
  }

  /// Something found.
  ///
  /// @param row what a list shows of an initiative, else null
  /// @param title of anything else
  record Hit(
      String kind,
      String href,
      @Nullable InitiativeRow row,
      Words.@Nullable Phrase title,
      List<Found.Part> snippet,
      String language) {}

  @GetMapping("/search")
  String search(HttpServletRequest request, Visit visit, Model model) {
    var address = ListAddress.readSearch(request.getParameterMap());
    var kind = address.find("kind").orElse("");
    if (!kind.isEmpty() && !KINDS.contains(kind)) {
      throw new Refusal.BadParameter("kind");
    }
    model.addAttribute("q", address.find("q").orElse(""));
    model.addAttribute("kind", kind);
    model.addAttribute("kinds", kinds(address, kind, visit.words()));
    if (address.find("q").isPresent()) {
      answer(address, ListAddress.cursor(request.getParameterMap()), visit, model);
    }
    return "search";
  }

  /// One for each kind, what the search is narrowed to else stays.
  private static List<CataloguePages.Tab> kinds(ListAddress address, String kind, Words words) {
    var tabs = new ArrayList<CataloguePages.Tab>();
    tabs.add(
        new CataloguePages.Tab(
            words.text("search.all"), address.without("kind").under(PATH), kind.isEmpty()));
    for (var one : KINDS) {
      tabs.add(
          new CataloguePages.Tab(
              words.text("search.kind." + one),
              address.with("kind", one).under(PATH),
              one.equals(kind)));
    }
    return tabs;
  }

  private void answer(ListAddress address, Optional<String> cursor, Visit visit, Model model) {
    var words = visit.words();
    var unknown = names.unknown(address, visit);
    var q = address.find("q").orElseThrow();
    var found =
        found(
            new Question(
                q, words.language(), address.find("kind"), address.filter(), false, cursor, LIMIT),
            visit);
    model.addAttribute("address", address);
    model.addAttribute("unknown", unknown);
    model.addAttribute("found", found);
    model.addAttribute("hits", hits(found, visit));
    model.addAttribute(
        "topics",
        found.topics().stream()
            .flatMap(t -> concepts.find(t).stream())
            .map(c -> c.label(words.language()))
            .toList());
    model.addAttribute("facets", FacetList.of(PATH, found.facets(), address, words));
    model.addAttribute(
        "used",
        names.used(address, PATH, words).stream().filter(u -> !OWN.contains(u.part())).toList());
    model.addAttribute("bare", address.only(OWN).under(PATH));
    model.addAttribute(
        "next", found.next().map(c -> ListAddress.next(address.under(PATH), c)).orElse(null));
    model.addAttribute("feed", address.under("/search.atom"));
    model.addAttribute("kept", names.kept(address, List.of()));
    model.addAttribute("find", ListAddress.address("/find", Map.of("text", q)));
  }

  private Found found(Question question, Visit visit) {
    try {
      return search.find(visit.reader(), question);
    } catch (BadCursor e) {
      throw new Refusal.BadParameter("cursor");
    }
  }

  private List<Hit> hits(Found found, Visit visit) {
    var initiatives = new HashSet<String>();
    var organisations = new HashSet<String>();
    var entries = new HashSet<String>();
    for (var hit : found.hits()) {
      if (hit.kind().equals("initiative")) {
        initiatives.add(hit.id());
      } else if (hit.kind().equals("organisation")) {
        organisations.add(hit.id());
      } else if (hit.kind().equals("entry")) {
        entries.add(hit.id());
      }
    }
    var summaries = registry.summaries(visit.reader(), initiatives);
    var named = parties.find(visit.reader(), organisations);
    var listed = catalogue.summaries(visit.reader(), entries);
    return found.hits().stream()
        .flatMap(hit ->
            hit.kind().equals("entry")
                ? entry(hit, listed, visit.words()).stream()
                : hit(hit, summaries, named, visit.words()).stream())
        .toList();
  }

  private static Optional<Hit> entry(
      Found.Hit hit, Map<String, EntryPage.Summary> listed, Words words) {
    return Optional.ofNullable(listed.get(hit.id()))
        .map(e ->
            new Hit(
                e.kind().code(),
                "/catalogue/" + e.id(),
                null,
                words.phrase(e.title()),
                hit.snippet(),
                hit.language()));
  }

  private static Optional<Hit> hit(
      Found.Hit hit,
      Map<String, InitiativePage.Summary> summaries,
      Map<String, Organisation> named,
      Words words) {
    return switch (hit.kind()) {
      case "country" ->
          Optional.of(
              new Hit(
                  hit.kind(),
                  "/countries/" + hit.id(),
                  null,
                  new Words.Phrase(words.country(new CountryCode(hit.id())), null),
                  List.of(),
                  hit.language()));
      case "organisation" ->
          Optional.ofNullable(named.get(hit.id()))
              .map(o ->
                  new Hit(
                      hit.kind(),
                      "/organisations/" + o.id(),
                      null,
                      words.phrase(o.name()),
                      List.of(),
                      hit.language()));
      default ->
          Optional.ofNullable(summaries.get(hit.id()))
              .map(s ->
                  new Hit(
                      hit.kind(),
                      "/initiatives/" + s.id(),
                      InitiativeRow.of(new InitiativePage(List.of(s), Optional.empty()), words)
                          .getFirst(),
                      words.phrase(s.title()),
                      hit.snippet(),
                      hit.language()));
    };
  }
}
