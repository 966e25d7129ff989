package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.bandung.access.Accounts;
import org.bandung.access.Authenticator;
import org.bandung.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Two countries run an initiative, one disputes the other's figure, they agree, both release; a
/// third tries the same addresses. Without JavaScript.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointJourneyTest {

  private static final String PASSWORD = "three goats on the roof";

  private ConfigurableApplicationContext house;
  private String root;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var settings =
        Settings.read(
            Map.of(
                "BANDUNG_HOME", home.toString(),
                "BANDUNG_STARTER", "no",
                "BANDUNG_REFERENCE_OVERRIDES", "docs/examples/world"),
            home);
    house = Bandung.start(settings, WebApplicationType.SERVLET, OptionalInt.of(port));
    root = "http://localhost:" + port;
  }

  @AfterAll
  void close() {
    if (house != null) {
      house.close();
    }
  }

  private void come(Browser browser, String link, String email, String name) {
    browser.show(link);
    var authenticator = new Authenticator(browser.await(By.id("seed")).getText());
    if (browser.driver().findElement(By.id("email")).getDomAttribute("readonly") == null) {
      browser.type("email", email);
    }
    browser.type("name", name);
    browser.type("password", PASSWORD);
    browser.type("code", authenticator.code());
    browser.await(By.cssSelector("main form.own button")).click();
    browser.awaitAddress("/sign-in?made");
    browser.type("email", email);
    browser.type("password", PASSWORD);
    browser.type("code", authenticator.nextCode());
    press(browser, "/sign-in");
    browser.awaitAddress("/desk");
  }

  private static void press(Browser browser, String action) {
    browser.await(By.cssSelector("main form[action$='" + action + "'] button")).click();
  }

  private String authority(Browser keeper, String name, String country, String email) {
    keeper.show(root + "/desk/bodies/new");
    new Select(keeper.await(By.id("kind"))).selectByValue("authority");
    keeper.type("name", name);
    new Select(keeper.await(By.id("country"))).selectByValue(country);
    press(keeper, "/desk/bodies/new");
    keeper.type("email", email);
    for (var role : new String[] {"authority", "signatory", "contributor"}) {
      keeper.await(By.id("new-" + role)).click();
    }
    keeper.await(By.cssSelector("form[aria-labelledby=invite] button")).click();
    return keeper.await(By.id("link")).getText();
  }

  private static String said(Browser browser) {
    return browser.await(By.tagName("main")).getText();
  }

  @Test
  void aDisputedFigureIsReconciledAndTheInitiativeReleasedByBoth() {
    var word = house.getBean(Accounts.class).firstAdministrator().orElseThrow();
    try (var keeper = Browser.open(false);
        var meridia = Browser.open(false);
        var norelia = Browser.open(false);
        var osmara = Browser.open(false)) {
      come(keeper, root + "/invitation/" + word, "keeper@example.org", "Ama Keeper");
      come(
          meridia,
          authority(keeper, "Meridia Agency", "QMM", "mira@example.org"),
          "mira@example.org",
          "Mira");
      come(
          norelia,
          authority(keeper, "Norelia Ministry", "QNN", "noor@example.org"),
          "noor@example.org",
          "Noor");
      come(
          osmara,
          authority(keeper, "Osmara Agency", "QOO", "otto@example.org"),
          "otto@example.org",
          "Otto");

      var address = begin(meridia);
      state(meridia, address);
      dispute(norelia, address);
      intrude(osmara, address);
      reconcile(meridia, address);
      release(meridia, norelia, osmara, address);
    }
  }

  private String begin(Browser meridia) {
    meridia.show(root + "/desk/initiatives/new");
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
    meridia.show(address + "/contributions/new?as=QMM");
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
    assertThat(said(meridia)).contains("40 Person-day", "Not replied");
  }

  private static void dispute(Browser norelia, String address) {
    norelia.show(address);
    assertThat(said(norelia)).contains("Confirm or dispute: Experts in school kitchens");
    norelia.await(By.cssSelector("article details summary")).click();
    norelia.await(By.cssSelector("article input[name=quantity]")).sendKeys("31");
    new Select(norelia.await(By.cssSelector("article select[name=unit]")))
        .selectByValue("person-day");
    norelia
        .await(By.cssSelector("article details[open] input[name=reason]"))
        .sendKeys("Nine fell out");
    press(norelia, "/do/dispute");
    assertThat(said(norelia))
        .contains("Disputed", "31 Person-day", "40 Person-day", "Nine fell out");
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

  private void reconcile(Browser meridia, String address) {
    meridia.show(address);
    assertThat(said(meridia)).contains("Norelia disputes: Experts in school kitchens");
    press(meridia, "/do/accept");
    assertThat(said(meridia)).contains("Reconciled").doesNotContain("40 Person-day");
    meridia.show(address + "/told?as=QMM");
    meridia.type("results", "Two hundred cooks now teach others.");
    new Select(meridia.await(By.id("visibility"))).selectByValue("public");
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

  private void release(Browser meridia, Browser norelia, Browser osmara, String address) {
    press(meridia, "/do/release-joint");
    press(meridia, "/do/release-own");
    osmara.show(root + "/initiatives");
    assertThat(said(osmara)).doesNotContain("School meals");
    norelia.show(address);
    press(norelia, "/do/release-joint");
    press(norelia, "/do/release-own");
    osmara.show(root + "/initiatives");
    assertThat(said(osmara)).contains("School meals from local farms");
    osmara.await(By.linkText("School meals from local farms")).click();
    assertThat(said(osmara))
        .contains("What each side states", "Reconciled", "Two hundred cooks now teach others.");
    osmara.screen(360, false);
    osmara.picture("joint-public-360");
    norelia.show(address + "?lang=fr");
    norelia.screen(1280, false);
    norelia.picture("joint-released-1280-fr");
    norelia.show(root + "/desk/resources?lang=en");
    norelia.type("year", "2026");
    norelia.type("what", "Two advisers");
    norelia.type("quantity", "2");
    new Select(norelia.await(By.id("unit"))).selectByValue("person");
    press(norelia, "/desk/resources");
    assertThat(said(norelia)).contains("Two advisers", "2 Person");
    norelia.screen(360, false);
    norelia.picture("joint-resources-360");
  }
}
