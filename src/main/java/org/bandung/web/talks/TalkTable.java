package org.bandung.web.talks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bandung.access.Mandates;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Conclusion;
import org.bandung.consultation.Consent;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.ConsultationEvent;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Position;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Reply;
import org.bandung.consultation.accord.Agreements;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.bandung.web.frame.Words.Phrase;
import org.bandung.web.talks.TalkShow.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What a party sees of its talks.
@Component
final class TalkTable {

  private final Consultations consultations;
  private final TalkSeats seats;
  private final TalkShow show;
  private final Mandates mandates;
  private final Agreements agreements;

  TalkTable(
      Consultations consultations,
      TalkSeats seats,
      TalkShow show,
      Mandates mandates,
      Agreements agreements) {
    this.consultations = consultations;
    this.seats = seats;
    this.show = show;
    this.mandates = mandates;
    this.agreements = agreements;
  }

  /// A party and where it stands on the latest version.
  ///
  /// @param state a word such as `accepts`, `silent`, `left`
  /// @param said how one knows, or why
  /// @param file of a letter, or empty
  record Side(
      String id,
      Phrase name,
      String role,
      String state,
      String said,
      String file,
      String fileName,
      boolean ours,
      boolean byLetter) {}

  /// A text of the proposal in one language.
  record Text(String lang, String language, boolean decides, String title, String text) {}

  /// Something said, or something that happened.
  record Line(String when, String who, String what) {}

  /// What the person may do here.
  record May(boolean remark, boolean talk, boolean bind, boolean confirm) {}

  static Optional<Instant> deadline(Consultation c) {
    return c.talk().deadlines().stream()
        .filter(d -> d.version() == c.latest().number() && !d.lapsed())
        .map(Consultation.Deadline::until)
        .min(Comparator.naturalOrder());
  }

  /// @param from the number of the version to compare with, or empty
  String show(String id, Actor actor, String from, List<Told> told, Visit visit, Model model) {
    var c = put(id, actor, visit, model);
    model.addAttribute("told", told);
    var w = visit.words();
    int before = from.isEmpty() ? c.latest().number() - 1 : TalkSeats.number(from);
    if (before >= 1 && before < c.latest().number()) {
      model.addAttribute("from", before);
      model.addAttribute(
          "difference",
          show.difference(c, c.versions().get(before - 1).proposal(), c.latest().proposal(), w));
    }
    return "talk";
  }

  /// Puts into the model what stands, for the page and for the step before an acceptance.
  Consultation put(String id, Actor actor, Visit visit, Model model) {
    var w = visit.words();
    var words = new TalkWords(w);
    var as = new As(visit.requireAccount(), actor.party());
    var c = consultations.find(id, as).orElseThrow(Refusal.NotFound::new);
    var proposal = c.latest().proposal();
    model.addAttribute("talk", c);
    model.addAttribute("party", actor.party());
    model.addAttribute("ours", words.name(c, actor.party()));
    model.addAttribute("mine", seats.named(seats.at(id, visit), w));
    model.addAttribute("heading", words.phrase(proposal.title()));
    model.addAttribute("rule", TalkWords.word(c.setup().rule()));
    model.addAttribute("sides", sides(c, actor.party(), w));
    model.addAttribute("texts", texts(proposal, w));
    model.addAttribute("facts", words.facts(c, proposal));
    model.addAttribute("request", proposal.terms().request());
    model.addAttribute("deadline", deadline(c).map(w::moment).orElse(""));
    model.addAttribute("outcome", outcome(c));
    model.addAttribute("oneSided", Consent.oneSided(c));
    model.addAttribute("agreement", agreement(c, as));
    model.addAttribute("reasons", reasons(c, words));
    model.addAttribute("may", may(c, actor));
    model.addAttribute("letters", letters(c, actor.party(), w));
    model.addAttribute("comments", comments(c, w));
    model.addAttribute("notes", notes(c, w));
    model.addAttribute("versions", versions(c, w));
    model.addAttribute("events", events(c, consultations.history(id, as), w));
    model.addAttribute("key", UUID.randomUUID().toString());
    return c;
  }

  /// The agreement that was made, or the one that was changed.
  private @Nullable String agreement(Consultation c, As as) {
    if (!(c.conclusion() instanceof Conclusion.Agreed)) {
      return null;
    }
    return c.latest().proposal().effect() instanceof Effect.ChangesAgreement(var id, var change)
        ? agreements.find(id, as.account()).map(found -> id).orElse(null)
        : agreements.of(c.id(), as.account()).orElse(null);
  }

  private static String outcome(Consultation c) {
    return c.conclusion() == null ? "" : TalkWords.word(c.conclusion());
  }

  private static List<Line> reasons(Consultation c, TalkWords words) {
    return c.conclusion() instanceof Conclusion.NoAgreement(var reasons)
        ? reasons.stream()
            .map(r -> new Line("", words.name(c, r.party()).text(), r.text()))
            .toList()
        : List.of();
  }

  private static May may(Consultation c, Actor actor) {
    boolean here = c.remaining().stream().anyMatch(p -> p.id().equals(actor.party()));
    boolean open = here && c.conclusion() == null;
    var reply = c.latest().replies().get(actor.party());
    var can = actor.capacities();
    boolean binds = can.contains(Actor.Capacity.SIGNATORY);
    return new May(
        here && !can.isEmpty(),
        open && (binds || can.contains(Actor.Capacity.NEGOTIATOR)),
        open && binds,
        here && binds && reply != null && reply.restsOnAttestation());
  }

  private static List<Side> sides(Consultation c, String ours, Words w) {
    return c.setup().parties().stream().map(p -> side(c, p, p.id().equals(ours), w)).toList();
  }

  private static Side side(Consultation c, Party p, boolean ours, Words w) {
    var reply = c.latest().replies().get(p.id());
    var left = c.departures().get(p.id());
    var letter = reply == null ? null : letter(reply);
    return new Side(
        p.id(),
        new TalkWords(w).name(p),
        w.text("talk-role." + TalkWords.word(p.role())),
        left != null ? "left" : reply == null ? "silent" : TalkWords.word(reply.position()),
        left != null ? left.reason() : reply == null ? "" : said(c, reply, w),
        letter == null ? "" : letter.sha256(),
        letter == null ? "" : letter.file(),
        ours,
        p.byLetter());
  }

  private static Reply.@Nullable Letter letter(Reply reply) {
    return switch (reply.voice()) {
      case Reply.Own own -> null;
      case Reply.Attested(var by, var letter) -> letter;
      case Reply.Confirmed(var by, var attestedBy, var letter) -> letter;
    };
  }

  private static String said(Consultation c, Reply reply, Words w) {
    var words = new TalkWords(w);
    var parts = new ArrayList<String>();
    if (reply.position() instanceof Position.Objects(var reason)) {
      parts.add(reason);
    }
    switch (reply.voice()) {
      case Reply.Own own -> parts.add(w.text("talk.voice.own", w.moment(reply.at())));
      case Reply.Attested(var by, var letter) ->
          parts.add(
              w.text(
                  "talk.voice.attested",
                  letter.reference(),
                  w.day(letter.dated()),
                  words.name(c, by.party()).text()));
      case Reply.Confirmed(var by, var attestedBy, var letter) ->
          parts.add(w.text("talk.voice.confirmed", letter.reference(), w.day(letter.dated())));
    }
    return String.join("\n", parts);
  }

  private static List<Text> texts(Proposal p, Words w) {
    var texts = new ArrayList<Text>();
    for (var e : p.text().byLanguage().entrySet()) {
      texts.add(
          new Text(
              e.getKey(),
              w.languageName(e.getKey()),
              e.getKey().equals(p.prevailing()),
              p.title().byLanguage().getOrDefault(e.getKey(), ""),
              e.getValue()));
    }
    // The reader's own language first, else the one that decides.
    texts.sort(
        Comparator.comparing((Text t) -> !t.lang().equals(w.language()))
            .thenComparing(t -> !t.decides()));
    return texts;
  }

  /// Parties whose letters may be entered.
  private static List<Side> letters(Consultation c, String ours, Words w) {
    return c.remaining().stream()
        .filter(p -> p.byLetter() && !p.id().equals(ours))
        .map(p -> side(c, p, false, w))
        .toList();
  }

  private static List<Line> comments(Consultation c, Words w) {
    var words = new TalkWords(w);
    return c.talk().comments().stream()
        .map(x ->
            new Line(
                w.moment(x.at()),
                words.name(c, x.by().party()).text()
                    + w.text("list.comma")
                    + w.text("talk.version", x.version()),
                x.text()))
        .toList();
  }

  private List<Line> notes(Consultation c, Words w) {
    return c.talk().notes().stream()
        .map(x -> new Line(w.moment(x.at()), mandates.nameOf(x.by().person()).orElse(""), x.text()))
        .toList();
  }

  private static List<Line> versions(Consultation c, Words w) {
    var words = new TalkWords(w);
    return c.versions().reversed().stream()
        .map(v ->
            new Line(
                w.moment(v.at()), words.name(c, v.by().party()).text(), String.valueOf(v.number())))
        .toList();
  }

  private static List<Line> events(Consultation c, List<Recorded> history, Words w) {
    return history.stream()
        .map(r -> new Line(w.moment(r.at()), who(c, r.by(), w), what(c, r.event(), w)))
        .toList();
  }

  private static String who(Consultation c, Author by, Words w) {
    return by.equals(Author.CLOCK) ? "" : new TalkWords(w).name(c, by.party()).text();
  }

  private static String what(Consultation c, ConsultationEvent event, Words w) {
    var words = new TalkWords(w);
    return switch (event) {
      case ConsultationEvent.Opened opened -> w.text("talk-event.opened");
      case ConsultationEvent.Proposed(int version, var proposal) ->
          w.text("talk-event.proposed", version);
      case ConsultationEvent.PositionTaken(int version, var position) ->
          w.text("talk-event." + TalkWords.word(position), version);
      case ConsultationEvent.LetterEntered(var party, int version, var position, var letter) ->
          w.text(
              "talk-event.letter-entered",
              words.name(c, party).text(),
              letter.reference(),
              version);
      case ConsultationEvent.LetterConfirmed(int version) ->
          w.text("talk-event.letter-confirmed", version);
      case ConsultationEvent.LetterDisowned(int version, var reason) ->
          w.text("talk-event.letter-disowned", version, reason);
      case ConsultationEvent.Left(var reason) -> w.text("talk-event.left", reason);
      case ConsultationEvent.Commented(int version, var text) ->
          w.text("talk-event.commented", version);
      case ConsultationEvent.Noted noted -> w.text("talk-event.noted");
      case ConsultationEvent.DeadlineSet(int version, var until) ->
          w.text("talk-event.deadline-set", w.moment(until));
      case ConsultationEvent.DeadlineLapsed(int version, var until, var silent) ->
          silent.isEmpty()
              ? w.text("talk-event.deadline-met", w.moment(until))
              : w.text("talk-event.deadline-lapsed", w.moment(until), words.names(c, silent));
      case ConsultationEvent.Concluded(var conclusion) ->
          w.text("talk-outcome." + TalkWords.word(conclusion));
    };
  }
}
