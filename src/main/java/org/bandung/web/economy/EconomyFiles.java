package org.bandung.web.economy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.bandung.exchange.rows.Workbooks;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.FileAnswer;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/// Parts of the pages of the economy as files: every row of them, with what they rest on.
@Controller
final class EconomyFiles {

  static final String CSV = "/tables/{table}.csv";
  static final String XLSX = "/tables/{table}.xlsx";
  static final String JSON = "/tables/{table}.json";
  static final String SVG = "/tables/{table}.svg";
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final double WIDE = 34;

  private final EconomyAddresses addresses;

  EconomyFiles(EconomyAddresses addresses) {
    this.addresses = addresses;
  }

  @GetMapping({"/economy" + CSV, "/economy" + XLSX, "/economy" + JSON, "/economy" + SVG})
  void overview(
      @PathVariable String table,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    send(addresses.overview(request, visit.words()), table, request, response, visit.words());
  }

  @GetMapping({
    "/countries/{code}/economy" + CSV,
    "/countries/{code}/economy" + XLSX,
    "/countries/{code}/economy" + JSON,
    "/countries/{code}/economy" + SVG
  })
  void country(
      @PathVariable String code,
      @PathVariable String table,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    send(addresses.country(code, request, visit.words()), table, request, response, visit.words());
  }

  @GetMapping({
    "/groupings/{code}/economy" + CSV,
    "/groupings/{code}/economy" + XLSX,
    "/groupings/{code}/economy" + JSON,
    "/groupings/{code}/economy" + SVG
  })
  void grouping(
      @PathVariable String code,
      @PathVariable String table,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    send(addresses.grouping(code, request, visit.words()), table, request, response, visit.words());
  }

  @GetMapping({
    "/economy/pairs/{one}/{other}" + CSV,
    "/economy/pairs/{one}/{other}" + XLSX,
    "/economy/pairs/{one}/{other}" + JSON,
    "/economy/pairs/{one}/{other}" + SVG
  })
  void pair(
      @PathVariable String one,
      @PathVariable String other,
      @PathVariable String table,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    send(
        addresses.pair(one, other, request, visit.words()),
        table,
        request,
        response,
        visit.words());
  }

  @GetMapping({
    "/economy/products" + CSV,
    "/economy/products" + XLSX,
    "/economy/products" + JSON,
    "/economy/products" + SVG
  })
  void products(
      @PathVariable String table,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    send(addresses.products(request, visit.words()), table, request, response, visit.words());
  }

  @GetMapping({
    "/economy/products/{code}" + CSV,
    "/economy/products/{code}" + XLSX,
    "/economy/products/{code}" + JSON,
    "/economy/products/{code}" + SVG
  })
  void product(
      @PathVariable String code,
      @PathVariable String table,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    send(addresses.product(code, request, visit.words()), table, request, response, visit.words());
  }

  static void send(
      EconomyPage page,
      String table,
      HttpServletRequest request,
      HttpServletResponse response,
      Words words)
      throws IOException {
    var part = page.part(table).orElseThrow(Refusal.NotFound::new);
    var path = request.getRequestURI();
    var ending = path.substring(path.lastIndexOf('.') + 1);
    var name = "bandung" + page.address().replace('/', '-') + "-" + part.id() + "." + ending;
    switch (ending) {
      case "csv" -> csv(page, part, response);
      case "json" ->
          FileAnswer.send(
              response, "application/json", name, MAPPER.writeValueAsBytes(json(page, part)));
      case "svg" -> {
        var drawing = part.drawing();
        if (drawing == null) {
          throw new Refusal.NotFound();
        }
        FileAnswer.send(
            response, "image/svg+xml", name, drawing.file().getBytes(StandardCharsets.UTF_8));
      }
      default -> workbook(page, part, name, response, words);
    }
  }

  private static void csv(EconomyPage page, Part part, HttpServletResponse response)
      throws IOException {
    var columns = new ArrayList<String>();
    part.table().columns().forEach(c -> columns.add(c.code()));
    page.facts().forEach(f -> columns.add("about_" + f.code()));
    var name = page.address().substring(1).replace('/', '-') + "-" + part.id();
    try (var csv = Download.table(response, name, columns.toArray(String[]::new))) {
      for (var row : part.table().rows()) {
        var cells = new ArrayList<@Nullable Object>();
        row.forEach(c -> cells.add(c.plain()));
        page.facts().forEach(f -> cells.add(f.value()));
        csv.row(cells.toArray());
      }
    }
  }

  private static Object json(EconomyPage page, Part part) {
    var about = new LinkedHashMap<String, Object>();
    page.facts().forEach(f -> about.put(f.code(), f.value()));
    about.put(EconomyPage.PARTIAL, page.notice() != null);
    about.put("notes", part.notes());
    var answer = new LinkedHashMap<String, Object>();
    answer.put("page", page.heading().name());
    answer.put("table", part.name());
    answer.put("text", part.text());
    answer.put("about", about);
    answer.put("rows", part.table().plain());
    return answer;
  }

  private static void workbook(
      EconomyPage page, Part part, String name, HttpServletResponse response, Words words)
      throws IOException {
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    Workbooks.write(response.getOutputStream(), book -> fill(book, page, part, words));
  }

  /// Texts are texts: nothing is ever a formula.
  private static void fill(Workbook book, EconomyPage page, Part part, Words words) {
    var sheet = book.newWorksheet("Bandung");
    sheet.width(0, WIDE);
    sheet.value(0, 0, page.heading().name() + words.text("list.colon") + part.name());
    sheet.style(0, 0).bold().set();
    int line = 1;
    sheet.value(line++, 0, part.text());
    for (var fact : page.facts()) {
      sheet.value(line++, 0, fact.name() + words.text("list.colon") + fact.value());
    }
    for (var note : part.notes()) {
      sheet.value(line++, 0, note);
    }
    line++;
    for (int c = 0; c < part.table().columns().size(); c++) {
      sheet.value(line, c, part.table().columns().get(c).name());
    }
    for (var row : part.table().rows()) {
      line++;
      for (int c = 0; c < row.size(); c++) {
        var cell = row.get(c);
        if (cell.number() != null) {
          sheet.value(line, c, cell.number());
        } else if (cell.text() != null) {
          sheet.value(line, c, cell.text());
        }
      }
    }
  }
}
