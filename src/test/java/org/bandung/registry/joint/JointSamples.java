package org.bandung.registry.joint;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.JointOutcome.Done;
import org.bandung.registry.joint.JointRules.Acting;
import org.bandung.registry.said.Role;

/// An initiative of the invented world: Meridia's experts help Norelia's schools, Osmara lends.
final class JointSamples {

  static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  static final Set<String> ALL = Set.of("QMM", "QNN", "QOO");

  /// Codes go by themselves, every picture is four by three.
  static final Publication.Known KNOWN =
      new Publication.Known(
          (scheme, code) -> en(code),
          told ->
              java.util.Optional.ofNullable(told.described())
                  .map(d ->
                      new org.bandung.registry.said.Content.Picture(
                          told.sha256(), d.alt(), told.caption(), 4, 3)));

  private JointSamples() {}

  static LocalizedText en(String text) {
    return LocalizedText.of("en", text);
  }

  static JointParty country(String code, Role role) {
    return new JointParty(code, role, LocalizedText.of("und", code), code);
  }

  static Beginning beginning() {
    return beginning(
        country("QMM", Role.PROVIDER),
        country("QNN", Role.RECIPIENT),
        country("QOO", Role.FACILITATOR));
  }

  static Beginning beginning(JointParty... parties) {
    return new Beginning(
        new Beginning.Origin(null, "QM-QN 7", PartialDate.ofYear(2026), null),
        en("School meals from local farms"),
        en("Every school cooks"),
        LocalizedText.EMPTY,
        List.of(parties),
        new Period(PartialDate.ofYear(2026), PartialDate.ofYear(2028), false),
        plan("m1"),
        List.of(),
        List.of(),
        List.of(),
        List.of("112"));
  }

  static Plan plan(String... ids) {
    return new Plan(
        java.util.Arrays.stream(ids)
            .map(id ->
                new Plan.Item(
                    id,
                    Plan.Kind.MILESTONE,
                    en("Item " + id),
                    PartialDate.ofYear(2027),
                    null,
                    null))
            .toList());
  }

  static Joint begun() {
    return ((Done) JointRules.begin("j1", beginning(), acting("QMM"))).after();
  }

  static Acting acting(String party) {
    return new Acting(party, "person of " + party, NOW, ALL);
  }

  static Figure usd(String value) {
    return new Figure(new ReportedAmount(new BigDecimal(value), "USD"), null);
  }

  static Figure days(String value) {
    return new Figure(null, new Quantity(new BigDecimal(value), "person-day"));
  }

  static Contribution gives(String giver, String receiver, Figure figure, Visibility visibility) {
    return new Contribution(
        Contribution.Kind.IN_KIND,
        giver,
        receiver,
        en("Experts of " + giver),
        "expert-mission",
        figure,
        List.of(),
        Contribution.Valuation.NOT_REPORTED,
        Period.UNKNOWN,
        visibility,
        null);
  }

  static Joint done(Joint j, String party, Deed deed) {
    var outcome = JointRules.decide(j, deed, acting(party));
    if (outcome instanceof Done done) {
      return done.after();
    }
    throw new AssertionError(party + " " + deed + ": " + outcome);
  }
}
