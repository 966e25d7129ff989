package org.bandung.funds.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.funds.ledger.Money;
import org.junit.jupiter.api.Test;

/// Random expressions over random facts, and hostile texts.
class RulePropertyTest {

  private final Random random = new Random(20261128);

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  private String flag(int depth) {
    if (depth == 0) {
      return pick("form_complete", "replaces_un_money", "true", "false");
    }
    return switch (random.nextInt(8)) {
      case 0 -> "(" + flag(depth - 1) + " and " + flag(depth - 1) + ")";
      case 1 -> "(" + flag(depth - 1) + " or " + flag(depth - 1) + ")";
      case 2 -> "not (" + flag(depth - 1) + ")";
      case 3 -> number(depth - 1) + pick(" < ", " >= ", " = ") + number(depth - 1);
      case 4 -> money(depth - 1) + pick(" <= ", " > ", " != ") + money(depth - 1);
      case 5 -> pick("lead_country", "\"QMM\"") + " in " + set(depth - 1);
      case 6 -> set(depth - 1) + " within " + set(depth - 1);
      default -> "if(" + flag(depth - 1) + ", " + flag(depth - 1) + ", " + flag(depth - 1) + ")";
    };
  }

  private String number(int depth) {
    return depth == 0
        ? pick("months", "other_proposals", "2", "0.5")
        : switch (random.nextInt(4)) {
          case 0 -> "count(" + set(depth - 1) + ")";
          case 1 -> "(" + number(depth - 1) + pick(" + ", " - ", " * ") + number(depth - 1) + ")";
          case 2 -> "ratio(" + money(depth - 1) + ", " + money(depth - 1) + ")";
          default -> "if(" + flag(depth - 1) + ", 1, " + number(depth - 1) + ")";
        };
  }

  private String money(int depth) {
    return depth == 0
        ? pick("requested", "matching", "USD 100", "EUR 5")
        : pick("least", "most") + "(" + money(depth - 1) + ", " + money(depth - 1) + ")";
  }

  private String set(int depth) {
    return depth == 0
        ? pick("countries", "interested", "{\"QMM\", \"QNN\"}")
        : pick("common", "without", "together")
            + "("
            + set(depth - 1)
            + ", "
            + set(depth - 1)
            + ")";
  }

  private Value value(ValueType type) {
    return switch (type) {
      case FLAG -> Value.of(random.nextBoolean());
      case NUMBER -> Value.of(random.nextInt(4));
      case SET -> {
        var codes = new TreeSet<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
          codes.add(pick("QMM", "QNN", "QOO"));
        }
        yield Value.of(codes);
      }
      case MONEY -> Value.of(Money.of(Integer.toString(random.nextInt(200)), pick("USD", "EUR")));
      default -> Value.of("QMM");
    };
  }

  private static final List<String> FACTS =
      List.of(
          "form_complete",
          "replaces_un_money",
          "months",
          "other_proposals",
          "requested",
          "matching",
          "countries",
          "interested",
          "lead_country");

  @Test
  void tellingMoreNeverMakesUnknownOrOtherwiseWhatWasKnown() {
    int known = 0;
    int learned = 0;
    for (int n = 0; n < 4_000; n++) {
      var source = flag(4);
      var checked = Expression.check(source, ValueType.FLAG);
      if (!(checked instanceof Expression.Checked.Sound(var expression))) {
        continue; // longer than is taken
      }
      var facts = Facts.NONE;
      Told before = expression.value(facts);
      var order = new ArrayList<>(FACTS);
      java.util.Collections.shuffle(order, random);
      for (var fact : order) {
        facts = facts.with(fact, value(Vocabulary.SHIPPED.type(fact).orElseThrow()));
        var after = expression.value(facts);
        if (before instanceof Told.Known) {
          assertThat(after).as(source).isEqualTo(before);
          known++;
        } else if (after instanceof Told.Known) {
          learned++;
        }
        before = after;
      }
    }
    assertThat(known).isGreaterThan(1_000);
    assertThat(learned).isGreaterThan(500);
  }

  @Test
  void unknownNamesExactlyFactsThatNobodyTold() {
    for (int n = 0; n < 2_000; n++) {
      if (Expression.check(flag(3), ValueType.FLAG) instanceof Expression.Checked.Sound(var e)
          && e.value(Facts.NONE) instanceof Told.Unknown(var facts, var because)) {
        assertThat(e.facts()).containsAll(facts);
        assertThat(facts.isEmpty() && because.isEmpty()).isFalse();
      }
    }
  }

  @Test
  void noTextMakesItFailOrWorkLong() {
    var parts =
        List.of(
            "(",
            ")",
            "{",
            "}",
            ",",
            "\"",
            "@",
            "[",
            "]",
            "not ",
            "and ",
            "or ",
            "in ",
            "if(",
            "count(",
            "countries",
            "USD ",
            "1",
            "9.9",
            "-",
            "*",
            "/",
            "<=",
            "=",
            "!",
            "${x}",
            "T()",
            "#{1}",
            ";",
            "\u0000",
            "\u202e",
            "😀",
            "é",
            "2027-04-30",
            "T23:59",
            "Africa/Nairobi",
            "\n",
            "requested",
            "end_of(",
            "ratio(",
            "{0}",
            "'");
    for (int n = 0; n < 60_000; n++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(25); i >= 0; i--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      for (var type : Set.of(ValueType.FLAG, ValueType.MONEY)) {
        if (Expression.check(text.toString(), type) instanceof Expression.Checked.Faulty(var f)) {
          assertThat(f.position()).isBetween(1, text.length() + 1);
          RuleWords.in("en", java.time.ZoneOffset.UTC).fault(f.code(), f.arguments());
        }
      }
    }
  }
}
