package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.economy.Dependence;
import org.bandung.economy.Wish;
import org.bandung.economy.context.AgreementsInForce;
import org.bandung.economy.context.Output;
import org.bandung.economy.context.Summaries;
import org.bandung.economy.context.TariffLevels;
import org.bandung.web.economy.EconomyPage.Part;
import org.springframework.stereotype.Component;

/// The parts of pages that tell what stands beside trade: agreements, tariffs, output, and what
/// another publisher says of the same trade.
@Component
final class BesideTrade {

  private final AgreementsInForce agreements;
  private final TariffLevels tariffs;
  private final Output output;
  private final Summaries summaries;

  BesideTrade(
      AgreementsInForce agreements, TariffLevels tariffs, Output output, Summaries summaries) {
    this.agreements = agreements;
    this.tariffs = tariffs;
    this.output = output;
    this.summaries = summaries;
  }

  /// Of a country.
  List<Part> of(Dependence dependence, Wish wish, EconomyWords words) {
    var country = dependence.country();
    var parts = new ArrayList<Part>();
    agreements.of(country, wish).ifPresent(c -> parts.addAll(new AgreementParts(words).of(c)));
    tariffs.of(country, wish).ifPresent(l -> parts.addAll(new TariffParts(words).of(l, country)));
    output.of(country, wish).ifPresent(o -> parts.addAll(new OutputParts(words).of(o)));
    summaries
        .of(dependence, dependence.told().unit())
        .ifPresent(c -> parts.add(new OutputParts(words).check(c, dependence)));
    return parts;
  }

  /// Of two countries.
  List<Part> between(String one, String other, Wish wish, EconomyWords words) {
    var parts = new ArrayList<Part>();
    agreements
        .between(one, other, wish)
        .ifPresent(c -> parts.add(new AgreementParts(words).between(c, one, other)));
    var rates = new ArrayList<>(tariffs.between(one, other, wish));
    rates.addAll(tariffs.between(other, one, wish));
    Optional.of(rates)
        .filter(r -> !r.isEmpty())
        .ifPresent(r -> parts.add(new TariffParts(words).rates(r)));
    return parts;
  }
}
