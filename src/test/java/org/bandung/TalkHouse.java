package org.bandung;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.access.Account;
import org.bandung.access.Accounts;
import org.bandung.access.Accounts.Newcomer;
import org.bandung.access.Accounts.Opened;
import org.bandung.access.Authenticator;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Mandates.AdmitOutcome;
import org.bandung.access.Mandates.PeopleOutcome;
import org.bandung.access.Mandates.Wanted;
import org.bandung.access.Role;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole node with the authorities of three invented countries and somebody who acts for each.
final class TalkHouse implements AutoCloseable {

  static final String PASSWORD = "three goats on the roof";

  final ConfigurableApplicationContext house;
  final String root;
  private final Account keeper;

  TalkHouse(Path home, int port) {
    var settings =
        Settings.read(
            Map.of(
                "BANDUNG_HOME", home.toString(),
                "BANDUNG_STARTER", "no",
                "BANDUNG_REFERENCE_OVERRIDES", "docs/examples/world"),
            home);
    house = Bandung.start(settings, WebApplicationType.SERVLET, OptionalInt.of(port));
    root = "http://localhost:" + port;
    keeper = known(take(accounts().firstAdministrator().orElseThrow(), "keeper").email());
  }

  static TalkHouse open(Path home) throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    return new TalkHouse(home, port);
  }

  private Accounts accounts() {
    return house.getBean(Accounts.class);
  }

  private Mandates mandates() {
    return house.getBean(Mandates.class);
  }

  private Account known(String email) {
    return accounts().findByEmail(email).orElseThrow();
  }

  /// Somebody with what she signs in with.
  record Person(String email, Authenticator authenticator) {}

  private Person take(String word, String name) {
    var opened = (Opened.Invitation) accounts().open(word);
    var authenticator = new Authenticator(opened.typed());
    var email = name + "@example.org";
    accounts().make(word, new Newcomer(email, name, "en", PASSWORD, authenticator.code()));
    return new Person(email, authenticator);
  }

  Body authority(String country) {
    return admitted(
        keeper, new Wanted(Body.Kind.AUTHORITY, "Agency of " + country, country, null, null));
  }

  Body multilateral(String name) {
    return admitted(keeper, new Wanted(Body.Kind.MULTILATERAL, name, null, null, null));
  }

  private Body admitted(Account by, Wanted wanted) {
    return ((AdmitOutcome.Admitted) mandates().admit(by, wanted)).body();
  }

  /// Lets somebody in who acts for a body.
  Person person(Body body, String name, Role... roles) {
    var email = name + "@example.org";
    var set = EnumSet.noneOf(Role.class);
    set.addAll(Set.of(roles));
    var outcome = (PeopleOutcome.Invited) mandates().invite(keeper, body, email, set, "en");
    return take(outcome.link().substring(outcome.link().lastIndexOf('/') + 1), name);
  }

  /// Somebody signed in, with a browser that keeps cookies.
  Session session(Person person) {
    var session = new Session(root);
    session.form(
        "/sign-in",
        "/sign-in",
        Map.of(
            "email", person.email(),
            "password", PASSWORD,
            "code", person.authenticator().nextCode()));
    return session;
  }

  @Override
  public void close() {
    house.close();
  }

  /// A browser without a screen.
  static final class Session {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern FIELD =
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final String root;
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Session(String root) {
      this.root = root;
    }

    HttpResponse<String> get(String path) {
      return send(HttpRequest.newBuilder(URI.create(root + path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return client.send(request.build(), BodyHandlers.ofString());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /// The token against forged forms, as a page of hers carries it.
    String token(String page) {
      var token = TOKEN.matcher(get(page).body());
      return token.find() ? token.group(1) : "";
    }

    /// What a form of a page carries unseen.
    Map<String, String> hidden(String page) {
      var fields = new java.util.LinkedHashMap<String, String>();
      var found = FIELD.matcher(get(page).body());
      while (found.find()) {
        fields.putIfAbsent(found.group(1), found.group(2));
      }
      return fields;
    }

    /// Sends a form that stands on a page.
    HttpResponse<String> form(String page, String action, Map<String, String> fields) {
      var parts = new ArrayList<String>();
      parts.add(pair("_csrf", token(page)));
      fields.forEach((name, value) -> parts.add(pair(name, value)));
      return post(action, "application/x-www-form-urlencoded", String.join("&", parts));
    }

    HttpResponse<String> post(String action, String type, String body) {
      return send(
          HttpRequest.newBuilder(URI.create(root + action))
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString(body)));
    }

    /// Sends a form with a file.
    HttpResponse<String> upload(
        String page, String action, Map<String, String> fields, List<String> file) {
      var edge = "edge-of-a-part";
      var body = new StringBuilder();
      var all = new java.util.LinkedHashMap<String, String>();
      all.put("_csrf", token(page));
      all.putAll(fields);
      all.forEach((name, value) ->
          body.append(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                  .formatted(edge, name, value)));
      if (!file.isEmpty()) {
        body.append(
            "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n%s\r\n"
                .formatted(edge, file.getFirst(), file.getLast()));
      }
      body.append("--").append(edge).append("--\r\n");
      return post(action, "multipart/form-data; boundary=" + edge, body.toString());
    }

    private static String pair(String name, String value) {
      return URLEncoder.encode(name, StandardCharsets.UTF_8)
          + "="
          + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
