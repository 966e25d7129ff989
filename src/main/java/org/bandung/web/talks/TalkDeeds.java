package org.bandung.web.talks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bandung.consultation.ConsultationEvent.LetterEntered;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.consultation.ConsultationOutcome.Done;
import org.bandung.consultation.ConsultationOutcome.LacksCapacity;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Position;
import org.bandung.consultation.Reply.Letter;
import org.bandung.store.Files;
import org.bandung.store.KeepOutcome;
import org.bandung.store.StoredFile;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.talks.FormReading.Fault;
import org.bandung.web.talks.TalkShow.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// What a party does in talks. Each form carries a key, so that what is sent twice is done once,
/// and the version it was read at; what was refused comes back with what was typed.
@Controller
final class TalkDeeds {

  private final Consultations consultations;
  private final TalkSeats seats;
  private final TalkTable table;
  private final TalkShow show;
  private final Files files;

  TalkDeeds(
      Consultations consultations, TalkSeats seats, TalkTable table, TalkShow show, Files files) {
    this.consultations = consultations;
    this.seats = seats;
    this.table = table;
    this.show = show;
    this.files = files;
  }

  /// What a form of the page says.
  private record Said(String id, TalkForm form, As as, Visit visit, Model model) {
    int version() {
      return TalkSeats.number(form.get("version"));
    }

    String key() {
      return form.get("key");
    }

    String typed(String field) {
      return form.get(field).replace("\r\n", "\n").strip();
    }
  }

  private Said said(String id, Map<String, String> typed, Visit visit, Model model) {
    var form = new TalkForm(typed);
    var actor = seats.require(id, form.get("as"), visit);
    return new Said(id, form, new As(visit.requireAccount(), actor.party()), visit, model);
  }

  private String done(
      Said said, Function<Said, ? extends Optional<? extends ConsultationOutcome>> deed) {
    var outcome = deed.apply(said).map(o -> (ConsultationOutcome) o);
    var known = outcome.orElseThrow(Refusal.NotFound::new);
    return known instanceof Done
        ? TalkSeats.back(said.id(), said.as().party())
        : again(said, show.refusal(known, said.visit().words()));
  }

  private String again(Said said, List<Told> told) {
    said.model().addAttribute("typed", said.form());
    var actor = seats.require(said.id(), said.as().party(), said.visit());
    return table.show(said.id(), actor, "", told, said.visit(), said.model());
  }

  private String fault(Said said, String field, String code) {
    return again(said, List.of(show.told(new Fault(field, code), said.visit().words())));
  }

  private static @Nullable Position position(Said said) {
    return switch (said.form().get("position")) {
      case "accepts" -> new Position.Accepts();
      case "abstains" -> new Position.Abstains();
      case "objects" -> new Position.Objects(said.typed("reason"));
      default -> null;
    };
  }

  @PostMapping("/desk/talks/{id}/reply")
  String reply(
      @PathVariable String id, @RequestParam Map<String, String> typed, Visit visit, Model model) {
    var said = said(id, typed, visit, model);
    var position = position(said);
    return position == null
        ? fault(said, "position", "position")
        : done(said, s -> consultations.reply(id, s.as(), s.version(), position, s.key()));
  }

  @PostMapping("/desk/talks/{id}/leave")
  String leave(
      @PathVariable String id, @RequestParam Map<String, String> typed, Visit visit, Model model) {
    return done(
        said(id, typed, visit, model),
        s -> consultations.leave(id, s.as(), s.typed("reason"), s.key()));
  }

  @PostMapping("/desk/talks/{id}/comments")
  String comment(
      @PathVariable String id, @RequestParam Map<String, String> typed, Visit visit, Model model) {
    return done(
        said(id, typed, visit, model),
        s -> consultations.comment(id, s.as(), s.version(), s.typed("comment"), s.key()));
  }

  @PostMapping("/desk/talks/{id}/notes")
  String note(
      @PathVariable String id, @RequestParam Map<String, String> typed, Visit visit, Model model) {
    return done(
        said(id, typed, visit, model),
        s -> consultations.note(id, s.as(), s.typed("note"), s.key()));
  }

  /// The end of the day, in Coordinated Universal Time, as the form says.
  @PostMapping("/desk/talks/{id}/deadline")
  String deadline(
      @PathVariable String id, @RequestParam Map<String, String> typed, Visit visit, Model model) {
    var said = said(id, typed, visit, model);
    var day = day(said, "until");
    if (day.isEmpty()) {
      return fault(said, "until", "date");
    }
    var until = day.get().atTime(LocalTime.of(23, 59)).toInstant(ZoneOffset.UTC);
    return done(said, s -> consultations.setDeadline(id, s.as(), s.version(), until, s.key()));
  }

  private static Optional<LocalDate> day(Said said, String field) {
    try {
      return Optional.of(LocalDate.parse(said.typed(field)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @PostMapping("/desk/talks/{id}/letters")
  String letter(
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Visit visit,
      Model model) {
    var said = said(id, typed, visit, model);
    var position = position(said);
    var dated = day(said, "dated");
    if (position == null) {
      return fault(said, "position", "position");
    }
    if (dated.isEmpty()) {
      return fault(said, "dated", "date");
    }
    if (file == null) {
      return fault(said, "file", "file-empty");
    }
    if (!TalkSeats.talks(seats.require(id, said.as().party(), visit))) {
      return again(said, show.refusal(new LacksCapacity(TalkSeats.TALKING), visit.words()));
    }
    return switch (TalkSeats.kept(files, file)) {
      case KeepOutcome.Refused(var why) -> fault(said, "file", "file-" + why);
      case KeepOutcome.Kept(StoredFile kept) -> {
        var letter = new Letter(said.typed("reference"), dated.get(), kept.name(), kept.sha256());
        yield done(
            said,
            s ->
                consultations.enterLetter(
                    id,
                    s.as(),
                    new LetterEntered(s.form().get("party"), s.version(), position, letter),
                    s.key()));
      }
    };
  }

  @PostMapping("/desk/talks/{id}/letters/confirm")
  String confirm(
      @PathVariable String id, @RequestParam Map<String, String> typed, Visit visit, Model model) {
    return done(
        said(id, typed, visit, model),
        s -> consultations.confirmLetter(id, s.as(), s.version(), s.key()));
  }

  @PostMapping("/desk/talks/{id}/letters/disown")
  String disown(
      @PathVariable String id, @RequestParam Map<String, String> typed, Visit visit, Model model) {
    return done(
        said(id, typed, visit, model),
        s -> consultations.disownLetter(id, s.as(), s.version(), s.typed("reason"), s.key()));
  }
}
