package org.bandung.api.json;

import java.util.List;
import org.bandung.api.json.ContentJson.AmountJson;
import org.bandung.api.json.RateJson.StepJson;
import org.bandung.reference.money.ConversionResult;
import org.bandung.reference.money.ConversionResult.Converted;
import org.bandung.reference.money.ConversionResult.NotConverted;
import org.jspecify.annotations.Nullable;

/// An amount in another currency, with all that explains it, or the reason why there is none.
///
/// @param given the amount as it was asked for
/// @param converted null where there is no rate: a missing value, not zero
/// @param reason why there is none; null where there is one
/// @param subject the currency it fails for
/// @param rate so many of the second currency are one of the first, to sixteen digits, as text
/// @param basis how the rate came about
/// @param date the day, month or year of the rate
/// @param steps from the first currency to the second
public record ConversionJson(
    AmountJson given,
    @Nullable AmountJson converted,
    @Nullable String reason,
    @Nullable String subject,
    @Nullable String rate,
    @Nullable String basis,
    @Nullable String date,
    List<String> sources,
    List<StepJson> steps) {

  public static ConversionJson render(AmountJson given, ConversionResult result) {
    return switch (result) {
      case Converted(var amount, var currency, var rate) ->
          new ConversionJson(
              given,
              new AmountJson(amount.toPlainString(), currency),
              null,
              null,
              rate.value().toPlainString(),
              rate.method().code(),
              rate.date().toString(),
              rate.sources(),
              rate.via().stream().map(StepJson::render).toList());
      case NotConverted(var reason, var subject, var date) ->
          new ConversionJson(
              given,
              null,
              reason.code(),
              subject.isEmpty() ? null : subject,
              null,
              null,
              date == null ? null : date.toString(),
              List.of(),
              List.of());
    };
  }
}
