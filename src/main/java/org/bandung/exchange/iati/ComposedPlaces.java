package org.bandung.exchange.iati;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Where;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Place;
import org.jspecify.annotations.Nullable;

/// Where it happens: the countries that receive, else regions, else the code for "unspecified", as
/// the standard demands one of them; and places.
final class ComposedPlaces {

  private static final String UNSPECIFIED = "998";
  private static final String WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326";

  private final Page page;

  ComposedPlaces(Page page) {
    this.page = page;
  }

  List<Xml> of(Content content) {
    var all = new ArrayList<Xml>(recipients(content));
    for (var place : content.places()) {
      var location = location(place);
      if (location != null) {
        all.add(location);
      }
      if (location == null || place.country() != null) {
        page.lost(Field.PLACE, Where.BLOCK);
      }
    }
    return all;
  }

  private List<Xml> recipients(Content content) {
    var countries = new Shared(page);
    var regions = new Shared(page);
    var m49 = new Shared(page);
    for (var p : content.participants()) {
      if (!p.role().receives() || p.organisation() != null) {
        continue;
      }
      var country = p.country();
      var code = country == null ? null : page.codes().country(country).orElse(null);
      var as = p.countryAsReported();
      if (code != null) {
        countries.add(code, p.percentage());
      } else if (country == null && as != null && IatiCodes.isRegion(as)) {
        regions.add(as, p.percentage());
      } else {
        page.lost(Field.COUNTRY_UNKNOWN, Where.BLOCK);
      }
    }
    for (var c : content.classifications()) {
      if (c.scheme().equals("iati-region") && IatiCodes.isRegion(c.code())) {
        regions.add(c.code(), c.percentage());
      } else if (c.scheme().equals("m49-region") && c.code().matches("[0-9]{3}")) {
        m49.add(c.code(), c.percentage());
      }
    }
    return chosen(countries, regions, m49);
  }

  private List<Xml> chosen(Shared countries, Shared regions, Shared m49) {
    if (!countries.isEmpty()) {
      if (!regions.isEmpty() || !m49.isEmpty()) {
        page.lost(Field.REGION, Where.BLOCK);
      }
      return countries.elements(code -> Xml.of("recipient-country").with("code", code));
    }
    if (!regions.isEmpty()) {
      return regions.elements(code -> region("1", code));
    }
    if (!m49.isEmpty()) {
      return m49.elements(code -> region("2", code));
    }
    page.lost(Field.RECIPIENT_PLACE, Where.FILLED);
    return List.of(region("1", UNSPECIFIED));
  }

  private static Xml region(String vocabulary, String code) {
    return Xml.of("recipient-region").with("vocabulary", vocabulary).with("code", code);
  }

  private @Nullable Xml location(Place place) {
    var name = page.narratives().in(Xml.of("name"), place.name());
    var point = point(place);
    return name.isEmpty() && point == null
        ? null
        : Xml.of("location").add(name.orElse(null)).add(point);
  }

  private static @Nullable Xml point(Place place) {
    var latitude = degrees(place.latitude(), 90);
    var longitude = degrees(place.longitude(), 180);
    return latitude == null || longitude == null
        ? null
        : Xml.of("point")
            .with("srsName", WGS84)
            .add(Xml.of("pos").text(latitude + " " + longitude));
  }

  private static @Nullable String degrees(@Nullable String text, int most) {
    return text != null
            && text.matches("[+-]?[0-9]{1,3}(\\.[0-9]{1,20})?")
            && new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(most)) <= 0
        ? text
        : null;
  }
}
