package org.bandung.catalogue.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bandung.Caller;
import org.bandung.InventedNode;
import org.bandung.InventedNode.Person;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.kernel.LocalizedText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Matches through the door and the service of a whole node.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatchesTest {

  private InventedNode node;
  private Matches matches;
  private Body institute;
  private Person negotiator;
  private Person other;
  private Person reader;
  private Person outsider;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    matches = node.bean(Matches.class);
    var agency = node.authority("QMM");
    var head = node.person(node.keeper(), agency, "Head", Role.AUTHORITY, Role.NEGOTIATOR);
    institute = node.admit(head, Body.Kind.ORGANISATION, "Seed Institute", "QMM");
    negotiator = node.person(head, institute, "Nia", Role.NEGOTIATOR);
    reader = node.person(head, institute, "Rosa", Role.READER);
    outsider = head;
    other = node.person(node.keeper(), node.authority("QNN"), "Omar", Role.NEGOTIATOR);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private Matches.Invitation invitation(String to, String title) {
    return new Matches.Invitation(
        institute.id(), to, Match.Role.PROVIDING, null, LocalizedText.of("en", title), "Hello");
  }

  private Match invited(String to, String title) {
    var outcome = matches.invite(node.account(negotiator), invitation(to, title), title);
    return ((MatchOutcome.Done) outcome).after();
  }

  @Test
  void anInvitationIsSeenByTheTwoSidesOnly() {
    var match = invited("QNN", "Seed banks");

    assertThat(matches.find(node.account(other), match.id())).contains(match);
    assertThat(matches.find(node.account(reader), match.id())).contains(match);
    assertThat(matches.find(node.account(outsider), match.id())).isEmpty();
    assertThat(matches.find(node.account(node.keeper()), match.id())).isEmpty();
    assertThat(matches.list(node.account(outsider), 10)).isEmpty();
  }

  @Test
  void theSameInvitationTwiceIsOne() {
    var first = invited("QNN", "Sent twice");

    assertThat(invited("QNN", "Sent twice").id()).isEqualTo(first.id());
    assertThat(invited("QNN", "Sent twice").steps()).hasSize(1);
  }

  @Test
  void whoOnlyReadsDoesNotInviteNorAnswer() {
    assertThat(matches.invite(node.account(reader), invitation("QNN", "x"), "k"))
        .isInstanceOf(MatchOutcome.NotAllowed.class);
    var match = invited("QNN", "Not for readers");
    assertThat(matches.withdraw(node.account(reader), match.id(), institute.id(), "because", "k"))
        .isInstanceOf(MatchOutcome.NotAllowed.class);
    assertThat(matches.beginTalks(node.account(outsider), match.id(), "QNN", "k"))
        .isInstanceOf(MatchOutcome.Unknown.class);
  }

  @Test
  void aCountryWithoutAnybodyHereRepliesByLetter() {
    var match = invited("QPP", "By letter");
    var letter = new Match.Letter("NV 7", java.time.LocalDate.of(2026, 11, 1));

    var outcome =
        matches.enterLetter(
            node.account(negotiator), match.id(), institute.id(), null, letter, "letter");

    assertThat(((MatchOutcome.Done) outcome).after().state()).isEqualTo(Match.State.IN_TALKS);
  }

  @Test
  void twoPeopleGoFromInvitationToAgreementOnTheirPages() {
    var nia = node.signedIn(negotiator);
    nia.get("/desk/matches/new");
    var sent =
        nia.post(
            "/desk/matches/new",
            "key",
            "pages",
            "by",
            institute.id(),
            "country",
            "QNN",
            "title",
            "Cold chains for vaccines",
            "role",
            "providing",
            "message",
            "We could learn from your depots.");
    var path = path(sent.headers().firstValue("Location"));
    assertThat(nia.get(path).body()).contains("Cold chains for vaccines");

    var omar = node.signedIn(other);
    assertThat(omar.get("/desk/notices").body()).contains("Cold chains for vaccines");
    assertThat(omar.get(path).body()).contains("We could learn from your depots.");
    omar.post(path + "/talk", "party", "QNN", "key", "t");
    omar.get(path);
    omar.post(path + "/cover", "party", "QNN", "key", "c", "number", "12.5", "unit", "person-days");
    omar.get(path);
    omar.post(path + "/agree", "party", "QNN", "key", "a");
    nia.get(path);
    nia.post(path + "/agree", "party", institute.id(), "key", "a");

    var match = matches.find(node.account(negotiator), path.substring(14)).orElseThrow();
    assertThat(match.state()).isEqualTo(Match.State.AGREED);
    assertThat(match.covers()).isNotNull();
    assertThat(nia.get(path + "?lang=ar").body()).contains("dir=\"rtl\"");
  }

  private String path(Optional<String> location) {
    return location.orElseThrow().replace(node.root(), "");
  }

  @Test
  void aStrangerLearnsNothingOfAMatch() {
    var match = invited("QNN", "Unseen");
    var head = node.signedIn(outsider);
    var there = "/desk/matches/" + match.id();
    var nowhere = "/desk/matches/zzzzzzzzzzzzzzzz";

    assertThat(head.get(there).statusCode()).isEqualTo(404);
    assertThat(plain(head.get(there).body(), match.id()))
        .isEqualTo(plain(head.get(nowhere).body(), "zzzzzzzzzzzzzzzz"));
    for (var deed : java.util.List.of("talk", "decline", "withdraw", "agree", "cover", "letter")) {
      assertThat(posted(head, there + "/" + deed, match.sides().invited())).isEqualTo(404);
      assertThat(posted(head, nowhere + "/" + deed, match.sides().invited())).isEqualTo(404);
    }
  }

  private static int posted(Caller caller, String path, String party) {
    caller.get("/desk/matches/new");
    return caller
        .post(
            path,
            "party",
            party,
            "key",
            "k",
            "reason",
            "r",
            "reference",
            "r",
            "dated",
            "2026-01-01",
            "number",
            "1",
            "unit",
            "persons")
        .statusCode();
  }

  private static String plain(String page, String id) {
    return page.replace(id, "").replaceAll("value=\"[^\"]*\"", "");
  }

  @Test
  void talksThatEndInAnAgreementAgreeTheMatch() {
    var match = invited("QNN", "Agreed in talks");
    matches.beginTalks(node.account(other), match.id(), "QNN", "t");
    matches.opened(node.account(other), match.id(), "QNN", "talks-1", "o");

    matches.agreedInTalks("talks-1", java.util.List.of("QNN"));
    assertThat(state(match)).isEqualTo(Match.State.IN_TALKS);
    matches.agreedInTalks("talks-1", java.util.List.of("QNN", institute.id()));
    matches.agreedInTalks("talks-1", java.util.List.of("QNN", institute.id()));
    assertThat(state(match)).isEqualTo(Match.State.AGREED);
  }

  /// One side could hinder everybody's conclusion: its key met that of the conclusion's own step.
  @Test
  void noKeyOfASideHindersTheConclusionOfTalks() {
    var match = invited("QNN", "Hindered");
    matches.beginTalks(node.account(other), match.id(), "QNN", "t");
    matches.opened(node.account(other), match.id(), "QNN", "talks-2", "talks-2");

    matches.agreedInTalks("talks-2", java.util.List.of("QNN", institute.id()));
    assertThat(state(match)).isEqualTo(Match.State.AGREED);
  }

  private Match.State state(Match match) {
    return matches.find(node.account(negotiator), match.id()).orElseThrow().state();
  }
}
