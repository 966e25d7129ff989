package org.bandung.web.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.bandung.exchange.sdmx.SdmxStructure;
import org.bandung.exchange.sdmx.SdmxTable;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Once;
import org.bandung.reference.Reference;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Answer;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// Figures in the words of SDMX.
@Controller
final class SdmxPages {

  private final Statistics statistics;
  private final Once<String> structure;

  SdmxPages(Statistics statistics, Reference reference) {
    this.statistics = statistics;
    this.structure =
        Once.of(() -> {
          var names = new LinkedHashMap<String, FigureNames>();
          Messages.LANGUAGES.forEach(l -> names.put(l, statistics.names(l)));
          return new SdmxStructure(reference, names).json();
        });
  }

  /// The same table as `/statistics.csv`, in columns that do not depend on what was asked.
  @GetMapping("/statistics.sdmx.csv")
  void table(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var answer = answer(request);
    try (var table =
        Download.table(response, "statistics.sdmx", SdmxTable.columns().toArray(String[]::new))) {
      SdmxTable.rows(answer).forEach(row -> table.row(row.toArray()));
    }
  }

  private Answer answer(HttpServletRequest request) {
    return switch (statistics.text().read(request::getParameter)) {
      case Asked.Understood(var question) ->
          statistics.ask(question).orElseThrow(() -> new Refusal.BadParameter("columns"));
      case Asked.Faulty(var faults) ->
          throw new Refusal.BadParameter(faults.getFirst().parameter());
    };
  }

  @GetMapping(path = "/data/sdmx/structure.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String structure() {
    return Objects.requireNonNull(structure.get());
  }
}
