package org.bandung.web.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bandung.access.Account;
import org.bandung.collection.Answer;
import org.bandung.collection.CollectionLists;
import org.bandung.collection.CollectionRounds;
import org.bandung.collection.CollectionRounds.Mine;
import org.bandung.collection.Correction;
import org.bandung.collection.RoundDeed;
import org.bandung.collection.RoundItem;
import org.bandung.kernel.Messages;
import org.bandung.kernel.StableId;
import org.bandung.web.frame.Numerals;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An institution's own list in a round, and its answers.
@Controller
final class MinePages {

  static final String PATH = RoundPages.PATH + "/{id}/mine";

  private static final int ON_A_PAGE = 100;

  private final CollectionRounds rounds;
  private final CollectionLists lists;

  MinePages(CollectionRounds rounds, CollectionLists lists) {
    this.rounds = rounds;
    this.lists = lists;
  }

  /// The part of a body that somebody acts for; the first where none is named.
  static Mine require(CollectionRounds rounds, Account account, String id, String body) {
    return rounds.findMine(account, id).stream()
        .filter(m -> body.isEmpty() || m.body().id().equals(body))
        .findFirst()
        .orElseThrow(Refusal.NotFound::new);
  }

  @GetMapping(PATH)
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String said,
      Visit visit,
      Model model) {
    var mine = require(rounds, visit.requireAccount(), id, body);
    model.addAttribute("said", said.matches("[a-z-]{1,40}") ? said : "");
    return page(mine, page, visit, model);
  }

  private String page(Mine mine, int page, Visit visit, Model model) {
    fill(model, mine, visit);
    var asked = mine.asked();
    int pages = Math.max(1, (asked.items().size() + ON_A_PAGE - 1) / ON_A_PAGE);
    int at = Math.clamp(page, 1, pages);
    var all = ItemLines.lines(asked, known(asked.items().keySet(), at), visit.words());
    model.addAttribute(
        "items", all.subList((at - 1) * ON_A_PAGE, Math.min(all.size(), at * ON_A_PAGE)));
    model.addAttribute("page", at);
    model.addAttribute("pages", pages);
    model.addAttribute("additions", ItemLines.added(asked, visit.words()));
    model.addAttribute("rest", asked.unanswered().size());
    model.addAttribute("restRead", fingerprint(mine));
    model.addAttribute("answered", asked.items().size() - asked.unanswered().size());
    boolean spoke =
        asked.count("confirmed") + asked.count("corrected") + asked.additions().size() > 0;
    model.addAttribute("mayNothing", !spoke);
    model.addAttribute("maySubmit", spoke || asked.count("refused") > 0);
    return "round-mine";
  }

  private Map<String, org.bandung.registry.InitiativePage.Summary> known(
      Set<String> ids, int page) {
    return lists.summaries(
        Set.copyOf(ids.stream().skip((page - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList()));
  }

  /// What every page of an institution's part needs.
  static void fill(Model model, Mine mine, Visit visit) {
    var words = visit.words();
    model.addAttribute("mine", mine);
    model.addAttribute("asked", mine.asked());
    model.addAttribute("standing", mine.asked().standing().word());
    model.addAttribute("name", words.phrase(mine.plan().title()));
    model.addAttribute("from", words.day(mine.plan().from()));
    model.addAttribute("to", words.day(mine.plan().to()));
    model.addAttribute("due", words.day(mine.due()));
    model.addAttribute("answering", mine.open() && mine.mayWrite());
    model.addAttribute("key", UUID.randomUUID().toString());
  }

  @PostMapping(PATH + "/do/{what}")
  String act(
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam Map<String, String> fields,
      @RequestParam(name = "item", defaultValue = "") List<String> items,
      Visit visit,
      Model model) {
    var account = visit.requireAccount();
    var typed = new Typed(fields);
    var mine = require(rounds, account, id, typed.get("body"));
    var deed = deed(what, mine, typed, items).orElseThrow(Refusal.NotFound::new);
    boolean unread = what.equals("confirm-rest") && !typed.get("read").equals(fingerprint(mine));
    var refused = unread ? "listed-anew" : answer(account, mine, deed, typed.get("key"));
    int page = page(typed);
    if (refused == null) {
      return "redirect:" + address(mine) + "&page=" + page + "&said=" + what;
    }
    model.addAttribute("said", "");
    model.addAttribute("refused", refused);
    return page(require(rounds, account, id, mine.body().id()), page, visit, model);
  }

  /// What is left to answer as a page showed it: all of it is confirmed only as it was read.
  private static String fingerprint(Mine mine) {
    return StableId.of(
        mine.asked().unanswered().stream()
            .map(i -> i.id() + "." + i.hash())
            .toArray(String[]::new));
  }

  private static int page(Typed typed) {
    var page = typed.get("page");
    return page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1;
  }

  static String address(Mine mine) {
    return RoundPages.PATH + "/" + mine.id() + "/mine?body=" + mine.body().id();
  }

  private @Nullable String answer(Account account, Mine mine, RoundDeed.OfAsked deed, String key) {
    if (deed instanceof RoundDeed.Confirm(var items) && items.isEmpty()) {
      return "nothing-ticked";
    }
    return RoundDeeds.refused(
        rounds
            .answer(account, mine.id(), mine.body().id(), deed, key)
            .orElseThrow(Refusal.NotFound::new));
  }

  private static Optional<RoundDeed.OfAsked> deed(
      String what, Mine mine, Typed typed, List<String> items) {
    return Optional.ofNullable(
        switch (what) {
          case "confirm" -> new RoundDeed.Confirm(read(items));
          case "confirm-rest" -> new RoundDeed.Confirm(mine.asked().unanswered());
          case "reconsider" -> new RoundDeed.Reconsider(List.of(typed.get("of")));
          case "take-back" -> new RoundDeed.TakeBack(typed.get("addition"));
          case "nothing" -> new RoundDeed.NothingToReport();
          case "submit" -> new RoundDeed.Submit();
          default -> null;
        });
  }

  /// Items as the page showed them: id and hash.
  private static List<RoundItem> read(List<String> items) {
    var read = new ArrayList<RoundItem>();
    for (var item : items) {
      int dot = item.indexOf('.');
      if (dot > 0) {
        read.add(new RoundItem(item.substring(0, dot), item.substring(dot + 1)));
      }
    }
    return read;
  }

  /// One initiative of the list, to say what is otherwise or that it is of others.
  @GetMapping(PATH + "/items/{item}")
  String item(
      @PathVariable String id,
      @PathVariable String item,
      @RequestParam(defaultValue = "") String body,
      Visit visit,
      Model model) {
    var mine = require(rounds, visit.requireAccount(), id, body);
    return item(mine, item, said(mine.asked().answers().get(item)), List.of(), visit, model);
  }

  /// What was answered before, as it is typed.
  private static Map<String, String> said(@Nullable Answer answer) {
    var said = new java.util.HashMap<String, String>();
    if (answer instanceof Answer.Corrected(var item, var c)) {
      c.title()
          .byLanguage()
          .forEach((language, text) -> {
            said.put("in", language);
            said.put("title", text);
          });
      said.put("start", c.start() == null ? "" : c.start().toString());
      said.put("end", c.end() == null ? "" : c.end().toString());
      var amount = c.amount();
      if (amount != null) {
        said.put("amount", Numerals.again(amount.value()));
        said.put("currency", amount.currency() == null ? "" : amount.currency());
      }
      said.put("note", c.note());
    } else if (answer instanceof Answer.Refused(var item, var reason)) {
      said.put("reason", reason);
    }
    return said;
  }

  private String item(
      Mine mine,
      String item,
      Map<String, String> said,
      List<Typed.Fault> faults,
      Visit visit,
      Model model) {
    if (!mine.asked().items().containsKey(item)) {
      throw new Refusal.NotFound();
    }
    fill(model, mine, visit);
    var lines = ItemLines.lines(mine.asked(), lists.summaries(Set.of(item)), visit.words());
    model.addAttribute(
        "line", lines.stream().filter(l -> l.id().equals(item)).findFirst().orElseThrow());
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute("typed", said);
    model.addAttribute("faults", faults);
    return "round-item";
  }

  @PostMapping(PATH + "/items/{item}/{what}")
  String answer(
      @PathVariable String id,
      @PathVariable String item,
      @PathVariable String what,
      @RequestParam Map<String, String> fields,
      Visit visit,
      Model model) {
    var account = visit.requireAccount();
    var typed = new Typed(fields);
    var mine = require(rounds, account, id, typed.get("body"));
    var read = new RoundItem(item, typed.get("hash"));
    var deed =
        switch (what) {
          case "correct" -> new RoundDeed.Correct(read, correction(typed));
          case "refuse" -> new RoundDeed.Refuse(read, typed.get("reason"));
          default -> throw new Refusal.NotFound();
        };
    if (!typed.faults().isEmpty()) {
      return item(mine, item, fields, typed.faults(), visit, model);
    }
    var outcome =
        rounds
            .answer(account, id, mine.body().id(), deed, typed.get("key"))
            .orElseThrow(Refusal.NotFound::new);
    if (outcome instanceof org.bandung.collection.RoundOutcome.Faulty(var notes)) {
      return item(mine, item, fields, Typed.faults(notes), visit, model);
    }
    var refused = RoundDeeds.refused(outcome);
    if (refused != null) {
      model.addAttribute("refused", refused);
      return item(
          require(rounds, account, id, mine.body().id()), item, fields, List.of(), visit, model);
    }
    return "redirect:" + address(mine) + "&said=" + what;
  }

  private static Correction correction(Typed typed) {
    return new Correction(
        typed.prose("title"),
        typed.date("start"),
        typed.date("end"),
        typed.amount("amount", "currency"),
        typed.get("note"));
  }
}
