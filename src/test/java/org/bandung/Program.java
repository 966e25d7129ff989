package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.bandung.access.Body;
import org.bandung.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program at the API, with a token or without.
final class Program {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String root;
  private final String token;

  private Program(String root, String token) {
    this.root = root;
    this.token = token;
  }

  /// One of which nothing is known.
  static Program stranger(InventedNode node) {
    return new Program(node.root(), "");
  }

  /// One that was given a token.
  static Program with(InventedNode node, String token) {
    return new Program(node.root(), token);
  }

  /// One that acts for a body in the name of somebody.
  static Program of(InventedNode node, InventedNode.Person person, Body body, String... scopes) {
    return new Program(node.root(), node.token(person, body, scopes));
  }

  /// One that acts for a body in the name of somebody new with these roles.
  static Program of(InventedNode node, Body body, String name, List<String> scopes, Role... roles) {
    return of(
        node, node.person(node.keeper(), body, name, roles), body, scopes.toArray(String[]::new));
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /// Sends a deed.
  ///
  /// @param key of the deed; empty for none
  HttpResponse<String> post(String path, String key, String body) {
    return post(path, key, "", body);
  }

  /// Sends a deed on what was read.
  ///
  /// @param tag of what was read; empty for none
  HttpResponse<String> post(String path, String key, String tag, String body) {
    return send(headers(request(path), key, tag).POST(BodyPublishers.ofString(body)));
  }

  /// Writes on what was read.
  HttpResponse<String> put(String path, String key, String tag, String body) {
    return send(headers(request(path), key, tag).PUT(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder headers(HttpRequest.Builder request, String key, String tag) {
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return tag.isEmpty() ? request : request.header("If-Match", tag);
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What an answer with that status says.
  static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  /// The id of what was made.
  static String id(HttpResponse<String> made) {
    return json(made, 201).get("id").asString();
  }

  /// The tag of what was read or came of a deed.
  static String tag(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  /// A problem without what is new in each.
  static String plain(HttpResponse<String> problem) {
    return problem.body().replaceAll("urn:uuid:[0-9a-f-]+", "");
  }

  /// That somebody finds nothing, as if it had never been.
  ///
  /// @param known answer about what is there, but not for her
  /// @param unknown answer about what is nowhere
  static void assertSameNothing(
      HttpResponse<String> known, HttpResponse<String> unknown, String id, String nothing) {
    assertThat(known.statusCode()).as(known.body()).isEqualTo(404);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(plain(known).replace(id, nothing)).isEqualTo(plain(unknown));
  }
}
