package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.api.json.EntryJson;
import org.bandung.api.json.MomentJson;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.catalogue.EntryFacet;
import org.bandung.catalogue.EntryFilter;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.Timeline;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.Facet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue: `/catalogue` with the filters of the page, `/catalogue/{id}`; and `/timeline`.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class CatalogueRoutes {

  private final Requests requests;
  private final Facts facts;

  CatalogueRoutes(Requests requests, Facts facts) {
    this.requests = requests;
    this.facts = facts;
  }

  @GetMapping("/catalogue")
  Listed<EntryJson.Item> list(HttpServletRequest request) {
    var asked = requests.read(request, Route.ENTRIES);
    var query = asked.query();
    var filter = filter(query);
    int limit = query.limit();
    var cursor = query.cursor();
    query.refuseFaults();
    var page = Query.paged(cursor, from -> facts.entries(filter, from, limit));
    return new Listed<>(page.items(), page.next().orElse(null))
        .map(e -> EntryJson.renderItem(e, asked.speech()));
  }

  private static EntryFilter filter(Query query) {
    return EntryFilter.ALL
        .with(EntryFacet.KIND, query.oneOf(Parameter.ENTRY_KIND, EntryKind.codes()))
        .with(EntryFacet.COUNTRY, query.country(Parameter.COUNTRY).map(CountryCode::alpha3))
        .with(EntryFacet.REGION, query.region())
        .with(EntryFacet.FORM, query.code(Parameter.FORM, Facet.FORM))
        .with(EntryFacet.DOMAIN, query.code(Parameter.DOMAIN, Facet.DOMAIN))
        .with(EntryFacet.SECTOR, query.sector())
        .with(EntryFacet.SDG, query.code(Parameter.SDG, Facet.SDG))
        .with(EntryFacet.LANGUAGE, query.text(Parameter.LANGUAGE))
        .with(EntryFacet.ORGANISATION, query.text(Parameter.ORGANISATION))
        .with(EntryFacet.YEAR, query.year().map(String::valueOf))
        .with(EntryFacet.SOURCE, query.text(Parameter.SOURCE))
        .withGrouping(query.grouping())
        .withWords(query.text(Parameter.WORDS))
        .openOn(
            query.flag(Parameter.OPEN, false)
                ? Optional.of(LocalDate.now(ZoneOffset.UTC))
                : Optional.empty());
  }

  @GetMapping("/catalogue/{id}")
  EntryJson find(@PathVariable String id, HttpServletRequest request) {
    var asked = requests.read(request, Route.ENTRY);
    asked.query().refuseFaults();
    return facts
        .entry(Addresses.id("id", id))
        .map(view -> EntryJson.render(view, asked.speech()))
        .orElseThrow(() -> new NotFound(id));
  }

  /// The dates of the cooperation since 1955, in their order.
  @GetMapping("/timeline")
  Listed<MomentJson> timeline(HttpServletRequest request) {
    var asked = requests.read(request, Route.TIMELINE);
    return asked
        .query()
        .page(Timeline.moments(), m -> m.from().earliest() + "." + m.id())
        .map(m -> MomentJson.render(m, asked.speech()));
  }
}
