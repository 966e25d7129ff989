package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.api.json.FundJson;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.funds.Fund;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Funds that are shown to everybody: `/funds` and `/funds/{id}`.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class FundRoutes {

  private final Requests requests;
  private final Known known;

  FundRoutes(Requests requests, Known known) {
    this.requests = requests;
    this.known = known;
  }

  /// A fund with the name of the body that answers for it.
  record Told(Fund fund, String body) {}

  /// What this door asks of the funds.
  interface Known {
    List<Told> shown();

    Optional<Told> shown(String id);
  }

  @GetMapping("/funds")
  Listed<FundJson.Item> list(HttpServletRequest request) {
    var asked = requests.read(request, Route.FUNDS);
    var told = known.shown().stream().sorted(Comparator.comparing(t -> t.fund().id())).toList();
    return asked
        .query()
        .page(told, t -> t.fund().id())
        .map(t -> FundJson.item(t.fund(), t.body(), asked.speech()));
  }

  @GetMapping("/funds/{id}")
  FundJson show(@PathVariable String id, HttpServletRequest request) {
    var asked = requests.read(request, Route.FUND);
    asked.query().refuseFaults();
    var told = known.shown(Addresses.id("id", id)).orElseThrow(() -> new NotFound(id));
    return FundJson.render(told.fund(), told.body(), asked.speech());
  }
}
