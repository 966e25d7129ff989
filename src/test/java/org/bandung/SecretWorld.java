package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.bandung.InventedNode.Person;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.drafts.DraftDeed;
import org.bandung.catalogue.drafts.DraftOutcome;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.catalogue.drafts.Wording;
import org.bandung.catalogue.matches.Match;
import org.bandung.catalogue.matches.MatchOutcome;
import org.bandung.catalogue.matches.Matches;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Position;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.consultation.accord.Agreements;
import org.bandung.funds.Duty;
import org.bandung.funds.FundDeed;
import org.bandung.funds.FundOutcome;
import org.bandung.funds.FundTerms;
import org.bandung.funds.Funds;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.joint.Beginning;
import org.bandung.registry.joint.Contribution;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Figure;
import org.bandung.registry.joint.JointEvent;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.registry.joint.JointParty;
import org.bandung.registry.joint.Plan;
import org.bandung.registry.said.Content;

/// A random world of private records, each with a word of its own, and everybody who may come
/// looking for them.
final class SecretWorld {

  /// Each makes another world, side by side on the same node.
  private static final List<Long> SEEDS = List.of(1955L, 1961L, 2009L);

  /// A record.
  ///
  /// @param marker stands in it and nowhere else
  /// @param guess the word before it, which everybody may know
  /// @param addresses where it can be read by those it is for
  /// @param readers names of the people it is for
  /// @param heard names of people who were told of it while it was for them
  record Secret(
      String what,
      String guess,
      String marker,
      List<String> addresses,
      Set<String> readers,
      Set<String> heard) {}

  private Random chance = new Random(SEEDS.getFirst());
  final List<Secret> secrets = new ArrayList<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Body> bodies = new LinkedHashMap<>();
  final Map<String, Caller> callers = new LinkedHashMap<>();
  final Map<String, Program> programs = new LinkedHashMap<>();
  private final InventedNode node;
  private int number;

  SecretWorld(InventedNode node) {
    this.node = node;
    for (var country : List.of("QMM", "QNN", "QPP")) {
      var authority = node.authority(country);
      bodies.put(country, authority);
      var head =
          node.person(
              node.keeper(),
              authority,
              "head" + country,
              Role.AUTHORITY,
              Role.NEGOTIATOR,
              Role.SIGNATORY,
              Role.CONTRIBUTOR);
      people.put("head" + country, head);
      var institute = node.admit(head, Body.Kind.ORGANISATION, "Institute " + country, country);
      bodies.put("institute" + country, institute);
      people.put(
          "desk" + country,
          node.person(
              head,
              institute,
              "desk" + country,
              Role.CONTRIBUTOR,
              Role.NEGOTIATOR,
              Role.SIGNATORY));
    }
    people.put("keeper", node.keeper());
    for (var seed : SEEDS) {
      chance = new Random(seed);
      for (int i = 0; i < 3; i++) {
        drafts();
        matches();
        talks();
        joint();
        funds();
      }
    }
    callers.put("nobody", node.stranger());
    people.forEach((name, person) -> callers.put(name, node.signedIn(person)));
    programs.put("nobody", Program.stranger(node));
    for (var country : List.of("QMM", "QNN", "QPP")) {
      program("head" + country, body(country));
      program("desk" + country, body("institute" + country));
    }
  }

  private void program(String name, Body body) {
    programs.put(name, Program.of(node, person(name), body, "read"));
  }

  private Person person(String name) {
    return Objects.requireNonNull(people.get(name));
  }

  private Body body(String name) {
    return Objects.requireNonNull(bodies.get(name));
  }

  private String country() {
    return List.of("QMM", "QNN", "QPP").get(chance.nextInt(3));
  }

  private String otherThan(String country) {
    var other = country();
    return other.equals(country) ? otherThan(country) : other;
  }

  private String guess() {
    return "guess" + (++number) + "x";
  }

  private LocalizedText title(String guess) {
    return LocalizedText.of("en", guess + " " + marker(guess));
  }

  private static String marker(String guess) {
    return "hidden" + guess;
  }

  private void keep(String what, String guess, List<String> addresses, String... readers) {
    secrets.add(new Secret(what, guess, marker(guess), addresses, Set.of(readers), Set.of()));
  }

  private void drafts() {
    var drafts = node.bean(Drafts.class);
    var c = country();
    var desk = node.account(person("desk" + c));
    var head = node.account(person("head" + c));
    var guess = guess();
    var made =
        (DraftOutcome.Made)
            drafts.make(desk, body("institute" + c).id(), need(guess), guess).orElseThrow();
    var pages = List.of("/desk/entries/" + made.id(), "/catalogue/" + made.id());
    int step = chance.nextInt(4);
    if (step == 0) {
      keep("a draft", guess, pages, "desk" + c);
      return;
    }
    drafts.act(desk, made.id(), new DraftDeed.Submit(made.revision()));
    if (step >= 2) {
      assertThat(drafts.act(head, made.id(), new DraftDeed.Release(1)))
          .contains(new DraftOutcome.Done(org.bandung.catalogue.drafts.DraftState.RELEASED));
      if (step == 3) {
        drafts.act(head, made.id(), new DraftDeed.TakeBack("not yet"));
        secrets.add(
            new Secret(
                "what was taken back",
                guess,
                marker(guess),
                pages,
                Set.of("desk" + c),
                Set.of("head" + c)));
        return;
      } else {
        // what is released is public, but not whom to call nor what may be spent
        keep("a contact", "person" + guess, pages, "desk" + c);
        return;
      }
    }
    keep("a submission", guess, pages, "desk" + c, "head" + c);
  }

  private Wording need(String guess) {
    var content =
        new Content(
            null,
            title(guess),
            LocalizedText.of("en", "Sought is " + marker(guess)),
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
            List.of());
    return new Wording(
        content,
        new Details.Need(
            LocalizedText.of("en", "Plan"), null, new Quantity(BigDecimal.TEN, "person")),
        new Wording.Confidential(
            marker("person" + guess),
            "secret@example.org",
            "+99 555",
            new ReportedAmount(new BigDecimal("987654"), "USD")));
  }

  private void matches() {
    var a = country();
    var b = otherThan(a);
    var guess = guess();
    var invitation =
        new Matches.Invitation(
            body("institute" + a).id(), b, Match.Role.PROVIDING, null, title(guess), marker(guess));
    var outcome =
        node.bean(Matches.class).invite(node.account(person("desk" + a)), invitation, guess);
    var id = ((MatchOutcome.Done) outcome).after().id();
    keep("a match", guess, List.of("/desk/matches/" + id), "desk" + a, "head" + b);
  }

  private void talks() {
    var consultations = node.bean(Consultations.class);
    var a = country();
    var b = otherThan(a);
    var guess = guess();
    var proposal = proposal(guess);
    var ours = new Consultations.As(node.account(person("head" + a)), a);
    var theirs = new Consultations.As(node.account(person("head" + b)), b);
    var opened =
        consultations
            .open(
                ours,
                List.of(
                    new Consultations.Invited(a, Party.Role.REQUESTING),
                    new Consultations.Invited(b, Party.Role.PROVIDING)),
                DecisionRule.UNANIMITY,
                proposal,
                guess)
            .orElseThrow();
    var id = ((ConsultationOutcome.Done) opened).after().id();
    keep("talks", guess, List.of("/desk/talks/" + id), "head" + a, "head" + b);
    var note = guess();
    consultations.note(id, ours, note + " " + marker(note), note);
    keep("a note", note, List.of("/desk/talks/" + id), "head" + a);
    if (chance.nextBoolean()) {
      consultations.reply(id, ours, 1, new Position.Accepts(), "a");
      consultations.reply(id, theirs, 1, new Position.Accepts(), "b");
      var agreements = node.bean(Agreements.class);
      var agreement = agreements.of(id, ours.account()).orElseThrow();
      if (chance.nextBoolean()) {
        assertThat(agreements.release(agreement, ours.account(), body(a), true)).contains(true);
      }
      keep(
          "an agreement that not all released",
          guess,
          List.of("/desk/agreements/" + agreement, "/agreements/" + agreement),
          "head" + a,
          "head" + b);
    }
  }

  private void funds() {
    var funds = node.bean(Funds.class);
    var a = country();
    var desk = node.account(person("desk" + a));
    var guess = guess();
    var terms =
        new FundTerms(
            title(guess),
            LocalizedText.of("en", "For " + marker(guess)),
            "USD",
            null,
            LocalDate.parse("2026-01-01"));
    var opened = funds.open(desk, body("institute" + a).id(), terms, guess).orElseThrow();
    var id = ((FundOutcome.Done) opened).after().id();
    var readers = new ArrayList<>(List.of("desk" + a));
    if (chance.nextBoolean()) {
      var reviewer = "head" + otherThan(a);
      readers.add(reviewer);
      fund(desk, id, new FundDeed.Appoint(node.account(person(reviewer)).id(), Duty.REVIEWER));
    }
    if (chance.nextBoolean()) {
      fund(desk, id, new FundDeed.Show(true));
      fund(desk, id, new FundDeed.Show(false));
    }
    keep(
        "a fund that is not shown",
        guess,
        List.of("/desk/funds/" + id, "/funds/" + id, "/api/v1/funds/" + id),
        readers.toArray(String[]::new));
  }

  private void fund(Account by, String id, FundDeed deed) {
    assertThat(node.bean(Funds.class).act(by, id, deed, deed.toString()).orElseThrow())
        .isInstanceOf(FundOutcome.Done.class);
  }

  private Proposal proposal(String guess) {
    return new Proposal(
        new Effect.MakesAgreement(
            Effect.Kind.PROJECT_DOCUMENT, Effect.Entry.ON_SIGNATURE, null, null),
        title(guess),
        LocalizedText.of("en", "Agreed is " + marker(guess)),
        null,
        new Terms(
            Terms.NONE.purpose(),
            List.of(),
            Terms.NONE.schedule(),
            List.of(),
            LocalizedText.EMPTY,
            List.of(new Terms.Condition(Terms.Condition.Kind.NONE, LocalizedText.EMPTY)),
            null),
        List.of());
  }

  private void joint() {
    var initiatives = node.bean(JointInitiatives.class);
    var a = country();
    var b = otherThan(a);
    var guess = guess();
    var head = node.account(person("head" + a));
    var beginning =
        new Beginning(
            Beginning.Origin.NONE,
            title(guess),
            LocalizedText.of("en", marker(guess)),
            LocalizedText.EMPTY,
            List.of(
                new JointParty(
                    a, org.bandung.registry.said.Role.PROVIDER, LocalizedText.of("en", a), a),
                new JointParty(
                    b, org.bandung.registry.said.Role.RECIPIENT, LocalizedText.of("en", b), b)),
            Period.UNKNOWN,
            Plan.EMPTY,
            List.of(),
            List.of(),
            List.of(),
            List.of("health"));
    var begun = initiatives.begin(head, beginning, guess).orElseThrow();
    assertThat(begun).isInstanceOf(JointOutcome.Done.class);
    var id = ((JointOutcome.Done) begun).after().id();
    var contribution =
        new Contribution(
            Contribution.Kind.IN_KIND,
            a,
            b,
            title(guess),
            null,
            new Figure(null, new Quantity(BigDecimal.TEN, "person")),
            List.of(),
            Contribution.Valuation.NOT_REPORTED,
            Period.UNKNOWN,
            Contribution.Visibility.PUBLIC,
            null);
    initiatives.act(head, id, a, new Deed.State("c" + guess, 0, contribution), "c" + guess);
    if (chance.nextBoolean()) {
      initiatives.act(head, id, a, new Deed.Release(JointEvent.Part.JOINT, 1), "r");
    }
    keep(
        "a joint initiative that not all released",
        guess,
        List.of("/desk/initiatives/" + id, "/initiatives/" + id),
        "head" + a,
        "head" + b);
  }
}
