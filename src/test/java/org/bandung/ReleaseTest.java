package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.bandung.InventedNode.Person;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that is not released shows at any door to anybody it is not for: a random world of
/// private records, each with a word of its own, and every reader at every address.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseTest {

  private static final long SEED = 1955;

  /// Where anybody can look; `@` is the first word of a record's title, which a searcher may guess.
  private static final List<String> PUBLIC =
      List.of(
          "/",
          "/initiatives",
          "/initiatives?words=@",
          "/initiatives.csv",
          "/initiatives?compilations=true&country=QMM",
          "/find?text=@&for=QMM",
          "/search?q=@",
          "/search.atom?q=@",
          "/search.atom",
          "/catalogue",
          "/catalogue?words=@",
          "/catalogue.csv",
          "/events",
          "/events.ics",
          "/flows",
          "/flows.csv",
          "/countries/QMM",
          "/countries/QNN",
          "/groupings",
          "/organisations",
          "/organisations.csv",
          "/sources",
          "/agreements",
          "/commitments",
          "/keys",
          "/about",
          "/no-such-page",
          "/api/v1/initiatives",
          "/api/v1/initiatives?words=@",
          "/api/v1/catalogue",
          "/api/v1/catalogue?words=@",
          "/api/v1/flows",
          "/api/v1/organisations?words=@",
          "/api/v1/sources",
          "/api/v1/imports",
          "/api/v1/changes",
          "/api/v1/status",
          "/api/v1/consultations");

  private static final List<String> DESK =
      List.of(
          "/desk",
          "/desk/entries",
          "/desk/matches",
          "/desk/talks",
          "/desk/agreements",
          "/desk/initiatives",
          "/desk/resources",
          "/desk/commitments",
          "/desk/notices");

  /// A private record.
  ///
  /// @param marker stands in it and nowhere else
  /// @param guess the word before it, which everybody may know
  /// @param addresses where it can be read by those it is for
  /// @param readers names of the people it is for
  private record Secret(
      String what, String guess, String marker, List<String> addresses, Set<String> readers) {}

  private final Random chance = new Random(SEED);
  private final List<Secret> secrets = new ArrayList<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Body> bodies = new LinkedHashMap<>();
  private final Map<String, Caller> callers = new LinkedHashMap<>();
  private InventedNode node;
  private int number;

  @BeforeAll
  void fill(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
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
    for (int i = 0; i < 8; i++) {
      drafts();
      matches();
      talks();
      joint();
    }
    callers.put("nobody", node.stranger());
    people.forEach((name, person) -> callers.put(name, node.signedIn(person)));
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
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
    secrets.add(new Secret(what, guess, marker(guess), addresses, Set.of(readers)));
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

  @Test
  void nobodyFindsAnywhereWhatIsNotForHer() {
    assertThat(secrets).hasSizeGreaterThan(16);
    callers.forEach((name, caller) -> {
      var seen = new HashSet<String>();
      var addresses = new ArrayList<>(PUBLIC.stream().filter(p -> !p.contains("@")).toList());
      if (!name.equals("nobody")) {
        addresses.addAll(DESK);
      }
      secrets.forEach(s -> addresses.addAll(s.addresses()));
      for (var address : new HashSet<>(addresses)) {
        check(name, address, caller.get(address).body(), seen);
      }
      for (var secret : secrets) {
        for (var asking : PUBLIC) {
          if (asking.contains("@") && name.equals("nobody")) {
            var address = asking.replace("@", secret.guess());
            check(name, address, caller.get(address).body(), seen);
          }
        }
      }
      // the test would find them: whoever it is for does read it
      for (var secret : secrets) {
        if (secret.readers().contains(name)) {
          assertThat(seen).as(secret.what() + " for " + name).contains(secret.marker());
        }
      }
    });
  }

  private void check(String name, String address, String body, Set<String> seen) {
    for (var secret : secrets) {
      if (body.contains(secret.marker())) {
        assertThat(secret.readers())
            .as("%s at %s, read by %s", secret.what(), address, name)
            .contains(name);
        seen.add(secret.marker());
      }
    }
  }

  @Test
  void whatIsNotForHerIsLikeWhatDoesNotExist() {
    for (var name : List.of("nobody", "keeper", "headQPP", "deskQPP")) {
      var caller = Objects.requireNonNull(callers.get(name));
      var open = new HashSet<String>();
      secrets.stream()
          .filter(s -> s.readers().contains(name) || s.what().equals("a contact"))
          .forEach(s -> open.addAll(s.addresses()));
      secrets.stream()
          .flatMap(s -> s.addresses().stream())
          .filter(address -> !open.contains(address))
          .distinct()
          .forEach(address -> alikeNothing(name, caller, address));
    }
  }

  private static void alikeNothing(String name, Caller caller, String address) {
    var id = address.substring(address.lastIndexOf('/') + 1);
    var there = caller.get(address);
    var nowhere = caller.get(address.replace(id, "zzzzzzzzzzzzzzzz"));
    if (took(address, there.statusCode())) {
      return;
    }
    assertThat(there.statusCode()).as(name + " " + address).isEqualTo(nowhere.statusCode());
    assertThat(plain(there.body(), id))
        .as(name + " " + address)
        .isEqualTo(plain(nowhere.body(), "zzzzzzzzzzzzzzzz"));
  }

  /// What was public once and was taken back says that it is gone, to everybody who knew it.
  private static boolean took(String address, int status) {
    return address.startsWith("/catalogue/") && status == 410;
  }

  private static String plain(String page, String id) {
    return page.replace(id, "").replaceAll("value=\"[^\"]*\"", "");
  }
}
