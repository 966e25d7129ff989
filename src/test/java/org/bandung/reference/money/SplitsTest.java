package org.bandung.reference.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Splits.Reason;
import org.bandung.reference.money.Splits.Remark;
import org.bandung.reference.money.Splits.Result.NotSplit;
import org.bandung.reference.money.Splits.Result.Split;
import org.bandung.reference.money.Splits.Share;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitsTest {

  private static ReportedAmount usd(String value) {
    return new ReportedAmount(new BigDecimal(value), "USD");
  }

  private static Share share(String code, @Nullable String percentage) {
    return new Share("1", code, percentage == null ? null : new BigDecimal(percentage));
  }

  private static String parts(ReportedAmount amount, Share... shares) {
    return switch (Splits.split(amount, List.of(shares))) {
      case Split s -> s.parts().toString();
      case NotSplit n -> n.reason().code() + " " + n.subject();
    };
  }

  @Test
  void givesTheCentThatIsLeftToTheNext() {
    assertThat(parts(usd("100"), share("a", "33.3"), share("b", "33.3"), share("c", "33.4")))
        .isEqualTo("{a=33.30, b=33.30, c=33.40}");
    assertThat(parts(usd("0.10"), share("a", "33.3"), share("b", "33.3"), share("c", "33.4")))
        // c first: 0.0334 → 0.03; then 0.0667 → 0.07: a gets 0.04; then 0.10: b gets 0.03
        .isEqualTo("{a=0.04, b=0.03, c=0.03}");
    assertThat(parts(usd("0.01"), share("a", "50"), share("b", "50")))
        .isEqualTo("{a=0.00, b=0.01}"); // 0.005 → 0.00, half to even
  }

  @Test
  void knowsTheSmallestUnitOfACurrency() {
    assertThat(
            parts(
                new ReportedAmount(new BigDecimal("1000"), "XOF"),
                share("a", "33.35"),
                share("b", "66.65")))
        .isEqualTo("{a=334, b=666}"); // b: 666.5 → 666, half to even
    assertThat(
            parts(
                new ReportedAmount(new BigDecimal("1"), "TND"),
                share("a", "33.35"),
                share("b", "66.65")))
        .isEqualTo("{a=0.334, b=0.666}");
  }

  @Test
  void anAmountReportedFinerStaysAsFine() {
    assertThat(parts(usd("0.0003"), share("a", "50"), share("b", "50")))
        .isEqualTo("{a=0.0002, b=0.0001}");
  }

  @Test
  void aCorrectionIsSplitAsWhatItCorrects() {
    assertThat(parts(usd("-0.10"), share("a", "33.3"), share("b", "33.3"), share("c", "33.4")))
        .isEqualTo("{a=-0.04, b=-0.03, c=-0.03}");
  }

  @Test
  void sumsNearAHundredAreTakenInProportionAndNoted() {
    var split = (Split) Splits.split(usd("99.50"), List.of(share("a", "49.5"), share("b", "50")));

    assertThat(split.remarks()).containsExactly(Remark.NORMALISED);
    assertThat(split.sum()).isEqualByComparingTo("99.5");
    assertThat(split.parts()).hasToString("{a=49.50, b=50.00}");
    assertThat(parts(usd("1"), share("a", "50.5"), share("b", "50"))).startsWith("{a=0.50");
  }

  @Test
  void saysWhyNot() {
    assertThat(parts(usd("1"))).isEqualTo("no-codes ");
    assertThat(parts(usd("1"), share("a", "50"), share("b", "49.4"))).isEqualTo("sum-not-100 99.4");
    assertThat(parts(usd("1"), share("a", "50.51"), share("b", "50")))
        .isEqualTo("sum-not-100 100.51");
    assertThat(parts(usd("1"), share("a", "50"))).isEqualTo("sum-not-100 50");
    assertThat(parts(usd("1"), share("a", "50"), share("b", null)))
        .isEqualTo("percentage-missing b");
    assertThat(parts(usd("1"), share("a", "150"), share("b", "-50")))
        .isEqualTo("percentage-negative b");
    assertThat(parts(usd("1"), share("a", "0"), share("b", "0"))).isEqualTo("sum-not-100 0");
    assertThat(parts(usd("1E+99"), share("a", null))).isEqualTo("too-large ");
    assertThat(parts(usd("1"), share("a", "1E+999999999"))).isEqualTo("too-large a");
    assertThat(Splits.split(usd("1"), List.of())).isEqualTo(new NotSplit(Reason.NO_CODES, ""));
  }

  @Test
  void aSingleCodeNeedsNoPercentage() {
    assertThat(parts(usd("12.34"), share("a", null))).isEqualTo("{a=12.34}");
    assertThat(parts(usd("12.34"), share("a", "100"))).isEqualTo("{a=12.34}");
  }

  @Test
  void aCodeTwiceIsOnePart() {
    var split =
        (Split)
            Splits.split(usd("10"), List.of(share("a", "25"), share("b", "50"), share("a", "25")));

    assertThat(split.parts()).hasToString("{a=5.00, b=5.00}");
    assertThat(split.remarks()).containsExactly(Remark.CODE_TWICE);
  }

  @Test
  void eachVocabularyIsAWholeOfItsOwn() {
    var results =
        Splits.byVocabulary(
            usd("10"),
            List.of(
                new Share("1", "a", new BigDecimal("100")),
                new Share("2", "b", new BigDecimal("40")),
                new Share("2", "c", new BigDecimal("60")),
                new Share("99", "d", null),
                new Share("99", "e", null)));

    assertThat(String.valueOf(results.get("1"))).contains("{a=10.00}");
    assertThat(String.valueOf(results.get("2"))).contains("{b=4.00, c=6.00}");
    assertThat(results.get("99")).isEqualTo(new NotSplit(Reason.PERCENTAGE_MISSING, "d"));
  }

  @Provide
  Arbitrary<ReportedAmount> amounts() {
    return Combinators.combine(
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000000000"), new BigDecimal("1000000000000"))
                .ofScale(4),
            Arbitraries.of("USD", "XOF", "TND", "XDR", "QMD"))
        .as(ReportedAmount::new);
  }

  /// Weights made into percentages that sum to 100 within the tolerance.
  @Provide
  Arbitrary<List<Share>> shares() {
    return Arbitraries.integers()
        .between(0, 1000)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .filter(l -> l.stream().mapToInt(i -> i).sum() > 0)
        .map(weights -> {
          var sum = BigDecimal.valueOf(weights.stream().mapToInt(i -> i).sum());
          var shares = new ArrayList<Share>();
          for (int i = 0; i < weights.size(); i++) {
            var percentage =
                BigDecimal.valueOf(weights.get(i) * 100L).divide(sum, 2, RoundingMode.HALF_UP);
            shares.add(new Share("1", "code-" + i, percentage));
          }
          return shares;
        });
  }

  private static Map<String, BigDecimal> split(ReportedAmount amount, List<Share> shares) {
    return ((Split) Splits.split(amount, shares)).parts();
  }

  private static BigDecimal sum(Map<String, BigDecimal> parts) {
    return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Property
  void partsSumToTheWhole(
      @ForAll("amounts") ReportedAmount amount, @ForAll("shares") List<Share> shares) {
    assertThat(sum(split(amount, shares))).isEqualByComparingTo(amount.value());
  }

  @Property
  void everyPartIsLessThanOneUnitFromItsShareAndHasTheSignOfTheWhole(
      @ForAll("amounts") ReportedAmount amount, @ForAll("shares") List<Share> shares) {
    var given = shares.stream().map(Share::percentage).reduce(BigDecimal.ZERO, BigDecimal::add);
    int scale =
        Math.max(
            Currencies.decimals(String.valueOf(amount.currency())),
            amount.value().stripTrailingZeros().scale());
    var unit = BigDecimal.ONE.movePointLeft(scale);
    split(amount, shares)
        .forEach((code, part) -> {
          var percentage =
              shares.stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
          var exact =
              amount
                  .value()
                  .multiply(percentage.percentage())
                  .divide(given, scale + 10, RoundingMode.HALF_EVEN);
          assertThat(part.subtract(exact).abs()).isLessThanOrEqualTo(unit);
          assertThat(part.signum() * amount.value().signum()).isGreaterThanOrEqualTo(0);
        });
  }

  @Property
  void theOrderOfTheReporterDoesNotMatter(
      @ForAll("amounts") ReportedAmount amount,
      @ForAll("shares") List<Share> shares,
      @ForAll long seed) {
    var mixed = new ArrayList<>(shares);
    Collections.shuffle(mixed, new Random(seed));

    assertThat(new HashMap<>(split(amount, mixed))).isEqualTo(new HashMap<>(split(amount, shares)));
  }

  @Property
  void theNegativeOfAnAmountHasTheNegativesOfItsParts(
      @ForAll("amounts") ReportedAmount amount, @ForAll("shares") List<Share> shares) {
    var negative = new ReportedAmount(amount.value().negate(), amount.currency());
    var parts = split(amount, shares);

    split(negative, shares)
        .forEach((code, part) ->
            assertThat(part.negate()).isEqualByComparingTo(String.valueOf(parts.get(code))));
  }

  @Property
  void whatNeedsNoRoundingIsExact(@ForAll("shares") List<Share> shares) {
    var given = shares.stream().map(Share::percentage).reduce(BigDecimal.ZERO, BigDecimal::add);
    // As many units as there are hundredths of a per cent: nothing is left to round.
    var amount = new ReportedAmount(given, "USD");

    split(amount, shares)
        .forEach((code, part) -> {
          var share = shares.stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
          assertThat(part).isEqualByComparingTo(String.valueOf(share.percentage()));
        });
  }
}
