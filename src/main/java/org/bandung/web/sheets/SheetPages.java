package org.bandung.web.sheets;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bandung.exchange.sheets.ContributionTable;
import org.bandung.exchange.sheets.ContributionTable.Sheet;
import org.bandung.kernel.Note;
import org.bandung.registry.sheets.ContributionSheets;
import org.bandung.registry.sheets.ContributionSheets.Told;
import org.bandung.registry.sheets.SheetFate;
import org.bandung.registry.sheets.SheetRow;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Many contributions from one sheet: first what each row would do, then all of them.
@Controller
final class SheetPages {

  private static final String PATH = "/desk/initiatives/sheet";

  /// Where the sheet waits between looking and taking; one at a time for each session.
  private static final String WAITING = "contribution-sheet";

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ContributionSheets sheets;

  /// Few at a time: reading a spreadsheet costs far more than showing a page.
  private final Semaphore places = new Semaphore(AT_ONCE);

  SheetPages(ContributionSheets sheets) {
    this.sheets = sheets;
  }

  /// A sheet that was shown, and what it would have done then.
  private record Waiting(byte[] bytes, String seal) implements Serializable {}

  @GetMapping(PATH)
  String form(Visit visit, Model model) {
    required(visit);
    return page(null, null, model);
  }

  private void required(Visit visit) {
    if (!sheets.mayUpload(visit.requireAccount())) {
      throw new Refusal.NotFound();
    }
  }

  private static String page(@Nullable Told told, @Nullable Sheet sheet, Model model) {
    model.addAttribute("told", told);
    model.addAttribute("columns", SheetRow.COLUMNS);
    model.addAttribute("remarks", sheet == null ? List.of() : sheet.remarks());
    model.addAttribute("unreadable", sheet == null ? null : sheet.unreadable().orElse(null));
    model.addAttribute("kinds", SheetFate.Kind.values());
    return "sheet";
  }

  @GetMapping(PATH + "/template.csv")
  void template(Visit visit, HttpServletResponse response) throws IOException {
    required(visit);
    var rows = sheets.template(visit.requireAccount());
    ContributionTable.csv(Download.begin(response, "contributions"), rows);
  }

  @GetMapping(PATH + "/template.xlsx")
  void workbook(Visit visit, HttpServletResponse response) throws IOException {
    required(visit);
    var rows = sheets.template(visit.requireAccount());
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bandung-contributions.xlsx\"");
    ContributionTable.workbook(response.getOutputStream(), rows);
  }

  @PostMapping(PATH)
  String look(
      @RequestParam(required = false) @Nullable MultipartFile file,
      Visit visit,
      HttpSession session,
      Model model)
      throws IOException, InterruptedException {
    required(visit);
    byte[] bytes = file == null ? new byte[0] : file.getBytes();
    session.removeAttribute(WAITING);
    var sheet = read(bytes);
    if (sheet.unreadable().isPresent()) {
      return page(null, sheet, model);
    }
    var told = sheets.look(visit.requireAccount(), sheet.rows());
    if (told.useful()) {
      session.setAttribute(WAITING, new Waiting(bytes, told.seal()));
    }
    return page(told, sheet, model);
  }

  @PostMapping(PATH + "/take")
  String take(Visit visit, HttpSession session, Model model)
      throws IOException, InterruptedException {
    required(visit);
    if (!(session.getAttribute(WAITING) instanceof Waiting waiting)) {
      return "redirect:" + PATH;
    }
    session.removeAttribute(WAITING);
    var sheet = read(waiting.bytes());
    var told =
        sheets.take(visit.requireAccount(), sheet.rows(), waiting.seal(), hash(waiting.bytes()));
    if (told.changed() && told.useful()) {
      session.setAttribute(WAITING, new Waiting(waiting.bytes(), told.seal()));
    }
    return page(told, sheet, model);
  }

  private Sheet read(byte[] bytes) throws IOException, InterruptedException {
    if (bytes.length == 0) {
      return unreadable("bandung.empty-file");
    }
    if (!places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      return unreadable("bandung.too-busy");
    }
    try {
      return ContributionTable.read(new ByteArrayInputStream(bytes));
    } finally {
      places.release();
    }
  }

  private static Sheet unreadable(String code, String... arguments) {
    var why = new Note(0, "", Note.Severity.REFUSED, code, "", List.of(arguments));
    return new Sheet(List.of(), List.of(), java.util.Optional.of(why));
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @ExceptionHandler
  ModelAndView tooLarge(MaxUploadSizeExceededException refused, Visit visit) {
    var page = new ModelAndView("sheet", HttpStatus.CONTENT_TOO_LARGE);
    page.addObject("visit", visit);
    page.addObject("w", visit.words());
    page.addObject("told", null);
    page.addObject("columns", SheetRow.COLUMNS);
    page.addObject("remarks", List.of());
    page.addObject("kinds", SheetFate.Kind.values());
    page.addObject(
        "unreadable", unreadable("bandung.upload-too-large", "1").unreadable().orElseThrow());
    return page;
  }
}
