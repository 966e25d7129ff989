package org.bandung.web.economy;

import jakarta.servlet.http.HttpServletRequest;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// Makes the page that an address means, for whoever shows it or sends a part of it as a file.
@Component
final class EconomyAddresses {

  private static final String PRODUCT = "[A-Za-z0-9][A-Za-z0-9._-]{0,19}";

  private final EconomyFrame frame;
  private final OverviewEconomy overview;
  private final CountryEconomy countries;
  private final GroupingEconomy groupings;
  private final PairEconomy pairs;
  private final ProductEconomy products;
  private final ProductList list;

  EconomyAddresses(
      EconomyFrame frame,
      OverviewEconomy overview,
      CountryEconomy countries,
      GroupingEconomy groupings,
      PairEconomy pairs,
      ProductEconomy products,
      ProductList list) {
    this.frame = frame;
    this.overview = overview;
    this.countries = countries;
    this.groupings = groupings;
    this.pairs = pairs;
    this.products = products;
    this.list = list;
  }

  EconomyPage overview(HttpServletRequest request, Words words) {
    return overview.of(EconomyForm.of(request), words);
  }

  EconomyPage country(String code, HttpServletRequest request, Words words) {
    return countries.of(frame.country(code), EconomyForm.of(request), words);
  }

  EconomyPage grouping(String code, HttpServletRequest request, Words words) {
    return groupings.of(frame.grouping(code), EconomyForm.of(request), words);
  }

  EconomyPage pair(String one, String other, HttpServletRequest request, Words words) {
    return pairs.of(frame.country(one), frame.country(other), EconomyForm.of(request), words);
  }

  EconomyPage products(HttpServletRequest request, Words words) {
    return list.of(EconomyForm.of(request, "words"), words);
  }

  EconomyPage product(String code, HttpServletRequest request, Words words) {
    if (!code.matches(PRODUCT)) {
      throw new Refusal.NotFound();
    }
    return products.of(code, EconomyForm.of(request, ProductEconomy.PARAMETERS), words);
  }
}
