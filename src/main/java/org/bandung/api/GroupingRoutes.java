package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.api.json.GroupingJson;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.reference.Grouping;
import org.bandung.reference.Reference;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Groupings and institutions: `/groupings`, `/groupings/{code}?on=DATE`.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class GroupingRoutes {

  private final Requests requests;
  private final Reference reference;

  GroupingRoutes(Requests requests, Reference reference) {
    this.requests = requests;
    this.reference = reference;
  }

  @GetMapping("/groupings")
  Listed<GroupingJson.Item> list(HttpServletRequest request) {
    var asked = requests.read(request, Route.GROUPINGS);
    return asked
        .query()
        .page(
            reference.groupings().stream().sorted(Comparator.comparing(Grouping::code)).toList(),
            Grouping::code)
        .map(g -> GroupingJson.renderItem(g, asked.speech()));
  }

  @GetMapping("/groupings/{code}")
  GroupingJson find(@PathVariable String code, HttpServletRequest request) {
    var asked = requests.read(request, Route.GROUPING);
    var on = asked.query().date(Parameter.ON).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
    asked.query().refuseFaults();
    var grouping =
        reference.findGrouping(Addresses.id("code", code)).orElseThrow(() -> new NotFound(code));
    return GroupingJson.render(grouping, reference.membersOf(grouping.code()), on, asked.speech());
  }
}
