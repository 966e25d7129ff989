package org.bandung.api.json;

import java.util.List;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.Coverage;
import org.bandung.reference.money.RateResult.Step;

/// What one source tells of one currency's exchange rate.
///
/// @param pivot the currency in which it is told
/// @param method `fixing`, `average` or `end-of-period`
/// @param period `day`, `month` or `year`
/// @param from the first day, month or year that has a rate
/// @param rates how many there are
/// @param missing periods in between without one; of days none are listed
public record RateJson(
    String currency,
    String pivot,
    String source,
    String method,
    String period,
    String from,
    String to,
    int rates,
    List<String> missing) {

  public static RateJson render(Coverage told) {
    return new RateJson(
        told.currency(),
        told.pivot(),
        told.source(),
        told.method().code(),
        told.unit().code(),
        told.first().toString(),
        told.last().toString(),
        told.count(),
        told.missing().stream().map(PartialDate::toString).toList());
  }

  /// Where it stands in the list.
  public static String key(Coverage told) {
    return String.join(
        " ",
        told.currency(),
        told.source(),
        told.unit().code(),
        told.method().code(),
        told.pivot());
  }

  /// One step of a conversion.
  ///
  /// @param quoted the number as its source has it, or the mean of several, as text
  /// @param perFrom true: so many of `to` are one of `from`; false: so many of `from` are one of
  ///   `to`
  /// @param basis how it came about
  /// @param of how many numbers it is the mean of; 1 if of none
  public record StepJson(
      String from,
      String to,
      String quoted,
      boolean perFrom,
      String basis,
      String date,
      int of,
      String source) {

    static StepJson render(Step step) {
      return new StepJson(
          step.from(),
          step.to(),
          step.quoted().toPlainString(),
          step.perFrom(),
          step.method().code(),
          step.date().toString(),
          step.of(),
          step.source());
    }
  }
}
