package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.api.json.ImportJson;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.api.json.SourceJson;
import org.bandung.registry.SourceView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where the data came from: `/sources`, `/sources/{key}`, `/imports`, `/imports/{id}`.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class SourceRoutes {

  private static final int RUNS = 5_000;

  private final Requests requests;
  private final Facts facts;

  SourceRoutes(Requests requests, Facts facts) {
    this.requests = requests;
    this.facts = facts;
  }

  @GetMapping("/sources")
  Listed<SourceJson> list(HttpServletRequest request) {
    var asked = requests.read(request, Route.SOURCES);
    var sources = facts.sources().stream().sorted(Comparator.comparing(SourceView::key)).toList();
    return asked
        .query()
        .page(sources, SourceView::key)
        .map(s -> SourceJson.render(s, asked.speech()));
  }

  @GetMapping("/sources/{key}")
  SourceJson find(@PathVariable String key, HttpServletRequest request) {
    var asked = requests.read(request, Route.SOURCE);
    asked.query().refuseFaults();
    return facts
        .source(Addresses.id("key", key))
        .map(s -> SourceJson.render(s, asked.speech()))
        .orElseThrow(() -> new NotFound(key));
  }

  @GetMapping("/imports")
  Listed<ImportJson> listImports(HttpServletRequest request) {
    var asked = requests.read(request, Route.IMPORTS);
    return asked
        .query()
        .page(facts.imports(RUNS), run -> "%019d".formatted(Long.MAX_VALUE - run.id()))
        .map(ImportJson::render);
  }

  @GetMapping("/imports/{id}")
  ImportJson findImport(@PathVariable String id, HttpServletRequest request) {
    requests.read(request, Route.IMPORT).query().refuseFaults();
    if (!Addresses.id("id", id).matches("[0-9]{1,18}")) {
      throw new NotFound(id);
    }
    return facts
        .importRun(Long.parseLong(id))
        .map(ImportJson::render)
        .orElseThrow(() -> new NotFound(id));
  }
}
