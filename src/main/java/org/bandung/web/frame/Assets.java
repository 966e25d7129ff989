package org.bandung.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The few files that pages refer to, under names that change with their content.
@Controller
public final class Assets {

  private static final String FOLDER = "/assets/";
  private static final String WEBJARS = "/META-INF/resources/webjars/";

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Asset> assets = new HashMap<>();

  Assets() {
    add("site.css", "/static-files/site.css", "text/css");
    add("land.svg", "/static-files/land.svg", "image/svg+xml");
    add("icon.svg", "/static-files/icon.svg", "image/svg+xml");
    add("passkeys.js", "/static-files/passkeys.js", "text/javascript");
    add("draft.js", "/static-files/draft.js", "text/javascript");
    add("review.js", "/static-files/review.js", "text/javascript");
    add("htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js", "text/javascript");
    scripts(
        "pictures.js",
        "/static-files/pictures.js",
        "/static-files/pictures-bars.js",
        "/static-files/pictures-pairs.js",
        "/static-files/pictures-shares.js");
    scripts("d3-sankey.js", d3("array", "3.2.4"), d3("sankey", "0.12.3"));
    scripts("d3-hierarchy.js", d3("hierarchy", "3.1.2"));
    scripts(
        "d3-force.js",
        d3("dispatch", "3.0.1"),
        d3("quadtree", "3.0.1"),
        d3("timer", "3.0.1"),
        d3("force", "3.0.0"));
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
  void show(@PathVariable String name, HttpServletResponse response) throws IOException {
    var asset = assets.get(name);
    if (asset == null) {
      throw new Refusal.NotFound();
    }
    var forever = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    write(asset, forever, response);
  }

  /// Asked for by browsers whatever the pages say.
  @GetMapping("/favicon.ico")
  void icon(HttpServletResponse response) throws IOException {
    var icon = Objects.requireNonNull(assets.get(address("icon.svg").substring(FOLDER.length())));
    write(icon, CacheControl.maxAge(Duration.ofDays(1)).cachePublic(), response);
  }

  /// Everything here is public record, and search engines may find it.
  @GetMapping("/robots.txt")
  void robots(HttpServletResponse response) throws IOException {
    var robots = new Asset(MediaType.TEXT_PLAIN, "User-agent: *\nAllow: /\n");
    write(robots, CacheControl.maxAge(Duration.ofDays(1)).cachePublic(), response);
  }

  /// Written here: the framework would offer text that it does not know as a file to be saved.
  private static void write(Asset asset, CacheControl caching, HttpServletResponse response)
      throws IOException {
    var bytes = asset.text().getBytes(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, caching.getHeaderValue());
    response.setContentType(asset.type().toString());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /// A part of the library that pictures are laid out with.
  private static String d3(String part, String version) {
    return WEBJARS + "d3-" + part + "/" + version + "/dist/d3-" + part + ".min.js";
  }

  /// Several scripts as one file, in their order.
  private void scripts(String name, String... resources) {
    keep(
        name,
        Stream.of(resources).map(Assets::read).collect(Collectors.joining("\n")),
        "text/javascript");
  }

  private void add(String name, String resource, String type) {
    keep(name, read(resource), type);
  }

  private void keep(String name, String text, String type) {
    int dot = name.lastIndexOf('.');
    var hashed = name.substring(0, dot) + "-" + hash(text) + name.substring(dot);
    addresses.put(name, FOLDER + hashed);
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
