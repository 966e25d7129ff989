package org.bandung.web.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.bandung.exchange.packages.DataSettings;
import org.bandung.exchange.packages.Dumps;
import org.bandung.exchange.packages.Dumps.Dump;
import org.bandung.exchange.packages.Dumps.Kind;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.SiteSettings;
import org.bandung.web.frame.Visit;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What can be downloaded, and the full dumps.
@Controller
final class DataPages {

  /// Short, so that what is taken back is not to be had for long from caches on the way.
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Dumps dumps;
  private final Offers offers;
  private final DataSettings settings;
  private final SiteSettings site;

  DataPages(Dumps dumps, Offers offers, DataSettings settings, SiteSettings site) {
    this.dumps = dumps;
    this.offers = offers;
    this.settings = settings;
    this.site = site;
  }

  @GetMapping("/data")
  String page(Visit visit, Model model) {
    var all = dumps.list();
    var latest = all.isEmpty() ? null : all.getFirst();
    model.addAttribute("latest", latest);
    model.addAttribute("earlier", all.stream().skip(1).toList());
    model.addAttribute(
        "made", latest == null ? "" : visit.words().moment(Instant.parse(latest.made())));
    model.addAttribute("offers", offers.list());
    model.addAttribute("licence", settings.licence().orElse(null));
    model.addAttribute("contact", site.contact().orElse(null));
    model.addAttribute("shown", new Shown(visit));
    return "data";
  }

  /// How the page writes what it shows.
  public record Shown(Visit visit) {

    /// A size as people read it.
    public String size(long bytes) {
      var words = visit.words();
      return bytes < 1 << 20
          ? words.text("data.kilobytes", Math.max(1, (bytes + 1023) >> 10))
          : words.text("data.megabytes", (bytes + (1 << 20) - 1) >> 20);
    }

    public String day(String day) {
      return visit.words().day(LocalDate.parse(day));
    }
  }

  @GetMapping("/data/bandung.zip")
  ResponseEntity<Resource> latest() {
    return answer(dumps.latest(), Kind.ZIP, false);
  }

  @GetMapping("/data/bandung.xlsx")
  ResponseEntity<Resource> latestWorkbook() {
    return answer(dumps.latest(), Kind.WORKBOOK, false);
  }

  @GetMapping("/data/bandung-{day:[0-9]{4}-[0-9]{2}-[0-9]{2}}.zip")
  ResponseEntity<Resource> of(@PathVariable String day) {
    return answer(dumps.of(day), Kind.ZIP, true);
  }

  @GetMapping("/data/bandung-{day:[0-9]{4}-[0-9]{2}-[0-9]{2}}.xlsx")
  ResponseEntity<Resource> workbookOf(@PathVariable String day) {
    return answer(dumps.of(day), Kind.WORKBOOK, true);
  }

  /// The framework answers a part of the file, or that it has not changed, if that is asked for.
  private ResponseEntity<Resource> answer(Optional<Dump> asked, Kind kind, boolean dated) {
    var dump = asked.orElseThrow(Refusal.NotFound::new);
    var name = dated ? "bandung-" + dump.day() + kind.ending() : "bandung" + kind.ending();
    var sha256 = kind == Kind.ZIP ? dump.zipSha256() : dump.workbookSha256();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(kind.mediaType().toLowerCase(Locale.ROOT)))
        .eTag('"' + sha256 + '"')
        .lastModified(Instant.parse(dump.made()))
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(new FileSystemResource(dumps.file(dump, kind)));
  }
}
