package org.bandung.consultation.accord;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.Party;
import org.bandung.consultation.accord.AgreementEvent.Recorded;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.News;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Writes what happens to agreements into the log, and tells the parties and the authorities that
/// are asked.
@Service
final class AgreementDeeds {

  private final Audit audit;
  private final Mandates mandates;
  private final ApplicationEventPublisher news;

  AgreementDeeds(Audit audit, Mandates mandates, ApplicationEventPublisher news) {
    this.audit = audit;
    this.mandates = mandates;
    this.news = news;
  }

  /// @param word of the log and of the news
  private record Told(String word, Map<String, String> facts) {}

  void saw(List<Recorded> happened, Agreement a, LocalizedText title) {
    for (var recorded : happened) {
      told(recorded.event())
          .ifPresent(told -> {
            if (!recorded.by().equals(Author.CLOCK)) {
              audit(recorded.by().person(), body(recorded.by()), told.word(), a, told.facts());
            }
            tell(recorded, told, a, title);
          });
    }
  }

  /// A deed that is no event of the agreement's history.
  void audit(String person, String body, String word, Agreement a, Map<String, String> facts) {
    var detail = new TreeMap<>(facts);
    detail.put("number", a.origin().number());
    audit.record(new Audit.Deed(person, body, "agreement." + word, a.id(), detail));
  }

  private String body(Author by) {
    return mandates.actingFor(by.party()).map(Body::id).orElse(by.party());
  }

  private void tell(Recorded recorded, Told told, Agreement a, LocalizedText title) {
    var bodies =
        a.parties().stream()
            .map(Party::id)
            .filter(p -> !p.equals(recorded.by().party()))
            .flatMap(p -> mandates.actingFor(p).stream())
            .map(Body::id)
            .collect(Collectors.toSet());
    if (recorded.event() instanceof AgreementEvent.EndorsementDemanded(int n, var parties)) {
      bodies.clear();
      for (var party : parties) {
        mandates
            .actingFor(party)
            .map(Body::country)
            .flatMap(mandates::actingFor)
            .map(Body::id)
            .ifPresent(bodies::add);
      }
    }
    var facts = new TreeMap<>(told.facts());
    facts.put("number", a.origin().number());
    facts.put("title", title.in("en").map(LocalizedText.Spoken::text).orElse(""));
    facts.put("body", mandates.actingFor(recorded.by().party()).map(Body::name).orElse("Bandung"));
    news.publishEvent(
        new News(
            bodies,
            recorded.by().person(),
            "agreement." + told.word(),
            "/desk/agreements/" + a.id(),
            facts));
  }

  /// Tells the parties of a consultation why nothing came of what they have agreed.
  void nothingCame(Consultation c, AgreementOutcome why) {
    var told =
        switch (why) {
          case AgreementOutcome.CannotStandUnder above -> Optional.of(new Told("under", Map.of()));
          case AgreementOutcome.NotAllConsented(var parties) -> {
            var names = parties.stream().map(this::name).collect(Collectors.joining(", "));
            yield Optional.of(new Told("consent", Map.of("parties", names)));
          }
          case AgreementOutcome.OutOfPlace over -> Optional.of(new Told("place", Map.of()));
          default -> Optional.<Told>empty();
        };
    told.ifPresent(t -> {
      var facts = new TreeMap<>(t.facts());
      var title = c.latest().proposal().title();
      facts.put("title", title.in("en").map(LocalizedText.Spoken::text).orElse(""));
      var bodies =
          c.remaining().stream()
              .flatMap(p -> mandates.actingFor(p.id()).stream())
              .map(Body::id)
              .collect(Collectors.toSet());
      news.publishEvent(
          new News(
              bodies, "", "consultation.not-made-" + t.word(), "/desk/talks/" + c.id(), facts));
    });
  }

  private String name(String party) {
    return mandates.actingFor(party).map(Body::name).orElse(party);
  }

  private Optional<Told> told(AgreementEvent event) {
    return switch (event) {
      case AgreementEvent.Made made -> said("made");
      case AgreementEvent.Signed signed -> said("signed");
      case AgreementEvent.Notified(int revision, var on) -> said("notified");
      case AgreementEvent.EnteredIntoForce entered -> said("in-force");
      case AgreementEvent.Changed changed -> said("changed");
      case AgreementEvent.PaperAttested(int revision, var party, var file) ->
          Optional.of(new Told("paper", Map.of("party", name(party))));
      case AgreementEvent.PaperDisowned(int revision, var reason) -> said("paper-disowned", reason);
      case AgreementEvent.Undone(var consultation, var reason) -> said("undone", reason);
      case AgreementEvent.Withdrawn(var reason, var on) -> said("withdrawn", reason);
      case AgreementEvent.InstrumentAttached attached -> said("instrument");
      case AgreementEvent.Annulled(var reason) -> said("annulled", reason);
      case AgreementEvent.EndorsementDemanded demanded -> said("endorsement-demanded");
      case AgreementEvent.Endorsed endorsed -> said("endorsed");
      case AgreementEvent.EndorsementRefused(int revision, var party, var reason) ->
          said("endorsement-refused", reason);
    };
  }

  private static Optional<Told> said(String word) {
    return Optional.of(new Told(word, Map.of()));
  }

  private static Optional<Told> said(String word, String reason) {
    int most = Math.min(reason.length(), 300);
    return Optional.of(new Told(word, Map.of("reason", reason.substring(0, most))));
  }
}
