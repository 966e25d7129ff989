package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.frame.NotFound;
import org.bandung.api.json.DefinedIndicatorJson;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.reference.Reference;
import org.bandung.registry.SourceView;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.indicators.Indicator;
import org.bandung.statistics.indicators.Indicators.Outcome;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue of indicators: `/indicators`, and what one comes to: `/indicators/{code}` with the
/// parameters of `/statistics`.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class IndicatorRoutes {

  private final Requests requests;
  private final Facts facts;
  private final Reference reference;

  IndicatorRoutes(Requests requests, Facts facts, Reference reference) {
    this.requests = requests;
    this.facts = facts;
    this.reference = reference;
  }

  @GetMapping("/indicators")
  Listed<DefinedIndicatorJson> list(HttpServletRequest request) {
    var asked = requests.read(request, Route.INDICATORS);
    return asked
        .query()
        .page(facts.indicators().catalogue().all(), Indicator::code)
        .map(i -> DefinedIndicatorJson.render(i, asked.speech().language()));
  }

  @GetMapping("/indicators/{code}")
  DefinedIndicatorJson.IndicatorFigures values(
      @PathVariable String code, HttpServletRequest request) {
    var asked = requests.read(request, Route.INDICATOR);
    asked.query().flag(Parameter.SOUTH_SOUTH, false);
    asked.query().refuseFaults();
    var indicator =
        facts
            .indicators()
            .catalogue()
            .find(Addresses.id("code", code))
            .orElseThrow(() -> new NotFound(code));
    var language = asked.speech().language();
    var names =
        new FigureNames(
            language,
            reference,
            () ->
                facts.sources().stream()
                    .collect(Collectors.toMap(SourceView::key, SourceView::name)));
    return switch (facts.indicators().ask(indicator, request::getParameter)) {
      case Outcome.Calculated(var table) -> DefinedIndicatorJson.values(table, language, names);
      case Outcome.TooLarge() ->
          throw new BadQuery(
              List.of(new BadQuery.Fault(Parameter.COLUMNS.word(), "too-many-cells")));
      case Outcome.Faulty(var faults) ->
          throw new BadQuery(
              faults.stream().map(f -> new BadQuery.Fault(f.parameter(), "not-known")).toList());
    };
  }
}
