package org.bandung.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bandung.concepts.Concepts;
import org.bandung.linkage.Proposal.Reason;
import org.bandung.registry.said.Content;

/// Links statements: reads them, weighs the pairs, judges, and adds what sources declare
/// themselves.
final class Linker {

  /// Below this a pair is not even looked at by the judge.
  private static final double FLOOR = 0.05;

  private static final int CAP = 150;

  private final Concepts concepts;
  private final Converter converter;

  /// @param declared whether relations that sources declare are read; an evaluation hides them
  record Settings(boolean declared) {}

  private final Settings settings;

  Linker(Concepts concepts, Converter converter, Settings settings) {
    this.concepts = concepts;
    this.converter = converter;
    this.settings = settings;
  }

  /// What was found, and how much was compared.
  record Linked(List<Proposal> proposals, long compared) {}

  Linked link(List<Told> told) {
    var reader = new TraitsReader(concepts, converter);
    var faces = reader.read(told);
    var pool = new Pool(faces.traits(), reader.names);
    int[] of = faces.statement();
    var weighed =
        Weighing.weigh(
            pool,
            CAP,
            FLOOR,
            (l, r) -> !told.get(of[l]).initiative().equals(told.get(of[r]).initiative()),
            Confirmed.pairs(told, of));
    var judge = new Judge(pool, of, weighed.model());
    var proposals = new LinkedHashMap<String, Proposal>();
    for (var pair : judge.judge(weighed.pairs())) {
      var left = told.get(pair.left()).key();
      var right = told.get(pair.right()).key();
      proposals.put(
          pairKey(left, right),
          new Proposal(left, right, pair.outcome(), pair.probability(), judge.reasons(pair)));
    }
    if (settings.declared()) {
      declared(told).forEach(p -> proposals.put(pairKey(p.left(), p.right()), p));
    }
    return new Linked(List.copyOf(proposals.values()), weighed.compared());
  }

  static String pairKey(String a, String b) {
    return a.compareTo(b) < 0 ? a + "\n" + b : b + "\n" + a;
  }

  /// Ties that a source states itself: parent and child, sisters, the same told by a third party.
  private static List<Proposal> declared(List<Told> told) {
    Map<String, List<Told>> byId = new HashMap<>();
    told.forEach(
        t -> byId.computeIfAbsent(normalised(t.originalId()), i -> new ArrayList<>()).add(t));
    var proposals = new ArrayList<Proposal>();
    for (var one : told) {
      for (var relation : one.content().relations()) {
        for (var other : byId.getOrDefault(normalised(relation.originalId()), List.of())) {
          if (!other.initiative().equals(one.initiative())) {
            proposals.add(declared(one, other, relation));
          }
        }
      }
    }
    return proposals;
  }

  private static Proposal declared(Told one, Told other, Content.Relation relation) {
    return switch (relation.type()) {
      case "1" -> said(one, other, Outcome.PART_OF, "declared-part");
      case "2" -> said(other, one, Outcome.PART_OF, "declared-part");
      case "5" -> said(one, other, Outcome.SAME, "declared-same");
      default -> said(one, other, Outcome.RELATED, "declared-related");
    };
  }

  private static Proposal said(Told left, Told right, Outcome outcome, String reason) {
    return new Proposal(left.key(), right.key(), outcome, 1, List.of(new Reason(reason, 0)));
  }

  private static String normalised(String id) {
    return id.strip().toUpperCase(Locale.ROOT);
  }
}
