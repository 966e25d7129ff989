package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import org.bandung.api.frame.Addresses;
import org.bandung.api.json.ContentJson.AmountJson;
import org.bandung.api.json.ConversionJson;
import org.bandung.api.json.RateJson;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Conversion;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.Rates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Exchange rates: `/rates` (which there are) and `/conversions` (one amount in another currency).
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class RateRoutes {

  private static final String USUAL_TARGET = "USD";

  private final Requests requests;
  private final Known known;

  RateRoutes(Requests requests, Known known) {
    this.requests = requests;
    this.known = known;
  }

  /// What this door asks of the rates.
  interface Known {
    Rates.Loaded now();
  }

  @GetMapping("/rates")
  Listed<RateJson> list(HttpServletRequest request) {
    var asked = requests.read(request, Route.RATES);
    var currency = asked.query().currency(Parameter.CURRENCY);
    var told =
        known.now().rates().coverage().stream()
            .filter(c ->
                currency.isEmpty()
                    || c.currency().equals(currency.get())
                    || c.pivot().equals(currency.get()))
            .sorted(Comparator.comparing(RateJson::key))
            .toList();
    return asked.query().page(told, RateJson::key).map(RateJson::render);
  }

  /// Whatever is not said is missing in the answer too, with its reason.
  @GetMapping("/conversions")
  ConversionJson convert(HttpServletRequest request) {
    var asked = requests.read(request, Route.CONVERSIONS);
    var query = asked.query();
    var amount = query.figure(Parameter.AMOUNT).orElse(BigDecimal.ONE);
    var from = query.currency(Parameter.FROM).orElse(null);
    var to = query.currency(Parameter.TO).orElse(USUAL_TARGET);
    var date = query.partialDate(Parameter.DATE).orElse(null);
    var method =
        query
            .oneOf(
                Parameter.METHOD, Arrays.stream(RateMethod.values()).map(RateMethod::code).toList())
            .flatMap(RateMethod::ofCode)
            .orElse(RateMethod.AVERAGE);
    query.refuseFaults();
    var result =
        new Conversion(known.now().rates(), method)
            .convert(new ReportedAmount(amount, from), date, to);
    return ConversionJson.render(new AmountJson(amount.toPlainString(), from), result);
  }
}
