package org.bandung.web.data;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What can be downloaded beside the full dump. An address that this program does not answer is not
/// offered.
@Component
public final class Offers {

  /// Something that can be downloaded.
  ///
  /// @param code its words in the bundles are `data.offer.CODE` and `data.offer.CODE.text`
  public record Offer(String code, String address, String mediaType) {}

  static final List<Offer> ALL =
      List.of(
          new Offer("iati-activities", "/iati/activities.xml", "application/xml"),
          new Offer("iati-organisations", "/iati/organisations.xml", "application/xml"),
          new Offer("tossd", "/data/tossd", "text/csv"),
          new Offer("sdmx", "/data/sdmx/structure.json", "application/json"),
          new Offer("catalogue", "/data/catalogue.jsonld", "application/ld+json"),
          new Offer("changes", "/data/changes.atom", "application/atom+xml"),
          new Offer("initiatives", "/initiatives.csv", "text/csv"),
          new Offer("organisations", "/organisations.csv", "text/csv"),
          new Offer("entries", "/catalogue.csv", "text/csv"));

  private final ObjectProvider<RequestMappingHandlerMapping> routes;

  /// @param routes asked for late: they are made of what asks for this
  Offers(ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.routes = routes;
  }

  /// What is offered here.
  public List<Offer> list() {
    var answered =
        routes.stream()
            .flatMap(r -> r.getHandlerMethods().keySet().stream())
            .flatMap(route -> route.getPatternValues().stream())
            .collect(Collectors.toSet());
    return ALL.stream().filter(offer -> answered.contains(offer.address())).toList();
  }
}
