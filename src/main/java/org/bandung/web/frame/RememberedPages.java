package org.bandung.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bandung.kernel.StableId;
import org.bandung.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Remembers pages as they went out until the facts move, and gives each a tag, so that a browser
/// that still holds it gets nothing but the word that it is the same.
///
/// To make a page takes some ten milliseconds of a processor, to send a remembered one a tenth of
/// that. Only the public's pages are remembered: who is signed in gets her own.
@Component
@Order(RememberedPages.ORDER)
final class RememberedPages extends OncePerRequestFilter {

  /// After the limit of requests and the headers of safety, before the turnstile.
  static final int ORDER = 100;

  private static final long MOST_BYTES = 24L << 20;
  private static final int LARGEST = 1 << 20;
  private static final int LONGEST_KEY = 600;

  /// What moves without the facts, or is not a page.
  private static final List<String> NEVER =
      // What is searched follows the index, which comes after the change log.
      List.of(
          "/api/",
          "/assets/",
          "/sources",
          "/propose",
          "/data",
          "/error",
          "/search",
          "/find",
          // Figures too, and what is in doubt about them moves without it.
          "/statistics",
          "/reports",
          "/indicators",
          "/economy",
          "/claims",
          // What is released by hand, and holds or not by the day.
          "/agreements",
          "/keys",
          "/commitments",
          "/editions",
          "/funds",
          // What is somebody's own, or holds a form of hers.
          "/sign-",
          "/desk",
          "/invitation",
          "/recovery");

  /// Drawn of figures, so made anew each time; what comes out the same need not be sent again.
  private static final String DRAWN = "/pictures";

  private static final List<String> HEADERS =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_LANGUAGE,
          HttpHeaders.VARY,
          HttpHeaders.CACHE_CONTROL,
          HttpHeaders.SET_COOKIE);

  private final Supplier<String> state;
  private final Map<String, Page> pages = new LinkedHashMap<>(16, 0.75f, true);
  private String heldAt = "";
  private long bytes;

  /// @param registry asked for late, as the dictionary by [PlainFace]
  @Autowired
  RememberedPages(ObjectProvider<Registry> registry) {
    this(() -> registry.getObject().state() + " " + LocalDate.now(ZoneOffset.UTC));
  }

  /// @param state a word for what can be read now: equal words, equal pages
  RememberedPages(Supplier<String> state) {
    this.state = state;
  }

  /// @param packed the page as gzip packs it
  private record Page(String tag, Map<String, String> headers, byte[] packed) {}

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath(); // decoded
    return !request.getMethod().equals("GET")
        || NEVER.stream().anyMatch(path::startsWith)
        || path.indexOf('.') >= 0
        || (path.startsWith("/initiatives/") && path.contains("/pictures/"))
        || request.getUserPrincipal() != null
        || !UnreadableQueries.readable(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = key(request);
    var now = now();
    if (now == null || key.length() > LONGEST_KEY) {
      chain.doFilter(request, response);
      return;
    }
    boolean drawn = request.getServletPath().startsWith(DRAWN);
    var known = drawn ? null : find(now, key);
    if (known != null) {
      send(known, request, response);
      return;
    }
    var answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    if (answer.getStatus() == HttpServletResponse.SC_OK
        && !String.valueOf(answer.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store")
        && answer.getContentSize() <= LARGEST
        && String.valueOf(answer.getContentType()).startsWith("text/html")) {
      var text = drawn ? new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8) : now;
      var page = page(text, key, answer);
      if (!drawn) {
        keep(now, key, page);
      }
      send(page, request, response);
    } else {
      answer.copyBodyToResponse();
    }
  }

  /// The state of the facts, or nothing if they cannot be asked: the page will say why.
  private @Nullable String now() {
    try {
      return state.get();
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static String key(HttpServletRequest request) {
    var query = request.getQueryString();
    return VisitResolver.language(request)
        + ' '
        + request.getRequestURI()
        + (query == null ? "" : "?" + query);
  }

  /// @param of what the tag stands for: equal words, equal pages
  private static Page page(String of, String key, ContentCachingResponseWrapper answer)
      throws IOException {
    var headers = new LinkedHashMap<String, String>();
    for (var name : HEADERS) {
      var value =
          name.equals(HttpHeaders.CONTENT_TYPE) ? answer.getContentType() : answer.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    var packed = new ByteArrayOutputStream();
    try (var gzip = new BestGzip(packed)) {
      gzip.write(answer.getContentAsByteArray());
    }
    return new Page("W/\"" + StableId.of(of, key) + "\"", headers, packed.toByteArray());
  }

  /// Packed once and sent often, so as small as can be.
  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  private static void send(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    page.headers().forEach(response::setHeader);
    response.setHeader(HttpHeaders.ETAG, page.tag());
    if (holds(request, page.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (accepted != null && accepted.contains("gzip")) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
      response.setContentLength(page.packed().length);
      response.getOutputStream().write(page.packed());
    } else {
      try (var plain = new GZIPInputStream(new ByteArrayInputStream(page.packed()))) {
        plain.transferTo(response.getOutputStream());
      }
    }
  }

  private static boolean holds(HttpServletRequest request, String tag) {
    var held = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    return held != null && Arrays.stream(held.split(",")).map(String::strip).anyMatch(tag::equals);
  }

  private synchronized @Nullable Page find(String now, String key) {
    if (!heldAt.equals(now)) {
      pages.clear();
      bytes = 0;
      heldAt = now;
    }
    return pages.get(key);
  }

  private synchronized void keep(String now, String key, Page page) {
    if (!heldAt.equals(now)) {
      return;
    }
    var before = pages.put(key, page);
    bytes += page.packed().length - (before == null ? 0 : before.packed().length);
    var eldest = pages.values().iterator();
    while (bytes > MOST_BYTES && eldest.hasNext()) {
      bytes -= eldest.next().packed().length;
      eldest.remove();
    }
  }
}
