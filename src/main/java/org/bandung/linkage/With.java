package org.bandung.linkage;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;

/// A content with one thing changed. Ties to other initiatives and other ids are always left out: a
/// second source knows neither.
final class With {

  private With() {}

  private static Content of(
      Content c,
      LocalizedText title,
      LocalizedText description,
      List<Participant> participants,
      List<Content.Contribution> contributions) {
    return new Content(
        c.kind(),
        title,
        description,
        c.status(),
        c.planned(),
        c.actual(),
        participants,
        c.classifications(),
        c.places(),
        contributions,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        c.signals());
  }

  static Content texts(Content c, LocalizedText title, LocalizedText description) {
    return of(c, title, description, c.participants(), c.contributions());
  }

  static Content participants(Content c, List<Participant> participants) {
    return of(c, c.title(), c.description(), participants, c.contributions());
  }

  static Content contributions(Content c, List<Content.Contribution> contributions) {
    return of(c, c.title(), c.description(), c.participants(), contributions);
  }

  static Content money(Content c, UnaryOperator<ReportedAmount> change) {
    return contributions(
        c,
        c.contributions().stream()
            .map(one ->
                new Content.Contribution(
                    one.kind(),
                    one.reference(),
                    one.period(),
                    one.amount() == null ? null : change.apply(one.amount()),
                    one.valueDate(),
                    one.quantity(),
                    one.valuation(),
                    one.estimate(),
                    one.provider(),
                    one.receiver(),
                    one.recipientCountry(),
                    one.form(),
                    one.classifications(),
                    one.description()))
            .toList());
  }

  static Content periods(Content c, Period planned, Period actual) {
    return new Content(
        c.kind(),
        c.title(),
        c.description(),
        c.status(),
        planned,
        actual,
        c.participants(),
        c.classifications(),
        c.places(),
        c.contributions(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        c.signals());
  }
}
