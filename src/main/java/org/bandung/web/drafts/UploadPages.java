package org.bandung.web.drafts;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.drafts.DraftRows;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.exchange.EntryTables;
import org.bandung.kernel.Note;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
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

/// Many entries from one table: first what would become of each row, then the good ones are taken.
@Controller
final class UploadPages {

  private static final String PATH = DraftPages.PATH + "/upload";

  /// Where the table waits between looking and taking; one at a time for each session.
  private static final String WAITING = "entries-upload";

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Drafts drafts;
  private final DraftRows rows;
  private final EntryTables tables;

  /// Few at a time: reading a spreadsheet costs far more than showing a page.
  private final Semaphore places = new Semaphore(AT_ONCE);

  UploadPages(Drafts drafts, DraftRows rows, EntryTables tables) {
    this.drafts = drafts;
    this.rows = rows;
    this.tables = tables;
  }

  @GetMapping(PATH)
  String form(@RequestParam(defaultValue = "need") String kind, Visit visit, Model model) {
    return page(kind, "", visit, model);
  }

  private String page(String kind, String body, Visit visit, Model model) {
    var bodies = drafts.writableFor(visit.requireAccount());
    if (bodies.isEmpty()) {
      throw new Refusal.NotFound();
    }
    model.addAttribute("bodies", bodies);
    model.addAttribute("kinds", Drafts.KINDS.stream().map(EntryKind::code).toList());
    model.addAttribute("kind", kind(kind).code());
    model.addAttribute("body", body);
    if (!model.containsAttribute("rows")) {
      model.addAttribute("rows", List.of());
      model.addAttribute("remarks", List.of());
      model.addAttribute("taken", false);
      model.addAttribute("good", 0);
      model.addAttribute("bad", 0);
    }
    return "upload";
  }

  private static EntryKind kind(String code) {
    return EntryKind.ofCode(code)
        .filter(Drafts.KINDS::contains)
        .orElseThrow(() -> new Refusal.BadParameter("kind"));
  }

  /// A table with the columns of the kind and no rows.
  @GetMapping(PATH + "/template.csv")
  void template(@RequestParam String kind, Visit visit, HttpServletResponse response)
      throws IOException {
    visit.requireAccount();
    var asked = kind(kind);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + asked.code() + ".csv\"");
    var table = "\ufeff" + tables.header(asked) + "\r\n";
    response.getOutputStream().write(table.getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping(PATH)
  String look(
      @RequestParam(defaultValue = "need") String kind,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(required = false) @Nullable MultipartFile table,
      Visit visit,
      HttpSession session,
      Model model)
      throws IOException, InterruptedException {
    if (drafts.writableFor(visit.requireAccount()).stream().noneMatch(b -> b.id().equals(body))) {
      throw new Refusal.NotFound(); // before the table is read and kept until it is taken
    }
    byte[] bytes = table == null ? new byte[0] : table.getBytes();
    session.setAttribute(WAITING, bytes);
    tell(kind, body, bytes, false, visit, model);
    return page(kind, body, visit, model);
  }

  @PostMapping(PATH + "/take")
  String take(
      @RequestParam(defaultValue = "need") String kind,
      @RequestParam(defaultValue = "") String body,
      Visit visit,
      HttpSession session,
      Model model)
      throws IOException, InterruptedException {
    if (!(session.getAttribute(WAITING) instanceof byte[] bytes)) {
      return "redirect:" + PATH + "?kind=" + kind(kind).code();
    }
    session.removeAttribute(WAITING);
    tell(kind, body, bytes, true, visit, model);
    return page(kind, body, visit, model);
  }

  private void tell(
      String kind, String body, byte[] bytes, boolean earnest, Visit visit, Model model)
      throws IOException, InterruptedException {
    var account = visit.requireAccount();
    if (!places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      unreadable(note("bandung.too-busy", List.of()), model);
      return;
    }
    EntryTables.Sheet sheet;
    try {
      sheet =
          bytes.length == 0
              ? new EntryTables.Sheet(
                  List.of(),
                  List.of(),
                  java.util.Optional.of(note("bandung.empty-file", List.of())))
              : tables.read(new ByteArrayInputStream(bytes), kind(kind));
    } finally {
      places.release();
    }
    var fates =
        rows.take(account, body, sheet.entries(), earnest).orElseThrow(Refusal.NotFound::new);
    var told = sheet.told(fates.stream().map(DraftRows.Fate::code).toList());
    model.addAttribute("rows", told);
    model.addAttribute("remarks", sheet.remarks());
    model.addAttribute("taken", earnest);
    sheet.unreadable().ifPresent(n -> model.addAttribute("unreadable", n));
    int good = (int) told.stream().filter(EntryTables.Told::good).count();
    model.addAttribute("good", good);
    model.addAttribute("bad", told.size() - good);
  }

  private static void unreadable(Note why, Model model) {
    model.addAttribute("rows", List.of());
    model.addAttribute("remarks", List.of());
    model.addAttribute("taken", false);
    model.addAttribute("good", 0);
    model.addAttribute("bad", 0);
    model.addAttribute("unreadable", why);
  }

  private static Note note(String code, List<String> arguments) {
    return new Note(0, "", Note.Severity.REFUSED, code, "", arguments);
  }

  @ExceptionHandler
  ModelAndView tooLarge(MaxUploadSizeExceededException refused, Visit visit) {
    var page = new ModelAndView("upload", HttpStatus.CONTENT_TOO_LARGE);
    page.addObject("visit", visit);
    page.addObject("w", visit.words());
    page.addObject("bodies", drafts.writableFor(visit.requireAccount()));
    page.addObject("kinds", Drafts.KINDS.stream().map(EntryKind::code).toList());
    page.addObject("kind", "need");
    page.addObject("body", "");
    page.addObject("rows", List.of());
    page.addObject("remarks", List.of());
    page.addObject("taken", false);
    page.addObject("good", 0);
    page.addObject("bad", 0);
    page.addObject("unreadable", note("bandung.upload-too-large", List.of("1")));
    return page;
  }
}
