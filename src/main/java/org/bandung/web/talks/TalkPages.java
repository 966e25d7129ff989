package org.bandung.web.talks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.ConsultationEvent;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Party;
import org.bandung.store.Files;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words.Phrase;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The talks of those somebody acts for, and their files.
@Controller
final class TalkPages {

  private final Consultations consultations;
  private final TalkSeats seats;
  private final TalkTable table;
  private final Files files;

  TalkPages(Consultations consultations, TalkSeats seats, TalkTable table, Files files) {
    this.consultations = consultations;
    this.seats = seats;
    this.table = table;
    this.files = files;
  }

  /// A line of the list.
  ///
  /// @param waiting whether the party's own reply is missing
  record Row(
      String id,
      String party,
      Phrase title,
      String ours,
      String parties,
      String rule,
      int version,
      String awaited,
      String deadline,
      String outcome,
      boolean waiting) {}

  @GetMapping("/desk/talks")
  String list(Visit visit, Model model) {
    var rows = new ArrayList<Row>();
    for (var listed : consultations.list(visit.requireAccount())) {
      rows.add(row(listed.actor(), listed.consultation(), visit));
    }
    // Their own move first; the order of the service, the newest first, stays within.
    rows.sort(
        Comparator.comparing((Row r) -> !r.waiting()).thenComparing(r -> !r.outcome().isEmpty()));
    model.addAttribute("rows", rows);
    model.addAttribute("mayOpen", !seats.talking(visit).isEmpty());
    return "talks";
  }

  private static Row row(Actor actor, Consultation c, Visit visit) {
    var w = visit.words();
    var words = new TalkWords(w);
    var conclusion = c.conclusion();
    var silent = c.silent().stream().map(Party::id).toList();
    boolean open = conclusion == null;
    return new Row(
        c.id(),
        actor.party(),
        words.phrase(c.latest().proposal().title()),
        words.name(c, actor.party()).text(),
        words.names(c, c.setup().parties().stream().map(Party::id).toList()),
        w.text("talk-rule." + TalkWords.word(c.setup().rule())),
        c.latest().number(),
        open ? words.names(c, silent) : "",
        open ? TalkTable.deadline(c).map(w::moment).orElse("") : "",
        conclusion == null ? "" : w.text("talk-outcome." + TalkWords.word(conclusion)),
        open && silent.contains(actor.party()));
  }

  @GetMapping("/desk/talks/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "") String from,
      Visit visit,
      Model model) {
    return table.show(id, seats.require(id, as, visit), from, List.of(), visit, model);
  }

  /// The step before a party is bound: exactly what it is bound to.
  @GetMapping("/desk/talks/{id}/accept")
  String accept(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String as,
      Visit visit,
      Model model) {
    var actor = seats.require(id, as, visit);
    table.put(id, actor, visit, model);
    return "talk-accept";
  }

  /// A letter or an annex, for those who may see the record that holds it.
  @GetMapping("/desk/talks/{id}/files/{sha256}")
  ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String sha256, Visit visit) {
    for (var actor : seats.at(id, visit)) {
      var as = new As(visit.requireAccount(), actor.party());
      var name =
          consultations.history(id, as).stream().flatMap(r -> name(r, sha256).stream()).findFirst();
      var stored = files.find(sha256);
      if (name.isPresent() && stored.isPresent()) {
        return ResponseEntity.ok()
            .contentType(MediaType.parseMediaType(stored.get().mediaType()))
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                    .filename(name.get(), StandardCharsets.UTF_8)
                    .build()
                    .toString())
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header("X-Content-Type-Options", "nosniff")
            .body(files.read(sha256));
      }
    }
    throw new Refusal.NotFound();
  }

  private static Optional<String> name(Recorded recorded, String sha256) {
    return switch (recorded.event()) {
      case ConsultationEvent.Proposed(int version, var proposal) ->
          proposal.annexes().stream()
              .filter(a -> a.sha256().equals(sha256))
              .map(a -> a.name())
              .findFirst();
      case ConsultationEvent.LetterEntered(var party, int version, var position, var letter) ->
          letter.sha256().equals(sha256) ? Optional.of(letter.file()) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
