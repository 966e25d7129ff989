package org.bandung.registry.loans;

import java.math.BigDecimal;
import java.util.Optional;

/// Grant element of a loan: the part of it that is given, at a rate of discount.
///
/// `GE = 1 − Σ debtService(k) / (1 + d)^(k/a) / faceValue`, `k` from 1 to the last payment, `a`
/// payments a year; the loan is taken as paid out at once. With equal payments of principal this is
/// the closed form `(1 − (r/a)/D) × (1 − ((1+D)^(−aG) − (1+D)^(−aM)) / (D·(aM − aG)))`, where `D =
/// (1+d)^(1/a) − 1` and `G` is the grace period less one interval.
///
/// Without unit; 1 for a gift, 0 where the interest is the discount, below 0 where it is higher.
///
/// @see <a href="https://www.imf.org/external/np/pdr/conc/calculator/default.aspx">IMF and World
///   Bank, calculation of the grant element, unified discount rate of 5 % since October 2013</a>
/// @see <a href="https://paperzz.com/doc/8929037/grant-element">OECD-DAC, statistical reporting
///   directives, annex: calculating the grant element, formulas and examples</a>
public final class GrantElement {

  /// Per cent a year: IMF and World Bank since 2013.
  public static final BigDecimal UNIFIED_RATE = BigDecimal.valueOf(5);

  /// Per cent a year: the OECD's until 2017.
  public static final BigDecimal HISTORIC_RATE = BigDecimal.valueOf(10);

  /// From here on a loan is concessional, at the unified rate.
  public static final double CONCESSIONAL = 0.35;

  /// Powers are not exact: what differs from 35 % by less than this is 35 %.
  private static final double HAIR = 1e-12;

  private static final int MONTHS = 12;
  private static final double PER_CENT = 100;

  private GrantElement() {}

  /// The grant element on these terms.
  ///
  /// @param discountRate per cent a year
  public static double of(Loan.Terms terms, BigDecimal discountRate) {
    int step = MONTHS / terms.paymentsPerYear();
    int payments = terms.maturityMonths() / step;
    // The first repayment falls due when the grace period ends.
    int first = Math.max(1, terms.graceMonths() / step);
    double interest = terms.interest().doubleValue() / PER_CENT / terms.paymentsPerYear();
    double factor =
        Math.pow(1 + discountRate.doubleValue() / PER_CENT, -1.0 / terms.paymentsPerYear());
    double owed = 1;
    double value = 0;
    double discount = 1;
    for (int k = 1; k <= payments; k++) {
      discount *= factor;
      double principal =
          k < first ? 0 : principal(terms.profile(), owed, interest, k, payments, first);
      value += (owed * interest + principal) * discount;
      owed -= principal;
    }
    return 1 - value;
  }

  /// What of the principal is paid back at one payment, the face value being 1.
  private static double principal(
      Loan.Profile profile, double owed, double interest, int k, int payments, int first) {
    int left = payments - k + 1;
    return switch (profile) {
      case EQUAL_PRINCIPAL -> 1.0 / (payments - first + 1);
      case BULLET -> k == payments ? owed : 0;
      case ANNUITY ->
          interest == 0
              ? owed / left
              : owed * interest / (1 - Math.pow(1 + interest, -left)) - owed * interest;
    };
  }

  /// Whether a loan on these terms is concessional: a grant element of 35 % or more at the unified
  /// rate, as the IMF, the World Bank and SDG indicator 17.3.1 have it.
  public static boolean concessional(Loan.Terms terms) {
    return of(terms, UNIFIED_RATE) >= CONCESSIONAL - HAIR;
  }

  /// What a loan is called by its terms; empty where it is neither. Interest-free before
  /// concessional.
  public static Optional<String> mark(Loan.Terms terms) {
    if (terms.interest().signum() == 0) {
      return Optional.of("interest-free");
    }
    return concessional(terms) ? Optional.of("concessional") : Optional.empty();
  }
}
