package org.bandung;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A browser without pictures: keeps cookies and the token of the last form it saw.
public final class Caller {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  /// What no two answers have in common: keys, and the token of their forms.
  private static final Pattern PASSING =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|name=\"_csrf\" value=\"[^\"]*\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String root;
  private String token = "";

  Caller(String root) {
    this.root = root;
  }

  /// A page without what is new in every answer, to be compared.
  static String plain(String page) {
    return PASSING.matcher(page).replaceAll("");
  }

  /// Reads a page.
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(root + path)).build());
  }

  /// Reads a page, following where it leads.
  public HttpResponse<String> follow(HttpResponse<String> answer) {
    var location = answer.headers().firstValue("Location").orElseThrow();
    return get(location.startsWith(root) ? location.substring(root.length()) : location);
  }

  /// Sends a form.
  ///
  /// @param fields name by value
  public HttpResponse<String> post(String path, String... fields) {
    var body = new StringBuilder("_csrf=").append(encoded(token));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  /// Sends a form that stands on a page.
  public HttpResponse<String> form(String page, String path, Map<String, String> fields) {
    token = "";
    get(page);
    return post(path, flat(fields));
  }

  private static String[] flat(Map<String, String> fields) {
    return fields.entrySet().stream()
        .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
        .toArray(String[]::new);
  }

  /// Sends a form that stands on a page, with a file in the field `file`.
  public HttpResponse<String> form(
      String page, String path, Map<String, String> fields, String name, byte[] file) {
    token = "";
    get(page);
    return upload(path, name, file, flat(fields));
  }

  /// What the first form of a page carries unseen.
  public Map<String, String> hidden(String page) {
    var fields = new LinkedHashMap<String, String>();
    var found = HIDDEN.matcher(get(page).body());
    while (found.find()) {
      fields.putIfAbsent(found.group(1), found.group(2));
    }
    return fields;
  }

  /// Sends a form with a file in the field `file`.
  public HttpResponse<String> upload(String path, String name, byte[] file, String... fields) {
    var body = new ByteArrayOutputStream();
    part(body, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < fields.length; i += 2) {
      part(body, "name=\"" + fields[i] + "\"", fields[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    // what a sender claims a file to be is not believed
    part(body, "name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/html", file);
    body.writeBytes("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void part(ByteArrayOutputStream body, String named, byte[] content) {
    var head = "--edge\r\nContent-Disposition: form-data; " + named + "\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      var form = TOKEN.matcher(answer.body());
      if (form.find()) {
        token = form.group(1);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
