package org.bandung;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.access.Account;
import org.bandung.access.Accounts;
import org.bandung.access.ApiTokens;
import org.bandung.access.Authenticator;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.web.Browser;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole server over the invented world, with bodies and people, for tests that come through its
/// doors.
public final class InventedNode implements AutoCloseable {

  static final String PASSWORD = "three goats on the roof";

  private final ConfigurableApplicationContext house;
  private final String root;
  private @Nullable Person keeper;

  private InventedNode(ConfigurableApplicationContext house, String root) {
    this.house = house;
    this.root = root;
  }

  /// Somebody with an account and her telephone.
  ///
  /// @param seed what she typed into the telephone
  public record Person(String id, String email, String seed) {

    Authenticator telephone() {
      return new Authenticator(seed);
    }
  }

  /// Opens a node that holds nothing but the world and its keeper.
  ///
  /// @param more settings, name by value
  public static InventedNode open(Path home, String... more) throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var environment = new HashMap<String, String>();
    environment.put("BANDUNG_HOME", home.toString());
    environment.put("BANDUNG_STARTER", "no");
    environment.put("BANDUNG_REFERENCE_OVERRIDES", "docs/examples/world");
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    var settings = Settings.read(Map.copyOf(environment), home);
    var node =
        new InventedNode(
            Bandung.start(settings, WebApplicationType.SERVLET, OptionalInt.of(port)),
            "http://localhost:" + port);
    var word = node.bean(Accounts.class).firstAdministrator().orElseThrow();
    node.keeper = node.come(word, "keeper@example.org", "Keeper", "en");
    return node;
  }

  /// Opens the home of a node once more without a server, so that its database ends orderly.
  static void settle(Path home) {
    var settings = Settings.read(Map.of("BANDUNG_HOME", home.toString()), home);
    Bandung.start(settings, WebApplicationType.NONE, OptionalInt.empty()).close();
  }

  /// A part of the program.
  public <T> T bean(Class<T> kind) {
    return house.getBean(kind);
  }

  /// Tells the program of something, as its parts do among each other.
  public void publish(Object event) {
    house.publishEvent(event);
  }

  public String root() {
    return root;
  }

  /// Who keeps the node running.
  public Person keeper() {
    return Objects.requireNonNull(keeper);
  }

  /// A person as she stands now.
  public Account account(Person person) {
    return bean(Accounts.class).find(person.id()).orElseThrow();
  }

  /// Admits a body; the same one again is that one.
  public Body admit(Person by, Body.Kind kind, String name, @Nullable String country) {
    var wanted = new Mandates.Wanted(kind, name, country, null, null);
    return switch (bean(Mandates.class).admit(account(by), wanted)) {
      case Mandates.AdmitOutcome.Admitted(var body) -> body;
      case Mandates.AdmitOutcome other -> throw new IllegalStateException(String.valueOf(other));
    };
  }

  /// The authority of a country, with somebody who is trusted with everything in it.
  public Body authority(String country) {
    return admit(keeper(), Body.Kind.AUTHORITY, "Agency of " + country, country);
  }

  /// Somebody new who acts for a body, in English.
  public Person person(Person by, Body body, String name, Role... roles) {
    return person(by, body, name, "en", roles);
  }

  /// Somebody new who acts for a body.
  public Person person(Person by, Body body, String name, String language, Role... roles) {
    var email = name.toLowerCase(java.util.Locale.ROOT) + "@example.org";
    var trusted = Arrays.stream(roles).collect(Collectors.toSet());
    var invited =
        bean(Mandates.class).invite(account(by), body, email, Set.copyOf(trusted), language);
    if (!(invited instanceof Mandates.PeopleOutcome.Invited(var link))) {
      throw new IllegalStateException(String.valueOf(invited));
    }
    return come(link.substring(link.lastIndexOf('/') + 1), email, name, language);
  }

  private Person come(String word, String email, String name, String language) {
    var accounts = bean(Accounts.class);
    if (!(accounts.open(word) instanceof Accounts.Opened.Invitation invitation)) {
      throw new IllegalStateException("no invitation");
    }
    var telephone = new Authenticator(invitation.typed());
    var newcomer = new Accounts.Newcomer(email, name, language, PASSWORD, telephone.code());
    if (!(accounts.make(word, newcomer) instanceof Accounts.MakeOutcome.Made)) {
      throw new IllegalStateException("not made");
    }
    return new Person(accounts.findByEmail(email).orElseThrow().id(), email, invitation.typed());
  }

  /// A token with which a program of hers acts for a body.
  public String token(Person person, Body body, String... scopes) {
    var made = bean(ApiTokens.class).make(account(person), body, "program", Set.of(scopes));
    return ((ApiTokens.MakeOutcome.Made) made).word();
  }

  /// Signs somebody in in a browser.
  public void signIn(Browser browser, Person person) {
    browser.show(root + "/sign-in");
    browser.type("email", person.email());
    browser.type("password", PASSWORD);
    browser.type("code", person.telephone().nextCode());
    browser.await(By.cssSelector("main form[action='/sign-in'] button")).click();
    browser.awaitAddress("/desk");
  }

  /// Somebody at the door of whom nothing is known.
  public Caller stranger() {
    return new Caller(root);
  }

  /// Somebody who signs in, as people do.
  public Caller signedIn(Person person) {
    var caller = new Caller(root);
    caller.get("/sign-in");
    var answer =
        caller.post(
            "/sign-in",
            "email",
            person.email(),
            "password",
            PASSWORD,
            "code",
            person.telephone().nextCode());
    if (!answer.headers().firstValue("Location").orElse("").endsWith("/desk")) {
      throw new IllegalStateException(
          "not let in: " + answer.statusCode() + " " + answer.headers());
    }
    return caller;
  }

  @Override
  public void close() {
    house.close();
  }
}
