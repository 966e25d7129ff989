package org.bandung.web.data;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bandung.exchange.rows.SheetTable;
import org.bandung.exchange.tossd.TossdColumn;
import org.bandung.exchange.tossd.TossdExtract;
import org.bandung.exchange.tossd.TossdExtract.Extract;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Reference;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a country gave in a year, as a TOSSD file would say it, and what it would lack.
@Controller
final class TossdPages {

  private static final int FIRST_YEAR = 1900;

  private final TossdExtract extract;
  private final Reference reference;
  private final Dictionary dictionary;

  /// One after the other: an extract reads many records.
  private final Semaphore places = new Semaphore(2);

  TossdPages(TossdExtract extract, Reference reference, Dictionary dictionary) {
    this.extract = extract;
    this.reference = reference;
    this.dictionary = dictionary;
  }

  /// What is extracted.
  private record Asked(CountryCode provider, int year) {}

  /// A column that rows lack.
  public record Lack(String column, int rows) {}

  @GetMapping("/data/tossd")
  String page(
      @RequestParam(required = false) @Nullable String provider,
      @RequestParam(required = false) @Nullable String year,
      Visit visit,
      Model model) {
    var asked = asked(provider, year);
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("provider", Objects.requireNonNullElse(provider, ""));
    model.addAttribute(
        "year",
        year == null || year.isEmpty()
            ? String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear() - 1)
            : year);
    model.addAttribute("asked", asked.isPresent());
    asked.ifPresent(a -> {
      var made = make(a);
      model.addAttribute("name", visit.words().country(a.provider()));
      model.addAttribute("number", made.rows().size());
      model.addAttribute("query", "?provider=" + a.provider().alpha3() + "&year=" + a.year());
      model.addAttribute(
          "lacking",
          made.lacking().entrySet().stream().map(e -> new Lack(e.getKey(), e.getValue())).toList());
    });
    model.addAttribute(
        "notHeld",
        TossdColumn.all().stream().filter(c -> !c.held()).map(TossdColumn::name).toList());
    return "tossd";
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

  private Extract make(Asked asked) {
    places.acquireUninterruptibly();
    try {
      return extract.of(asked.provider(), asked.year());
    } finally {
      places.release();
    }
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
    try (var table =
        Download.table(response, name(asked), TossdColumn.names().toArray(String[]::new))) {
      made.rows().forEach(row -> table.row(row.toArray()));
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
    List<List<@Nullable Object>> rows = make(asked).rows();
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"bandung-" + name(asked) + ".xlsx\"");
    SheetTable.write(response.getOutputStream(), "TOSSD", TossdColumn.names(), rows);
  }
}
