package org.bandung.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.News;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Writes what happens in consultations into the log of the body it was done for, and tells the
/// others.
@Service
final class Deeds implements ConsultationCommands.Witness {

  private static final int LONGEST = 300;

  private final Audit audit;
  private final Mandates mandates;
  private final ApplicationEventPublisher news;

  Deeds(Audit audit, Mandates mandates, ApplicationEventPublisher news) {
    this.audit = audit;
    this.mandates = mandates;
    this.news = news;
  }

  /// @param word what it is called in the log and in the news
  /// @param facts what the news says beside the title and who did it
  private record Deed(String word, Map<String, String> facts) {}

  @Override
  public void saw(List<Recorded> happened, Consultation after) {
    for (var recorded : happened) {
      if (recorded.event() instanceof ConsultationEvent.LetterDisowned(int version, var reason)) {
        news.publishEvent(new ConclusionChanged(after, reason));
      } else if (recorded.event() instanceof ConsultationEvent.Concluded) {
        news.publishEvent(new ConclusionChanged(after, ""));
      }
    }
    for (var recorded : happened) {
      deed(recorded.event(), after)
          .ifPresent(deed -> {
            if (!recorded.by().equals(Author.CLOCK)) {
              record(deed, recorded.by(), after);
            }
            tell(deed, recorded, after);
          });
    }
  }

  private void record(Deed deed, Author by, Consultation c) {
    var body = mandates.actingFor(by.party()).map(Body::id).orElse(null);
    audit.record(
        new Audit.Deed(
            by.person(),
            body,
            "consultation." + deed.word(),
            c.id(),
            Map.of("party", by.party(), "version", String.valueOf(c.latest().number()))));
  }

  private void tell(Deed deed, Recorded recorded, Consultation c) {
    boolean everybody = recorded.event() instanceof ConsultationEvent.Concluded;
    var told =
        c.remaining().stream()
            .map(Party::id)
            .filter(id -> everybody || !id.equals(recorded.by().party()))
            .flatMap(id -> mandates.actingFor(id).stream())
            .map(Body::id)
            .collect(Collectors.toSet());
    var facts = new TreeMap<>(deed.facts());
    facts.put("title", shortened(spoken(c.latest().proposal().title())));
    c.party(recorded.by().party()).ifPresent(p -> facts.put("body", spoken(p.name())));
    news.publishEvent(
        new News(
            told,
            recorded.by().person(),
            "consultation." + deed.word(),
            "/desk/talks/" + c.id(),
            facts));
  }

  /// Nothing of a private note: whoever coordinates a country reads the logs of its institutions,
  /// and may be another party here.
  private static Optional<Deed> deed(ConsultationEvent event, Consultation c) {
    return switch (event) {
      case ConsultationEvent.Opened opened -> said("opened");
      case ConsultationEvent.Proposed(int version, var proposal) ->
          version == 1 ? Optional.empty() : said("proposed");
      case ConsultationEvent.PositionTaken(int version, Position.Accepts()) -> said("accepted");
      case ConsultationEvent.PositionTaken(int version, Position.Abstains()) -> said("abstained");
      case ConsultationEvent.PositionTaken(int version, Position.Objects(var reason)) ->
          said("objected", "reason", reason);
      case ConsultationEvent.LetterEntered entered ->
          said("letter-entered", "party", name(c, entered.party()));
      case ConsultationEvent.LetterConfirmed confirmed -> said("letter-confirmed");
      case ConsultationEvent.LetterDisowned(int version, var reason) ->
          said("letter-disowned", "reason", reason);
      case ConsultationEvent.Left(var reason) -> said("left", "reason", reason);
      case ConsultationEvent.Commented(int version, var text) -> said("commented");
      case ConsultationEvent.Noted noted -> Optional.empty();
      case ConsultationEvent.DeadlineSet(int version, var until) ->
          said("deadline-set", "until", until.toString());
      case ConsultationEvent.DeadlineLapsed(int version, var until, var silent) ->
          said("deadline-lapsed", "until", until.toString());
      case ConsultationEvent.Concluded(var conclusion) -> said(word(conclusion));
    };
  }

  private static String word(Conclusion conclusion) {
    return switch (conclusion) {
      case Conclusion.Agreed agreed -> "agreed";
      case Conclusion.JointPosition position -> "joint-position";
      case Conclusion.NoAgreement none -> "no-agreement";
    };
  }

  private static Optional<Deed> said(String word) {
    return Optional.of(new Deed(word, Map.of()));
  }

  private static Optional<Deed> said(String word, String fact, String text) {
    return Optional.of(new Deed(word, Map.of(fact, shortened(text))));
  }

  private static String name(Consultation c, String party) {
    return c.party(party).map(p -> spoken(p.name())).orElse(party);
  }

  private static String spoken(LocalizedText text) {
    return text.in("en").map(LocalizedText.Spoken::text).orElse("");
  }

  private static String shortened(String text) {
    int points = text.codePointCount(0, text.length());
    return points <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
