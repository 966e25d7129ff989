package org.bandung.web.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.consultation.accord.Agreement;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.registry.joint.Beginning;
import org.bandung.registry.joint.JointParty;
import org.bandung.registry.joint.Plan;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;

/// An agreement in the words of an initiative, so that nothing is typed again.
final class FromAgreement {

  private FromAgreement() {}

  static Beginning of(Agreement agreement, Proposal proposal) {
    var terms = proposal.terms();
    var inForce = agreement.latest().inForce();
    return new Beginning(
        new Beginning.Origin(
            agreement.id(),
            agreement.origin().number(),
            inForce == null ? null : PartialDate.of(inForce),
            terms.request()),
        proposal.title(),
        terms.purpose().objective(),
        LocalizedText.EMPTY,
        agreement.parties().stream().map(FromAgreement::party).toList(),
        terms.schedule().period(),
        plan(terms),
        terms.shares().stream().map(FromAgreement::share).toList(),
        terms.budget().stream()
            .map(l -> new Beginning.BudgetLine(l.what(), l.amount(), l.fundedBy()))
            .toList(),
        terms.conditions().stream()
            .map(c ->
                new Beginning.Condition(
                    c.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), c.text()))
            .toList(),
        List.of());
  }

  private static JointParty party(Party party) {
    return new JointParty(
        party.id(),
        switch (party.role()) {
          case REQUESTING -> Role.RECIPIENT;
          case PROVIDING -> Role.PROVIDER;
          case DUAL -> Role.DUAL;
          case FACILITATING -> Role.FACILITATOR;
        },
        party.name(),
        country(party));
  }

  private static @Nullable String country(Party party) {
    return party.kind() == Party.Kind.COUNTRY ? party.id() : null;
  }

  private static Plan plan(Terms terms) {
    var items = new ArrayList<Plan.Item>();
    for (var activity : terms.purpose().activities()) {
      items.add(item(items, Plan.Kind.ACTIVITY, activity, null));
    }
    for (var milestone : terms.schedule().milestones()) {
      items.add(item(items, Plan.Kind.MILESTONE, milestone.what(), milestone.due()));
    }
    return new Plan(items);
  }

  private static Plan.Item item(
      List<Plan.Item> before, Plan.Kind kind, LocalizedText what, @Nullable PartialDate due) {
    return new Plan.Item("i" + (before.size() + 1), kind, what, due, null, null);
  }

  private static Beginning.Share share(Terms.Share share) {
    return new Beginning.Share(
        share.party(),
        share.gives().stream()
            .map(g -> new Beginning.Gift(g.what(), g.money(), g.inKind()))
            .toList(),
        share.gains());
  }
}
