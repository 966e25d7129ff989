package org.bandung;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bandung.access.Account;
import org.bandung.access.Accounts;
import org.bandung.access.Accounts.Opened;
import org.bandung.access.Authenticator;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Mandates.AdmitOutcome;
import org.bandung.access.Mandates.PeopleOutcome;
import org.bandung.access.Mandates.Wanted;
import org.bandung.access.Role;
import org.springframework.context.ApplicationContext;

/// Somebody signed in at a running node, as a browser would be, but faster.
final class Session implements AutoCloseable {

  private static final String PASSWORD = "three goats on the roof";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String root;
  private final ApplicationContext house;
  private final String email;

  private Session(String root, ApplicationContext house, String email) {
    this.root = root;
    this.house = house;
    this.email = email;
  }

  /// Somebody who has not signed in.
  static Session anonymous(String root, ApplicationContext house) {
    return new Session(root, house, "");
  }

  /// Takes up an invitation and signs in.
  static Session come(String root, ApplicationContext house, String word, String email)
      throws IOException, InterruptedException {
    var accounts = house.getBean(Accounts.class);
    var invitation = (Opened.Invitation) accounts.open(word);
    var authenticator = new Authenticator(invitation.typed());
    var name = "Person " + email.substring(0, email.indexOf('@'));
    accounts.make(word, new Accounts.Newcomer(email, name, "en", PASSWORD, authenticator.code()));
    var session = new Session(root, house, email);
    session.post(
        "/sign-in",
        "/sign-in",
        Map.of("email", email, "password", PASSWORD, "code", authenticator.nextCode()));
    return session;
  }

  Account account() {
    return house.getBean(Accounts.class).findByEmail(email).orElseThrow();
  }

  Body admit(Wanted wanted) {
    var admitted = house.getBean(Mandates.class).admit(account(), wanted);
    return ((AdmitOutcome.Admitted) admitted).body();
  }

  /// Invites somebody, who comes at once.
  Session invite(Body body, String guest, Role... roles) throws IOException, InterruptedException {
    var invited = house.getBean(Mandates.class).invite(account(), body, guest, Set.of(roles), "en");
    var link = ((PeopleOutcome.Invited) invited).link();
    return come(root, house, link.substring(link.lastIndexOf('/') + 1), guest);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofString());
  }

  /// Sends a form that stands on a page.
  HttpResponse<String> post(String page, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var all = new java.util.TreeMap<>(fields);
    all.put("_csrf", token(page));
    var form =
        all.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /// Sends a form with a file.
  HttpResponse<String> upload(String page, String path, Map<String, String> fields, byte[] file)
      throws IOException, InterruptedException {
    var all = new java.util.TreeMap<>(fields);
    all.put("_csrf", token(page));
    var out = new java.io.ByteArrayOutputStream();
    for (var field : all.entrySet()) {
      out.writeBytes(
          ("--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                  .formatted(field.getKey(), field.getValue()))
              .getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(
        ("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../signed.pdf\"\r\n"
                + "Content-Type: text/html\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(file);
    out.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofByteArray(out.toByteArray()));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String token(String page) throws IOException, InterruptedException {
    var found = TOKEN.matcher(get(page).body());
    return found.find() ? found.group(1) : "";
  }

  @Override
  public void close() {
    client.close();
  }
}
