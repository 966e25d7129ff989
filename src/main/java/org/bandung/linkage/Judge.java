package org.bandung.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bandung.linkage.Proposal.Reason;
import org.bandung.linkage.Weighing.Weighed;
import org.bandung.linkage.engine.Assignment;
import org.bandung.linkage.engine.FellegiSunter;

/// Turns weighed pairs into outcomes with reasons. Pure.
///
/// In this order: amounts that balance make parts of a whole; equal titles in periods that do not
/// touch are a repeat, in other countries a sister, both related; what is probable enough is the
/// same, within one source only where nothing speaks against it; of several partners in another
/// source the one that fits best; the rest is unsure down to the floor.
final class Judge {

  static final double SAME = 0.8;
  static final double UNSURE = 0.2;
  private static final int CLOSE = 4;

  /// Bits by which a partner must fit better than any other to be the one.
  private static final double MARGIN = 1;

  private final Pool pool;
  private final int[] statement;
  private final FellegiSunter.Model model;
  private final Map<Long, Judged> judged = new LinkedHashMap<>();

  Judge(Pool pool, int[] statement, FellegiSunter.Model model) {
    this.pool = pool;
    this.statement = statement;
    this.model = model;
  }

  /// A pair of statements with what was found of it; the left one is the part of a whole.
  record Judged(
      int left, int right, Weighed faces, Outcome outcome, double probability, List<Reason> more) {

    Judged as(Outcome other, double probability, Reason reason) {
      var reasons = new ArrayList<>(more);
      reasons.add(reason);
      return new Judged(left, right, faces, other, probability, reasons);
    }

    private Judged turned() {
      return new Judged(right, left, faces, outcome, probability, more);
    }
  }

  /// Every pair that is not simply different.
  List<Judged> judge(List<Weighed> pairs) {
    best(pairs).forEach((key, pair) -> judged.put(key, first(pair)));
    parts();
    oneToOne();
    return judged.values().stream().filter(j -> j.outcome() != Outcome.DIFFERENT).toList();
  }

  private Map<Long, Weighed> best(List<Weighed> pairs) {
    var best = new LinkedHashMap<Long, Weighed>();
    for (var pair : pairs) {
      best.merge(
          key(statement[pair.left()], statement[pair.right()]),
          pair,
          (a, b) -> b.weight() > a.weight() ? b : a);
    }
    return best;
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  private Judged first(Weighed pair) {
    var a = pool.get(pair.left());
    var b = pool.get(pair.right());
    int title = Field.TITLE.level(pair.pattern());
    var plain =
        new Judged(
            statement[pair.left()],
            statement[pair.right()],
            pair,
            outcome(pair, a.source() == b.source()),
            pair.probability(),
            List.of());
    if (title >= CLOSE && Comparison.disjoint(a, b)) {
      return plain.as(Outcome.RELATED, pair.probability(), new Reason("repeat", gap(a, b)));
    }
    boolean elsewhere =
        Field.COUNTRIES.level(pair.pattern()) == 1
            || (a.source() == b.source() && Field.COUNTRIES.level(pair.pattern()) == 2);
    if (title >= CLOSE && elsewhere) {
      return plain.as(Outcome.RELATED, pair.probability(), new Reason("elsewhere", 0));
    }
    return plain;
  }

  private Outcome outcome(Weighed pair, boolean oneSource) {
    if (pair.probability() < UNSURE) {
      return Outcome.DIFFERENT;
    }
    boolean same = pair.probability() >= SAME && !(oneSource && doubtful(pair.pattern()));
    return same ? Outcome.SAME : Outcome.UNSURE;
  }

  /// A source that gives two ids means two things, unless it says all the same of both, down to the
  /// money.
  private static boolean doubtful(int pattern) {
    return Field.TITLE.level(pattern) < Field.TITLE.most()
        || Field.TEXT.level(pattern) < Field.TEXT.most()
        || Field.AMOUNT.level(pattern) < Field.AMOUNT.most()
        || Field.COUNTRIES.level(pattern) == 2
        || Field.COUNTRIES.level(pattern) == 3
        || Field.PERIOD.level(pattern) == 2;
  }

  /// Days between two periods that do not touch.
  private static long gap(Traits a, Traits b) {
    return Math.max(
        a.end() == Traits.UNKNOWN ? 0 : (long) b.start() - a.end(),
        b.end() == Traits.UNKNOWN ? 0 : (long) a.start() - b.end());
  }

  private double withoutAmount(Weighed pair) {
    return pair.weight() - model.weight(Field.AMOUNT.ordinal(), Field.AMOUNT.level(pair.pattern()));
  }

  /// One-to-many: for each whole and each other source, the smaller amounts that make it together.
  private void parts() {
    Map<Integer, Map<Integer, Map<Integer, Judged>>> ofWhole = new LinkedHashMap<>();
    for (var pair : judged.values()) {
      double ratio =
          Comparison.ratio(pool.get(pair.faces().left()), pool.get(pair.faces().right()));
      boolean smaller = ratio < 0.97 && model.probability(withoutAmount(pair.faces())) >= UNSURE;
      var part = amount(pair, true) <= amount(pair, false) ? pair : pair.turned();
      var a = pool.get(pair.faces().left());
      var b = pool.get(pair.faces().right());
      if (smaller && a.source() != b.source() && !Comparison.disjoint(a, b)) {
        int source = (part == pair ? a : b).source();
        ofWhole
            .computeIfAbsent(part.right(), w -> new LinkedHashMap<>())
            .computeIfAbsent(source, s -> new LinkedHashMap<>())
            .put(part.left(), part);
      }
    }
    ofWhole.values().forEach(bySource -> bySource.values().forEach(this::balance));
    oneWhole();
  }

  /// A part has one whole in a source: the one that fits best.
  private void oneWhole() {
    Map<List<Integer>, List<Judged>> byPart = new LinkedHashMap<>();
    for (var pair : judged.values()) {
      if (pair.outcome() == Outcome.PART_OF) {
        boolean asFaces = statement[pair.faces().left()] == pair.left();
        var whole = pool.get(asFaces ? pair.faces().right() : pair.faces().left());
        byPart
            .computeIfAbsent(List.of(pair.left(), whole.source()), k -> new ArrayList<>())
            .add(pair);
      }
    }
    for (var wholes : byPart.values()) {
      wholes.sort(Comparator.comparingDouble(Judged::probability).reversed());
      for (var other : wholes.subList(1, wholes.size())) {
        judged.put(
            key(other.left(), other.right()),
            other.as(Outcome.UNSURE, other.probability(), new Reason("another-better", 0)));
      }
    }
  }

  private double amount(Judged pair, boolean left) {
    boolean asFaces = statement[pair.faces().left()] == pair.left();
    return pool.get(left == asFaces ? pair.faces().left() : pair.faces().right()).amount();
  }

  private void balance(Map<Integer, Judged> candidates) {
    var any = candidates.values().iterator().next();
    double whole = amount(any, false);
    var parts =
        candidates.values().stream()
            .map(j -> new Balance.Part(j.left(), amount(j, true), withoutAmount(j.faces())))
            .toList();
    var found = Balance.parts(whole, parts);
    double sum = found.stream().mapToDouble(Balance.Part::amount).sum();
    double bits = surprise(Math.abs(sum - whole) / whole, parts.size());
    for (var part : found) {
      var pair = candidates.get(part.number());
      double probability = model.probability(part.weight() + bits);
      if (pair != null && probability >= 0.5) {
        judged.put(
            key(pair.left(), pair.right()),
            pair.as(Outcome.PART_OF, probability, new Reason("balance", found.size())));
      }
    }
  }

  /// How many bits it tells that some set of so many amounts hits the whole so closely: with many
  /// sets to choose from one nearly always does.
  private static double surprise(double off, int candidates) {
    double sets = Math.pow(2, candidates) - candidates - 1;
    return Math.max(0, -Math.log(2 * Math.max(off, 0.0005) * Math.max(1, sets)) / Math.log(2));
  }

  /// Of several partners in one other source only one is the same: the best for all together.
  private void oneToOne() {
    Map<Long, List<Assignment.Edge>> bySources = new HashMap<>();
    for (var pair : judged.values()) {
      var a = pool.get(pair.faces().left());
      var b = pool.get(pair.faces().right());
      if (pair.outcome() == Outcome.SAME && a.source() != b.source()) {
        boolean order = a.source() < b.source();
        bySources
            .computeIfAbsent(key(a.source(), b.source()), s -> new ArrayList<>())
            .add(
                new Assignment.Edge(
                    order ? pair.left() : pair.right(),
                    order ? pair.right() : pair.left(),
                    pair.faces().weight()));
      }
    }
    bySources.values().forEach(this::oneToOne);
  }

  private void oneToOne(List<Assignment.Edge> edges) {
    var kept = new java.util.HashSet<>(Assignment.oneToOne(edges));
    Map<Integer, List<Assignment.Edge>> rivals = new HashMap<>();
    for (var edge : edges) {
      rivals.computeIfAbsent(edge.left(), l -> new ArrayList<>()).add(edge);
      rivals.computeIfAbsent(-1 - edge.right(), r -> new ArrayList<>()).add(edge);
    }
    for (var edge : edges) {
      boolean rivalled =
          Stream.of(rivals.get(edge.left()), rivals.get(-1 - edge.right()))
              .flatMap(List::stream)
              .anyMatch(e -> e != edge && e.weight() > edge.weight() - MARGIN);
      if (!kept.contains(edge) || rivalled) {
        var why = kept.contains(edge) ? "another-as-well" : "another-better";
        judged.computeIfPresent(
            key(edge.left(), edge.right()),
            (k, j) -> j.as(Outcome.UNSURE, j.probability(), new Reason(why, 0)));
      }
    }
  }

  /// What speaks for a pair, then what speaks against it.
  List<Reason> reasons(Judged pair) {
    var reasons = new ArrayList<>(pair.more());
    var said = new ArrayList<Said>();
    for (var field : Field.values()) {
      int level = field.level(pair.faces().pattern());
      if (level > 0) {
        said.add(new Said(new Reason(field.code(level), 0), model.weight(field.ordinal(), level)));
      }
    }
    if (pool.sharesIdentifier(pair.faces().left(), pair.faces().right())) {
      reasons.add(new Reason("identifier", 0));
    }
    said.stream()
        .filter(s -> Math.abs(s.bits()) >= 0.5)
        .sorted(Comparator.comparingDouble(Said::bits).reversed())
        .forEach(s -> reasons.add(s.reason()));
    return reasons;
  }

  private record Said(Reason reason, double bits) {}
}
