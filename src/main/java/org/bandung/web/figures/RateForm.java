package org.bandung.web.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Conversion;
import org.bandung.reference.money.ConversionResult.Converted;
import org.bandung.reference.money.ConversionResult.NotConverted;
import org.bandung.reference.money.ExchangeRates;
import org.bandung.reference.money.RateBasis;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.RateResult.Step;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// A conversion that somebody tries, as it stands in the address.
///
/// Its methods are public because the template calls them.
record RateForm(String amount, String from, String to, String date, String method) {

  private static final int LONGEST = 80;

  /// Digits of a rate that a person reads; programs get all.
  private static final MathContext SHOWN = new MathContext(10);

  /// What becomes of it, in words.
  ///
  /// @param result null if there is none
  /// @param reason why there is none; empty if there is one
  record Told(
      @Nullable String given,
      @Nullable String result,
      String reason,
      String rate,
      String how,
      String when,
      List<String> sources,
      List<String> steps) {

    static Told not(String reason) {
      return new Told(null, null, reason, "", "", "", List.of(), List.of());
    }
  }

  public boolean isEmpty() {
    return amount.isBlank() && from.isBlank() && to.isBlank() && date.isBlank();
  }

  /// What is shown in a field again: no more than fits there.
  public String again(String text) {
    return text.length() > LONGEST ? "" : text;
  }

  RateMethod chosen() {
    return RateMethod.ofCode(method).orElse(RateMethod.AVERAGE);
  }

  /// Whether the method is the one asked for.
  public boolean is(RateMethod one) {
    return chosen() == one;
  }

  Told told(ExchangeRates rates, Words words) {
    var value = number(amount);
    if (value.isEmpty()) {
      return Told.not(words.text("rates.bad-amount"));
    }
    var day = PartialDate.parse(date);
    if (day.isEmpty()) {
      return Told.not(words.text("rates.bad-date"));
    }
    var given = code(from);
    var wanted = code(to);
    if (given.isEmpty() || wanted.isEmpty()) {
      return Told.not(words.text("rates.bad-currency"));
    }
    var reported = new ReportedAmount(value.get(), given.get());
    return switch (new Conversion(rates, chosen()).convert(reported, day.get(), wanted.get())) {
      case Converted done -> told(reported, done, words);
      case NotConverted(var reason, var subject, var when) ->
          Told.not(
              words.text(
                  "rates.reason." + reason.code(), subject, when == null ? "" : words.date(when)));
    };
  }

  private static Told told(ReportedAmount reported, Converted done, Words words) {
    var rate = done.rate();
    return new Told(
        words.amount(reported),
        words.amount(new ReportedAmount(done.amount(), done.currency())),
        "",
        words.text(
            "rates.one-is",
            String.valueOf(reported.currency()),
            words.amount(new ReportedAmount(rate.value().round(SHOWN), done.currency()))),
        words.text("rates.basis." + rate.method().code()),
        rate.via().isEmpty() ? "" : words.date(rate.date()),
        rate.sources(),
        rate.via().stream().map(s -> step(s, words)).toList());
  }

  private static String step(Step step, Words words) {
    var one = step.perFrom() ? step.from() : step.to();
    var other = step.perFrom() ? step.to() : step.from();
    var told =
        words.text("rates.one-is", one, words.amount(new ReportedAmount(step.quoted(), other)));
    var how = words.text("rates.basis." + step.method().code());
    if (step.method() == RateBasis.FIXED) {
      return words.text("rates.step-fixed", told, step.source());
    }
    return step.of() > 1
        ? words.text("rates.step-of", told, how, words.date(step.date()), step.source(), step.of())
        : words.text("rates.step", told, how, words.date(step.date()), step.source());
  }

  private static Optional<BigDecimal> number(String text) {
    var bare = text.replaceAll("[\\s\u00a0\u202f]", "");
    return bare.matches("-?[0-9]{1,36}(\\.[0-9]{1,20})?")
        ? Optional.of(new BigDecimal(bare))
        : Optional.empty();
  }

  private static Optional<String> code(String text) {
    return Optional.of(text.strip().toUpperCase(Locale.ROOT)).filter(c -> c.matches("[A-Z]{3}"));
  }
}
