package org.bandung.web.rounds;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bandung.collection.Addition;
import org.bandung.collection.CollectionRounds;
import org.bandung.collection.CollectionRounds.Mine;
import org.bandung.collection.RoundDeed;
import org.bandung.collection.RoundOutcome;
import org.bandung.exchange.EntryTables;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Role;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/// How an institution adds what is not on its list: one by a form, many by a table, of which is
/// said first what would become of each row.
@Controller
final class AddPages {

  private static final String ADD = MinePages.PATH + "/add";
  private static final String SHEET = MinePages.PATH + "/sheet";

  /// Where the table waits between looking and taking; one at a time for each session.
  private static final String WAITING = "round-sheet";

  private static final int AT_ONCE = 2;
  private static final int LARGEST = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<Role> ROLES =
      List.of(Role.PROVIDER, Role.RECIPIENT, Role.DUAL, Role.FACILITATOR);

  private final CollectionRounds rounds;
  private final EntryTables tables;
  private final Dictionary dictionary;

  /// Few at a time: reading a spreadsheet costs far more than showing a page.
  private final Semaphore places = new Semaphore(AT_ONCE);

  AddPages(CollectionRounds rounds, EntryTables tables, Dictionary dictionary) {
    this.rounds = rounds;
    this.tables = tables;
    this.dictionary = dictionary;
  }

  private Mine answering(Visit visit, String id, String body) {
    var mine = MinePages.require(rounds, visit.requireAccount(), id, body);
    if (!mine.open() || !mine.mayWrite()) {
      throw new Refusal.NotFound();
    }
    return mine;
  }

  @GetMapping(ADD)
  String form(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String body,
      Visit visit,
      Model model) {
    return form(answering(visit, id, body), Map.of(), List.of(), visit, model);
  }

  private String form(
      Mine mine, Map<String, String> said, List<Typed.Fault> faults, Visit visit, Model model) {
    MinePages.fill(model, mine, visit);
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("sectors", dictionary.sectors(visit.words()));
    model.addAttribute("forms", dictionary.forms(visit.words()));
    model.addAttribute("roles", ROLES);
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute("partners", AdditionForm.PARTNERS);
    model.addAttribute("typed", said);
    model.addAttribute("faults", faults);
    model.addAttribute("key", said.getOrDefault("key", UUID.randomUUID().toString()));
    return "round-add";
  }

  @PostMapping(ADD)
  String add(
      @PathVariable String id, @RequestParam Map<String, String> fields, Visit visit, Model model) {
    var typed = new Typed(fields);
    var mine = answering(visit, id, typed.get("body"));
    var content = AdditionForm.read(typed, mine.body());
    if (!typed.faults().isEmpty()) {
      return form(mine, fields, typed.faults(), visit, model);
    }
    var key = typed.get("key");
    var deed = new RoundDeed.Add(List.of(Addition.of("form-" + key, content, false)));
    var outcome =
        rounds
            .answer(visit.requireAccount(), id, mine.body().id(), deed, key)
            .orElseThrow(Refusal.NotFound::new);
    if (outcome instanceof RoundOutcome.Faulty(var notes)) {
      return form(mine, fields, Typed.faults(notes), visit, model);
    }
    var refused = RoundDeeds.refused(outcome);
    return refused == null
        ? "redirect:" + MinePages.address(mine) + "&said=add"
        : form(mine, fields, List.of(new Typed.Fault("title", refused)), visit, model);
  }

  /// What would become of a row, or became of it.
  ///
  /// @param fate `created`, `updated`, `again` or `refused`
  /// @param faults ends of keys `rounds.fault.…`
  record Told(
      int line,
      Words.@Nullable Phrase title,
      String who,
      String fate,
      List<Note> notes,
      List<Typed.Fault> faults) {}

  @GetMapping(SHEET)
  String sheet(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String body,
      Visit visit,
      Model model) {
    return sheet(answering(visit, id, body), visit, model);
  }

  private static String sheet(Mine mine, Visit visit, Model model) {
    MinePages.fill(model, mine, visit);
    for (var empty : List.of("rows", "remarks")) {
      if (!model.containsAttribute(empty)) {
        model.addAttribute(empty, List.of());
      }
    }
    for (var none : List.of("good", "bad")) {
      if (!model.containsAttribute(none)) {
        model.addAttribute(none, 0);
      }
    }
    return "round-sheet";
  }

  /// A table with the columns and no rows.
  @GetMapping(SHEET + "/template.csv")
  void template(@PathVariable String id, Visit visit, HttpServletResponse response)
      throws IOException {
    MinePages.require(rounds, visit.requireAccount(), id, "");
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"initiatives.csv\"");
    var table = "\ufeff" + tables.headerOfInitiatives() + "\r\n";
    response.getOutputStream().write(table.getBytes(StandardCharsets.UTF_8));
  }

  /// The table that waits, and for whom.
  private record Waiting(String round, String body, String key, byte[] bytes)
      implements java.io.Serializable {}

  @PostMapping(SHEET)
  String look(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Visit visit,
      HttpSession session,
      Model model)
      throws IOException, InterruptedException {
    var mine = answering(visit, id, body); // before the table is read and kept until it is taken
    if (file != null && file.getSize() > LARGEST) {
      model.addAttribute("unreadable", note("bandung.upload-too-large", List.of("1")));
      return sheet(mine, visit, model);
    }
    byte[] bytes = file == null ? new byte[0] : file.getBytes();
    session.setAttribute(
        WAITING, new Waiting(id, mine.body().id(), UUID.randomUUID().toString(), bytes));
    understood(mine, bytes, visit, model);
    return sheet(mine, visit, model);
  }

  @PostMapping(SHEET + "/take")
  String take(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String body,
      Visit visit,
      HttpSession session,
      Model model)
      throws IOException, InterruptedException {
    var mine = answering(visit, id, body);
    if (!(session.getAttribute(WAITING) instanceof Waiting waiting)
        || !waiting.round().equals(id)
        || !waiting.body().equals(mine.body().id())) {
      return "redirect:" + RoundPages.PATH + "/" + id + "/mine/sheet?body=" + mine.body().id();
    }
    var additions = understood(mine, waiting.bytes(), visit, model);
    if (additions.isEmpty()) {
      return sheet(mine, visit, model);
    }
    var outcome =
        rounds
            .answer(
                visit.requireAccount(),
                id,
                mine.body().id(),
                new RoundDeed.Add(additions),
                waiting.key())
            .orElseThrow(Refusal.NotFound::new);
    var refused = RoundDeeds.refused(outcome);
    if (refused != null && !refused.equals("same")) {
      model.addAttribute("refused", refused);
      return sheet(mine, visit, model);
    }
    session.removeAttribute(WAITING);
    return "redirect:" + MinePages.address(mine) + "&said=sheet";
  }

  /// Reads a table and tells of each row what it would become.
  ///
  /// @return what can be taken
  private List<Addition> understood(Mine mine, byte[] bytes, Visit visit, Model model)
      throws IOException, InterruptedException {
    var sheet = read(bytes);
    var told = new ArrayList<Told>();
    var additions = new ArrayList<Addition>();
    for (var row : sheet.rows()) {
      var addition = row.statement().flatMap(s -> AdditionForm.ofRow(s, mine.body()));
      var faults = addition.map(a -> Typed.faults(a.faults())).orElse(List.of());
      var good = addition.filter(a -> faults.isEmpty());
      good.ifPresent(additions::add);
      told.add(told(row, good, faults, mine, visit.words()));
    }
    model.addAttribute("rows", told);
    model.addAttribute("remarks", sheet.remarks());
    model.addAttribute("good", additions.size());
    model.addAttribute("bad", told.size() - additions.size());
    sheet.unreadable().ifPresent(n -> model.addAttribute("unreadable", n));
    return additions;
  }

  private EntryTables.Initiatives read(byte[] bytes) throws IOException, InterruptedException {
    if (bytes.length == 0) {
      return nothing("bandung.empty-file");
    }
    if (!places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      return nothing("bandung.too-busy");
    }
    try {
      return tables.readInitiatives(new ByteArrayInputStream(bytes));
    } finally {
      places.release();
    }
  }

  private static EntryTables.Initiatives nothing(String why) {
    return new EntryTables.Initiatives(List.of(), List.of(), Optional.of(note(why, List.of())));
  }

  private static Told told(
      EntryTables.Said row,
      Optional<Addition> addition,
      List<Typed.Fault> faults,
      Mine mine,
      Words words) {
    var said = row.statement().map(s -> s.content());
    return new Told(
        row.line(),
        said.map(Content::title).map(words::phrase).orElse(null),
        said.map(c -> ItemLines.who(c, words)).orElse(""),
        addition.map(a -> fate(a, mine)).orElse("refused"),
        row.notes(),
        faults);
  }

  private static String fate(Addition addition, Mine mine) {
    var before = mine.asked().additions().get(addition.key());
    return before == null ? "created" : before.equals(addition) ? "again" : "updated";
  }

  private static Note note(String code, List<String> arguments) {
    return new Note(0, "", Note.Severity.REFUSED, code, "", arguments);
  }

  @ExceptionHandler
  String tooLarge(MaxUploadSizeExceededException refused, Visit visit) {
    visit.requireAccount();
    return "redirect:" + RoundPages.PATH;
  }
}
