package org.bandung.funds.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.rules.Expression.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private static final Facts SOME =
      Facts.NONE
          .with("countries", Value.of(Set.of("QMM", "QNN")))
          .with("requested", Value.of(Money.of("30000.01", "USD")))
          .with("matching", Value.of(Money.of("45000.01", "USD")))
          .with("total", Value.of(Money.of("100", "XOF")))
          .with("language", Value.of("fr"))
          .with("other_proposals", Value.of(0))
          .with("now", Value.of(Instant.parse("2027-04-30T20:59:00Z")));

  private static Told told(String source, Facts facts) {
    for (var type : ValueType.values()) {
      if (Expression.check(source, type) instanceof Checked.Sound(var e)) {
        return e.value(facts);
      }
    }
    throw new AssertionError(Expression.check(source, ValueType.FLAG).toString());
  }

  static ExpressionFault fault(String source, ValueType wanted) {
    return ((Checked.Faulty) Expression.check(source, wanted)).fault();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "count(countries) >= 3|false",
        "count(countries) >= 1 + 1|true",
        "matching >= 1.5 * requested|false",
        "matching >= requested * 1.5 - USD 0.005|true",
        "requested / 3 <= USD 10000.0034|true",
        "requested / 3 <= USD 10000.0033|false",
        "language in {\"ar\", \"en\", \"fr\"}|true",
        "language = \"en\" or not (language != \"fr\")|true",
        "{\"QMM\"} within countries and not (countries within {\"QMM\"})|true",
        "count(common(countries, {\"QMM\", \"QOO\"})) = 1|true",
        "count(together(countries, {\"QOO\"})) = count(without(countries, {\"QOO\"})) + 1|true",
        "now <= @2027-04-30T23:59[Africa/Nairobi]|true",
        "now < @2027-04-30T23:59[Africa/Nairobi]|false",
        "now <= end_of(@2027-04-30, \"Asia/Tokyo\")|false",
        "now <= end_of(@2027-04-30, \"America/Bogota\")|true",
        "now >= start_of(@2027-04-30, \"UTC\")|true",
        "@2027-04-30 < @2027-05-01|true",
        "if(count(countries) > 1, 10, 0) = 10|true",
        "least(requested, matching) = requested and most(2, 3) = 3|true",
        "ratio(matching, requested) < 1.5|true",
        "-1 < 0 and 2 - -1 = 3|true",
        "true and not false|true",
      })
  void comesTo(String source, boolean wanted) {
    assertThat(told(source, SOME)).isEqualTo(new Told.Known(Value.of(wanted)));
  }

  @Test
  void whatIsMetDecidesWhateverElseIsUnknown() {
    assertThat(told("count(countries) >= 3 and window = \"a\"", SOME))
        .isEqualTo(new Told.Known(Value.of(false)));
    assertThat(told("window = \"a\" or count(countries) = 2", SOME))
        .isEqualTo(new Told.Known(Value.of(true)));
    assertThat(told("window = \"a\" and months < 3", SOME))
        .isEqualTo(new Told.Unknown(Set.of("months", "window"), Set.of()));
    assertThat(told("not form_complete", SOME))
        .isEqualTo(new Told.Unknown(Set.of("form_complete"), Set.of()));
  }

  @Test
  void whatCannotBeComparedCannotBeTold() {
    assertThat(told("requested <= total", SOME))
        .isEqualTo(new Told.Unknown(Set.of(), Set.of("currency")));
    assertThat(told("ratio(months, other_proposals) > 1", SOME.with("months", Value.of(2))))
        .isEqualTo(new Told.Unknown(Set.of(), Set.of("zero")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "count(countres) > 1|7|unknown-name",
        "count(countries|16|expected",
        "count(countries) > |19|unfinished",
        "countries > 1|11|operand",
        "count(countries) > \"1\"|18|operand",
        "count(countries)|1|wrong-type",
        "requested / matching > 1|11|division",
        "requested / 0 > USD 1|11|division",
        "now < @2027-04-30T23:59|7|no-time-zone",
        "now < @2027-04-30T23:59[Nairobi]|7|unknown-zone",
        "now < @2027-03-28T02:30[Europe/Berlin]|7|clock-change",
        "now < @2027-10-31T02:30[Europe/Berlin]|7|clock-change",
        "now < @2027-04-31|7|time",
        "now < @2027-04-30|5|day-with-moment",
        "now < end_of(@2027-04-30, language)|7|zone-literal",
        "1 < 2 < 3|7|chain",
        "countries = countries|11|sets",
        "requested < EURO 3|13|unknown-name",
        "requested < QQQ 3|13|unknown-currency",
        "requested < USD|16|amount",
        "months < 1.2.3|10|number",
        "months < 1e9|10|number",
        "months < 123456789012345678901|10|number",
        "language = \"fr|12|open-text",
        "language in {fr}|14|set",
        "form_complete; true|14|character",
        "form_complete true|15|unexpected",
        "getClass(countries)|1|unknown-function",
        "count(countries, countries) > 1|1|arguments",
        "in in in|1|unexpected",
        "|1|unfinished",
      })
  void tellsWhatIsWrongAndWhere(String source, int position, String code) {
    var fault = fault(source == null ? "" : source, ValueType.FLAG);

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.position()).isEqualTo(position);
    for (var language : org.bandung.kernel.Messages.LANGUAGES) {
      assertThat(
              RuleWords.in(language, java.time.ZoneOffset.UTC)
                  .fault(fault.code(), fault.arguments()))
          .isNotEqualTo("fault." + fault.code())
          .doesNotContain("{0}");
    }
  }

  @Test
  void anUnknownNameIsToldWithTheNearest() {
    assertThat(fault("count(countres) > 1", ValueType.FLAG).arguments())
        .containsExactly("countres", "countries");
  }

  @Test
  void aFaultShowsNothingThatSteersATerminal() {
    var fault = fault("form_complete \"\u001b[2J\u202e" + "x".repeat(900) + "\"", ValueType.FLAG);
    assertThat(fault.code()).isEqualTo("unexpected");
    assertThat(fault.arguments().getFirst()).startsWith(" [2J x").hasSize(200);
  }

  @Test
  void lengthDepthAndPartsAreBounded() {
    var deep = "(".repeat(100_000) + "true" + ")".repeat(100_000);
    assertThat(fault(deep, ValueType.FLAG).code()).isEqualTo("too-long");
    assertThat(fault("(".repeat(500) + "true", ValueType.FLAG).code()).isEqualTo("too-deep");
    assertThat(fault("not ".repeat(500) + "true", ValueType.FLAG).code()).isEqualTo("too-deep");
    assertThat(fault("- ".repeat(500) + "1", ValueType.NUMBER).code()).isEqualTo("too-deep");
    assertThat(fault("true and ".repeat(400) + "true", ValueType.FLAG).code())
        .isEqualTo("too-long");
    var wide = "9999999999999999999 * ".repeat(180) + "1 > 0";
    assertThat(told(wide, Facts.NONE)).isEqualTo(new Told.Known(Value.of(true)));
  }

  @Test
  void factsAreBoundedToo() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> Facts.NONE.with("months", new Value.Numeral(new BigDecimal("1e1000000"))))
        .isInstanceOf(IllegalArgumentException.class);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> Facts.NONE.with("months", Value.of("three")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
