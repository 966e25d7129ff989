package org.bandung.web.drafts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bandung.access.Account;
import org.bandung.access.fields.SensitiveField;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.drafts.DraftOutcome;
import org.bandung.catalogue.drafts.DraftView;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.catalogue.drafts.Wording;
import org.bandung.kernel.Messages;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writing an entry. The same form is sent by its button and, by a script, after each pause.
@Controller
final class DraftForms {

  private static final String NEW = DraftPages.PATH + "/new";
  private static final String EDIT = DraftPages.PATH + "/{id}/edit";

  private final Drafts drafts;
  private final EntryChoices choices;

  DraftForms(Drafts drafts, EntryChoices choices) {
    this.drafts = drafts;
    this.choices = choices;
  }

  /// What is on the page beside the fields.
  ///
  /// @param action where the form goes
  /// @param revision the saving that she saw; 0 before the first
  /// @param said what became of it
  /// @param theirs what somebody else has written meanwhile
  private record Page(
      String action,
      String body,
      String key,
      int revision,
      Map<String, String> faults,
      String said,
      String by,
      List<EntryShown.Row> theirs) {}

  @GetMapping(NEW)
  String begin(
      @RequestParam(defaultValue = "need") String kind,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String description,
      Visit visit,
      Model model) {
    var asked = kind(kind);
    var form = EntryForm.begun(asked, visit.words().language(), title, description);
    var page = new Page(NEW, body, UUID.randomUUID().toString(), 0, Map.of(), "", "", List.of());
    return page(form, page, visit, model);
  }

  private static EntryKind kind(String code) {
    return EntryKind.ofCode(code)
        .filter(Drafts.KINDS::contains)
        .orElseThrow(() -> new Refusal.BadParameter("kind"));
  }

  private String page(EntryForm form, Page page, Visit visit, Model model) {
    var bodies = drafts.writableFor(visit.requireAccount());
    if (bodies.isEmpty()) {
      throw new Refusal.NotFound();
    }
    var words = visit.words();
    model.addAttribute("form", form);
    model.addAttribute("page", page);
    model.addAttribute("bodies", bodies);
    model.addAttribute("ticks", choices.ticks(form, words));
    model.addAttribute("units", choices.units(words));
    model.addAttribute("types", choices.eventTypes(words));
    model.addAttribute("fields", SensitiveField.of("entry"));
    model.addAttribute(
        "texts", EntryForm.texts(form.kind()).stream().filter(t -> !t.equals("title")).toList());
    model.addAttribute(
        "spoken",
        Messages.LANGUAGES.contains(form.language())
            ? Messages.LANGUAGES
            : java.util.stream.Stream.concat(
                    Messages.LANGUAGES.stream(), java.util.stream.Stream.of(form.language()))
                .toList());
    return "draft-form";
  }

  /// What became of a form.
  private sealed interface Answer {
    record Kept(String id, int revision, Map<String, String> faults) implements Answer {}

    record Shown(Page page) implements Answer {}
  }

  private Answer making(EntryForm form, MultiValueMap<String, String> sent, Visit visit) {
    var read = FormReading.read(form, FormReading.blank(form.kind()));
    var body = one(sent, "body");
    var key = one(sent, "key");
    var bare = new Page(NEW, body, key, 0, read.faults(), "", "", List.of());
    var outcome =
        drafts
            .make(visit.requireAccount(), body, read.wording(), key)
            .orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case DraftOutcome.Made(var id, int revision) -> new Answer.Kept(id, revision, read.faults());
      case DraftOutcome.Conflict conflict -> conflict(form, conflict, read.faults(), visit);
      case DraftOutcome.Faulty(var faults) ->
          new Answer.Shown(
              new Page(
                  NEW,
                  body,
                  key,
                  0,
                  DraftPages.byField(faults, read.faults()),
                  "faulty",
                  "",
                  List.of()));
      case DraftOutcome.NotAllowed() -> new Answer.Shown(said(bare, "not-allowed"));
    };
  }

  private static Page said(Page page, String what) {
    return new Page(
        page.action(),
        page.body(),
        page.key(),
        page.revision(),
        page.faults(),
        what,
        page.by(),
        page.theirs());
  }

  private Answer conflict(
      EntryForm form, DraftOutcome.Conflict conflict, Map<String, String> faults, Visit visit) {
    var theirs = EntryForm.of(conflict.theirs(), form.language());
    return new Answer.Shown(
        new Page(
            edit(conflict.id()),
            "",
            "",
            conflict.revision(),
            faults,
            "conflict",
            conflict.by(),
            EntryShown.differences(form, theirs, visit.words())));
  }

  private static String edit(String id) {
    return DraftPages.PATH + "/" + id + "/edit";
  }

  private static String one(MultiValueMap<String, String> sent, String name) {
    var value = sent.getFirst(name);
    return value == null ? "" : value.strip();
  }

  @PostMapping(path = NEW, params = "!background")
  String make(@RequestParam MultiValueMap<String, String> sent, Visit visit, Model model) {
    var form = EntryForm.sent(kind(one(sent, "kind")), visit.words().language(), sent);
    return shown(form, making(form, sent, visit), sent, visit, model);
  }

  @PostMapping(path = NEW, params = "background")
  ResponseEntity<Map<String, Object>> makeBehind(
      @RequestParam MultiValueMap<String, String> sent, Visit visit) {
    var form = EntryForm.sent(kind(one(sent, "kind")), visit.words().language(), sent);
    return told(making(form, sent, visit), visit);
  }

  /// After a complete saving on to what can be done next; else the form again.
  private String shown(
      EntryForm form, Answer answer, MultiValueMap<String, String> sent, Visit visit, Model model) {
    return switch (answer) {
      case Answer.Kept(var id, int revision, var faults)
          when faults.isEmpty() && one(sent, "add").isEmpty() ->
          "redirect:" + DraftPages.PATH + "/" + id;
      case Answer.Kept(var id, int revision, var faults) ->
          page(
              form,
              new Page(
                  edit(id),
                  "",
                  "",
                  revision,
                  faults,
                  faults.isEmpty() ? "saved" : "saved-but",
                  "",
                  List.of()),
              visit,
              model);
      case Answer.Shown(var page) -> page(form, page, visit, model);
    };
  }

  /// What the script needs to know; what it says was said in the language of the page.
  private static ResponseEntity<Map<String, Object>> told(Answer answer, Visit visit) {
    return switch (answer) {
      case Answer.Kept(var id, int revision, var faults) ->
          ResponseEntity.ok(
              Map.of(
                  "address",
                  edit(id),
                  "revision",
                  revision,
                  "said",
                  faults.isEmpty() ? "" : visit.words().text("draft.said.saved-but")));
      case Answer.Shown(var page) ->
          ResponseEntity.status(
                  page.said().equals("conflict")
                      ? HttpStatus.CONFLICT
                      : HttpStatus.UNPROCESSABLE_CONTENT)
              .body(
                  Map.of("said", visit.words().text("draft.said." + page.said() + ".background")));
    };
  }

  private DraftView writable(String id, Account account) {
    var view = drafts.find(account, id).orElseThrow(Refusal.NotFound::new);
    if (!view.own()) {
      throw new Refusal.NotFound();
    }
    return view;
  }

  @GetMapping(EDIT)
  String edit(@PathVariable String id, Visit visit, Model model) {
    var view = writable(id, visit.requireAccount());
    if (!view.can().contains("edit")) {
      return "redirect:" + DraftPages.PATH + "/" + id;
    }
    var page = new Page(edit(id), "", "", view.revision(), Map.of(), "", "", List.of());
    return page(EntryForm.of(view.wording(), visit.words().language()), page, visit, model);
  }

  private Answer saving(
      String id, EntryForm form, Wording base, MultiValueMap<String, String> sent, Visit visit) {
    var read = FormReading.read(form, base);
    var seen = one(sent, "revision");
    int revision = seen.matches("[0-9]{1,8}") ? Integer.parseInt(seen) : 0;
    var bare = new Page(edit(id), "", "", revision, read.faults(), "", "", List.of());
    var outcome =
        drafts
            .save(visit.requireAccount(), id, revision, read.wording())
            .orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case DraftOutcome.Saved(int now) -> new Answer.Kept(id, now, read.faults());
      case DraftOutcome.Conflict conflict -> conflict(form, conflict, read.faults(), visit);
      case DraftOutcome.Faulty(var faults) ->
          new Answer.Shown(
              new Page(
                  edit(id),
                  "",
                  "",
                  revision,
                  DraftPages.byField(faults, read.faults()),
                  "faulty",
                  "",
                  List.of()));
      case DraftOutcome.NotAllowed() -> new Answer.Shown(said(bare, "not-allowed"));
      case DraftOutcome.NotNow(var state) -> new Answer.Shown(said(bare, "not-now"));
    };
  }

  @PostMapping(path = EDIT, params = "!background")
  String save(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent,
      Visit visit,
      Model model) {
    var view = writable(id, visit.requireAccount());
    var form = EntryForm.sent(view.kind(), visit.words().language(), sent);
    return shown(form, saving(id, form, view.wording(), sent, visit), sent, visit, model);
  }

  @PostMapping(path = EDIT, params = "background")
  ResponseEntity<Map<String, Object>> saveBehind(
      @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, Visit visit) {
    var view = writable(id, visit.requireAccount());
    var form = EntryForm.sent(view.kind(), visit.words().language(), sent);
    return told(saving(id, form, view.wording(), sent, visit), visit);
  }
}
