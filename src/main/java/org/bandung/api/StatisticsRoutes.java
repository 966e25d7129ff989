package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.json.FiguresJson;
import org.bandung.reference.Reference;
import org.bandung.registry.SourceView;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.counting.Question;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Figures, each counted once: `/statistics` with the parameters of the page of that name.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class StatisticsRoutes {

  private final Requests requests;
  private final Facts facts;
  private final Reference reference;
  private final QuestionText text;

  StatisticsRoutes(Requests requests, Facts facts, Reference reference) {
    this.requests = requests;
    this.facts = facts;
    this.reference = reference;
    this.text = new QuestionText(reference);
  }

  @GetMapping("/statistics")
  FiguresJson figures(HttpServletRequest request) {
    var asked = requests.read(request, Route.STATISTICS);
    asked.query().flag(Parameter.SOUTH_SOUTH, false);
    asked.query().refuseFaults();
    var question = understood(request);
    var names =
        new FigureNames(
            asked.speech().language(),
            reference,
            () ->
                facts.sources().stream()
                    .collect(Collectors.toMap(SourceView::key, SourceView::name)));
    return facts
        .figures(question)
        .map(answer -> FiguresJson.render(answer, names, facts.deflator(question)))
        .orElseThrow(() ->
            new BadQuery(List.of(new BadQuery.Fault(Parameter.COLUMNS.word(), "too-many-cells"))));
  }

  private Question understood(HttpServletRequest request) {
    return switch (text.read(request::getParameter)) {
      case Asked.Understood(var question) -> question;
      case Asked.Faulty(var faults) ->
          throw new BadQuery(
              faults.stream().map(f -> new BadQuery.Fault(f.parameter(), "not-known")).toList());
    };
  }
}
