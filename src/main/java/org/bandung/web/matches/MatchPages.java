package org.bandung.web.matches;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryView;
import org.bandung.catalogue.matches.Match;
import org.bandung.catalogue.matches.MatchEvent;
import org.bandung.catalogue.matches.MatchOutcome;
import org.bandung.catalogue.matches.Matches;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.StableId;
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

/// Matches: inviting, answering, drawing back, saying what is covered, going into talks.
@Controller
final class MatchPages {

  private static final int MOST = 200;

  private final Matches matches;
  private final Mandates mandates;
  private final Catalogue catalogue;
  private final Dictionary dictionary;

  MatchPages(Matches matches, Mandates mandates, Catalogue catalogue, Dictionary dictionary) {
    this.matches = matches;
    this.mandates = mandates;
    this.catalogue = catalogue;
    this.dictionary = dictionary;
  }

  /// A match in a list.
  ///
  /// @param ours whether the next step is ours
  record Row(
      String id,
      Words.@Nullable Phrase title,
      String with,
      String state,
      boolean ours,
      String when) {}

  /// Somebody who can be chosen.
  record Choice(String id, String name) {}

  /// A step as the page tells it.
  record Told(String when, String who, String what, String text) {}

  @GetMapping("/desk/matches")
  String list(Visit visit, Model model) {
    var account = visit.requireAccount();
    var parties = matches.parties(account);
    var rows = matches.list(account, MOST).stream().map(m -> row(parties, m, visit)).toList();
    model.addAttribute("waiting", rows.stream().filter(Row::ours).toList());
    model.addAttribute("others", rows.stream().filter(r -> !r.ours()).toList());
    model.addAttribute("maySpeak", !matches.speaking(account).isEmpty());
    return "matches";
  }

  private Row row(List<String> parties, Match match, Visit visit) {
    var side = match.sides().of(parties).orElseThrow(Refusal.NotFound::new);
    return new Row(
        match.id(),
        visit.words().phrase(match.subject().title()),
        name(match.sides().other(side), visit),
        match.state().code(),
        ours(match, side),
        visit.words().moment(match.steps().getLast().at()));
  }

  private static boolean ours(Match match, String side) {
    return switch (match.state()) {
      case INVITED -> side.equals(match.sides().invited());
      case IN_TALKS -> !match.agreed().isEmpty() && !match.agreed().contains(side);
      case AGREED, DECLINED, WITHDRAWN -> false;
    };
  }

  private String name(String party, Visit visit) {
    return CountryCode.isWellFormed(party)
        ? visit.words().country(new CountryCode(party))
        : mandates.actingFor(party).map(Body::name).orElse(party);
  }

  @GetMapping("/desk/matches/new")
  String begin(@RequestParam Map<String, String> said, Visit visit, Model model) {
    return form(chosen(said), "", visit, model);
  }

  /// An authority is invited as its country: that is how the form lists it.
  private Map<String, String> chosen(Map<String, String> said) {
    var country =
        mandates
            .showingItself(said.getOrDefault("to", ""))
            .flatMap(mandates::partyOf)
            .filter(CountryCode::isWellFormed)
            .orElse(null);
    if (country == null) {
      return said;
    }
    var chosen = new HashMap<>(said);
    chosen.remove("to");
    chosen.put("country", country);
    return chosen;
  }

  private String form(Map<String, String> said, String fault, Visit visit, Model model) {
    var speaking = matches.speaking(visit.requireAccount());
    var entry = entry(said, visit);
    model.addAttribute("said", said);
    model.addAttribute("fault", fault);
    model.addAttribute("key", said.getOrDefault("key", UUID.randomUUID().toString()));
    model.addAttribute("speaking", speaking.stream().map(p -> choice(p, visit)).toList());
    model.addAttribute(
        "bodies",
        mandates.admitted().stream()
            .filter(b -> b.kind() != Body.Kind.AUTHORITY && !speaking.contains(b.id()))
            .map(b -> new Choice(b.id(), b.name()))
            .toList());
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("roles", Arrays.stream(Match.Role.values()).map(Match.Role::code).toList());
    model.addAttribute("role", said.getOrDefault("role", usualRole(entry)));
    model.addAttribute("entry", entry.map(EntryView::id).orElse(""));
    model.addAttribute(
        "entryTitle", entry.map(e -> visit.words().phrase(e.content().title())).orElse(null));
    return "new-match";
  }

  private Choice choice(String party, Visit visit) {
    return new Choice(party, name(party, visit));
  }

  private Optional<EntryView> entry(Map<String, String> said, Visit visit) {
    var id = said.getOrDefault("entry", "");
    return StableId.isWellFormed(id) ? catalogue.find(visit.reader(), id) : Optional.empty();
  }

  /// Who has an offer is invited to provide; who has a need could be helped.
  private static String usualRole(Optional<EntryView> entry) {
    return entry
        .map(e ->
            switch (e.kind()) {
              case NEED -> Match.Role.REQUESTING;
              case OFFER, SOLUTION, EXPERT, INSTITUTION, EVENT -> Match.Role.PROVIDING;
            })
        .orElse(Match.Role.PROVIDING)
        .code();
  }

  @PostMapping("/desk/matches/new")
  String invite(@RequestParam Map<String, String> said, Visit visit, Model model) {
    var words = visit.words();
    var title = said.getOrDefault("title", "").strip();
    var body = said.getOrDefault("to", "");
    var entry = said.getOrDefault("entry", "");
    var role = Match.Role.ofCode(said.getOrDefault("role", ""));
    if (role.isEmpty()) {
      return form(said, "role", visit, model);
    }
    var invitation =
        new Matches.Invitation(
            said.getOrDefault("by", ""),
            body.isEmpty() ? said.getOrDefault("country", "") : body,
            role.get(),
            entry.isEmpty() ? null : entry,
            title.isEmpty() ? LocalizedText.EMPTY : LocalizedText.of(words.language(), title),
            said.getOrDefault("message", ""));
    var outcome = matches.invite(visit.requireAccount(), invitation, said.getOrDefault("key", ""));
    return switch (outcome) {
      case MatchOutcome.Done(var match) -> "redirect:/desk/matches/" + match.id();
      case MatchOutcome.AlreadyOpen(var id) -> "redirect:/desk/matches/" + id + "?already";
      case MatchOutcome.Faulty(var field) -> form(said, field, visit, model);
      case MatchOutcome.NotAllowed() -> form(said, "not-allowed", visit, model);
      case MatchOutcome.Unknown unknown -> throw new Refusal.NotFound();
      case MatchOutcome.OutOfPlace out -> throw new Refusal.NotFound();
      case MatchOutcome.SpeaksForItself itself -> throw new Refusal.NotFound();
    };
  }

  @GetMapping("/desk/matches/{id}")
  String show(
      @PathVariable String id,
      @RequestParam Map<String, String> parameters,
      Visit visit,
      Model model) {
    return show(id, parameters.containsKey("already") ? "already" : "", visit, model);
  }

  private String show(String id, String fault, Visit visit, Model model) {
    var account = visit.requireAccount();
    var match = matches.find(account, id).orElseThrow(Refusal.NotFound::new);
    var side = matches.side(account, match).orElseThrow(Refusal.NotFound::new);
    var words = visit.words();
    var other = match.sides().other(side);
    model.addAttribute("match", match);
    model.addAttribute("side", side);
    model.addAttribute("other", other);
    model.addAttribute("heading", words.phrase(match.subject().title()));
    model.addAttribute("inviting", name(match.sides().inviting(), visit));
    model.addAttribute("invited", name(match.sides().invited(), visit));
    model.addAttribute("otherHere", mandates.actingFor(other).isPresent());
    model.addAttribute("may", matches.speaking(account).contains(side));
    model.addAttribute("provides", match.sides().providing().filter(side::equals).isPresent());
    model.addAttribute("steps", steps(match, visit));
    model.addAttribute("fault", fault);
    model.addAttribute("key", UUID.randomUUID().toString());
    var entry = match.subject().entry();
    model.addAttribute(
        "cover", entry == null ? null : matches.cover(account, entry, side).orElse(null));
    return "match";
  }

  private List<Told> steps(Match match, Visit visit) {
    var told = new ArrayList<Told>();
    for (var step : match.steps()) {
      var words = visit.words();
      told.add(
          new Told(
              words.moment(step.at()),
              name(step.party(), visit),
              words.text("match.step." + word(step.event())),
              text(step.event(), words)));
    }
    return told;
  }

  private static String word(MatchEvent event) {
    return switch (event) {
      case MatchEvent.Invited invited -> "invited";
      case MatchEvent.TalksBegun(var letter) -> letter == null ? "talks" : "talks-by-letter";
      case MatchEvent.Declined(var reason, var letter) ->
          letter == null ? "declined" : "declined-by-letter";
      case MatchEvent.Withdrawn withdrawn -> "withdrawn";
      case MatchEvent.CoverStated cover -> "cover";
      case MatchEvent.TalksOpened opened -> "opened";
      case MatchEvent.SaidAgreed said -> "agreed";
    };
  }

  private static String text(MatchEvent event, Words words) {
    return switch (event) {
      case MatchEvent.Invited invited -> invited.message();
      case MatchEvent.TalksBegun(var letter) -> letter == null ? "" : letter.reference();
      case MatchEvent.Declined(var reason, var letter) -> reason;
      case MatchEvent.Withdrawn(var reason) -> reason;
      case MatchEvent.CoverStated(var quantity) -> quantity == null ? "" : words.quantity(quantity);
      case MatchEvent.TalksOpened opened -> "";
      case MatchEvent.SaidAgreed said -> "";
    };
  }

  @PostMapping("/desk/matches/{id}/talk")
  String talk(
      @PathVariable String id, @RequestParam Map<String, String> said, Visit visit, Model model) {
    var account = visit.requireAccount();
    return after(id, matches.beginTalks(account, id, party(said), key(said)), visit, model);
  }

  @PostMapping("/desk/matches/{id}/decline")
  String decline(
      @PathVariable String id, @RequestParam Map<String, String> said, Visit visit, Model model) {
    var outcome =
        matches.decline(
            visit.requireAccount(), id, party(said), said.getOrDefault("reason", ""), key(said));
    return after(id, outcome, visit, model);
  }

  @PostMapping("/desk/matches/{id}/withdraw")
  String withdraw(
      @PathVariable String id, @RequestParam Map<String, String> said, Visit visit, Model model) {
    var outcome =
        matches.withdraw(
            visit.requireAccount(), id, party(said), said.getOrDefault("reason", ""), key(said));
    return after(id, outcome, visit, model);
  }

  @PostMapping("/desk/matches/{id}/agree")
  String agree(
      @PathVariable String id, @RequestParam Map<String, String> said, Visit visit, Model model) {
    return after(
        id, matches.agree(visit.requireAccount(), id, party(said), key(said)), visit, model);
  }

  @PostMapping("/desk/matches/{id}/cover")
  String cover(
      @PathVariable String id, @RequestParam Map<String, String> said, Visit visit, Model model) {
    var number = said.getOrDefault("number", "").strip();
    Quantity quantity = null;
    if (!number.isEmpty()) {
      if (!number.matches("[0-9]{1,15}([.][0-9]{1,6})?")) {
        return after(id, new MatchOutcome.Faulty("quantity"), visit, model);
      }
      quantity = new Quantity(new BigDecimal(number), said.getOrDefault("unit", "").strip());
    }
    return after(
        id,
        matches.cover(visit.requireAccount(), id, party(said), quantity, key(said)),
        visit,
        model);
  }

  @PostMapping("/desk/matches/{id}/letter")
  String letter(
      @PathVariable String id, @RequestParam Map<String, String> said, Visit visit, Model model) {
    LocalDate dated;
    try {
      dated = LocalDate.parse(said.getOrDefault("dated", ""));
    } catch (DateTimeParseException e) {
      return after(id, new MatchOutcome.Faulty("dated"), visit, model);
    }
    var declines = said.getOrDefault("answer", "").equals("declines");
    var outcome =
        matches.enterLetter(
            visit.requireAccount(),
            id,
            party(said),
            declines ? said.getOrDefault("reason", "") : null,
            new Match.Letter(said.getOrDefault("reference", ""), dated),
            key(said));
    return after(id, outcome, visit, model);
  }

  private static String party(Map<String, String> said) {
    return said.getOrDefault("party", "");
  }

  private static String key(Map<String, String> said) {
    return said.getOrDefault("key", "");
  }

  private String after(String id, MatchOutcome outcome, Visit visit, Model model) {
    return switch (outcome) {
      case MatchOutcome.Done done -> "redirect:/desk/matches/" + id;
      case MatchOutcome.Unknown unknown -> throw new Refusal.NotFound();
      case MatchOutcome.NotAllowed not -> show(id, "not-allowed", visit, model);
      case MatchOutcome.OutOfPlace out -> show(id, "out-of-place", visit, model);
      case MatchOutcome.SpeaksForItself itself -> show(id, "speaks-for-itself", visit, model);
      case MatchOutcome.AlreadyOpen open -> show(id, "already", visit, model);
      case MatchOutcome.Faulty(var field) -> show(id, field, visit, model);
    };
  }
}
