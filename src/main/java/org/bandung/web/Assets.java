package org.bandung.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The few files that pages refer to, under names that change with their content.
@Controller
final class Assets {

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Asset> assets = new HashMap<>();

  Assets() {
    add("site.css", "/static-files/site.css", "text/css");
    add("icon.svg", "/static-files/icon.svg", "image/svg+xml");
    add(
        "htmx.js",
        "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
        "text/javascript");
  }

  private record Asset(MediaType type, String text) {}

  /// The address of a file; it never shows other content.
  String address(String name) {
    var address = addresses.get(name);
    if (address == null) {
      throw new IllegalArgumentException("no such file: " + name);
    }
    return address;
  }

  @GetMapping("/assets/{name}")
  ResponseEntity<byte[]> show(@PathVariable String name) {
    var asset = assets.get(name);
    if (asset == null) {
      throw new Refusal.NotFound();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .contentType(asset.type())
        .body(asset.text().getBytes(StandardCharsets.UTF_8));
  }

  private void add(String name, String resource, String type) {
    var text = read(resource);
    int dot = name.lastIndexOf('.');
    var hashed = name.substring(0, dot) + "-" + hash(text) + name.substring(dot);
    addresses.put(name, "/assets/" + hashed);
    assets.put(
        hashed, new Asset(new MediaType(MediaType.valueOf(type), StandardCharsets.UTF_8), text));
  }

  private static String read(String resource) {
    try (var stream = Assets.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("missing on the class path: " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static String hash(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
