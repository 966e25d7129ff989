package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.registry.Registry;
import org.bandung.web.Browser;
import org.bandung.web.WorldStatements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A need from a telephone without scripts to the public page and back, in real browsers; and an
/// intruder at the same addresses.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntryJourneyTest {

  private InventedNode node;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private static void deed(Browser browser, String deed) {
    var form = "//form[input[@name='deed'][@value='" + deed + "']]";
    var folded = browser.driver().findElements(By.xpath("//details[." + form + "]/summary"));
    if (!folded.isEmpty()) {
      folded.getFirst().click();
    }
    browser.await(By.xpath(form + "//button")).click();
    browser.awaitAddress("done=" + deed);
  }

  @Test
  void aNeedIsWrittenOnATelephoneReleasedAndTakenBack() throws Exception {
    var keeper = node.keeper();
    var agency = node.admit(keeper, Body.Kind.AUTHORITY, "Meridia Cooperation Agency", "QMM");
    var head = node.person(keeper, agency, "Bao", Role.AUTHORITY);
    var institute = node.admit(head, Body.Kind.ORGANISATION, "Institute of Wells", "QMM");
    var desk = node.person(head, institute, "Chidi", Role.CONTRIBUTOR, Role.SIGNATORY);
    var foreign = node.admit(keeper, Body.Kind.AUTHORITY, "Osmara Agency", "QOO");
    var other =
        node.person(keeper, foreign, "Dora", Role.AUTHORITY, Role.CONTRIBUTOR, Role.ENDORSER);
    try (var authority = Browser.open(true);
        var writer = Browser.open(false);
        var intruder = Browser.open(true)) {
      node.signIn(authority, head);
      node.signIn(writer, desk);
      node.signIn(intruder, other);

      writer.screen(360, false);
      writer.show(node.root() + "/desk/entries/new?kind=need");
      writer.picture("entry-form-360-en");
      writer.type("title", "Masons who can line wells");
      writer.type("description", "Twelve villages look for masons who line wells with stone.");
      writer.await(By.cssSelector("#entry-form button")).click();
      writer.await(By.id("state"));
      var address = URI.create(writer.driver().getCurrentUrl()).getPath();
      writer.picture("entry-private-360-en");
      strange(intruder, address);
      strange(authority, address);
      assertThat(get("/catalogue")).doesNotContain("Masons");

      deed(writer, "submitted");
      authority.screen(1280, false);
      authority.show(node.root() + "/desk/entries");
      authority.picture("entries-1280-en");
      authority.show(node.root() + address);
      authority.picture("entry-authority-1280-en");
      strange(intruder, address);
      assertThat(get("/catalogue")).doesNotContain("Masons");

      deed(authority, "released");
      assertThat(get("/catalogue")).contains("Masons who can line wells");
      writer.show(node.root() + address + "?lang=ar");
      writer.picture("entry-released-360-ar");
      var entry =
          String.valueOf(
              writer.await(By.cssSelector("a[href^='/catalogue/']")).getDomAttribute("href"));
      assertThat(get(entry)).contains("Institute of Wells", "Confirmed on");
      writer.show(node.root() + address + "/edit?lang=ar");
      writer.picture("entry-form-360-ar");

      savesItself(intruder);
      manyAtOnce(writer);
      deed(show(authority, address), "taken-back");
      assertThat(get("/catalogue")).doesNotContain("Masons");
      assertThat(status(entry)).isEqualTo(404);
      assertThat(status("/api/v1" + entry)).isEqualTo(404);
      assertThat(get("/catalogue.csv")).doesNotContain("Masons");
      assertThat(get("/api/v1/changes")).doesNotContain("Masons");
    }
  }

  /// What is sought in the country's name its authority clears; what others state of the country it
  /// answers.
  @Test
  void anAuthorityClearsANeedAndRepliesToWhatIsStatedOfItsCountry() throws Exception {
    WorldStatements.receive(node.bean(Registry.class));
    var keeper = node.keeper();
    var agency = node.admit(keeper, Body.Kind.AUTHORITY, "Norelia Agency", "QNN");
    var head = node.person(keeper, agency, "Nilu", Role.AUTHORITY, Role.ENDORSER);
    var institute = node.admit(head, Body.Kind.ORGANISATION, "Institute of Seeds", "QNN");
    var writer = node.person(head, institute, "Sefu", Role.CONTRIBUTOR);
    try (var nilu = Visitor.signIn(node, head, true);
        var sefu = Visitor.signIn(node, writer, false)) {
      nilu.desk("").follow("/desk/bodies/" + agency.id()).followTo("/rules");
      nilu.tick("needs").press("/rules");
      sefu.desk("entries").follow("/desk/entries/new?kind=need");
      sefu.type("title", "Keepers of seed banks").type("description", "Five villages ask.").send();
      deed(sefu.browser(), "submitted");
      var address = URI.create(sefu.address()).getPath();

      nilu.desk("entries").read("Keepers of seed banks");
      assertThat(nilu.browser().driver().findElements(deedForm("released"))).isEmpty();
      deed(nilu.browser(), "cleared");
      deed(nilu.browser(), "released");
      sefu.desk("entries").read("Keepers of seed banks");
      assertThat(sefu.reads()).contains("cleared", "Nilu");
      assertThat(get("/catalogue")).contains("Keepers of seed banks");
      assertThat(get("/api/v1/changes")).doesNotContain(address);

      replies(nilu, sefu);
    }
  }

  private static By deedForm(String deed) {
    return By.xpath("//form[input[@name='deed'][@value='" + deed + "']]");
  }

  private void replies(Visitor nilu, Visitor sefu) throws Exception {
    nilu.browser().await(By.cssSelector("header a[href='/initiatives']")).click();
    nilu.read("Seed banks").follow("/desk/replies");
    var reply = By.cssSelector("main form.own button");
    nilu.type("QNN-en", "We run <b>eleven</b> banks, not twelve.").click(reply);
    assertThat(nilu.reads()).contains("The reply is published.");
    nilu.follow("/initiatives/");
    assertThat(nilu.reads()).contains("Reply of Norelia", "We run <b>eleven</b> banks");
    var page = URI.create(nilu.address()).getRawPath();
    assertThat(get(page)).contains("We run &lt;b&gt;eleven&lt;/b&gt; banks");

    // who is not the country's authority is not asked, and is told nothing by the form
    sefu.browser().show(nilu.address());
    assertThat(sefu.browser().driver().findElements(By.cssSelector("a[href^='/desk/replies']")))
        .isEmpty();
    sefu.browser().show(node.root() + "/desk/replies?initiative=" + page.substring(13));
    assertThat(sefu.reads()).doesNotContain("eleven");

    nilu.follow("/desk/replies");
    nilu.click(By.xpath("//form[input[@name='withdraw']]//button"));
    assertThat(nilu.reads()).contains("The reply is withdrawn.");
    assertThat(get(page)).doesNotContain("eleven");
  }

  /// With scripts the form is stored after a pause; who saves on an older state sees both wordings.
  private void savesItself(Browser browser) {
    browser.show(node.root() + "/desk/entries/new?kind=offer");
    browser.type("title", "Well masons who travel");
    new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
        .until(b -> !b.findElement(By.id("saved")).getText().isEmpty());
    var form = String.valueOf(browser.await(By.id("entry-form")).getDomProperty("action"));
    assertThat(form).matches(".*/desk/entries/[0-9a-z]{16}/edit");
    var tab = browser.driver().getWindowHandle();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    browser.show(form);
    browser.type("description", "Ten masons.");
    browser.await(By.cssSelector("#entry-form button")).click();
    browser.await(By.id("state"));
    browser.driver().close();
    browser.driver().switchTo().window(tab);
    browser.type("description", "Eleven masons.");
    browser.await(By.cssSelector("#entry-form button")).click();
    assertThat(browser.await(By.cssSelector("[role=alert]")).getText()).contains("Ten masons.");
    assertThat(browser.await(By.id("description")).getDomProperty("value"))
        .isEqualTo("Eleven masons.");
    browser.picture("entry-conflict-en");
    browser.await(By.cssSelector("#entry-form button")).click();
    browser.await(By.id("state"));
  }

  private void manyAtOnce(Browser browser) throws IOException {
    var table = Files.createTempFile("needs", ".csv");
    Files.writeString(
        table,
        "ID,Title,Description,Quantity\nA,Pumps,We look for pumps,3\n,No key,x,\nB,Pipes,y,ten\n");
    browser.show(node.root() + "/desk/entries/upload?lang=en");
    browser.await(By.id("table")).sendKeys(table.toString());
    browser.await(By.cssSelector("form[action='/desk/entries/upload'] button")).click();
    browser.await(By.cssSelector("form[action='/desk/entries/upload/take'] button"));
    browser.picture("entry-upload-360-en");
    browser.await(By.cssSelector("form[action='/desk/entries/upload/take'] button")).click();
    assertThat(browser.await(By.cssSelector("[role=status]")).getText()).contains("2 rows");
    browser.show(node.root() + "/desk/entries");
    assertThat(browser.driver().getPageSource()).contains("Pumps", "Pipes");
  }

  private Browser show(Browser browser, String address) {
    browser.show(node.root() + address);
    return browser;
  }

  /// To a stranger it looks like something that does not exist.
  private void strange(Browser browser, String address) throws Exception {
    var cookies =
        browser.driver().manage().getCookies().stream()
            .map(c -> c.getName() + "=" + c.getValue())
            .collect(Collectors.joining("; "));
    var token =
        browser.driver().manage().getCookies().stream()
            .filter(c -> c.getName().equals("XSRF-TOKEN"))
            .map(c -> c.getValue())
            .findFirst()
            .orElse("");
    for (var end : new String[] {"", "/edit"}) {
      var real = send("GET", address + end, cookies, "");
      var none = send("GET", "/desk/entries/0000000000000000" + end, cookies, "");
      assertThat(real.statusCode()).isEqualTo(404);
      assertThat(same(real)).isEqualTo(same(none));
    }
    for (var end :
        new String[] {"?deed=released&seen=1", "/edit?title=x", "/edit?background=yes"}) {
      var form = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
      var real = send("POST", address + end, cookies, form);
      var none = send("POST", "/desk/entries/0000000000000000" + end, cookies, form);
      assertThat(real.statusCode()).isEqualTo(none.statusCode()).isIn(403, 404);
      assertThat(same(real)).isEqualTo(same(none));
    }
  }

  /// A page without its own address in its links to other languages.
  private static String same(HttpResponse<String> answer) {
    return Caller.plain(answer.body()).replaceAll("/desk/entries/[0-9a-z]{16}", "/desk/entries/x");
  }

  private HttpResponse<String> send(String method, String path, String cookies, String form)
      throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(node.root() + path))
              .header("Cookie", cookies)
              .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .method(method, HttpRequest.BodyPublishers.ofString(form));
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private String get(String path) throws Exception {
    return send("GET", path, "lang=en", "").body();
  }

  private int status(String path) throws Exception {
    return send("GET", path, "lang=en", "").statusCode();
  }
}
