package org.bandung.web.accords;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.consultation.commitments.Commitment;
import org.bandung.consultation.commitments.Commitments;
import org.bandung.consultation.commitments.Commitments.WriteOutcome;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.PartialDate;
import org.bandung.registry.Registry;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Commitments made at forums and conferences: written at the desk, read by everybody once
/// released.
@Controller
final class CommitmentPages {

  private final Commitments commitments;
  private final Mandates mandates;
  private final Registry registry;
  private final Dictionary dictionary;

  CommitmentPages(
      Commitments commitments, Mandates mandates, Registry registry, Dictionary dictionary) {
    this.commitments = commitments;
    this.mandates = mandates;
    this.registry = registry;
    this.dictionary = dictionary;
  }

  /// A commitment in a list or on its page.
  record Row(
      String id,
      Words.@Nullable Phrase text,
      String maker,
      String forum,
      String conference,
      String made,
      String due,
      String state,
      String release) {}

  private Row row(Commitment c, Visit visit) {
    var w = visit.words();
    var content = c.content();
    var made = content.made();
    var due = content.due();
    return new Row(
        c.id(),
        w.phrase(content.text()),
        maker(c, w),
        forum(content.forum(), w),
        content.conference(),
        made == null ? "" : w.date(made),
        due == null ? "" : w.date(due),
        c.state().map(Commitment.State::code).orElse(""),
        c.release().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private String maker(Commitment c, Words w) {
    var body = mandates.showingItself(c.owner());
    return switch (c.content().maker()) {
      case BODY -> body.map(Body::name).orElse("");
      case COUNTRY -> body.map(Body::country).map(w::country).orElse("");
      case GROUPING -> body.map(Body::grouping).map(w::grouping).orElse("");
    };
  }

  private String forum(String forum, Words w) {
    boolean known = dictionary.groupings(w).stream().anyMatch(g -> g.code().equals(forum));
    return known ? w.grouping(forum) : forum;
  }

  @GetMapping("/commitments")
  String listPublic(Visit visit, Model model) {
    return list(commitments.listPublic(), "/commitments/", visit, model);
  }

  @GetMapping("/desk/commitments")
  String list(Visit visit, Model model) {
    var account = visit.requireAccount();
    model.addAttribute("mayWrite", !commitments.writing(account).isEmpty());
    return list(commitments.list(account), "/desk/commitments/", visit, model);
  }

  private String list(List<Commitment> all, String path, Visit visit, Model model) {
    model.addAttribute("rows", all.stream().map(c -> row(c, visit)).toList());
    model.addAttribute("path", path);
    return "commitments";
  }

  @GetMapping("/commitments/{id}")
  String showPublic(@PathVariable String id, Visit visit, Model model) {
    return show(
        commitments.findPublic(id).orElseThrow(Refusal.NotFound::new),
        "/commitments/",
        visit,
        model);
  }

  @GetMapping("/desk/commitments/{id}")
  String show(@PathVariable String id, Visit visit, Model model) {
    return show(id, List.of(), Map.of(), visit, model);
  }

  private String show(
      String id, List<String> faults, Map<String, String> said, Visit visit, Model model) {
    var account = visit.requireAccount();
    var c = commitments.find(id, account).orElseThrow(Refusal.NotFound::new);
    model.addAttribute("mayWrite", commitments.may(account, Permission.WRITE_ENTRY, c));
    model.addAttribute("mayRelease", commitments.may(account, Permission.RELEASE, c));
    model.addAttribute("states", Arrays.stream(Commitment.State.values()).toList());
    model.addAttribute("faults", faults);
    model.addAttribute("said", said);
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute("key", said.getOrDefault("key", UUID.randomUUID().toString()));
    return show(c, "/desk/commitments/", visit, model);
  }

  /// A report as the page shows it.
  record Told(String dated, String state, Words.@Nullable Phrase text, String link, String at) {}

  /// An initiative that is linked.
  record Linked(String id, Words.@Nullable Phrase title) {}

  private String show(Commitment c, String path, Visit visit, Model model) {
    var w = visit.words();
    model.addAttribute("c", c);
    model.addAttribute("row", row(c, visit));
    model.addAttribute("path", path);
    model.addAttribute("reporter", mandates.showingItself(c.owner()).map(Body::name).orElse(""));
    model.addAttribute(
        "reports",
        c.followUps().stream()
            .map(f ->
                new Told(
                    w.date(f.report().dated()),
                    f.report().state().code(),
                    w.phrase(f.report().text()),
                    f.report().link(),
                    w.day(f.at())))
            .toList());
    model.addAttribute(
        "initiatives",
        c.content().initiatives().stream()
            .flatMap(id -> registry.find(visit.reader(), id).stream())
            .map(v -> new Linked(v.id(), w.phrase(v.composed().title())))
            .toList());
    return "commitment";
  }

  @GetMapping("/desk/commitments/new")
  String fresh(Visit visit, Model model) {
    var said = Map.of("key", UUID.randomUUID().toString(), "lang.0", visit.words().language());
    return form("", said, List.of(), visit, model);
  }

  @GetMapping("/desk/commitments/{id}/change")
  String change(@PathVariable String id, Visit visit, Model model) {
    var account = visit.requireAccount();
    var c = commitments.find(id, account).orElseThrow(Refusal.NotFound::new);
    return form(id, CommitmentForm.of(c), List.of(), visit, model);
  }

  private String form(
      String id, Map<String, String> said, List<String> faults, Visit visit, Model model) {
    var account = visit.requireAccount();
    model.addAttribute("bodies", commitments.writing(account));
    model.addAttribute("said", said);
    model.addAttribute("faults", faults);
    model.addAttribute("id", id);
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute("groupings", dictionary.groupings(visit.words()));
    model.addAttribute("makers", Arrays.stream(Commitment.Maker.values()).toList());
    return "commitment-form";
  }

  @PostMapping("/desk/commitments/new")
  String write(@RequestParam Map<String, String> said, Visit visit, Model model) {
    return CommitmentForm.read(said)
        .map(content ->
            commitments.write(
                visit.requireAccount(),
                said.getOrDefault("body", ""),
                content,
                said.getOrDefault("key", "")))
        .map(outcome -> answer(outcome.orElseThrow(Refusal.NotFound::new), "", said, visit, model))
        .orElseGet(() -> form("", said, CommitmentForm.faults(said), visit, model));
  }

  @PostMapping("/desk/commitments/{id}/change")
  String change(
      @PathVariable String id, @RequestParam Map<String, String> said, Visit visit, Model model) {
    return CommitmentForm.read(said)
        .map(content ->
            commitments.change(visit.requireAccount(), id, CommitmentForm.version(said), content))
        .map(outcome -> answer(outcome.orElseThrow(Refusal.NotFound::new), id, said, visit, model))
        .orElseGet(() -> form(id, said, CommitmentForm.faults(said), visit, model));
  }

  private String answer(
      WriteOutcome outcome, String id, Map<String, String> said, Visit visit, Model model) {
    return switch (outcome) {
      case WriteOutcome.Written(var c) -> "redirect:/desk/commitments/" + c.id();
      case WriteOutcome.NotAllowed() -> form(id, said, List.of("not-allowed"), visit, model);
      case WriteOutcome.Faulty(var fields) -> form(id, said, fields, visit, model);
      case WriteOutcome.Conflict(var now) -> {
        model.addAttribute("other", CommitmentForm.of(now));
        var next = new TreeMap<>(said);
        next.put("version", String.valueOf(now.version()));
        yield form(id, next, List.of("conflict"), visit, model);
      }
    };
  }

  @PostMapping("/desk/commitments/{id}/report")
  String report(
      @PathVariable String id, @RequestParam Map<String, String> said, Visit visit, Model model) {
    var account = visit.requireAccount();
    if (commitments.find(id, account).isEmpty()) {
      throw new Refusal.NotFound();
    }
    var dated = PartialDate.parse(said.getOrDefault("dated", ""));
    var state = Commitment.State.ofCode(said.getOrDefault("state", ""));
    if (dated.isEmpty() || state.isEmpty()) {
      return show(id, List.of(dated.isEmpty() ? "dated" : "state"), said, visit, model);
    }
    var words = said.getOrDefault("text", "").strip();
    var text =
        words.isEmpty()
            ? LocalizedText.EMPTY
            : LocalizedText.of(said.getOrDefault("lang", "en"), words);
    var report =
        new Commitment.Report(
            dated.get(), state.get(), text, said.getOrDefault("link", "").strip());
    var outcome =
        commitments
            .report(account, id, report, said.getOrDefault("key", ""))
            .orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case WriteOutcome.Faulty(var fields) -> show(id, fields, said, visit, model);
      case WriteOutcome.NotAllowed() -> show(id, List.of("not-allowed"), said, visit, model);
      case WriteOutcome.Written written -> "redirect:/desk/commitments/" + id;
      case WriteOutcome.Conflict conflict -> "redirect:/desk/commitments/" + id;
    };
  }

  @PostMapping("/desk/commitments/{id}/release")
  String release(
      @PathVariable String id,
      @RequestParam(defaultValue = "yes") String released,
      Visit visit,
      Model model) {
    var outcome =
        commitments
            .release(visit.requireAccount(), id, released.equals("yes"))
            .orElseThrow(Refusal.NotFound::new);
    return outcome instanceof WriteOutcome.NotAllowed
        ? show(id, List.of("not-allowed"), Map.of(), visit, model)
        : "redirect:/desk/commitments/" + id;
  }
}
