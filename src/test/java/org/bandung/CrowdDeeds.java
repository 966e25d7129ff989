package org.bandung;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.InventedCrowd.Member;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.drafts.DraftDeed;
import org.bandung.catalogue.drafts.DraftOutcome;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.catalogue.drafts.Wording;
import org.bandung.catalogue.matches.Match;
import org.bandung.catalogue.matches.MatchOutcome;
import org.bandung.catalogue.matches.Matches;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Consultations.Invited;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Party;
import org.bandung.consultation.Position;
import org.bandung.consultation.accord.AgreementOutcome;
import org.bandung.consultation.accord.Agreements;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.registry.joint.Beginning;
import org.bandung.registry.joint.Contribution;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Figure;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.registry.joint.JointParty;
import org.bandung.registry.joint.Plan;
import org.bandung.registry.joint.Reply;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Role;

/// What the people of [InventedCrowd] have done before anybody measures.
final class CrowdDeeds {

  private static final List<String> TOPICS =
      List.of("wells", "school meals", "vaccines", "seed of millet", "weather stations");
  private static final int COMMENTS = 10;
  private static final int CONTRIBUTIONS = 5;

  private final InventedNode node;
  private final List<String> entries = new ArrayList<>();

  CrowdDeeds(InventedNode node) {
    this.node = node;
  }

  /// Writes an entry, which her country releases.
  void write(Member member, int n) {
    var drafts = node.bean(Drafts.class);
    var made =
        drafts.make(member.account(), member.body().id(), wording(n), "crowd " + n).orElseThrow();
    var id = ((DraftOutcome.Made) made).id();
    done(drafts.act(member.account(), id, new DraftDeed.Submit(1)), DraftOutcome.Done.class);
    done(drafts.act(member.head(), id, new DraftDeed.Release(1)), DraftOutcome.Done.class);
    entries.add(drafts.find(member.account(), id).orElseThrow().entry().orElseThrow());
  }

  private static <T> T done(Optional<?> outcome, Class<T> kind) {
    return kind.cast(outcome.orElseThrow());
  }

  private static String about(int n) {
    return TOPICS.get(n % TOPICS.size());
  }

  private static Wording wording(int n) {
    var text = LocalizedText.of("en", "People who know about " + about(n) + " for dry villages.");
    var quantity = new Quantity(new BigDecimal(5 + n % 7), "person");
    return new Wording(
        new Content(
            null,
            LocalizedText.of("en", "Knowledge of " + about(n) + ", number " + n),
            text,
            null,
            Period.UNKNOWN,
            Period.UNKNOWN,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        n % 2 == 0
            ? new Details.Need(LocalizedText.EMPTY, null, quantity)
            : Details.Offer.of(LocalizedText.of("en", "Travel is shared.")),
        Wording.Confidential.NONE);
  }

  /// Two invite each other, talk; of half of all talks comes an agreement and an initiative.
  void meet(Member one, Member other, int n) {
    var invitation =
        new Matches.Invitation(
            one.party(),
            other.party(),
            Match.Role.PROVIDING,
            entries.get(n),
            LocalizedText.EMPTY,
            "We have read of you.");
    var invited = node.bean(Matches.class).invite(one.account(), invitation, "crowd " + n);
    if (!(invited instanceof MatchOutcome.Done)) {
      throw new IllegalStateException("the invitation " + n + " was refused: " + invited);
    }
    var id = talk(one, other, n);
    if (n % 2 == 0) {
      initiative(one, other, sign(one, other, id), n);
    }
  }

  /// Two make an agreement that nothing has come of yet.
  String agree(Member one, Member other, int n) {
    return sign(one, other, talk(one, other, n));
  }

  private String talk(Member one, Member other, int n) {
    var talks = node.bean(Consultations.class);
    var opened =
        after(
            talks.open(
                as(one),
                List.of(
                    new Invited(one.party(), Party.Role.REQUESTING),
                    new Invited(other.party(), Party.Role.PROVIDING)),
                DecisionRule.UNANIMITY,
                Talkers.proposal("Talks about " + about(n) + ", number " + n),
                "crowd " + n));
    for (int c = 0; c < COMMENTS; c++) {
      var says = as(c % 2 == 0 ? one : other);
      after(
          talks.comment(opened.id(), says, 1, "Let us look at it again: " + c, "crowd says " + c));
    }
    return opened.id();
  }

  private static As as(Member member) {
    return new As(member.account(), member.party());
  }

  private static Consultation after(Optional<? extends ConsultationOutcome> outcome) {
    return ((ConsultationOutcome.Done) outcome.orElseThrow()).after();
  }

  private String sign(Member one, Member other, String id) {
    for (var member : List.of(one, other)) {
      var accepts = new Position.Accepts();
      after(node.bean(Consultations.class).reply(id, as(member), 1, accepts, "crowd accepts"));
    }
    var agreements = node.bean(Agreements.class);
    var agreement = agreements.of(id, one.account()).orElseThrow();
    for (var member : List.of(one, other)) {
      done(
          agreements.sign(agreement, as(member), 1, "Head", "crowd " + member.party()),
          AgreementOutcome.Done.class);
    }
    return agreement;
  }

  private void initiative(Member one, Member other, String agreement, int n) {
    var initiatives = node.bean(JointInitiatives.class);
    var beginning =
        new Beginning(
            new Beginning.Origin(agreement, null, null, null),
            LocalizedText.of("en", "Together for " + about(n) + ", number " + n),
            LocalizedText.of("en", "Villages know more"),
            LocalizedText.EMPTY,
            List.of(party(one, Role.PROVIDER), party(other, Role.RECIPIENT)),
            Period.UNKNOWN,
            Plan.EMPTY,
            List.of(),
            List.of(),
            List.of(),
            List.of("311"));
    var begun = initiatives.begin(one.account(), beginning, "crowd " + n);
    var id = done(begun, JointOutcome.Done.class).after().id();
    for (int c = 0; c < CONTRIBUTIONS; c++) {
      var stated = new Deed.State("given" + c, 0, contribution(one, other, c));
      act(initiatives.act(one.account(), id, one.party(), stated, "crowd state " + c));
      var answer = new Deed.Answer("given" + c, 1, new Reply.Confirms());
      act(initiatives.act(other.account(), id, other.party(), answer, "crowd answer " + c));
    }
  }

  private static void act(Optional<JointOutcome> outcome) {
    done(outcome, JointOutcome.Done.class);
  }

  private static JointParty party(Member member, Role role) {
    return new JointParty(
        member.party(),
        role,
        LocalizedText.of("en", member.body().name()),
        member.body().country());
  }

  private static Contribution contribution(Member from, Member to, int n) {
    return new Contribution(
        Contribution.Kind.IN_KIND,
        from.party(),
        to.party(),
        LocalizedText.of("en", "Advisers, part " + n),
        null,
        new Figure(null, new Quantity(new BigDecimal(10 + n), "person-day")),
        List.of(),
        Contribution.Valuation.NOT_REPORTED,
        Period.UNKNOWN,
        Contribution.Visibility.PUBLIC,
        null);
  }
}
