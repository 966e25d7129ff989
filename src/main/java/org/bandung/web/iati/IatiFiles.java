package org.bandung.web.iati;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.bandung.exchange.iati.IatiExport;
import org.bandung.exchange.iati.LossFile;
import org.bandung.exchange.iati.LossReport;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.kernel.StableId;
import org.bandung.reference.Reference;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.published.Selection;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// All that is public, one initiative, and who takes part, as IATI 2.03; and what such a file does
/// not say. Always what everybody may read, whoever is signed in.
@Controller
final class IatiFiles {

  private static final String ACTIVITIES = "activities";
  private static final String XML = "application/xml;charset=UTF-8";

  /// How long a whole file may take to be made, in seconds, for who is told to come back.
  private static final String SOON = "30";

  private static final int LONGEST_KEY = 300;

  private final IatiExport export;
  private final Registry registry;
  private final Reference reference;
  private final KeptFiles kept = new KeptFiles();
  private volatile @Nullable Reported reported;

  /// What the file of a state does not say.
  private record Reported(String state, LossReport report) {}

  IatiFiles(IatiExport export, Registry registry, Reference reference) {
    this.export = export;
    this.registry = registry;
    this.reference = reference;
  }

  @PreDestroy
  void close() {
    kept.close();
  }

  @GetMapping("/iati/activities.xml")
  void activities(
      @RequestParam Optional<String> source,
      @RequestParam Optional<String> country,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var selection = new Selection(source.map(this::source), country.map(this::country));
    if (selection.equals(Selection.ALL)) {
      var state = state();
      send(new Sent(whole(state), state, "bandung-activities.xml"), request, response);
      return;
    }
    var packed = kept.once("selection", out -> export.activities(selection, out));
    if (packed == null) {
      later(response);
      return;
    }
    try {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
      copy(packed, "bandung-activities.xml", request, response);
    } finally {
      Files.deleteIfExists(packed);
    }
  }

  @GetMapping("/iati/organisations.xml")
  void organisations(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var state = state();
    var file = kept.file("organisations", state, export::organisations);
    send(new Sent(file, state, "bandung-organisations.xml"), request, response);
  }

  @GetMapping("/iati/loss.json")
  void lossForPrograms(HttpServletResponse response) throws IOException {
    var report = report();
    if (report == null) {
      later(response);
    } else {
      begin(response, "application/json", "bandung-iati-loss.json");
      LossFile.json(report, response.getOutputStream());
    }
  }

  @GetMapping("/iati/loss.csv")
  void lossForPeople(Visit visit, HttpServletResponse response) throws IOException {
    var report = report();
    if (report == null) {
      later(response);
    } else {
      begin(response, "text/csv;charset=UTF-8", "bandung-iati-loss.csv");
      LossFile.csv(report, visit.words().language(), response.getOutputStream());
    }
  }

  @GetMapping("/initiatives/{id:[0-9a-z]{16}}.iati.xml")
  void activity(@PathVariable String id, HttpServletResponse response) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var report = export.activity(id, bytes);
    if (report.isEmpty()) {
      // It may be told of under another id.
      var found = registry.find(Reader.PUBLIC, id).map(InitiativeView::id).orElse(id);
      if (found.equals(id)) {
        throw new Refusal.NotFound();
      }
      response.sendRedirect("/initiatives/" + found + ".iati.xml");
      return;
    }
    if (report.get().count(LossReport.Form.LEFT_OUT) > 0) {
      throw new Refusal.NotFound(); // IATI has no form for it; the page and the API tell of it
    }
    begin(response, XML, "bandung-" + id + ".iati.xml");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    bytes.writeTo(response.getOutputStream());
  }

  private String source(String key) {
    if (key.length() > LONGEST_KEY || registry.findSource(Reader.PUBLIC, key).isEmpty()) {
      throw new Refusal.NotFound();
    }
    return key;
  }

  private CountryCode country(String code) {
    if (!CountryCode.isWellFormed(code) || reference.findCountry(new CountryCode(code)).isEmpty()) {
      throw new Refusal.NotFound();
    }
    return new CountryCode(code);
  }

  /// What of the file depends on: the facts, and the day, before which nothing is actual.
  private String state() {
    return registry.state() + " " + LocalDate.now(ZoneOffset.UTC);
  }

  private @Nullable Path whole(String state) throws IOException {
    return kept.file(
        ACTIVITIES,
        state,
        out -> reported = new Reported(state, export.activities(Selection.ALL, out)));
  }

  private @Nullable LossReport report() throws IOException {
    var state = state();
    if (whole(state) == null) {
      return null;
    }
    var known = reported;
    return known == null ? null : known.report();
  }

  private static void begin(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }

  private static void later(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
    response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }

  /// A file that is kept, and of which state it is; null while another is being made.
  private record Sent(@Nullable Path packed, String state, String name) {}

  private static void send(Sent sent, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var packed = sent.packed();
    if (packed == null) {
      later(response);
      return;
    }
    var tag = "W/\"" + StableId.of(sent.name(), sent.state()) + '"';
    response.setHeader(HttpHeaders.ETAG, tag);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    var held = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (held != null && Arrays.stream(held.split(",")).map(String::strip).anyMatch(tag::equals)) {
      response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    copy(packed, sent.name(), request, response);
  }

  private static void copy(
      Path packed, String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    begin(response, XML, name);
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    try (var file = Files.newInputStream(packed)) {
      if (accepted != null && accepted.contains("gzip")) {
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.setContentLengthLong(Files.size(packed));
        file.transferTo(response.getOutputStream());
      } else {
        try (var plain = new GZIPInputStream(file, 1 << 16)) {
          plain.transferTo(response.getOutputStream());
        }
      }
    }
  }
}
