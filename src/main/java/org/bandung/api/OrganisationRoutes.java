package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.api.json.OrganisationJson;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.parties.Parties.OrganisationFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Organisations: `/organisations`, `/organisations/{id}`.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class OrganisationRoutes {

  private final Requests requests;
  private final Facts facts;

  OrganisationRoutes(Requests requests, Facts facts) {
    this.requests = requests;
    this.facts = facts;
  }

  @GetMapping("/organisations")
  Listed<OrganisationJson> list(HttpServletRequest request) {
    var asked = requests.read(request, Route.ORGANISATIONS);
    var query = asked.query();
    var filter =
        new OrganisationFilter(
            query.text(Parameter.KIND),
            query.country(Parameter.COUNTRY),
            query.text(Parameter.WORDS));
    int limit = query.limit();
    var cursor = query.cursor();
    query.refuseFaults();
    var page = Query.paged(cursor, from -> facts.organisations(filter, from, limit));
    return new Listed<>(page.items(), page.next().orElse(null))
        .map(o -> OrganisationJson.render(o, asked.speech()));
  }

  @GetMapping("/organisations/{id}")
  OrganisationJson find(@PathVariable String id, HttpServletRequest request) {
    var asked = requests.read(request, Route.ORGANISATION);
    asked.query().refuseFaults();
    return facts
        .organisation(Addresses.id("id", id))
        .map(o -> OrganisationJson.render(o, asked.speech()))
        .orElseThrow(() -> new NotFound(id));
  }
}
