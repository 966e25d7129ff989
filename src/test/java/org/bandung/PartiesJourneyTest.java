package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.cli.Cli;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// Three parties, each at a browser of its own: from a need in French to an agreement that anybody
/// verifies, and what becomes of talks that one of them leaves; and an intruder in all their steps.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartiesJourneyTest {

  private static final Role[] ALL = {
    Role.AUTHORITY, Role.CONTRIBUTOR, Role.NEGOTIATOR, Role.SIGNATORY, Role.ENDORSER
  };

  private static final String NEED = "Maçons pour les puits de douze villages";

  private Path home = Path.of("");
  private InventedNode node;
  private Footprints footprints;
  private Body bank;
  private Caller intruder;
  private Program intruding;

  /// Asks, in French, without scripts.
  private Visitor amina;

  /// Provides.
  private Visitor noor;

  /// Facilitates.
  private Visitor berta;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    home = folder;
    node = InventedNode.open(folder.resolve("home"));
    footprints = new Footprints(node);
    var keeper = node.keeper();
    var meridia = node.authority("QMM");
    var norelia = node.authority("QNN");
    bank = node.admit(keeper, Body.Kind.MULTILATERAL, "Bank of Wells", null);
    var other = node.authority("QPP");
    var pela = node.person(keeper, other, "Pela", ALL);
    intruder = node.signedIn(pela);
    intruding = Program.of(node, pela, other, "read", "write", "sign");
    amina = Visitor.signIn(node, node.person(keeper, meridia, "Amina", "fr", ALL), false);
    noor = Visitor.signIn(node, node.person(keeper, norelia, "Noor", ALL), true);
    berta = Visitor.signIn(node, node.person(keeper, bank, "Berta", ALL), true);
    amina.browser().show(node.root() + "/desk?lang=fr");
  }

  @AfterAll
  void close() {
    for (var visitor : new Visitor[] {amina, noor, berta}) {
      if (visitor != null) {
        visitor.close();
      }
    }
    if (node != null) {
      node.close();
    }
  }

  @Test
  void aNeedInFrenchBecomesAnAgreementThatAnybodyVerifies() throws Exception {
    needIsReleased();
    partnerAsksToTalk();
    var talk = threeTalk();
    amendedTwice();
    var program = program(talk);
    allAccept();
    allSign();
    verifiedOffline();
    footprints.follow(amina.browser(), noor.browser(), berta.browser());
    assertThat(footprints.kinds())
        .contains(
            "POST /desk/entries/new",
            "POST /desk/entries/ID",
            "POST /desk/matches/new",
            "POST /desk/matches/ID/talk",
            "POST /desk/talks/new",
            "POST /desk/talks/ID/amend",
            "POST /desk/talks/ID/reply",
            "POST /desk/talks/ID/comments",
            "POST /desk/talks/ID/notes",
            "GET /desk/talks/ID/files/ID",
            "POST /desk/agreements/ID/sign",
            "GET /desk/agreements/ID/bundle.json",
            "GET /desk/agreements/ID/text");
    footprints.program(program);
    assertThat(footprints.kinds())
        .contains(
            "GET /api/v1/drafts/ID",
            "GET /api/v1/matches/ID",
            "GET /api/v1/consultations/ID/events",
            "GET /api/v1/agreements/ID/bundle");
    footprints.tryBy(intruder, "/desk", intruding);
    footprints.tryBy(node.stranger(), "/sign-in", Program.stranger(node));
  }

  private void needIsReleased() {
    amina.desk("entries").follow("/desk/entries/new?kind=need");
    amina.type("title", NEED);
    amina.type("description", "Douze villages cherchent des maçons qui savent maçonner les puits.");
    amina.send();
    deed("submitted");
    deed("released");
    assertThat(amina.reads()).contains("L’entrée est publique.");
  }

  private void deed(String deed) {
    amina.click(By.xpath("//form[input[@name='deed'][@value='" + deed + "']]//button"));
    amina.browser().awaitAddress("done=" + deed);
  }

  private void partnerAsksToTalk() {
    noor.browser().await(By.cssSelector("header a[href='/catalogue']")).click();
    noor.read(NEED).follow("/desk/matches/new");
    noor.type("message", "Our masons line wells with stone.");
    noor.press("/desk/matches/new").until("What happened");
    amina.desk("matches").read(NEED);
    amina.press("/talk");
  }

  private String threeTalk() {
    amina.follow("/desk/talks/new");
    amina.click(By.cssSelector("button[name=add][value=party]"));
    amina.choose("party.2.id", bank.id()).choose("party.2.role", "facilitating");
    amina.type("lang.0.title", "Puits de douze villages");
    amina.type("lang.0.text", "Les parties maçonnent les puits de douze villages.");
    amina.choose("condition.0.kind", "none");
    amina.send();
    amina.browser().await(By.id("sides"));
    assertThat(amina.reads()).contains("facilite", "demande", "apporte", "Unanimité");
    return amina.idAfter("/desk/talks/");
  }

  /// The facilitator attaches a plan and adds how it is followed, the provider says what it gives;
  /// each reads what the other has changed.
  private void amendedTwice() throws IOException {
    var plan = home.resolve("plan.txt");
    Files.writeString(plan, "Twelve wells on a map.");
    berta.desk("talks").read("Puits").followTo("/amend");
    berta.type("lang.0.text", "Les parties maçonnent les puits de douze villages en pierre.");
    berta.attach("file", plan).click(By.cssSelector("button[value=annex]"));
    berta.send();
    berta.until("version 2");

    noor.desk("talks").read("Puits").until("version 2");
    assertThat(noor.browser().await(By.cssSelector("ins")).getText()).contains("en pierre");
    assertThat(noor.save("/files/")).hasContent("Twelve wells on a map.");
    noor.followTo("/amend");
    noor.click(By.cssSelector("button[name=add][value=lang]"));
    noor.choose("lang.1.tag", "en").type("lang.1.title", "Wells of twelve villages");
    noor.type("lang.1.text", "The parties line the wells of twelve villages with stone.");
    noor.choose("give.0.party", "QNN").type("give.0.what.0", "Six maçons");
    noor.type("give.0.what.1", "Six masons");
    noor.send();
    noor.until("version 3");
    amina.desk("talks").read("Puits");
    assertThat(amina.reads()).contains("version 3", "Six maçons");
    amina.type("comment", "Nous sommes presque d’accord.").press("/comments");
    amina.type("note", "Notre limite est de six.").press("/notes");
    assertThat(amina.reads()).contains("Notre limite est de six.");
    berta.desk("talks").read("Wells of");
    assertThat(berta.reads())
        .contains("Nous sommes presque d’accord.")
        .doesNotContain("Notre limite");
  }

  /// A program of hers speaks for her in the talks.
  private Program program(String talk) {
    amina.desk("").type("token-name", "bureau").tick("scope-write");
    amina.press("/desk/tokens");
    var word = amina.browser().await(By.id("new-token")).getText();
    var program = Program.with(node, word);
    var comment = "{\"version\":3,\"text\":\"Dit par un programme.\"}";
    var said = program.post("/api/v1/consultations/" + talk + "/comments", "c-1", comment);
    assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
    return program;
  }

  /// The facilitator first objects; nobody's consent is taken for another's. She does without a
  /// mouse.
  private void allAccept() {
    berta.tabTo(By.xpath("//summary[../form//textarea[@id='object-reason']]")).keys(Keys.ENTER);
    berta.tabTo(By.id("object-reason")).keys("Who keeps the wells?", Keys.TAB, Keys.ENTER);
    berta.until("Who keeps the wells?");
    noor.desk("talks").read("Wells of").followTo("/accept").press("/reply");
    amina.desk("talks").read("Puits");
    assertThat(amina.reads()).contains("Who keeps the wells?", "objecte");
    amina.followTo("/accept");
    assertThat(amina.reads()).contains("Les parties maçonnent les puits", "Six maçons");
    amina.press("/reply");
    assertThat(amina.browser().driver().findElements(By.id("outcome"))).isEmpty();
    berta.tabTo(By.cssSelector("main a[href*='/accept']")).keys(Keys.ENTER);
    berta.until("To accept binds").tabTo(By.cssSelector("main form button")).keys(Keys.ENTER);
    berta.browser().await(By.id("outcome"));
  }

  private void allSign() {
    berta.follow("/desk/agreements/");
    var id = berta.idAfter("/desk/agreements/");
    berta.type("capacity-" + bank.id(), "President").press("/sign");
    for (var side : Map.of("QNN", noor, "QMM", amina).entrySet()) {
      side.getValue().desk("agreements").follow("/desk/agreements/" + id);
      side.getValue().type("capacity-" + side.getKey(), "Ministre").press("/sign");
    }
    amina.desk("agreements").follow("/desk/agreements/" + id);
    assertThat(amina.reads()).contains("en vigueur", "Amina", "Noor", "Berta", "facilitateur");
    amina.followTo("/text");
    assertThat(amina.reads()).contains("Les parties maçonnent", "SHA-256");
    amina.browser().driver().navigate().back();
  }

  private void verifiedOffline() throws Exception {
    var bundle = amina.save("/bundle.json");
    var text = Files.readString(bundle);
    var fingerprint = Pattern.compile("\"fingerprint\":\"([0-9a-f]{64})\"").matcher(text);
    assertThat(fingerprint.find()).isTrue();
    assertThat(verify(bundle)).isZero();
    assertThat(verify(bundle, "--trust", fingerprint.group(1))).isZero();
    assertThat(verify(bundle, "--trust", "0".repeat(64))).isEqualTo(1);
    var forged = bundle.resolveSibling("forged.json");
    Files.writeString(forged, text.replace("Ministre", "Monarque"));
    assertThat(verify(forged)).isEqualTo(1);
    Files.writeString(forged, text.replace("douze villages", "treize villages"));
    assertThat(verify(forged)).isEqualTo(1);
  }

  /// On a machine that has the file and nothing else: no home, no database.
  private int verify(Path file, String... more) throws Exception {
    var nowhere = home.resolve("nowhere");
    var words = new java.util.ArrayList<>(java.util.List.of("agreement", "verify"));
    words.add(file.toString());
    words.addAll(java.util.List.of(more));
    var environment = Map.of("BANDUNG_HOME", nowhere.toString());
    try (var rooms = new House(environment)) {
      var ended = Cli.run(words.toArray(String[]::new), environment, rooms, rooms);
      assertThat(nowhere).doesNotExist();
      return ended;
    }
  }

  /// Opens talks of three: who asks, who provides, and the bank in a role.
  private String talk(String title, String role) {
    amina.desk("talks").follow("/desk/talks/new");
    amina.click(By.cssSelector("button[name=add][value=party]"));
    amina.choose("party.0.id", "QMM").choose("party.0.role", "requesting");
    amina.choose("party.1.id", "QNN").choose("party.1.role", "providing");
    amina.choose("party.2.id", bank.id()).choose("party.2.role", role);
    amina.type("lang.0.title", title).type("lang.0.text", "Nous partageons des semences.");
    amina.choose("condition.0.kind", "none");
    amina.send();
    amina.browser().await(By.id("sides"));
    return amina.idAfter("/desk/talks/");
  }

  private static void leave(Visitor visitor, String reason) {
    visitor.type("leave-reason", reason).press("/leave");
  }

  @Test
  void whenOneLeavesTheOthersGoOn() {
    var title = "Semences " + "providing".toUpperCase(Locale.ROOT);
    talk(title, "providing");
    noor.desk("talks").read(title).followTo("/accept").press("/reply");
    berta.desk("talks").read(title);
    leave(berta, "Our board has other plans.");
    berta.until("left");
    assertThat(berta.browser().driver().findElements(By.id("move"))).isEmpty();

    amina.desk("talks").read(title);
    assertThat(amina.reads()).contains("Our board has other plans.", "s’est retirée");
    amina.type("comment", "Nous continuons à deux.").press("/comments");
    amina.followTo("/accept").press("/reply");
    assertThat(amina.reads()).contains("Tous ceux qui y sont parties ont consenti");
    noor.desk("talks").read(title).follow("/desk/agreements/");
    assertThat(noor.reads()).contains("Meridia", "Norelia");
    assertThat(noor.browser().await(By.id("parties")).findElement(By.xpath("..")).getText())
        .doesNotContain("Bank of Wells");
    berta.desk("talks").read(title);
    assertThat(berta.reads()).doesNotContain("Nous continuons à deux.");
    footprints.follow(amina.browser(), noor.browser(), berta.browser());
  }

  @Test
  void whenNobodyIsLeftWhoAsksNoAgreementCanCome() {
    var title = "Semences sans demande";
    talk(title, "providing");
    leave(amina, "Nous n’en avons plus besoin.");
    amina.browser().await(By.id("sides"));
    assertThat(amina.browser().driver().findElements(By.id("move"))).isEmpty();
    noor.desk("talks").read(title);
    assertThat(noor.reads())
        .contains("Nous n’en avons plus besoin.", "no agreement can come of this");
    noor.followTo("/accept").press("/reply");
    berta.desk("talks").read(title).followTo("/accept").press("/reply");
    assertThat(berta.browser().driver().findElements(By.id("outcome"))).isEmpty();
    assertThat(berta.desk("agreements").reads()).doesNotContain(title);

    noor.desk("talks").read(title).followTo("/amend");
    noor.choose("effect", "ends").send();
    noor.followTo("/accept").press("/reply");
    berta.desk("talks").read(title).followTo("/accept").press("/reply");
    assertThat(berta.browser().await(By.id("outcome")).getText()).isEqualTo("no agreement");
    footprints.follow(amina.browser(), noor.browser(), berta.browser());
  }
}
