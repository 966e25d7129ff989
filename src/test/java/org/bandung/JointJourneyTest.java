package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bandung.access.Role;
import org.bandung.store.pictures.SamplePictures;
import org.bandung.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Two countries run an initiative, one disputes the other's figure, they agree, both release; a
/// third tries the same addresses. Without JavaScript.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointJourneyTest {

  private static final String OVENS = "Ovens and pots";

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

  private static void press(Browser browser, String action) {
    browser.go(browser.await(By.cssSelector("main form[action$='" + action + "'] button")));
  }

  private InventedNode.Person come(Browser browser, String country, String name) {
    var person =
        node.person(
            node.keeper(),
            node.authority(country),
            name,
            Role.AUTHORITY,
            Role.SIGNATORY,
            Role.CONTRIBUTOR);
    node.signIn(browser, person);
    return person;
  }

  private static String said(Browser browser) {
    return browser.text(By.tagName("main"));
  }

  @Test
  void aDisputedFigureIsReconciledAndTheInitiativeReleasedByBoth() {
    try (var meridia = Browser.open(false);
        var norelia = Browser.open(false);
        var osmara = Browser.open(false)) {
      var mira = come(meridia, "QMM", "Mira");
      come(norelia, "QNN", "Noor");
      come(osmara, "QOO", "Otto");

      var address = begin(meridia);
      state(meridia, address);
      dispute(norelia, address);
      besideEachOther(meridia, address);
      besideEachOther(norelia, address);
      intrude(osmara, address);
      reconcile(meridia, norelia, address);
      told(meridia, address);
      tryTheirSteps(Program.of(node, mira, node.authority("QMM"), "read"), meridia, norelia);
      release(meridia, norelia, osmara, address);
    }
  }

  private String begin(Browser meridia) {
    meridia.show(node.root() + "/desk/initiatives/new");
    meridia.type("title", "School meals from local farms");
    meridia.type("number", "QM-QN 7");
    meridia.type("from", "2026-11");
    new Select(meridia.await(By.id("role"))).selectByValue("provider");
    new Select(meridia.await(By.id("country-1"))).selectByValue("QNN");
    new Select(meridia.await(By.id("role-1"))).selectByValue("recipient");
    meridia.type("item-1-what", "Two hundred cooks trained");
    new Select(meridia.await(By.id("item-1-kind"))).selectByValue("milestone");
    meridia.type("item-1-due", "2027-06");
    meridia.screen(360, false);
    meridia.picture("joint-new-360");
    meridia.screen(1280, false);
    press(meridia, "/desk/initiatives/new");
    assertThat(meridia.await(By.tagName("h1")).getText())
        .isEqualTo("School meals from local farms");
    return String.valueOf(meridia.driver().getCurrentUrl()).replaceAll("[?#].*", "");
  }

  private static void state(Browser meridia, String address) {
    meridia.show(address);
    meridia.go(meridia.await(By.cssSelector("a[href*='/contributions/new']")));
    meridia.type("what", "Experts in school kitchens");
    new Select(meridia.await(By.id("other"))).selectByValue("QNN");
    meridia.type("quantity", "forty");
    new Select(meridia.await(By.id("unit"))).selectByValue("person-day");
    new Select(meridia.await(By.id("visibility"))).selectByValue("public");
    press(meridia, "/contributions/new");
    // nothing typed is lost
    assertThat(meridia.await(By.cssSelector(".notice[role=alert]")).getText()).isNotEmpty();
    assertThat(meridia.await(By.id("what")).getDomProperty("value"))
        .isEqualTo("Experts in school kitchens");
    meridia.type("quantity", "40");
    meridia.screen(360, false);
    meridia.picture("joint-contribution-360");
    meridia.screen(1280, false);
    press(meridia, "/contributions/new");
    assertThat(said(meridia)).contains("40 × person-day", "Not replied");

    meridia.go(meridia.await(By.cssSelector("a[href*='/contributions/new']")));
    meridia.type("what", "Ovens and pots");
    new Select(meridia.await(By.id("other"))).selectByValue("QNN");
    new Select(meridia.await(By.id("kind"))).selectByValue("money");
    meridia.type("amount", "120000");
    meridia.type("currency", "USD");
    press(meridia, "/contributions/new");
    assertThat(figures(meridia, OVENS)).contains("120,000").contains("Not replied");
  }

  private static WebElement about(Browser browser, String what) {
    return browser.await(By.xpath("//article[h3[contains(., '" + what + "')]]"));
  }

  /// What the two sides state of one thing, as it stands on the page side by side.
  private static String figures(Browser browser, String what) {
    return about(browser, what).findElement(By.cssSelector("table.compare tbody")).getText();
  }

  private static void dispute(Browser norelia, String address) {
    norelia.show(address);
    assertThat(said(norelia)).contains("Confirm or dispute: Experts in school kitchens");
    disputes(norelia, "Experts in school kitchens", "Nine fell out", "quantity", "31");
    disputes(norelia, OVENS, "Customs took a part", "amount", "95000");
    norelia.show(address + "?lang=ar");
    norelia.screen(360, false);
    norelia.picture("joint-disputed-360-ar");
    norelia.show(address + "?lang=en");
    norelia.screen(1280, false);
    norelia.picture("joint-disputed-1280");
    norelia.show(address.replaceAll("/[^/]*$", ""));
    norelia.screen(360, false);
    norelia.picture("joint-list-360");
    norelia.screen(1280, false);
  }

  private static void disputes(
      Browser norelia, String what, String reason, String figure, String value) {
    about(norelia, what).findElement(By.cssSelector("details summary")).click();
    var form = about(norelia, what).findElement(By.cssSelector("details[open] form"));
    form.findElement(By.name(figure)).sendKeys(value);
    if (figure.equals("amount")) {
      form.findElement(By.name("currency")).sendKeys("USD");
    } else {
      new Select(form.findElement(By.name("unit"))).selectByValue("person-day");
    }
    form.findElement(By.name("reason")).sendKeys(reason);
    norelia.go(form.findElement(By.tagName("button")));
  }

  /// What is disputed stands side by side for both, and neither figure is taken for the other.
  private static void besideEachOther(Browser browser, String address) {
    browser.show(address);
    assertThat(figures(browser, "Experts in school kitchens"))
        .contains("40 × person-day", "31 × person-day", "Nine fell out", "Disputed");
    assertThat(figures(browser, OVENS))
        .contains("120,000", "95,000", "Customs took a part", "Disputed");
  }

  private static void intrude(Browser osmara, String address) {
    osmara.show(address.replaceAll("[^/]*$", "0000000000000000"));
    var unknown = said(osmara);
    for (var path : new String[] {"", "/plan", "/told", "/reports/new", "/contributions/new"}) {
      osmara.show(address + path);
      assertThat(said(osmara)).as(path).isEqualTo(unknown);
    }
    osmara.show(address.replaceAll("/[^/]*$", ""));
    assertThat(said(osmara)).doesNotContain("School meals");
  }

  /// One side takes over the other's figure; of the money it states another itself, which is the
  /// other's to confirm.
  private void reconcile(Browser meridia, Browser norelia, String address) {
    meridia.show(address);
    assertThat(said(meridia))
        .contains("Norelia disputes: Experts in school kitchens", "Norelia disputes: " + OVENS);
    press(meridia, "/do/accept");
    assertThat(said(meridia)).contains("Reconciled").doesNotContain("40 × person-day");
    meridia.go(about(meridia, OVENS).findElement(By.cssSelector("a[href*='/contributions/']")));
    assertThat(meridia.await(By.id("amount")).getDomProperty("value")).isEqualTo("120000");
    meridia.type("amount", "100000");
    meridia.go(meridia.await(By.cssSelector("main form.own button")));
    norelia.show(address);
    assertThat(figures(norelia, OVENS)).contains("100,000").doesNotContain("Confirmed");
    norelia.go(
        about(norelia, OVENS).findElement(By.cssSelector("form[action$='/do/confirm'] button")));
    for (var side : new Browser[] {meridia, norelia}) {
      side.show(address);
      assertThat(figures(side, OVENS))
          .contains("100,000", "Confirmed")
          .doesNotContain("120,000", "Disputed");
      assertThat(figures(side, "Experts in school kitchens")).contains("Reconciled", "31");
    }
  }

  private static void told(Browser meridia, String address) {
    meridia.show(address + "/told?as=QMM");
    meridia.type("results", "Two hundred cooks now teach others.");
    meridia.type("lessons", "Ovens need dry wood.");
    new Select(meridia.await(By.id("circle-lessons"))).selectByValue("parties");
    meridia.type("story", "On the first day the whole village came to look at the ovens.");
    new Select(meridia.await(By.id("visibility"))).selectByValue("public");
    meridia.await(By.id("file")).sendKeys(photograph().toString());
    meridia.type("alt", "A stripe of colours");
    meridia.type("caption", "The ovens on the first day");
    meridia.await(By.id("seen-agreed")).click();
    meridia.screen(360, false);
    meridia.picture("joint-told-360");
    meridia.screen(1280, false);
    press(meridia, "/told");
    meridia.show(address + "/plan");
    meridia.type("item-2-what", "A manual in two languages");
    press(meridia, "/plan");
    assertThat(said(meridia)).contains("A manual in two languages", "Consented: Meridia");
    meridia.show(address + "/reports/new");
    meridia.type("text", "The first year went well.");
    press(meridia, "/reports/new");
    assertThat(said(meridia)).contains("Still to sign off: Meridia, Norelia");
    press(meridia, "/do/sign-report");
    assertThat(said(meridia)).contains("Still to sign off: Norelia");
  }

  /// One that lies on its side, with the place where it was taken.
  private static Path photograph() {
    try {
      var file = Files.createTempFile("ovens", ".jpg");
      file.toFile().deleteOnExit();
      return Files.write(
          file,
          SamplePictures.withSegment(
              SamplePictures.jpeg(640, 480, 3), 0xe1, SamplePictures.exif(6, "Port Meridia")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The story as everybody reads it: the picture is there, upright, within the screen.
  private static void readStory(Browser osmara) {
    osmara.screen(360, false);
    var picture = osmara.await(By.cssSelector("section.story img"));
    assertThat(picture.getDomAttribute("alt")).isEqualTo("A stripe of colours");
    assertThat(picture.getDomAttribute("width")).isEqualTo("480");
    new Actions(osmara.driver()).scrollToElement(picture).perform();
    new WebDriverWait(osmara.driver(), Duration.ofSeconds(10))
        .until(d -> "true".equals(picture.getDomProperty("complete")));
    assertThat(picture.getDomProperty("naturalWidth")).isEqualTo("480");
    assertThat(picture.getRect().getWidth()).isBetween(200, 360);
    assertThat(picture.getRect().getHeight()).isGreaterThan(picture.getRect().getWidth());
    assertThat(said(osmara)).contains("the whole village came", "The ovens on the first day");
    assertThat(said(osmara)).doesNotContain("dry wood");
    osmara.picture("joint-story-360");
  }

  private void tryTheirSteps(Program hers, Browser... sides) {
    var footprints = new Footprints(node);
    for (var side : sides) {
      footprints.follow(side);
    }
    footprints.program(hers);
    assertThat(footprints.kinds())
        .contains(
            "GET /desk/initiatives/ID",
            "POST /desk/initiatives/new",
            "POST /desk/initiatives/ID/contributions/new",
            "POST /desk/initiatives/ID/contributions/ID",
            "POST /desk/initiatives/ID/do/dispute",
            "POST /desk/initiatives/ID/do/accept",
            "POST /desk/initiatives/ID/do/confirm",
            "GET /api/v1/joint-initiatives/ID/events");
    var body = node.authority("QPP");
    var pela = node.person(node.keeper(), body, "Pela", Role.AUTHORITY, Role.SIGNATORY);
    footprints.tryBy(
        node.signedIn(pela), "/desk", Program.of(node, pela, body, "read", "write", "sign"));
    footprints.tryBy(node.stranger(), "/sign-in", Program.stranger(node));
  }

  private void release(Browser meridia, Browser norelia, Browser osmara, String address) {
    press(meridia, "/do/release-joint");
    press(meridia, "/do/release-own");
    osmara.show(node.root() + "/initiatives");
    assertThat(said(osmara)).doesNotContain("School meals");
    norelia.show(address);
    press(norelia, "/do/release-joint");
    press(norelia, "/do/release-own");
    osmara.show(node.root() + "/initiatives");
    assertThat(said(osmara)).contains("School meals from local farms");
    osmara.go(osmara.await(By.linkText("School meals from local farms")));
    assertThat(said(osmara))
        .contains("What each side states", "Reconciled", "Two hundred cooks now teach others.");
    readStory(osmara);
    osmara.picture("joint-public-360");
    norelia.show(address + "?lang=fr");
    norelia.screen(1280, false);
    norelia.picture("joint-released-1280-fr");
    norelia.show(node.root() + "/desk/resources?lang=en");
    norelia.type("year", "2026");
    norelia.type("what", "Two advisers");
    norelia.type("quantity", "2");
    new Select(norelia.await(By.id("unit"))).selectByValue("person");
    press(norelia, "/desk/resources");
    assertThat(said(norelia)).contains("Two advisers", "2 × person");
    norelia.screen(360, false);
    norelia.picture("joint-resources-360");
  }
}
