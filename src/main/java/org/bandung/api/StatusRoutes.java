package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.bandung.api.frame.Addresses;
import org.bandung.api.json.StatusJson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// This node about itself: `/status`, `/ready`, `/openapi.json`.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class StatusRoutes {

  static final String VERSION =
      Optional.ofNullable(StatusRoutes.class.getPackage().getImplementationVersion())
          .orElse("development");

  private final Requests requests;
  private final Facts facts;

  StatusRoutes(Requests requests, Facts facts) {
    this.requests = requests;
    this.facts = facts;
  }

  @GetMapping("/status")
  StatusJson status(HttpServletRequest request) {
    var asked = requests.read(request, Route.STATUS);
    asked.query().refuseFaults();
    return StatusJson.render(facts.counts(), VERSION, asked.speech());
  }

  @GetMapping("/ready")
  StatusJson.Ready ready(HttpServletRequest request) {
    requests.read(request, Route.READY).query().refuseFaults();
    if (!facts.ready()) {
      throw new NotReady();
    }
    return new StatusJson.Ready(true);
  }

  @GetMapping("/openapi.json")
  Map<String, Object> openApi(HttpServletRequest request) {
    var asked = requests.read(request, Route.OPENAPI);
    asked.query().refuseFaults();
    return OpenApi.document(asked.speech().language());
  }

  /// Something has not caught up yet.
  static final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
