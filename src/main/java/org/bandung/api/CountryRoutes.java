package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.api.json.CountryJson;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.api.json.Speech;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Country;
import org.bandung.reference.Folding;
import org.bandung.reference.Reference;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Countries and areas: `/countries`, `/countries/{iso3}`.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class CountryRoutes {

  private final Requests requests;
  private final Reference reference;
  private final Facts facts;

  CountryRoutes(Requests requests, Reference reference, Facts facts) {
    this.requests = requests;
    this.reference = reference;
    this.facts = facts;
  }

  @GetMapping("/countries")
  Listed<CountryJson.Item> list(HttpServletRequest request) {
    var asked = requests.read(request, Route.COUNTRIES);
    var today = LocalDate.now(ZoneOffset.UTC);
    var words = Folding.fold(asked.query().text(Parameter.WORDS).orElse(""));
    var countries =
        reference.countries().stream()
            .filter(c -> called(c, asked.speech()).contains(words))
            .sorted(Comparator.comparing(Country::code))
            .toList();
    var page = asked.query().page(countries, c -> c.code().alpha3());
    return page.map(c -> CountryJson.renderItem(c, asked.speech(), today));
  }

  /// What a country can be found by, as on its page: its name, the English one, its code.
  private String called(Country country, Speech speech) {
    var name = reference.countryName(country.code(), speech.language());
    var english = reference.countryName(country.code(), "en");
    return Folding.fold(name + ' ' + english + ' ' + country.code().alpha3());
  }

  @GetMapping("/countries/{iso3}")
  CountryJson find(@PathVariable String iso3, HttpServletRequest request) {
    var asked = requests.read(request, Route.COUNTRY);
    asked.query().refuseFaults();
    var code = Addresses.id("iso3", iso3).toUpperCase(Locale.ROOT);
    if (!CountryCode.isWellFormed(code)) {
      throw new NotFound(iso3);
    }
    var country =
        reference.findCountry(new CountryCode(code)).orElseThrow(() -> new NotFound(iso3));
    return CountryJson.render(
        country,
        facts.ties(country.code()),
        facts.coordinatingAgencies(country.code()),
        asked.speech(),
        LocalDate.now(ZoneOffset.UTC));
  }
}
