package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/// Signing in through a ministry's identity provider: a real one, started here.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MinistryJourneyTest {

  private static final String PASSWORD = "three goats on the roof";

  private ConfigurableApplicationContext ministry;
  private ConfigurableApplicationContext house;
  private String root;
  private String issuer;

  /// The identity provider of Meridia's ministry, with two people.
  @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
  static class Ministry {
    @Bean
    UserDetailsService people() {
      return new InMemoryUserDetailsManager(
          User.withUsername("bao").password("{noop}bao-at-the-ministry").build(),
          User.withUsername("zed").password("{noop}zed-at-the-ministry").build());
    }

    /// Bao proves by two things there, Zed by a password alone.
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> strength() {
      return token -> {
        boolean two =
            "bao".equals(Objects.requireNonNull(token.<Authentication>getPrincipal()).getName());
        token.getClaims().claim("acr", two ? "two-things" : "password");
        token.getClaims().claim("amr", two ? List.of("pwd", "otp") : List.of("pwd"));
      };
    }
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    int port = freePort();
    int there = freePort();
    var client = "spring.security.oauth2.authorizationserver.client.bandung.";
    var application = new SpringApplication(Ministry.class);
    application.setDefaultProperties(
        Map.of(
            "server.port",
            there,
            "server.servlet.session.cookie.name",
            "ministry",
            client + "registration.client-id",
            "bandung",
            client + "registration.client-secret",
            "{noop}between-us",
            client + "registration.client-authentication-methods",
            "client_secret_basic",
            client + "registration.authorization-grant-types",
            "authorization_code",
            client + "registration.redirect-uris",
            "http://localhost:" + port + "/login/oauth2/code/ministry",
            client + "registration.post-logout-redirect-uris",
            "http://localhost:" + port + "/sign-in?out",
            client + "registration.scopes",
            "openid",
            "spring.security.oauth2.authorizationserver.issuer",
            "http://localhost:" + there));
    application.setAdditionalProfiles("ministry");
    ministry = application.run("--spring.config.location=optional:classpath:/none/");
    var settings =
        Settings.read(
            Map.of(
                "BANDUNG_HOME", home.toString(),
                "BANDUNG_STARTER", "no",
                "BANDUNG_MINISTRY_NAME", "Ministry of Meridia",
                "BANDUNG_MINISTRY_ISSUER", "http://localhost:" + there,
                "BANDUNG_MINISTRY_CLIENT", "bandung",
                "BANDUNG_MINISTRY_SECRET", "between-us",
                "BANDUNG_MINISTRY_ACR", "two-things three-things",
                "BANDUNG_MINISTRY_AMR", "otp",
                "BANDUNG_MINISTRY_MAX_AGE", "3600"),
            home);
    house = Bandung.start(settings, WebApplicationType.SERVLET, OptionalInt.of(port));
    root = "http://localhost:" + port;
    issuer = "http://localhost:" + there;
  }

  @AfterAll
  void close() {
    if (house != null) {
      house.close();
    }
    if (ministry != null) {
      ministry.close();
    }
  }

  private static void signInThere(Browser browser, String name) {
    browser.type("username", name);
    browser.type("password", name + "-at-the-ministry");
    browser.await(By.cssSelector("button[type=submit]")).click();
  }

  private void viaMinistry(Browser browser) {
    browser.show(root + "/sign-in");
    browser.await(By.cssSelector("a[href='/oauth2/authorization/ministry']")).click();
  }

  @Test
  void whoConnectedHerAccountSignsInWhereSheSignsInAnyway() {
    var word = house.getBean(Accounts.class).firstAdministrator().orElseThrow();
    try (var browser = Browser.open(true);
        var elsewhere = Browser.open(true)) {
      browser.show(root + "/invitation/" + word);
      var authenticator = new Authenticator(browser.await(By.id("seed")).getText());
      browser.type("email", "bao@example.org");
      browser.type("name", "Bao");
      browser.type("password", PASSWORD);
      browser.type("code", authenticator.code());
      browser.await(By.cssSelector("main form.own button")).click();
      browser.awaitAddress("/sign-in?made");

      // the ministry knows her, this node does not know that it is she
      viaMinistry(browser);
      signInThere(browser, "bao");
      browser.awaitAddress("/sign-in?unknown");

      browser.type("email", "bao@example.org");
      browser.type("password", PASSWORD);
      browser.type("code", authenticator.nextCode());
      browser.await(By.cssSelector("main form[action='/sign-in'] button")).click();
      browser.awaitAddress("/desk");
      browser.await(By.cssSelector("form[action='/desk/ministry'] button")).click();
      browser.await(By.id("onward")).click();
      browser.await(By.cssSelector("form[action='/desk/ministry/end']"));

      viaMinistry(elsewhere);
      signInThere(elsewhere, "bao");
      elsewhere.awaitAddress("/desk");
      assertThat(elsewhere.await(By.cssSelector("h1")).getText()).isEqualTo("Bao");

      // she leaves, here and there
      elsewhere.await(By.cssSelector("form[action='/sign-out'] button")).click();
      assertThat(elsewhere.await(By.id("onward")).getText()).contains("Ministry of Meridia");
      elsewhere.await(By.id("onward")).click();
      elsewhere.awaitAddress("/sign-in?out");
      viaMinistry(elsewhere);
      elsewhere.await(By.id("username"));
    }
    try (var stranger = Browser.open(true)) {
      viaMinistry(stranger);
      assertThat(stranger.driver().getCurrentUrl()).startsWith(issuer);
      signInThere(stranger, "zed");
      stranger.awaitAddress("/sign-in?weak");
      stranger.show(root + "/desk");
      stranger.awaitAddress("/sign-in");
    }
  }
}
