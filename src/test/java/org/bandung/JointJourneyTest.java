package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.bandung.access.Role;
import org.bandung.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/// Two countries run an initiative, one disputes the other's figure, they agree, both release; a
/// third tries the same addresses. Without JavaScript.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointJourneyTest {

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
    browser.await(By.cssSelector("main form[action$='" + action + "'] button")).click();
  }

  private void come(Browser browser, String country, String name) {
    node.signIn(
        browser,
        node.person(
            node.keeper(),
            node.authority(country),
            name,
            Role.AUTHORITY,
            Role.SIGNATORY,
            Role.CONTRIBUTOR));
  }

  private static String said(Browser browser) {
    return browser.await(By.tagName("main")).getText();
  }

  @Test
  void aDisputedFigureIsReconciledAndTheInitiativeReleasedByBoth() {
    try (var meridia = Browser.open(false);
        var norelia = Browser.open(false);
        var osmara = Browser.open(false)) {
      come(meridia, "QMM", "Mira");
      come(norelia, "QNN", "Noor");
      come(osmara, "QOO", "Otto");

      var address = begin(meridia);
      state(meridia, address);
      dispute(norelia, address);
      intrude(osmara, address);
      reconcile(meridia, address);
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
    assertThat(said(meridia)).contains("40 × person-day", "Not replied");
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
        .contains("Disputed", "31 × person-day", "40 × person-day", "Nine fell out");
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
    assertThat(said(meridia)).contains("Reconciled").doesNotContain("40 × person-day");
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
    osmara.show(node.root() + "/initiatives");
    assertThat(said(osmara)).doesNotContain("School meals");
    norelia.show(address);
    press(norelia, "/do/release-joint");
    press(norelia, "/do/release-own");
    osmara.show(node.root() + "/initiatives");
    assertThat(said(osmara)).contains("School meals from local farms");
    osmara.await(By.linkText("School meals from local farms")).click();
    assertThat(said(osmara))
        .contains("What each side states", "Reconciled", "Two hundred cooks now teach others.");
    osmara.screen(360, false);
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
