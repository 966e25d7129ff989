package org.bandung.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.bandung.exchange.Imports;
import org.bandung.kernel.Note;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.SiteSettings;
import org.bandung.web.frame.TrafficSettings;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Pages that only speak: what this is, what it promises, what each kind of note and problem means.
@Controller
final class OtherPages {

  private static final int MOST_ARGUMENTS = 6;

  private final SiteSettings site;
  private final TrafficSettings traffic;

  OtherPages(SiteSettings site, TrafficSettings traffic) {
    this.site = site;
    this.traffic = traffic;
  }

  /// A kind of note.
  record NoteKind(String code, String meaning, String advice) {}

  @GetMapping("/about")
  String about(Visit visit, Model model) {
    return text(
        model, "about", "name", "neutral", "counted", "names", "derived", "missing", "data");
  }

  @GetMapping("/accessibility")
  String accessibility(Visit visit, Model model) {
    return text(model, "accessibility", "aim", "tested", "limits");
  }

  @GetMapping("/privacy")
  String privacy(Visit visit, Model model) {
    return text(model, "privacy", "cookie", "account", "log", "tables", "people");
  }

  private String text(Model model, String page, String... parts) {
    model.addAttribute("page", page);
    model.addAttribute("parts", parts);
    model.addAttribute("contact", site.contact().orElse(null));
    return "text";
  }

  @GetMapping("/api")
  String api(Visit visit, Model model) {
    model.addAttribute("limit", traffic.requestsPerMinute());
    return "api";
  }

  @GetMapping("/help/notes")
  String notes(Visit visit, Model model) {
    var words = visit.words();
    var unsaid = Collections.nCopies(MOST_ARGUMENTS, "…");
    // The heaviest first.
    var kinds = new TreeMap<Note.Severity, List<NoteKind>>(Comparator.reverseOrder());
    Imports.kindsOfNotes()
        .forEach((code, weight) ->
            kinds
                .computeIfAbsent(weight, w -> new ArrayList<>())
                .add(new NoteKind(code, words.explain(code, unsaid), words.advise(code))));
    model.addAttribute("kinds", kinds);
    return "notes";
  }

  @GetMapping("/problems/{type}")
  String problem(@PathVariable String type, Visit visit, Model model) {
    if (!type.matches("[a-z-]{1,60}") || !visit.words().has("problem." + type + ".title")) {
      throw new Refusal.NotFound();
    }
    model.addAttribute("type", type);
    model.addAttribute("status", 0);
    model.addAttribute("parameter", "");
    return "problem";
  }
}
