package org.bandung.funds.loans;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bandung.funds.ledger.Money;
import org.bandung.registry.loans.GrantElement;

/// What later payments are worth today, and what of a loan is given.
public final class PresentValue {

  private static final double PER_CENT = 100;
  private static final double YEAR = 365;

  private PresentValue() {}

  /// Money that is paid on a day.
  public record Flow(LocalDate day, Money amount) {}

  /// The present value of payments.
  ///
  /// `PV = Σ amount / (1 + d)^(days / 365)`, days from the day of valuation; rounded once, half to
  /// even, to the currency's smallest unit
  ///
  /// @param discount per cent a year, above −100
  /// @param on the day of valuation; no flow lies before it
  /// @return zero where nothing is paid
  /// @see <a href="https://www.imf.org/external/pubs/ft/eds/Eng/Guide/">External debt statistics:
  ///   guide for compilers and users, present value of debt</a>
  public static Money of(List<Flow> flows, BigDecimal discount, LocalDate on, Money zero) {
    double sum = 0;
    for (var flow : flows) {
      if (flow.day().isBefore(on)) {
        throw new IllegalArgumentException(flow.day() + " is before " + on);
      }
      double years = ChronoUnit.DAYS.between(on, flow.day()) / YEAR;
      sum +=
          flow.amount().plus(Money.zero(zero.currency())).amount().doubleValue()
              / Math.pow(1 + discount.doubleValue() / PER_CENT, years);
    }
    return new Money(
        BigDecimal.valueOf(sum).setScale(Money.scale(zero.currency()), RoundingMode.HALF_EVEN),
        zero.currency());
  }

  /// The present value of what falls due on a loan after a day.
  public static Money of(Schedule schedule, BigDecimal discount, LocalDate on) {
    return of(
        schedule.after(on).stream().map(p -> new Flow(p.due(), p.total())).toList(),
        discount,
        on,
        Money.zero(schedule.terms().commitment().currency()));
  }

  /// The grant element: of a loan that is paid out at once by the formula of IMF and OECD, which
  /// counts periods ([GrantElement]); of any other (a line of credit, a grace period free of
  /// interest) `1 − PV(service) / PV(paid out)` by days.
  ///
  /// @param discount per cent a year
  /// @return without unit; 1 for a gift
  public static double grantElement(Schedule schedule, BigDecimal discount) {
    var terms = schedule.terms();
    boolean once =
        schedule
            .movements()
            .equals(List.of(new Schedule.Movement(terms.start(), terms.commitment())));
    if (once && !terms.graceIsFree()) {
      return GrantElement.of(terms.reported(), discount);
    }
    var zero = Money.zero(terms.commitment().currency());
    var out =
        of(
            schedule.movements().stream()
                .filter(m -> m.amount().signum() > 0)
                .map(m -> new Flow(m.day(), m.amount()))
                .toList(),
            discount,
            terms.start(),
            zero);
    var service = of(schedule, discount, terms.start());
    return 1 - service.amount().doubleValue() / out.amount().doubleValue();
  }
}
