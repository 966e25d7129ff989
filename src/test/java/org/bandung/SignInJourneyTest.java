package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.virtualauthenticator.HasVirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// How people come in, in real browsers: the first administrator, an authority, an institution of
/// it; and an intruder who tries the same addresses.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInJourneyTest {

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

  private static void press(Browser browser, String form) {
    browser.await(By.cssSelector("form[action='" + form + "'] button")).click();
  }

  /// Takes up an invitation and signs in.
  private Authenticator come(Browser browser, String link, String email, String name) {
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
    assertThat(browser.await(By.cssSelector("h1")).getText()).isEqualTo(name);
    return authenticator;
  }

  private String link(String word) {
    return root + "/invitation/" + word;
  }

  @Test
  void aNodeIsFilledFromItsAdministratorToAnInstitution() {
    var word = house.getBean(Accounts.class).firstAdministrator().orElseThrow();
    try (var keeper = Browser.open(true);
        var authority = Browser.open(true);
        var institution = Browser.open(false)) {
      come(keeper, link(word), "keeper@example.org", "Ama Keeper");
      signsInByPasskey(keeper);

      admit(keeper, "authority", "Meridia Cooperation Agency");
      come(
          authority,
          invite(keeper, "head@example.org", "authority"),
          "head@example.org",
          "Bao Head");
      admit(authority, "organisation", "School Meals Institute");
      come(
          institution,
          invite(authority, "desk@example.org", "signatory"),
          "desk@example.org",
          "Chidi Desk");
      assertThat(institution.await(By.id("bodies")).isDisplayed()).isTrue();
      assertThat(institution.driver().getPageSource()).contains("School Meals Institute");

      // who acts for Meridia's institution is Meridia's affair by now
      var body =
          institution.await(By.cssSelector("a[href^='/desk/bodies/']")).getDomAttribute("href");
      keeper.show(root + body);
      assertThat(keeper.await(By.cssSelector("h1")).getText()).isEqualTo("School Meals Institute");
      assertThat(keeper.driver().findElements(By.id("invite"))).isEmpty();
      assertThat(keeper.driver().getPageSource()).doesNotContain("desk@example.org");
      authority.show(root + "/desk/bodies/new?lang=ar");
      authority.screen(360, false);
      authority.picture("new-body-360-ar");
      institution.picture("desk-institution");
      institution.show(root + body + "?lang=en");
      institution.screen(1280, false);
      institution.picture("body-1280-en");
      keeper.show(root + "/desk?lang=ar");
      keeper.screen(360, false);
      keeper.picture("desk-keeper-360-ar");
    }
  }

  private void signsInByPasskey(Browser browser) {
    var options =
        new VirtualAuthenticatorOptions()
            .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
            .setHasResidentKey(true)
            .setHasUserVerification(true)
            .setIsUserVerified(true);
    ((HasVirtualAuthenticator) browser.driver()).addVirtualAuthenticator(options);
    browser.show(root + "/desk");
    browser.type("label", "telephone");
    browser.await(By.cssSelector("#passkey-new button")).click();
    browser.await(By.cssSelector(".passkey-end"));
    press(browser, "/sign-out");
    browser.awaitAddress("/sign-in?out");
    browser.show(root + "/sign-in");
    browser.await(By.cssSelector("#passkey-sign-in button")).click();
    browser.awaitAddress("/desk");
  }

  private void admit(Browser browser, String kind, String name) {
    browser.show(root + "/desk/bodies/new");
    new Select(browser.await(By.id("kind"))).selectByValue(kind);
    browser.type("name", name);
    new Select(browser.await(By.id("country"))).selectByValue("QMM");
    press(browser, "/desk/bodies/new");
    browser.await(By.id("invite"));
    assertThat(browser.await(By.cssSelector("h1")).getText()).isEqualTo(name);
  }

  /// This node sends no letters, so the link is shown to whoever invites.
  private static String invite(Browser browser, String email, String role) {
    browser.type("email", email);
    browser.await(By.id("new-" + role)).click();
    browser.await(By.cssSelector("form[aria-labelledby=invite] button")).click();
    return browser.await(By.id("link")).getText();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /desk, 302",
    "GET, /desk/bodies/node, 302",
    "GET, /desk/bodies/new, 302",
    "POST, /desk/tokens, 403",
    "POST, /desk/bodies/new, 403",
    "POST, /sign-in, 403",
    "POST, /recovery, 403",
    "POST, /webauthn/register, 403",
    "GET, /invitation/made-up, 200",
    "GET, /recovery/made-up, 200"
  })
  void whoIsNotSignedInComesNoFurtherThanTheDoor(String method, String path, int status)
      throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(root + path))
              .method(method, HttpRequest.BodyPublishers.ofString("name=x"))
              .header("Content-Type", "application/x-www-form-urlencoded");
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
      if (status == 302) {
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
      }
      assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
      assertThat(answer.headers().allValues("Set-Cookie"))
          .noneMatch(cookie -> cookie.startsWith("bandung="));
    }
  }

  @Test
  void aTokenThatDoesNotHoldIsRefused() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(root + "/api/v1/countries"))
              .header("Authorization", "Bearer bandung_made-up");
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
          .contains("invalid_token");
      assertThat(answer.body()).contains("/problems/not-signed-in");
    }
  }
}
