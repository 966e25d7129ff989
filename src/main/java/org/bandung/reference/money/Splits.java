package org.bandung.reference.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// Parts of an amount by percentages, such as those of sectors or countries; they sum to the amount
/// exactly.
///
/// `part(i) = round(A × S(i) / S) − round(A × S(i−1) / S)`, where `S(i)` is the sum of the first
/// `i` percentages and `S` that of all: rounding sums, not parts, so that what one part is short of
/// the next gets. `round` is half to even, to the smallest unit of the currency, or finer where the
/// amount itself was reported finer. Every part is less than one unit away from its exact share.
///
/// The order is not the reporter's, so that it does not matter: the largest percentage first, equal
/// ones by their codes. A negative amount is split as its positive one. Percentages must sum to
/// 100; within [#TOLERANCE] they are taken in proportion to their sum, and that is noted. IATI
/// 2.03, rules 2.1.1 and 2.1.2: with more than one code each has a percentage, per vocabulary; a
/// single code needs none (2.1.4).
public final class Splits {

  /// How far from 100 a sum may be: two thirds of all faulty sums in real files are within it.
  public static final BigDecimal TOLERANCE = new BigDecimal("0.5");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Splits() {}

  /// One code and its percentage.
  ///
  /// @param vocabulary those of one are a whole
  /// @param percentage null where none was given
  public record Share(String vocabulary, String code, @Nullable BigDecimal percentage) {}

  /// What splitting gives.
  public sealed interface Result {

    /// Parts.
    ///
    /// @param parts code -> its part, in the order in which the codes were given
    /// @param remarks what was not as it should be
    /// @param sum of the percentages as given
    record Split(Map<String, BigDecimal> parts, Set<Remark> remarks, BigDecimal sum)
        implements Result {
      public Split {
        parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        remarks = Set.copyOf(remarks);
      }
    }

    /// Nobody can tell what each part is.
    ///
    /// @param subject the sum or the code it fails for
    record NotSplit(Reason reason, String subject) implements Result {}
  }

  /// What was tolerated.
  public enum Remark {
    /// The percentages did not sum to exactly 100.
    NORMALISED,
    /// The same code occurred more than once; its percentages were added.
    CODE_TWICE
  }

  /// Why an amount cannot be split.
  public enum Reason {
    /// There is no code to split by.
    NO_CODES,
    /// Of several codes, one has no percentage.
    PERCENTAGE_MISSING,
    /// A percentage is below zero.
    PERCENTAGE_NEGATIVE,
    /// The sum is further from 100 than [Splits#TOLERANCE].
    SUM_NOT_100,
    /// More digits than any amount or percentage has.
    TOO_LARGE;

    /// The word for it in addresses and bundles.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The parts of an amount, vocabulary by vocabulary.
  public static SortedMap<String, Result> byVocabulary(
      ReportedAmount amount, Collection<Share> shares) {
    var byVocabulary = new TreeMap<String, List<Share>>();
    shares.forEach(
        s -> byVocabulary.computeIfAbsent(s.vocabulary(), v -> new ArrayList<>()).add(s));
    var results = new TreeMap<String, Result>();
    byVocabulary.forEach((vocabulary, those) -> results.put(vocabulary, split(amount, those)));
    return results;
  }

  /// The parts of an amount by the codes of one vocabulary.
  public static Result split(ReportedAmount amount, Collection<Share> shares) {
    if (shares.isEmpty()) {
      return new Result.NotSplit(Reason.NO_CODES, "");
    }
    var percentages = new LinkedHashMap<String, BigDecimal>();
    var remarks = EnumSet.noneOf(Remark.class);
    for (var share : shares) {
      var percentage = share.percentage();
      if (percentage == null && shares.size() == 1) {
        percentage = HUNDRED;
      }
      if (percentage == null) {
        return new Result.NotSplit(Reason.PERCENTAGE_MISSING, share.code());
      }
      if (!Conversion.isUsable(percentage)) {
        return new Result.NotSplit(Reason.TOO_LARGE, share.code());
      }
      if (percentage.signum() < 0) {
        return new Result.NotSplit(Reason.PERCENTAGE_NEGATIVE, share.code());
      }
      if (percentages.merge(share.code(), percentage, BigDecimal::add) != percentage) {
        remarks.add(Remark.CODE_TWICE);
      }
    }
    if (!Conversion.isUsable(amount.value())) {
      return new Result.NotSplit(Reason.TOO_LARGE, "");
    }
    var sum = percentages.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var away = sum.subtract(HUNDRED).abs();
    if (away.compareTo(TOLERANCE) > 0) {
      return new Result.NotSplit(Reason.SUM_NOT_100, sum.toPlainString());
    }
    if (away.signum() != 0) {
      remarks.add(Remark.NORMALISED);
    }
    return new Result.Split(parts(amount, percentages, sum), remarks, sum);
  }

  private static Map<String, BigDecimal> parts(
      ReportedAmount amount, Map<String, BigDecimal> percentages, BigDecimal sum) {
    var currency = amount.currency();
    int scale =
        Math.max(
            currency == null ? 0 : Currencies.decimals(currency),
            amount.value().stripTrailingZeros().scale());
    var whole = amount.value().abs();
    boolean negative = amount.value().signum() < 0;
    var order =
        percentages.entrySet().stream()
            .sorted(
                Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    var parts = new LinkedHashMap<String, BigDecimal>();
    percentages.keySet().forEach(code -> parts.put(code, BigDecimal.ZERO));
    var soFar = BigDecimal.ZERO;
    var given = BigDecimal.ZERO;
    for (var share : order) {
      soFar = soFar.add(share.getValue());
      var until = whole.multiply(soFar).divide(sum, scale, RoundingMode.HALF_EVEN);
      var part = until.subtract(given);
      parts.put(share.getKey(), negative ? part.negate() : part);
      given = until;
    }
    return parts;
  }
}
