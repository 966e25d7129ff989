package org.bandung.funds.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.bandung.funds.rules.Told.Known;
import org.bandung.funds.rules.Told.Unknown;
import org.bandung.funds.rules.Verdict.Outcome;

/// What the rules of a fund say of a proposal.
public final class Eligibility {

  private Eligibility() {}

  /// Every rule with its verdict, in the order of the book; criteria that people judge are left
  /// out.
  public static List<Verdict> of(RuleBook book, Facts facts) {
    return book.rules().stream()
        .filter(r -> r.kind() != Rule.Kind.CRITERION)
        .map(r -> of(r, facts))
        .toList();
  }

  /// The verdicts for which it cannot be submitted.
  public static List<Verdict> refusing(List<Verdict> verdicts) {
    return verdicts.stream().filter(Verdict::refuses).toList();
  }

  static Verdict of(Rule rule, Facts facts) {
    var shown = rule.shows().stream().map(e -> e.value(facts)).toList();
    var when = rule.condition().map(w -> w.value(facts));
    if (when.isPresent() && is(when.get(), false)) {
      return new Verdict(rule, Outcome.NOT_APPLICABLE, shown, Set.of(), Set.of(), null);
    }
    var asks = rule.asks();
    var told = asks == null ? new Unknown(Set.of(), Set.of("not-found")) : asks.value(facts);
    if (rule.kind() == Rule.Kind.ELIGIBILITY && is(told, true)) {
      // Whether or not it applies, it holds.
      return new Verdict(rule, Outcome.HOLDS, shown, Set.of(), Set.of(), null);
    }
    if (when.isPresent() && when.get() instanceof Unknown u) {
      return new Verdict(rule, Outcome.UNKNOWN, shown, u.facts(), u.because(), null);
    }
    return switch (told) {
      case Unknown(var names, var because) ->
          new Verdict(rule, Outcome.UNKNOWN, shown, names, because, null);
      case Known(Value.Numeral(var number)) -> score(rule, number, shown);
      case Known k -> new Verdict(rule, Outcome.FAILS, shown, Set.of(), Set.of(), null);
    };
  }

  private static boolean is(Told told, boolean yes) {
    return told instanceof Known(Value.Flag(var flag)) && flag == yes;
  }

  /// Points below nothing are none, points above the most are the most.
  private static Verdict score(Rule rule, BigDecimal number, List<Told> shown) {
    var most = rule.points() == null ? BigDecimal.ZERO : rule.points();
    var points = number.max(BigDecimal.ZERO).min(most);
    return new Verdict(rule, Outcome.HOLDS, shown, Set.of(), Set.of(), points);
  }
}
