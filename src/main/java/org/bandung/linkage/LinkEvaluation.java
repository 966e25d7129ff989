package org.bandung.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.Reader;
import org.bandung.registry.Registry;
import org.springframework.stereotype.Service;

/// How well does linking find what belongs together? On the statements of this node, with truths
/// that were hidden from it, and on records of these that a generator tells again.
///
/// Method, truths and limits: `docs/linkage.md`.
@Service
public class LinkEvaluation {

  private static final long SEED = 24_041_955L;
  private static final int MOST_RETOLD = 400;
  private static final int MOST_NAMED = 40;

  private final Registry registry;
  private final Concepts concepts;

  LinkEvaluation(Registry registry, Concepts concepts) {
    this.registry = registry;
    this.concepts = concepts;
  }

  /// Links the statements that the reader may see, and those told again.
  public LinkReport evaluate(Reader reader) {
    return evaluate(Linkage.statements(registry, reader), concepts);
  }

  static LinkReport evaluate(List<Told> statements, Concepts concepts) {
    // Each stands for itself: links by equal identifiers would tell the truth beforehand.
    var told =
        statements.stream()
            .map(t -> new Told(t.key(), t.source(), t.originalId(), t.key(), t.content()))
            .toList();
    var linker = new Linker(concepts, Converter.NONE, new Linker.Settings(false));
    var found = linker.link(told).proposals();
    var truths = new Truths(told);
    var lines = new ArrayList<LinkReport.Line>();
    lines.add(line("series-one-period", Outcome.SAME, truths.series(false), truths.keys(), found));
    lines.add(line("series-repeats", Outcome.RELATED, truths.series(true), truths.keys(), found));
    lines.add(line("declared-part", Outcome.PART_OF, truths.declared(true), truths.keys(), found));
    lines.add(
        line("declared-sister", Outcome.RELATED, truths.declared(false), truths.keys(), found));
    for (var kind : Perturbation.Kind.values()) {
      lines.add(retold(told, kind, linker, new Perturbation(concepts, SEED + kind.ordinal())));
    }
    return new LinkReport(
        told.size(), looked(told.size(), found), lines, sources(told, found), named(told, found));
  }

  private static Interval looked(int statements, List<Proposal> found) {
    var looked = new HashSet<String>();
    for (var proposal : found) {
      if (proposal.outcome() != Outcome.RELATED) {
        looked.add(proposal.left());
        looked.add(proposal.right());
      }
    }
    return Interval.share(looked.size(), statements);
  }

  /// Counts what was found of a truth among the records it speaks of.
  ///
  /// @param among the keys whose proposals are counted
  private static LinkReport.Line line(
      String set, Outcome expected, Set<String> truth, Set<String> among, List<Proposal> found) {
    var asked = new HashSet<String>();
    truth.forEach(pair -> asked.addAll(List.of(pair.split("\n", -1))));
    asked.retainAll(among);
    return count(set, expected, truth, asked, found);
  }

  private static LinkReport.Line count(
      String set, Outcome expected, Set<String> truth, Set<String> asked, List<Proposal> found) {
    Map<String, Interval.Counts> byRecord = new TreeMap<>();
    asked.forEach(a -> byRecord.put(a, new Interval.Counts(0, 0, 0)));
    var missed = new HashSet<>(truth);
    var unsure = new HashSet<String>();
    int seen = 0;
    int proposed = 0;
    int same = 0;
    for (var proposal : found) {
      var key = Linker.pairKey(proposal.left(), proposal.right());
      var record = asked.contains(proposal.left()) ? proposal.left() : proposal.right();
      if (!asked.contains(record)) {
        continue;
      }
      boolean is = truth.contains(key);
      seen++;
      proposed += is ? 1 : 0;
      same += is && proposal.outcome() == Outcome.SAME ? 1 : 0;
      if (proposal.outcome() == Outcome.UNSURE) {
        unsure.add(record);
      }
      if (proposal.outcome() == expected) {
        missed.remove(key);
        byRecord.merge(
            record, new Interval.Counts(is ? 1 : 0, is ? 0 : 1, 0), Interval.Counts::plus);
      }
    }
    for (var key : missed) {
      var pair = key.split("\n", -1);
      var record = asked.contains(pair[0]) ? pair[0] : pair[1];
      byRecord.merge(record, new Interval.Counts(0, 0, 1), Interval.Counts::plus);
    }
    var all =
        byRecord.values().stream().reduce(new Interval.Counts(0, 0, 0), Interval.Counts::plus);
    return new LinkReport.Line(
        set,
        expected.code(),
        asked.size(),
        truth.size(),
        Interval.share(all.right(), (long) all.right() + all.wrong()),
        Interval.share(all.right(), truth.size()),
        Interval.f(List.copyOf(byRecord.values())),
        Interval.share(proposed, truth.size()),
        asked.isEmpty() ? 0 : (double) seen / asked.size(),
        Interval.share(unsure.size(), asked.size()),
        Interval.share(same, truth.size()));
  }

  /// Tells some records again and links them with all the others.
  private static LinkReport.Line retold(
      List<Told> told, Perturbation.Kind kind, Linker linker, Perturbation perturbation) {
    var drawn = new ArrayList<>(told);
    java.util.Collections.shuffle(drawn, new java.util.Random(SEED));
    Map<String, Told> pool = new LinkedHashMap<>();
    told.forEach(t -> pool.put(t.key(), t));
    var truth = new HashSet<String>();
    var asked = new HashSet<String>();
    int records = 0;
    for (var one : drawn) {
      var retold = records < MOST_RETOLD ? perturbation.retell(one.content(), kind) : null;
      if (retold == null || retold.isEmpty()) {
        continue;
      }
      records++;
      pool.put(one.key(), with(one, one.key(), one.source(), retold.get().first()));
      // A repeat comes from the same source; all else from one of its own.
      var source = kind == Perturbation.Kind.REPEAT ? one.source() : "retold:" + kind.code();
      int number = 0;
      for (var second : retold.get().second()) {
        var key = "retold:" + one.key() + "/" + number++;
        pool.put(key, with(one, key, source, second));
        truth.add(Linker.pairKey(one.key(), key));
        asked.add(key);
      }
    }
    var found = linker.link(List.copyOf(pool.values())).proposals();
    // Parts told again belong together too; only what is between old and new is counted. A repeat
    // is
    // related to the sisters of what it repeats as well, which is neither right nor wrong.
    var across =
        found.stream()
            .filter(p -> asked.contains(p.left()) != asked.contains(p.right()))
            .filter(p ->
                p.outcome() != Outcome.RELATED
                    || truth.contains(Linker.pairKey(p.left(), p.right()))
                    || !plainTitle(pool.get(p.left())).equals(plainTitle(pool.get(p.right()))))
            .toList();
    return count("retold-" + kind.code(), kind.expected(), truth, asked, across);
  }

  private static String plainTitle(@org.jspecify.annotations.Nullable Told told) {
    return TraitsReader.withoutNumbers(org.bandung.reference.Folding.fold(title(told)));
  }

  private static Told with(
      Told of, String key, String source, org.bandung.registry.said.Content c) {
    return new Told(key, source, of.originalId() + key.hashCode(), key, c);
  }

  private static List<LinkReport.Sources> sources(List<Told> told, List<Proposal> found) {
    Map<String, String> sourceOf = new HashMap<>();
    told.forEach(t -> sourceOf.put(t.key(), t.source()));
    Map<String, int[]> counts = new TreeMap<>();
    for (var proposal : found) {
      var pair =
          Linker.pairKey(
              sourceOf.getOrDefault(proposal.left(), ""),
              sourceOf.getOrDefault(proposal.right(), ""));
      counts
          .computeIfAbsent(pair, p -> new int[Outcome.values().length])[
          proposal.outcome().ordinal()]++;
    }
    return counts.entrySet().stream()
        .map(e -> {
          var names = e.getKey().split("\n", -1);
          int[] n = e.getValue();
          return new LinkReport.Sources(
              names[0],
              names[1],
              n[Outcome.SAME.ordinal()],
              n[Outcome.PART_OF.ordinal()],
              n[Outcome.RELATED.ordinal()],
              n[Outcome.UNSURE.ordinal()]);
        })
        .toList();
  }

  /// Between two sources no truth is at hand.
  private static List<LinkReport.Named> named(List<Told> told, List<Proposal> found) {
    Map<String, Told> byKey = new HashMap<>();
    told.forEach(t -> byKey.put(t.key(), t));
    return found.stream()
        .filter(p -> {
          var left = byKey.get(p.left());
          var right = byKey.get(p.right());
          return left != null && right != null && !left.source().equals(right.source());
        })
        .sorted(Comparator.comparingDouble(Proposal::probability).reversed())
        .limit(MOST_NAMED)
        .map(p ->
            new LinkReport.Named(
                p.outcome().code(),
                p.probability(),
                p.left(),
                title(byKey.get(p.left())),
                p.right(),
                title(byKey.get(p.right())),
                p.reasons().stream().map(Proposal.Reason::code).toList()))
        .toList();
  }

  private static String title(@org.jspecify.annotations.Nullable Told told) {
    return told == null ? "" : told.content().title().in("en").map(t -> t.text()).orElse("");
  }
}
