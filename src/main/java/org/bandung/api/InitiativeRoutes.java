package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.api.json.FlowJson;
import org.bandung.api.json.InitiativeJson;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.CountryTies;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.said.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Initiatives: `/initiatives` with the filters of the pages, `/initiatives/{id}`; and what flows
/// among them: `/flows`.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class InitiativeRoutes {

  private final Requests requests;
  private final Facts facts;

  InitiativeRoutes(Requests requests, Facts facts) {
    this.requests = requests;
    this.facts = facts;
  }

  @GetMapping("/initiatives")
  Listed<InitiativeJson.Item> list(HttpServletRequest request) {
    var asked = requests.read(request, Route.INITIATIVES);
    var query = asked.query();
    var filter = filter(query);
    int limit = query.limit();
    var cursor = query.cursor();
    query.refuseFaults();
    var page = Query.paged(cursor, from -> facts.initiatives(filter, from, limit));
    return new Listed<>(page.items(), page.next().orElse(null))
        .map(s -> InitiativeJson.renderItem(s, asked.speech()));
  }

  /// Who provides to whom among the initiatives of the same list, in the order of codes.
  @GetMapping("/flows")
  Listed<FlowJson> flows(HttpServletRequest request) {
    var asked = requests.read(request, Route.FLOWS);
    var query = asked.query();
    var filter = filter(query);
    query.refuseFaults();
    var flows = facts.flows(filter).stream().sorted(Comparator.comparing(InitiativeRoutes::key));
    return query
        .page(flows.toList(), InitiativeRoutes::key)
        .map(f -> FlowJson.render(f, asked.speech()));
  }

  private static String key(CountryTies.Flow flow) {
    return flow.provider() + "." + flow.recipient() + "." + flow.modality();
  }

  private static String compilations(Query query) {
    return query.oneOf(Parameter.COMPILATIONS, List.of("true", "false", "only")).orElse("true");
  }

  private static InitiativeFilter filter(Query query) {
    return InitiativeFilter.ALL
        .with(Facet.MODALITY, query.code(Parameter.MODALITY, Facet.MODALITY))
        .with(Facet.SCOPE, query.code(Parameter.SCOPE, Facet.SCOPE))
        .with(Facet.FORM, query.code(Parameter.FORM, Facet.FORM))
        .with(Facet.DOMAIN, query.code(Parameter.DOMAIN, Facet.DOMAIN))
        .with(Facet.SECTOR, query.sector())
        .with(Facet.SDG, query.code(Parameter.SDG, Facet.SDG))
        .with(Facet.COUNTRY, query.country(Parameter.COUNTRY).map(CountryCode::alpha3))
        .with(Facet.REGION, query.region())
        .with(Facet.ORGANISATION, query.text(Parameter.ORGANISATION))
        .with(Facet.ALONGSIDE, query.text(Parameter.ALONGSIDE))
        .with(Facet.ROLE, query.role().map(Role::code))
        .with(Facet.YEAR, query.year().map(String::valueOf))
        .with(Facet.SOURCE, query.text(Parameter.SOURCE))
        .with(Facet.SIGNAL, query.code(Parameter.SIGNAL, Facet.SIGNAL))
        .flowing(query.country(Parameter.PROVIDER), query.country(Parameter.RECIPIENT))
        .withPartner(query.country(Parameter.PARTNER))
        .withGrouping(query.grouping())
        .withWords(query.text(Parameter.WORDS))
        .onlySouthSouth(query.flag(Parameter.SOUTH_SOUTH, false))
        .withCompilations(!compilations(query).equals("false"))
        .onlyCompilations(compilations(query).equals("only"));
  }

  @GetMapping("/initiatives/{id}")
  InitiativeJson find(@PathVariable String id, HttpServletRequest request) {
    var asked = requests.read(request, Route.INITIATIVE);
    asked.query().refuseFaults();
    return facts
        .initiative(Addresses.id("id", id))
        .map(view -> InitiativeJson.render(view, asked.speech()))
        .orElseThrow(() -> new NotFound(id));
  }
}
