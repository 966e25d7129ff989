package org.bandung.statistics.counting;

import java.math.BigDecimal;
import java.util.Optional;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Deflator;
import org.bandung.reference.money.Deflators;
import org.bandung.statistics.facts.Fact;

/// Brings amounts into one currency at the rates of their own time, then into the prices of one
/// year.
///
/// `constant = converted × D(base) / D(year)`, in the smallest unit of the currency; the year is
/// that of the date whose exchange rate holds. Missing where no rate, no date or no level of prices
/// is known: a neighbouring year is never taken.
final class ConstantPrices implements Segment.Money {

  private final Segment.Money current;
  private final Deflators deflators;
  private final int base;
  private final Optional<Deflator> deflator;

  ConstantPrices(Segment.Money current, Deflators deflators, Question question) {
    var prices = question.prices().orElseThrow();
    this.current = current;
    this.deflators = deflators;
    this.base = prices.year();
    this.deflator = deflator(question, deflators);
  }

  /// The deflator that a question means: the one named, else the first by name that is for its
  /// currency; empty if there is none, or if prices are those of their own time.
  static Optional<Deflator> deflator(Question question, Deflators deflators) {
    return question
        .prices()
        .flatMap(prices ->
            deflators.all().stream()
                .filter(d -> d.currency().equals(question.in()))
                .filter(
                    d -> prices.deflator().isEmpty() || prices.deflator().get().equals(d.name()))
                .findFirst());
  }

  @Override
  public long convert(BigDecimal amount, String currency, int date, String to) {
    long then = current.convert(amount, currency, date, to);
    if (then == Segment.NONE || date == Fact.UNKNOWN || deflator.isEmpty()) {
      return Segment.NONE;
    }
    var reported = new ReportedAmount(BigDecimal.valueOf(then, 2), to);
    return deflators.constantPrices(
                reported, Segment.date(date).year(), base, deflator.get().name())
            instanceof Deflators.Result.Constant constant
        ? Exchange.hundredths(constant.amount())
        : Segment.NONE;
  }
}
