package org.bandung.web.rounds;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.collection.CollectionAuthority;
import org.bandung.collection.CollectionAuthority.Plain;
import org.bandung.collection.CollectionLists;
import org.bandung.collection.CollectionRounds;
import org.bandung.collection.Edition;
import org.bandung.collection.Editions;
import org.bandung.collection.RoundDeed;
import org.bandung.collection.RoundOutcome;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the authority does with a round, each with one press, and the answers it reads before.
@Controller
final class RoundDeeds {

  private final CollectionRounds rounds;
  private final CollectionAuthority authority;
  private final CollectionLists lists;
  private final Editions editions;
  private final RoundModel shown;

  RoundDeeds(
      CollectionRounds rounds,
      CollectionAuthority authority,
      CollectionLists lists,
      Editions editions,
      RoundModel shown) {
    this.rounds = rounds;
    this.authority = authority;
    this.lists = lists;
    this.editions = editions;
    this.shown = shown;
  }

  @PostMapping(RoundPages.PATH + "/{id}/do/{what}")
  String act(
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam Map<String, String> fields,
      @RequestParam(name = "institution", defaultValue = "") List<String> institutions,
      Visit visit,
      Model model) {
    var account = visit.requireAccount();
    // Who may not see it gets the answer of what does not exist, whatever she asks.
    if (rounds.find(account, id).isEmpty()) {
      throw new Refusal.NotFound();
    }
    var typed = new Typed(fields);
    var refused = done(account, id, what, typed, institutions);
    return refused == null
        ? "redirect:" + RoundPages.PATH + "/" + id + "?said=" + what
        : again(account, id, refused, fields, visit, model);
  }

  /// @return why not; null if it was done
  private @Nullable String done(
      Account account, String id, String what, Typed typed, List<String> institutions) {
    if (what.equals("invite")) {
      return each(
          institutions,
          i -> authority.invite(account, id, i, typed.given("email"), typed.language("language")));
    }
    if (what.equals("remind-late")) {
      return each(
          waiting(account, id),
          i ->
              authority.act(
                  account, id, new Plain(new RoundDeed.Remind(i, null)), typed.get("key") + i));
    }
    var outcome = one(account, id, what, typed).orElseThrow(Refusal.NotFound::new);
    return typed.faults().isEmpty() ? refused(outcome) : "fault-" + typed.faults().getFirst().why();
  }

  /// Does it for each; what was done before or is not to be done for one stops no other.
  private static @Nullable String each(
      List<String> institutions, java.util.function.Function<String, Optional<RoundOutcome>> deed) {
    String refused = institutions.isEmpty() ? "nobody" : null;
    int done = 0;
    for (var institution : institutions) {
      var outcome = deed.apply(institution).orElseThrow(Refusal.NotFound::new);
      var why = refused(outcome);
      refused = why == null ? refused : why;
      done += why == null ? 1 : 0;
    }
    return done > 0 ? null : refused;
  }

  /// Those that have not answered.
  private List<String> waiting(Account account, String id) {
    return rounds.find(account, id).stream()
        .flatMap(o -> o.round().asked().values().stream())
        .filter(a -> a.standing().answers())
        .map(a -> a.institution())
        .toList();
  }

  private Optional<RoundOutcome> one(Account account, String id, String what, Typed typed) {
    var key = typed.get("key");
    var institution = typed.get("institution");
    return switch (what) {
      case "invite-new" ->
          authority.inviteNew(
              account, id, typed.get("newcomer"), typed.get("email"), typed.language("language"));
      case "list-anew" -> authority.listAnew(account, id, institution, key);
      case "sign-off" -> authority.signOff(account, id, key);
      case "freeze" -> authority.freeze(account, id, typed.get("reason"), key);
      case "release" -> authority.release(account, id, typed.get("number"), key);
      case "remind" -> plain(account, id, new RoundDeed.Remind(institution, null), key);
      case "accept" -> plain(account, id, new RoundDeed.Accept(institution), key);
      case "send-back" ->
          plain(account, id, new RoundDeed.SendBack(institution, typed.get("reason")), key);
      case "amend" -> plain(account, id, new RoundDeed.Amend(typed.get("reason")), key);
      case "move-due" -> {
        var due = typed.day("due", LocalDate.EPOCH);
        yield typed.faults().isEmpty()
            ? plain(account, id, new RoundDeed.MoveDue(due), key)
            : Optional.of(new RoundOutcome.NotNow("same"));
      }
      default -> Optional.empty();
    };
  }

  private Optional<RoundOutcome> plain(
      Account account, String id, RoundDeed.OfOwner deed, String key) {
    return authority.act(account, id, new Plain(deed), key);
  }

  /// The end of a key `rounds.refused.…`; null if it was done.
  static @Nullable String refused(RoundOutcome outcome) {
    return switch (outcome) {
      case RoundOutcome.Done done -> null;
      case RoundOutcome.NotAllowed(var needed) -> "not-allowed";
      case RoundOutcome.Faulty(var notes) ->
          "fault-" + notes.getFirst().code().replace("bandung.", "");
      case RoundOutcome.NotNow(var why) -> why;
      case RoundOutcome.KeyUsedOtherwise used -> "key";
    };
  }

  /// The page once more, with why it was not done and what was typed.
  private String again(
      Account account,
      String id,
      String refused,
      Map<String, String> fields,
      Visit visit,
      Model model) {
    shown.fill(model, rounds.find(account, id).orElseThrow(Refusal.NotFound::new), visit);
    model.addAttribute("said", "");
    model.addAttribute("refused", refused);
    model.addAttribute("typed", fields);
    if (refused.equals("not-public")) {
      model.addAttribute(
          "closed",
          editions.closed(account, fields.getOrDefault("number", "")).stream()
              .map(row -> row.title().isEmpty() ? null : visit.words().phrase(row.title()))
              .filter(java.util.Objects::nonNull)
              .toList());
    }
    return "round";
  }

  /// What an institution answered, once it submitted.
  @GetMapping(RoundPages.PATH + "/{id}/answers/{institution}")
  String answers(
      @PathVariable String id, @PathVariable String institution, Visit visit, Model model) {
    var overview = rounds.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
    var asked = overview.round().asked().get(institution);
    if (asked == null) {
      throw new Refusal.NotFound();
    }
    shown.fill(model, overview, visit);
    boolean submitted = !asked.standing().answers();
    model.addAttribute("asked", asked);
    model.addAttribute("submitted", submitted);
    model.addAttribute("standing", asked.standing().word());
    model.addAttribute(
        "items",
        submitted
            ? ItemLines.lines(asked, lists.summaries(asked.items().keySet()), visit.words())
            : List.of());
    model.addAttribute("additions", submitted ? ItemLines.added(asked, visit.words()) : List.of());
    model.addAttribute("unanswered", Edition.UNANSWERED);
    return "round-answers";
  }
}
