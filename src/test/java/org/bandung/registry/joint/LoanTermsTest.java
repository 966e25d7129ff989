package org.bandung.registry.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bandung.access.fields.Circle;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.JointEvent.Recorded;
import org.bandung.registry.loans.Loan;
import org.bandung.registry.said.Content.Classification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Of a loan it is public what it is by its terms, as far as its amount is public.
class LoanTermsTest {

  private static Loan loan(String interest) {
    return new Loan(
        terms(interest),
        List.of(
            new Loan.Rescheduling(
                org.bandung.kernel.PartialDate.ofYear(2028), terms("9"), LocalizedText.EMPTY)));
  }

  private static Loan.Terms terms(String interest) {
    return new Loan.Terms(
        new ReportedAmount(BigDecimal.valueOf(100), "USD"),
        new BigDecimal(interest),
        120,
        120,
        1,
        Loan.Profile.BULLET,
        false);
  }

  /// The marks of a contribution in what its giver has released of it.
  private static List<Classification> published(Contribution said) {
    var begun =
        (JointOutcome.Done)
            JointRules.begin("j", JointSamples.beginning(), JointSamples.acting("QMM"));
    var events = new ArrayList<Recorded>(begun.events());
    add(events, "QMM", new JointEvent.Stated("c1", said));
    long stated = events.size();
    for (var party : List.of("QMM", "QNN", "QOO")) {
      add(events, party, new JointEvent.Released(JointEvent.Part.JOINT, 1));
    }
    add(events, "QMM", new JointEvent.Released(JointEvent.Part.OWN, stated));
    var content =
        Objects.requireNonNull(
            Publication.of(events, JointSamples.ALL, JointSamples.KNOWN).get("QMM"));
    return content.contributions().getFirst().classifications();
  }

  private static void add(List<Recorded> events, String party, JointEvent event) {
    events.add(new Recorded(events.size() + 1, JointSamples.NOW, party, "p", event));
  }

  private static List<String> told(@Nullable Loan loan, Contribution.@Nullable Circles circles) {
    var lends =
        new Contribution(
            Contribution.Kind.MONEY,
            "QMM",
            "QNN",
            JointSamples.en("A loan"),
            "other-loan",
            JointSamples.usd("100"),
            List.of(),
            Contribution.Valuation.NOT_REPORTED,
            Period.UNKNOWN,
            Visibility.PUBLIC,
            loan,
            circles);
    return published(lends).stream()
        .filter(mark -> mark.scheme().equals("sdg-17-3-1"))
        .map(mark -> mark.code())
        .toList();
  }

  @Test
  void theTermsItWasGivenOnDecide() {
    // Bullet, ten years: at 0.4 % a grant element of 35.5 %, at 2 % of 23.2 %.
    assertThat(told(loan("0.4"), null)).containsExactly("b");
    assertThat(told(loan("2"), null)).containsExactly("c");
    assertThat(told(null, null)).isEmpty();
  }

  @Test
  void whereTheAmountIsWithheldSoIsThis() {
    assertThat(told(loan("0.4"), new Contribution.Circles(Circle.PARTIES, null, null))).isEmpty();
  }
}
