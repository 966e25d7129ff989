package org.bandung.web.talks;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bandung.catalogue.matches.Matches;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.consultation.ConsultationOutcome.Done;
import org.bandung.consultation.ConsultationOutcome.NotLatest;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Proposal;
import org.bandung.kernel.ReportedAmount;
import org.bandung.store.Files;
import org.bandung.store.KeepOutcome;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.talks.FormReading.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Opening talks and putting another version forward: one form, which comes back as it was when a
/// row is added or something cannot be taken.
@Controller
final class TalkFormPages {

  /// Files this person has sent: nobody gets at another's by naming its hash.
  private static final String SENT = "talk-files";

  private static final int MOST_INVITED = 10;

  private final Consultations consultations;
  private final TalkChoices choices;
  private final TalkShow show;
  private final Files files;
  private final TalkSeats seats;
  private final Matches matches;

  TalkFormPages(
      Consultations consultations,
      TalkChoices choices,
      TalkShow show,
      Files files,
      TalkSeats seats,
      Matches matches) {
    this.consultations = consultations;
    this.choices = choices;
    this.show = show;
    this.files = files;
    this.seats = seats;
    this.matches = matches;
  }

  @GetMapping("/desk/talks/new")
  String begin(
      @RequestParam(defaultValue = "") String request,
      @RequestParam(defaultValue = "") String match,
      @RequestParam(defaultValue = "") String agreement,
      @RequestParam(required = false) @Nullable List<String> with,
      Visit visit,
      Model model) {
    var mine = seats.talking(visit);
    if (mine.isEmpty()) {
      return "talk-nobody";
    }
    var form = TalkForm.empty(visit.words().language());
    form.put("request", request);
    form.put("match", match);
    if (!agreement.isEmpty()) {
      form.put("effect", "amend");
      form.put("agreement", agreement);
    }
    form.put("party.0.id", mine.getFirst().party());
    int row = 1;
    for (var party : with == null ? List.<String>of() : with) {
      if (row <= MOST_INVITED) {
        form.put("party." + row++ + ".id", party);
      }
    }
    form.show("party", row);
    for (int other = 1; other < form.count("party"); other++) {
      form.put("party." + other + ".role", "providing");
    }
    return form(form, List.of(), visit, model);
  }

  private String form(TalkForm form, List<TalkShow.Told> told, Visit visit, Model model) {
    var w = visit.words();
    if (form.get("key").isEmpty()) {
      form.put("key", UUID.randomUUID().toString());
    }
    model.addAttribute("form", form);
    model.addAttribute("told", told);
    model.addAttribute("mine", seats.named(seats.talking(visit), w));
    model.addAttribute("choices", choices.parties(w, form));
    model.addAttribute("chosen", choices.chosen(w, form));
    model.addAttribute("languages", choices.languages(w, form));
    model.addAttribute("units", choices.units(w));
    model.addAttribute(
        "gap",
        FormReading.of(form).proposal().terms().gap().entrySet().stream()
            .map(e ->
                w.amount(
                    new ReportedAmount(e.getValue(), e.getKey().isEmpty() ? null : e.getKey())))
            .toList());
    return "talk-form";
  }

  @PostMapping("/desk/talks/new")
  String open(
      @RequestParam Map<String, String> said,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpSession session,
      Visit visit,
      Model model) {
    if (seats.talking(visit).isEmpty()) {
      throw new Refusal.NotFound();
    }
    var form = new TalkForm(said);
    var told = new ArrayList<TalkShow.Told>();
    take(form, file, session, told, visit);
    owned(form, List.of(), session);
    if (form.says("add") || !told.isEmpty()) {
      form.add(form.get("add"));
      return form(form, told, visit, model);
    }
    var read = FormReading.of(form);
    if (!read.faults().isEmpty()) {
      return form(form, show.faults(read.faults(), visit.words()), visit, model);
    }
    var outcome =
        consultations
            .open(
                new As(visit.requireAccount(), form.get("as")),
                FormReading.invited(form),
                FormReading.rule(form),
                read.proposal(),
                form.get("key"))
            .orElseThrow(Refusal.NotFound::new);
    if (!(outcome instanceof Done done)) {
      return form(form, show.refusal(outcome, visit.words()), visit, model);
    }
    if (!form.get("match").isEmpty()) {
      // A match that is not ours, or has gone on meanwhile, is left as it is: the talks stand.
      matches.opened(
          visit.requireAccount(),
          form.get("match"),
          form.get("as"),
          done.after().id(),
          form.get("key"));
    }
    return TalkSeats.back(done.after().id(), form.get("as"));
  }

  @GetMapping("/desk/talks/{id}/amend")
  String amend(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String as,
      Visit visit,
      Model model) {
    var actor = seats.require(id, as, visit);
    var talk = talk(id, actor, visit);
    var form =
        FormWriting.of(talk.latest().proposal(), talk.setup().parties(), visit.words().language());
    form.put("as", actor.party());
    form.put("basis", String.valueOf(talk.latest().number()));
    return amending(talk, form, List.of(), visit, model);
  }

  private String amending(
      Consultation talk, TalkForm form, List<TalkShow.Told> told, Visit visit, Model model) {
    model.addAttribute("talk", talk);
    model.addAttribute(
        "heading", new TalkWords(visit.words()).phrase(talk.latest().proposal().title()));
    return form(form, told, visit, model);
  }

  private Consultation talk(String id, Actor actor, Visit visit) {
    return consultations
        .find(id, new As(visit.requireAccount(), actor.party()))
        .orElseThrow(Refusal.NotFound::new);
  }

  @PostMapping("/desk/talks/{id}/amend")
  String propose(
      @PathVariable String id,
      @RequestParam Map<String, String> said,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpSession session,
      Visit visit,
      Model model) {
    var form = new TalkForm(said);
    var actor = seats.require(id, form.get("as"), visit);
    var talk = talk(id, actor, visit);
    var told = new ArrayList<TalkShow.Told>();
    take(form, TalkSeats.talks(actor) ? file : null, session, told, visit);
    owned(form, talk.versions().stream().map(Consultation.Version::proposal).toList(), session);
    parties(form, talk);
    if (form.says("add") || !told.isEmpty()) {
      form.add(form.get("add"));
      return amending(talk, form, told, visit, model);
    }
    var read = FormReading.of(form);
    if (!read.faults().isEmpty()) {
      return amending(talk, form, show.faults(read.faults(), visit.words()), visit, model);
    }
    var outcome =
        consultations
            .propose(
                id,
                new As(visit.requireAccount(), actor.party()),
                TalkSeats.number(form.get("basis")),
                read.proposal(),
                form.get("key"))
            .orElseThrow(Refusal.NotFound::new);
    return outcome instanceof Done
        ? TalkSeats.back(id, actor.party())
        : refused(talk, form, outcome, read.proposal(), visit, model);
  }

  /// Another version may have come while she wrote hers: she sees what the two differ in, and what
  /// she wrote stays in the form, from now on as a change of the latest.
  private String refused(
      Consultation talk,
      TalkForm form,
      ConsultationOutcome outcome,
      Proposal written,
      Visit visit,
      Model model) {
    if (outcome instanceof NotLatest(int latest) && latest == talk.latest().number()) {
      model.addAttribute(
          "difference", show.difference(talk, talk.latest().proposal(), written, visit.words()));
      form.put("basis", String.valueOf(latest));
      form.put("key", "");
    }
    return amending(talk, form, show.refusal(outcome, visit.words()), visit, model);
  }

  /// Parties never change: whatever was sent, the form names those of the talks.
  private static void parties(TalkForm form, Consultation talk) {
    var parties = talk.setup().parties();
    form.show("party", parties.size());
    for (int row = 0; row < form.count("party"); row++) {
      form.put("party." + row + ".id", row < parties.size() ? parties.get(row).id() : "");
    }
  }

  /// A file that was sent becomes an annex at once, so that it is not lost when the form comes
  /// back.
  private void take(
      TalkForm form,
      @Nullable MultipartFile file,
      HttpSession session,
      List<TalkShow.Told> told,
      Visit visit) {
    if (file == null || file.isEmpty()) {
      return;
    }
    switch (TalkSeats.kept(files, file)) {
      case KeepOutcome.Refused(var why) ->
          told.add(show.told(new Fault("file", "file-" + why), visit.words()));
      case KeepOutcome.Kept(var kept) -> {
        var sent = sent(session);
        sent.add(kept.sha256());
        session.setAttribute(SENT, sent);
        int row = form.count("annex");
        form.show("annex", row + 1);
        FormWriting.annex(form, row, new Proposal.Annex(kept.name(), kept.sha256(), kept.bytes()));
      }
    }
  }

  @SuppressWarnings("unchecked") // only this class writes it
  private static HashSet<String> sent(HttpSession session) {
    return session.getAttribute(SENT) instanceof Set<?> set
        ? new HashSet<>((Set<String>) set)
        : new HashSet<>();
  }

  /// Takes out annexes that neither she sent nor an earlier version carries.
  private static void owned(TalkForm form, List<Proposal> before, HttpSession session) {
    var own = sent(session);
    before.forEach(p -> p.annexes().forEach(a -> own.add(a.sha256())));
    for (int row : form.rows("annex")) {
      if (!own.contains(form.get("annex." + row + ".sha256"))) {
        form.put("annex." + row + ".sha256", "");
      }
    }
  }
}
