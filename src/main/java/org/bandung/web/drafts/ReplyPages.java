package org.bandung.web.drafts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.replies.Replies;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A country's reply to what sources state of it.
@Controller
final class ReplyPages {

  private static final String PATH = "/desk/replies";
  private static final int LONGEST_ID = 400;

  private final Registry registry;
  private final Replies replies;

  ReplyPages(Registry registry, Replies replies) {
    this.registry = registry;
    this.replies = replies;
  }

  /// The reply of a country as its form shows it.
  record Form(String country, String name, Map<String, String> texts, boolean published) {}

  @GetMapping(PATH)
  String show(
      @RequestParam(defaultValue = "") String initiative,
      @RequestParam(defaultValue = "") String said,
      Visit visit,
      Model model) {
    var view = initiative(initiative, visit);
    return page(view, said.matches("written|gone") ? said : "", Map.of(), visit, model);
  }

  private InitiativeView initiative(String id, Visit visit) {
    visit.requireAccount();
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new Refusal.NotFound();
    }
    return registry.find(visit.reader(), id).orElseThrow(Refusal.NotFound::new);
  }

  private String page(
      InitiativeView view,
      String said,
      Map<String, Map<String, String>> typed,
      Visit visit,
      Model model) {
    var countries = replies.repliesFor(visit.requireAccount(), view);
    if (countries.isEmpty()) {
      throw new Refusal.NotFound();
    }
    var words = visit.words();
    model.addAttribute("view", view);
    // not "title": the frame takes that for a piece of a page
    model.addAttribute("heading", words.phrase(view.composed().title()));
    model.addAttribute("said", said);
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute(
        "forms",
        countries.stream()
            .map(c -> {
              var standing =
                  view.replies().stream()
                      .filter(r -> r.country().equals(c))
                      .map(r -> r.text().byLanguage())
                      .findFirst()
                      .orElse(Map.of());
              return new Form(
                  c.alpha3(),
                  words.country(c),
                  typed.getOrDefault(c.alpha3(), standing),
                  !standing.isEmpty());
            })
            .toList());
    return "reply";
  }

  @PostMapping(PATH)
  String write(
      @RequestParam(defaultValue = "") String initiative,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String withdraw,
      @RequestParam Map<String, String> sent,
      Visit visit,
      Model model) {
    var view = initiative(initiative, visit);
    boolean ends = !withdraw.isEmpty();
    var texts = ends ? Map.<String, String>of() : texts(sent);
    if (!ends && texts.isEmpty()) {
      return page(view, "faulty", Map.of(country, texts), visit, model);
    }
    var outcome =
        replies
            .write(visit.requireAccount(), view.id(), country, new LocalizedText(texts))
            .orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case Replies.Outcome.Written() ->
          "redirect:" + PATH + "?said=" + (ends ? "gone" : "written") + "&initiative=" + view.id();
      case Replies.Outcome.Faulty() -> page(view, "faulty", Map.of(country, texts), visit, model);
    };
  }

  private static Map<String, String> texts(Map<String, String> sent) {
    var texts = new TreeMap<String, String>();
    for (var language : List.copyOf(Messages.LANGUAGES)) {
      var text =
          sent.getOrDefault("text." + language, "")
              .replace("\r\n", "\n")
              .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
              .strip();
      if (!text.isEmpty()) {
        texts.put(language, text);
      }
    }
    return texts;
  }
}
