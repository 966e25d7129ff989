package org.bandung.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.catalogue.Catalogue.Outcome;
import org.bandung.catalogue.Catalogue.Receipt;
import org.bandung.parties.Mention;
import org.bandung.parties.Parties;
import org.bandung.registry.Registry;
import org.bandung.store.ChangeLog;

/// Entries that come in together: read, decide, write, in one transaction of the caller's.
final class EntryBatch {

  /// What a batch works with.
  ///
  /// @param reading makes what lists show of an entry
  /// @param derivedWith what it is made with
  record Tools(
      EntryTable table,
      ChangeLog changes,
      Registry registry,
      Parties parties,
      Reading reading,
      String derivedWith) {}

  /// Makes what lists show of an entry.
  interface Reading {
    EntryReading of(Entry entry, Instant now);
  }

  private final Tools tools;
  private final List<Entry> entries;
  private final Instant now;
  private final Map<String, EntryTable.Standing> standing;
  private final Map<String, List<ConsentRules.Act>> consents;
  private final Map<String, EntryTable.Row> written = new LinkedHashMap<>();
  private final List<Entry> said = new ArrayList<>();

  EntryBatch(Tools tools, List<Entry> entries, Instant now) {
    this.tools = tools;
    this.entries = entries;
    this.now = now;
    var ids = entries.stream().map(Entry::id).toList();
    this.standing = new HashMap<>(tools.table.standing(ids));
    this.consents = tools.table.consents(ids);
  }

  /// One receipt each, in their order.
  List<Receipt> receive() {
    var receipts = entries.stream().map(this::decide).toList();
    tools.table.put(List.copyOf(written.values()), tools.derivedWith, now);
    tools.table.append(said, now);
    said.forEach(this::recordConsent);
    said.stream().map(Entry::source).distinct().forEach(tools.registry::rememberSource);
    tools.changes.record("catalogue", "entry", written.keySet());
    tools.parties.remember(mentions());
    return receipts;
  }

  private Receipt decide(Entry entry) {
    var id = entry.id();
    var stands = Optional.ofNullable(standing.get(id));
    var held = stands.map(EntryTable.Standing::held);
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var outcome = EntryRules.judge(entry, held, consents.getOrDefault(id, List.of()), today);
    if (outcome == Outcome.NO_CONSENT) {
      return new Receipt(outcome, id);
    }
    if (outcome != Outcome.UNCHANGED || EntryRules.judgedOtherwise(entry, held)) {
      var received = stands.map(EntryTable.Standing::received).orElse(now);
      written.put(id, new EntryTable.Row(entry, tools.reading.of(entry, now), received));
      standing.put(
          id,
          new EntryTable.Standing(
              new EntryRules.Held(entry.contentHash(), entry.judgedWith(), false), received));
    }
    if (outcome != Outcome.UNCHANGED) {
      said.add(entry);
    }
    return new Receipt(outcome, id);
  }

  /// Each consent once, however often an entry is said.
  private void recordConsent(Entry entry) {
    if (entry.details() instanceof Details.Expert(var given, var how)) {
      var act = new ConsentRules.Act(true, given);
      var acts = consents.computeIfAbsent(entry.id(), i -> new ArrayList<>());
      if (!acts.contains(act)) {
        acts.add(act);
        tools.table.record(entry.id(), true, given, how, now);
      }
    }
  }

  private List<Mention> mentions() {
    return said.stream()
        .flatMap(e -> e.content().participants().stream())
        .flatMap(p -> Optional.ofNullable(p.organisation()).stream())
        .filter(o -> o.reference() != null)
        .map(o -> new Mention(o.reference(), o.name(), o.type()))
        .toList();
  }
}
