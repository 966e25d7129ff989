package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Refused;
import org.bandung.economy.scenarios.OutcomeTree;
import org.bandung.economy.scenarios.Scenario;
import org.bandung.economy.scenarios.Scenario.Tariffs;
import org.bandung.economy.scenarios.Scenario.Trade;
import org.bandung.economy.scenarios.ScenarioFault;
import org.bandung.economy.scenarios.ScenarioLookup;
import org.bandung.economy.scenarios.ScenarioReader;
import org.bandung.economy.scenarios.ScenarioReader.Read;
import org.bandung.economy.scenarios.ScenarioRun;
import org.bandung.economy.scenarios.ScenarioRun.Result;
import org.bandung.kernel.Messages;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What a change of tariffs would bring: the same document and the same answer as at the terminal.
/// A question, not a change: nothing is kept.
@RestController
final class ScenarioRoutes {

  static final String PATH = Addresses.ROOT + "/economy/simulations";

  /// A scenario of twenty thousand flows and as many rates fits.
  static final int MOST_BYTES = 2 << 20;

  /// Some seconds of one processor.
  static final long MOST_WORK = 500_000_000L;

  private static final Messages WORDS = Messages.of("scenarios");
  private static final int AT_ONCE = 2;
  private static final int WAIT_SECONDS = 5;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static final String EXAMPLE =
      """
      {"model": "smart",
       "about": {"unit": "thousand USD", "year": 2024, "source": "invented", "tariffs": "invented"},
       "flows": [
         {"exporter": "QNN", "importer": "QMM", "product": "0713", "value": 4200},
         {"exporter": "QXX", "importer": "QMM", "product": "0713", "value": 9800}],
       "tariffs": [{"importer": "QMM", "product": "0713", "percent": 20}],
       "change": {"kind": "preference", "importers": ["QMM"], "partners": ["QNN"], "margin": 50}}
      """;

  /// What a scenario takes from this node.
  interface Known {
    ScenarioLookup.Looked look(Scenario scenario);
  }

  private final Known node;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  ScenarioRoutes(Known node) {
    this.node = node;
  }

  @PostMapping(path = "/api/v1/economy/simulations", produces = "application/json")
  Map<String, Object> simulate(HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new Refused(Problem.Kind.BODY_TOO_LARGE, MOST_BYTES);
    }
    var asked =
        switch (ScenarioReader.read(body)) {
          case Read.Faulty(var faults) -> throw refused(faults);
          case Read.Understood(var scenario) -> scenario;
        };
    refuse(elsewhere(asked));
    if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
      response.setHeader("Retry-After", String.valueOf(WAIT_SECONDS));
      throw new Refused(Problem.Kind.TOO_BUSY);
    }
    try {
      return answer(asked);
    } finally {
      turns.release();
    }
  }

  private Map<String, Object> answer(Scenario asked) {
    var looked = node.look(asked);
    refuse(looked.faults());
    long work = ScenarioRun.work(looked.scenario());
    if (work > MOST_WORK) {
      refuse(List.of(ScenarioFault.of("/flows", "too-much-work", work, MOST_WORK)));
    }
    return switch (ScenarioRun.run(looked.scenario())) {
      case Result.Faulty(var faults) -> throw refused(faults);
      case Result.Told(var scenario, var outcome) -> OutcomeTree.of(asked, scenario, outcome);
    };
  }

  /// Beside a document that was sent there is no folder.
  private static List<ScenarioFault> elsewhere(Scenario scenario) {
    var faults = new ArrayList<ScenarioFault>();
    if (scenario.trade() instanceof Trade.InFile) {
      faults.add(ScenarioFault.of("/flows/file", "no-folder"));
    }
    if (scenario.tariffs() instanceof Tariffs.InFile) {
      faults.add(ScenarioFault.of("/tariffs/file", "no-folder"));
    }
    return faults;
  }

  private static void refuse(List<ScenarioFault> faults) {
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
  }

  private static Refused refused(List<ScenarioFault> faults) {
    return new Refused(
        faults.stream()
            .map(f -> new Refused.Fault(f.pointer(), WORDS, "fault." + f.code(), f.arguments()))
            .toList());
  }

  /// Its part of the OpenAPI document.
  static Map<String, Object> document(String summary) {
    Map<String, Object> object = Map.of("type", "object");
    var content = new LinkedHashMap<String, Object>();
    content.put("schema", schema());
    content.put("example", JSON.readTree(EXAMPLE));
    var responses = new LinkedHashMap<String, Object>();
    responses.put(
        "200",
        Map.of(
            "description",
            summary,
            "content",
            Map.of("application/json", Map.of("schema", object))));
    for (var kind :
        List.of(
            Problem.Kind.BODY_TOO_LARGE,
            Problem.Kind.FAULTS,
            Problem.Kind.METHOD_NOT_ALLOWED,
            Problem.Kind.NOT_ACCEPTABLE,
            Problem.Kind.TOO_MANY_REQUESTS,
            Problem.Kind.INTERNAL,
            Problem.Kind.TOO_BUSY)) {
      responses.put(
          String.valueOf(kind.status()), Map.of("$ref", "#/components/responses/" + kind.word()));
    }
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", "simulations");
    operation.put("summary", summary);
    operation.put(
        "requestBody", Map.of("required", true, "content", Map.of("application/json", content)));
    operation.put("responses", responses);
    return Map.of("post", operation);
  }

  private static Map<String, Object> schema() {
    Map<String, Object> object = Map.of("type", "object");
    Map<String, Object> listOrDataset = Map.of("type", List.of("array", "object"));
    var properties = new LinkedHashMap<String, Object>();
    properties.put("model", Map.of("type", "string", "enum", List.of("smart", "gsim")));
    properties.put("name", Map.of("type", "string", "maxLength", 300));
    properties.put("about", object);
    properties.put("flows", listOrDataset);
    properties.put("tariffs", listOrDataset);
    properties.put("change", object);
    properties.put("elasticities", object);
    properties.put(
        "diversion", Map.of("type", "string", "enum", List.of("linear", "ratio", "ces")));
    properties.put("sensitivity", object);
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", List.of("model", "flows", "tariffs", "change"));
    schema.put("additionalProperties", false);
    return schema;
  }
}
