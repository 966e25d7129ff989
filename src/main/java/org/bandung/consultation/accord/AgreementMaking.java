package org.bandung.consultation.accord;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.access.Body;
import org.bandung.access.CountryRules;
import org.bandung.access.Mandates;
import org.bandung.consultation.Conclusion;
import org.bandung.consultation.ConclusionChanged;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.accord.AgreementEvent.Recorded;
import org.bandung.consultation.accord.AgreementOutcome.Done;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Makes and changes agreements where consultations come to one, in their transaction: a consent
/// without its agreement is never seen.
@Service
final class AgreementMaking {

  private static final Logger LOG = LoggerFactory.getLogger(AgreementMaking.class);

  private final Database database;
  private final AgreementTable table;
  private final AgreementDeeds deeds;
  private final Mandates mandates;
  private final CountryRules rules;
  private final Clock clock;

  @Autowired
  AgreementMaking(Database database, AgreementDeeds deeds, Mandates mandates, CountryRules rules) {
    this.database = database;
    this.table = new AgreementTable(database);
    this.deeds = deeds;
    this.mandates = mandates;
    this.rules = rules;
    this.clock = Clock.systemUTC();
  }

  @EventListener
  void follow(ConclusionChanged changed) {
    database.inTransaction(() -> {
      var c = changed.now();
      var now = now();
      boolean stands = false;
      for (var id : table.ofConsultation(c.id())) {
        stands |= !annulled(id, c, changed.disowned(), now);
      }
      changedBy(c).forEach(id -> undo(id, c, changed.disowned(), now));
      if (!stands && c.conclusion() instanceof Conclusion.Agreed agreed) {
        switch (c.versions().get(agreed.version() - 1).proposal().effect()) {
          case Effect.MakesAgreement made -> make(c, made, now);
          case Effect.ChangesAgreement(var agreement, var change) -> change(c, agreement, now);
          case Effect.StatesPosition position -> {}
          case Effect.EndsTalks end -> {}
        }
      }
      return true;
    });
  }

  /// Annuls the agreement if its consultation does not stand for it any more; says whether it is
  /// annulled then.
  private boolean annulled(String id, Consultation c, String reason, Instant now) {
    table.lock(id);
    var a = table.find(id).orElseThrow();
    if (AgreementRules.annul(a, c, reason, now) instanceof Done(var events, var after)) {
      write(after, events);
      return true;
    }
    return a.term().annulled() != null;
  }

  /// The agreements that its versions would change.
  private static Set<String> changedBy(Consultation c) {
    return c.versions().stream()
        .flatMap(v ->
            v.proposal().effect() instanceof Effect.ChangesAgreement(var agreement, var change)
                ? Stream.of(agreement)
                : Stream.of())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Undoes its change of an agreement if it does not stand for it any more.
  private void undo(String id, Consultation c, String reason, Instant now) {
    if (table.lock(id)
        && AgreementRules.undo(table.find(id).orElseThrow(), c, reason, now)
            instanceof Done(var events, var after)) {
      var all = new ArrayList<>(events);
      // The text that holds again may lack nothing but the consent that was in doubt.
      var entered = AgreementRules.enterIntoForce(after, now);
      entered.ifPresent(done -> all.addAll(done.events()));
      write(entered.map(Done::after).orElse(after), all);
    }
  }

  private void make(Consultation c, Effect.MakesAgreement made, Instant now) {
    var under = made.under();
    if (under != null) {
      table.lock(under);
    }
    var above = under == null ? Optional.<Agreement>empty() : table.find(under);
    var id = StableId.of("agreement", c.id(), String.valueOf(c.sequence()));
    // A number is taken only by an agreement that comes about: this is judged without one first.
    var judged = AgreementRules.make(id, "", c, above, now);
    if (!(judged instanceof Done)) {
      LOG.warn("No agreement came of {}: {}", c.id(), judged);
      deeds.nothingCame(c, judged);
      return;
    }
    var number = table.nextNumber(now.atOffset(ZoneOffset.UTC).getYear());
    if (AgreementRules.make(id, number, c, above, now) instanceof Done(var first, var begun)) {
      var events = new ArrayList<>(first);
      var after = AgreementRules.demandEndorsement(begun, demanding(begun, now), now, events);
      table.begin(after, now);
      keepText(after, c);
      write(after, events);
    }
  }

  private void change(Consultation c, String id, Instant now) {
    if (!table.lock(id)) {
      LOG.warn("{} changes {}, which is not here", c.id(), id);
      return;
    }
    var a = table.find(id).orElseThrow();
    var outcome = AgreementRules.change(a, c, now);
    if (!(outcome instanceof Done(var first, var changed))) {
      LOG.warn("{} could not change {}: {}", c.id(), id, outcome);
      deeds.nothingCame(c, outcome);
      return;
    }
    var events = new ArrayList<>(first);
    var after = changed;
    if (changed.revisions().size() > a.revisions().size()) {
      after = AgreementRules.demandEndorsement(changed, demanding(changed, now), now, events);
      keepText(after, c);
    }
    write(after, events);
  }

  /// The institutions among the parties whose countries demand an endorsement.
  private List<String> demanding(Agreement a, Instant now) {
    return a.boundOn(now.atOffset(ZoneOffset.UTC).toLocalDate()).stream()
        .filter(p -> p.kind() == Party.Kind.ORGANISATION)
        .map(Party::id)
        .filter(this::isUnderDemand)
        .toList();
  }

  private boolean isUnderDemand(String party) {
    return mandates
        .actingFor(party)
        .map(Body::country)
        .filter(country -> mandates.actingFor(country).isPresent())
        .map(country -> rules.of(country).agreements())
        .orElse(false);
  }

  private void keepText(Agreement a, Consultation c) {
    var proposal = c.versions().get(a.latest().version() - 1).proposal();
    table.keepText(
        a.id(), new AgreementTable.Text(a.latest().number(), proposal, AgreementDocument.of(a, c)));
  }

  /// Brings agreements into force whose last missing party is no longer bound: only time brings
  /// that about, and nobody's deed.
  void moveOn() {
    for (var id : table.waiting()) {
      database.inTransaction(() -> {
        table.lock(id);
        AgreementRules.enterIntoForce(table.find(id).orElseThrow(), now())
            .ifPresent(done -> write(done.after(), done.events()));
        return true;
      });
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void write(Agreement after, List<Recorded> events) {
    table.append(after.id(), events);
    deeds.saw(events, after, table.text(after.id(), after.latest().number()).proposal().title());
  }
}
