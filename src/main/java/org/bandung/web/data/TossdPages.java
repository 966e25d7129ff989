package org.bandung.web.data;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bandung.exchange.rows.SheetTable;
import org.bandung.exchange.tossd.TossdColumn;
import org.bandung.exchange.tossd.TossdExtract;
import org.bandung.exchange.tossd.TossdExtract.Extract;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Reference;
import org.bandung.reference.money.Rates;
import org.bandung.registry.Registry;
import org.bandung.statistics.Statistics;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a country gave in a year, as a TOSSD file would say it, and what it would lack.
@Controller
final class TossdPages {

  private static final int FIRST_YEAR = 1900;

  /// When who was turned away may come back, in seconds.
  private static final String SOON = "10";

  private final TossdExtract extract;
  private final Reference reference;
  private final Dictionary dictionary;

  private final Registry registry;
  private final Statistics statistics;
  private final Rates rates;
  private final KeptExtracts kept = new KeptExtracts(2);

  TossdPages(
      TossdExtract extract,
      Reference reference,
      Dictionary dictionary,
      Registry registry,
      Statistics statistics,
      Rates rates) {
    this.extract = extract;
    this.registry = registry;
    this.statistics = statistics;
    this.rates = rates;
    this.reference = reference;
    this.dictionary = dictionary;
  }

  /// What is extracted.
  private record Asked(CountryCode provider, int year) {}

  /// A column that rows lack.
  public record Lack(String column, int rows) {}

  @GetMapping("/data/tossd")
  @Nullable String page(
      @RequestParam(required = false) @Nullable String provider,
      @RequestParam(required = false) @Nullable String year,
      Visit visit,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var asked = asked(provider, year);
    if (asked.isPresent()) {
      var made = make(asked.get());
      if (made.isEmpty()) {
        later(response);
        return null;
      }
      show(asked.get(), made.get(), visit, model);
    }
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("provider", Objects.requireNonNullElse(provider, ""));
    model.addAttribute(
        "year",
        year == null || year.isEmpty()
            ? String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear() - 1)
            : year);
    model.addAttribute("asked", asked.isPresent());
    model.addAttribute(
        "notHeld",
        TossdColumn.all().stream().filter(c -> !c.held()).map(TossdColumn::name).toList());
    return "tossd";
  }

  private static void show(Asked asked, Extract made, Visit visit, Model model) {
    model.addAttribute("name", visit.words().country(asked.provider()));
    model.addAttribute("number", made.rows().size());
    model.addAttribute("query", "?provider=" + asked.provider().alpha3() + "&year=" + asked.year());
    model.addAttribute(
        "lacking",
        made.lacking().entrySet().stream().map(e -> new Lack(e.getKey(), e.getValue())).toList());
  }

  private Optional<Asked> asked(@Nullable String provider, @Nullable String year) {
    if (provider == null || provider.isEmpty()) {
      return Optional.empty();
    }
    if (!CountryCode.isWellFormed(provider)
        || reference.findCountry(new CountryCode(provider)).isEmpty()) {
      throw new Refusal.BadParameter("provider");
    }
    if (year == null || !year.matches("[0-9]{4}") || Integer.parseInt(year) < FIRST_YEAR) {
      throw new Refusal.BadParameter("year");
    }
    return Optional.of(new Asked(new CountryCode(provider), Integer.parseInt(year)));
  }

  private Optional<Extract> make(Asked asked) {
    var state = statistics.ready() ? registry.state() + ' ' + rates.fingerprint() : "";
    return kept.find(
        new KeptExtracts.Key(asked.provider(), asked.year(), state),
        () -> extract.of(asked.provider(), asked.year()));
  }

  private static void later(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }

  private Asked required(@Nullable String provider, @Nullable String year) {
    return asked(provider, year).orElseThrow(() -> new Refusal.BadParameter("provider"));
  }

  @GetMapping("/data/tossd.csv")
  void csv(
      @RequestParam(required = false) @Nullable String provider,
      @RequestParam(required = false) @Nullable String year,
      HttpServletResponse response)
      throws IOException {
    var asked = required(provider, year);
    var made = make(asked);
    if (made.isEmpty()) {
      later(response);
      return;
    }
    try (var table =
        Download.table(response, name(asked), TossdColumn.names().toArray(String[]::new))) {
      made.get().rows().forEach(row -> table.row(row.toArray()));
    }
  }

  private static String name(Asked asked) {
    return "tossd-" + asked.provider().alpha3() + "-" + asked.year();
  }

  @GetMapping("/data/tossd.xlsx")
  void workbook(
      @RequestParam(required = false) @Nullable String provider,
      @RequestParam(required = false) @Nullable String year,
      HttpServletResponse response)
      throws IOException {
    var asked = required(provider, year);
    var made = make(asked);
    if (made.isEmpty()) {
      later(response);
      return;
    }
    List<List<@Nullable Object>> rows = made.get().rows();
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"bandung-" + name(asked) + ".xlsx\"");
    SheetTable.write(response.getOutputStream(), "TOSSD", TossdColumn.names(), rows);
  }
}
