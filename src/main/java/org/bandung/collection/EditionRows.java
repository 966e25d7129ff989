package org.bandung.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bandung.collection.Edition.Row;
import org.bandung.collection.Edition.Said;
import org.bandung.collection.Edition.Sum;
import org.bandung.collection.Round.Asked;
import org.bandung.collection.Round.Standing;
import org.bandung.kernel.Fate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Reader;
import org.bandung.kernel.StableId;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.springframework.stereotype.Component;

/// The rows of an edition: each initiative once, whoever has it on a list or adds it.
@Component
class EditionRows {

  private static final String DISBURSEMENT = "disbursement";

  private final Registry registry;

  EditionRows(Registry registry) {
    this.registry = registry;
  }

  /// The rows that a round gives now. What all who have it on their lists refuse is left out; only
  /// accepted answers count, everything else is unanswered.
  List<Row> of(Round r) {
    var listed = new LinkedHashMap<String, List<Said>>();
    var corrections = new HashMap<String, List<Correction>>();
    var now = standing(r);
    for (var a : r.asked().values()) {
      boolean heard = a.standing() == Standing.ACCEPTED && !a.nothing();
      for (var item : a.items().keySet()) {
        var id = now.getOrDefault(item, item);
        var answer = heard ? a.answers().get(item) : null;
        listed
            .computeIfAbsent(id, k -> new ArrayList<>())
            .add(said(a, answer == null ? Edition.UNANSWERED : answer.word()));
        if (answer instanceof Answer.Corrected c) {
          corrections.computeIfAbsent(id, k -> new ArrayList<>()).add(c.correction());
        }
      }
    }
    listed.values().removeIf(s -> s.stream().allMatch(x -> x.word().equals("refused")));
    var rows = new LinkedHashMap<String, Row>();
    known(listed.keySet())
        .forEach(row ->
            rows.put(
                row.key(),
                corrected(
                    row,
                    listed.getOrDefault(row.key(), List.of()),
                    corrections.getOrDefault(row.key(), List.of()))));
    add(r, rows);
    return List.copyOf(rows.values());
  }

  /// Ids that were merged since, with those they lead to.
  private Map<String, String> standing(Round r) {
    var ids = new TreeSet<String>();
    r.asked().values().forEach(a -> ids.addAll(a.items().keySet()));
    return merged(ids);
  }

  private Map<String, String> merged(Set<String> ids) {
    var now = new HashMap<String, String>();
    registry
        .fates(Reader.PUBLIC, ids)
        .forEach((id, fate) -> {
          if (fate instanceof Fate.Merged(var into)) {
            now.put(id, into);
          }
        });
    return now;
  }

  /// Of rows of the registry, those of which everybody reads nothing any more.
  List<Row> closed(List<Row> frozen) {
    var ids = new TreeSet<String>();
    frozen.stream().filter(Row::inRegistry).forEach(r -> ids.add(r.key()));
    var now = merged(ids);
    ids.addAll(now.values());
    var fates = registry.fates(Reader.PUBLIC, ids);
    return frozen.stream()
        .filter(Row::inRegistry)
        .filter(r -> {
          var fate = fates.get(now.getOrDefault(r.key(), r.key()));
          return fate == null || fate instanceof Fate.Closed;
        })
        .toList();
  }

  private static Said said(Asked a, String word) {
    return new Said(a.institution(), a.name(), word);
  }

  /// A word for what the registry says now: equal words, equal rows.
  String state() {
    return registry.state();
  }

  /// Rows of initiatives as the registry has them for everybody, in the order of the ids.
  List<Row> known(Collection<String> ids) {
    var wanted = new LinkedHashSet<>(ids);
    var summaries = registry.summaries(Reader.PUBLIC, wanted);
    var money = new HashMap<String, List<Sum>>();
    registry
        .countable(wanted)
        .forEach(c -> money.put(c.id(), sums(c.given().stream().map(g -> g.what()).toList())));
    var rows = new ArrayList<Row>();
    for (var id : wanted) {
      var s = summaries.get(id);
      if (s != null) {
        rows.add(
            new Row(
                id,
                true,
                s.originalId(),
                s.title(),
                s.period().start(),
                s.period().end(),
                s.modality(),
                s.countries().stream()
                    .map(c -> c.country().alpha3() + " " + c.role().code())
                    .distinct()
                    .sorted()
                    .toList(),
                s.sectors().stream().sorted().toList(),
                money.getOrDefault(id, List.of()),
                List.of(),
                List.of()));
      }
    }
    return rows;
  }

  private static List<Sum> sums(List<Content.Contribution> contributions) {
    var sums = new Edition.Sums();
    for (var c : contributions) {
      var amount = c.amount();
      if (amount != null && amount.currency() != null) {
        sums.add(new Sum(c.kind(), amount.currency(), amount.value()));
      }
    }
    return sums.all();
  }

  /// An institution's own word stands before what was known; the first invited before the others.
  private static Row corrected(Row row, List<Said> said, List<Correction> corrections) {
    var fields = new TreeSet<String>();
    var title = row.title();
    var start = row.start();
    var end = row.end();
    var money = row.money();
    for (var c : corrections.reversed()) {
      if (!c.title().isEmpty()) {
        title = over(title, c.title());
        fields.add("title");
      }
      if (c.start() != null) {
        start = c.start();
        fields.add("start");
      }
      if (c.end() != null) {
        end = c.end();
        fields.add("end");
      }
      if (c.amount() != null && c.amount().currency() != null) {
        var sums = new Edition.Sums();
        money.stream().filter(m -> !m.kind().equals(DISBURSEMENT)).forEach(sums::add);
        sums.add(new Sum(DISBURSEMENT, c.amount().currency(), c.amount().value()));
        money = sums.all();
        fields.add("money");
      }
    }
    return new Row(
        row.key(),
        row.inRegistry(),
        row.originalId(),
        title,
        start,
        end,
        row.modality(),
        row.countries(),
        row.sectors(),
        money,
        said,
        List.copyOf(fields));
  }

  /// A text with what another says in its languages.
  static LocalizedText over(LocalizedText before, LocalizedText said) {
    var texts = new TreeMap<>(before.byLanguage());
    texts.putAll(said.byLanguage());
    return new LocalizedText(texts);
  }

  /// What is added counts once: with the initiative whose identifier it names, else with what
  /// others add under the same identifier.
  private void add(Round r, Map<String, Row> rows) {
    var byIdentifier = new HashMap<String, String>();
    rows.values().forEach(row -> byIdentifier.put(normalised(row.originalId()), row.key()));
    for (var a : r.asked().values()) {
      if (a.standing() == Standing.ACCEPTED) {
        for (var addition : a.additions().values()) {
          var content = addition.said();
          var own = Handover.originalId(r.id(), a.institution(), addition.key());
          var names =
              content.identifiers().stream().map(i -> normalised(i.value())).sorted().toList();
          var key =
              names.stream()
                  .filter(byIdentifier::containsKey)
                  .map(byIdentifier::get)
                  .findFirst()
                  .or(() ->
                      handed(r, Handover.handed(a.institution(), own)).filter(rows::containsKey))
                  .orElse("add:" + StableId.of(names.isEmpty() ? own : names.getFirst()));
          names.forEach(n -> byIdentifier.putIfAbsent(n, key));
          rows.merge(key, row(key, own, content, said(a, "added")), EditionRows::both);
        }
      }
    }
  }

  /// The initiative that an earlier release made of it.
  private static Optional<String> handed(Round r, String name) {
    return r.editions().stream().flatMap(m -> Stream.ofNullable(m.handed().get(name))).findFirst();
  }

  private static String normalised(String identifier) {
    return identifier.strip().toUpperCase(Locale.ROOT);
  }

  private static Row both(Row first, Row other) {
    var said = new ArrayList<>(first.said());
    said.addAll(other.said());
    return new Row(
        first.key(),
        first.inRegistry(),
        first.originalId(),
        first.title(),
        first.start(),
        first.end(),
        first.modality(),
        first.countries(),
        first.sectors(),
        first.money(),
        said,
        first.corrected());
  }

  private Row row(String key, String originalId, Content content, Said said) {
    Set<String> countries = new TreeSet<>();
    Set<String> sectors = new TreeSet<>();
    content.participants().stream()
        .filter(p -> p.country() != null)
        .forEach(p -> countries.add(p.country().alpha3() + " " + p.role().code()));
    content.classifications().stream()
        .filter(c -> c.scheme().startsWith("dac-sector"))
        .forEach(c -> sectors.add(c.code()));
    return new Row(
        key,
        false,
        originalId,
        content.title(),
        content.actual().start(),
        content.actual().end(),
        registry.derive(content).modality(),
        List.copyOf(countries),
        List.copyOf(sectors),
        sums(content.contributions()),
        List.of(said),
        List.of());
  }
}
