package org.bandung.funds.calls;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Audit;
import org.bandung.access.OwnAccount;
import org.bandung.funds.calls.forms.ProposalForm;
import org.bandung.funds.calls.people.TrackRecord;
import org.bandung.funds.rules.Eligibility;
import org.bandung.funds.rules.Verdict;
import org.bandung.reference.Reference;
import org.bandung.store.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What deeds with proposals have in common: what they read, how they are judged, and how what
/// happened is written down with its letters. Everything here runs inside the deed's transaction.
@Component
class ProposalDesk {

  private final ProposalTable table;
  private final CallTable calls;
  private final Audit audit;
  private final ProposalLetters letters;
  private final ProposalFacts facts;
  private final TrackRecord record;
  private final Clock clock;

  @Autowired
  ProposalDesk(
      Database database,
      Audit audit,
      ProposalLetters letters,
      Reference reference,
      ObjectProvider<TrackRecord> record) {
    this(
        database,
        audit,
        letters,
        reference,
        record.getIfAvailable(() -> (fund, organisation) -> Optional.empty()),
        Clock.systemUTC());
  }

  ProposalDesk(
      Database database,
      Audit audit,
      ProposalLetters letters,
      Reference reference,
      TrackRecord record,
      Clock clock) {
    this.table = new ProposalTable(database);
    this.calls = new CallTable(database);
    this.audit = audit;
    this.letters = letters;
    this.facts = new ProposalFacts(reference);
    this.record = record;
    this.clock = clock;
  }

  ProposalTable table() {
    return table;
  }

  Call call(String id) {
    return calls.find(id).orElseThrow();
  }

  Optional<Call> findCall(String id) {
    return calls.find(id);
  }

  /// Keeps the call as it is until the deed is done: nobody cancels it meanwhile.
  Call lockCall(String id) {
    calls.log.lock(id);
    return call(id);
  }

  Instant now() {
    // As fine as the database keeps it.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  int year(Call call, Instant at) {
    return at.atZone(call.zone()).getYear();
  }

  /// What the rules of the call say of a form now.
  List<Verdict> verdicts(Proposal p, ProposalForm form, Call call, Instant now) {
    var book = call.book();
    if (book.isEmpty()) {
      return List.of();
    }
    // A proposal that comes again counts in the year in which it came first.
    var first = p.versions().isEmpty() ? now : p.versions().getFirst().at();
    var beside =
        new ProposalFacts.Beside(
            now,
            ProposalRules.deadline(p, call),
            table.others(p, year(call, first)),
            record.of(p.fund(), p.organisation()));
    return Eligibility.of(book.get(), facts.of(form, call, beside));
  }

  /// Writes down what happened; the proposal after it.
  Proposal write(
      Log.Doing doing, Proposal before, Call call, List<ProposalEvent> events, String word) {
    table.log.write(doing, before.sequence(), events);
    var after = table.find(doing.id()).orElseThrow();
    table.note(after, year(call, doing.at()), doing.at());
    audit.record(
        new Audit.Deed(doing.person(), doing.party(), "proposal." + word, doing.id(), Map.of()));
    var contact = table.contact(doing.id());
    if (contact.isPresent()) {
      events.forEach(e -> tell(contact.get(), after, call, e));
    }
    return after;
  }

  private void tell(ProposalTable.Contact contact, Proposal p, Call call, ProposalEvent event) {
    var nothing = new ProposalLetters.Said("", "", "");
    switch (event) {
      case ProposalEvent.Submitted s -> letters.write(contact, "submitted", p, call, nothing);
      case ProposalEvent.Screened(var passed, var reason) ->
          letters.write(
              contact,
              passed ? "screened-in" : "screened-out",
              p,
              call,
              new ProposalLetters.Said(reason, "", ""));
      case ProposalEvent.Decided d -> {
        var until = d.until() == null ? "" : d.until() + " (" + call.plan().zone() + ")";
        letters.write(
            contact,
            p.rulings().getLast().what(),
            p,
            call,
            new ProposalLetters.Said(d.reason(), d.conditions(), until));
      }
      case ProposalEvent.Begun e -> {}
      case ProposalEvent.Saved e -> {}
      case ProposalEvent.Withdrawn e -> {}
      case ProposalEvent.Assigned e -> {}
      case ProposalEvent.Conflicted e -> {}
      case ProposalEvent.Reviewed e -> {}
      case ProposalEvent.Listed e -> {}
    }
  }

  /// Forgets the address of somebody who closed her account; runs inside that transaction.
  @EventListener
  void closed(OwnAccount.Closed closed) {
    table.forget(closed.email());
  }
}
