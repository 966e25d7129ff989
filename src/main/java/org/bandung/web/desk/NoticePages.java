package org.bandung.web.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bandung.notices.LetterHabit;
import org.bandung.notices.Notice;
import org.bandung.notices.Notices;
import org.bandung.notices.SavedSearches;
import org.bandung.post.Post;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What somebody was told, the searches she keeps, how often letters come.
@Controller
final class NoticePages {

  private static final int LIMIT = 30;

  private final Notices notices;
  private final SavedSearches searches;
  private final Post post;

  NoticePages(Notices notices, SavedSearches searches, Post post) {
    this.notices = notices;
    this.searches = searches;
    this.post = post;
  }

  /// A notice as the page shows it.
  record Told(String text, String path, String when, boolean read) {}

  @GetMapping("/desk/notices")
  String show(@RequestParam Map<String, String> parameters, Visit visit, Model model) {
    var account = visit.requireAccount();
    var inbox = notices.inbox(account, before(parameters), LIMIT + 1);
    var shown = inbox.subList(0, Math.min(LIMIT, inbox.size()));
    model.addAttribute("told", told(shown, visit));
    model.addAttribute("last", shown.isEmpty() ? 0 : shown.getFirst().id());
    model.addAttribute("unread", notices.unread(account));
    model.addAttribute("next", inbox.size() > LIMIT ? shown.getLast().id() : 0);
    model.addAttribute("searches", searches.list(account));
    model.addAttribute("tooMany", parameters.containsKey("too-many"));
    model.addAttribute("most", SavedSearches.MOST);
    model.addAttribute("habit", notices.habit(account).code());
    model.addAttribute(
        "habits", Arrays.stream(LetterHabit.values()).map(LetterHabit::code).toList());
    model.addAttribute("letters", post.leaves());
    return "notices";
  }

  private static long before(Map<String, String> parameters) {
    var given = parameters.getOrDefault("before", "");
    if (!given.matches("[0-9]{0,18}")) {
      throw new Refusal.BadParameter("before");
    }
    return given.isEmpty() ? Long.MAX_VALUE : Long.parseLong(given);
  }

  private static List<Told> told(List<Notice> notices, Visit visit) {
    var words = visit.words();
    return notices.stream()
        .map(n -> new Told(n.text(words.language()), n.path(), words.moment(n.at()), n.read()))
        .toList();
  }

  @PostMapping("/desk/notices/read")
  String read(@RequestParam(defaultValue = "0") long upTo, Visit visit) {
    notices.read(visit.requireAccount(), upTo);
    return "redirect:/desk/notices";
  }

  @PostMapping("/desk/notices/habit")
  String habit(@RequestParam(defaultValue = "") String habit, Visit visit) {
    notices.habit(
        visit.requireAccount(),
        LetterHabit.ofCode(habit).orElseThrow(() -> new Refusal.BadParameter("habit")));
    return "redirect:/desk/notices#letters";
  }

  @PostMapping("/desk/searches/{id}/end")
  String end(@PathVariable String id, Visit visit) {
    searches.remove(visit.requireAccount(), id);
    return "redirect:/desk/notices#searches";
  }
}
