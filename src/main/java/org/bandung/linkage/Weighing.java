package org.bandung.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bandung.linkage.engine.Blocking;
import org.bandung.linkage.engine.FellegiSunter;

/// Weighs all candidate pairs of a pool: blocks, counts how often pairs at random agree, scores
/// all.
///
/// How often matches agree is known beforehand (`agreement.csv`) and from what people confirmed
/// ([Confirmed]); how often other pairs agree is counted in pairs of this pool drawn at random; the
/// prior takes one statement in ten to have a partner. Nothing is learnt by rounds of
/// expectation-maximisation: a node may hold next to no match to learn from, and then the rounds
/// find whatever else clusters, the sisters of one programme in many countries (measured in
/// `docs/linkage.md`).
final class Weighing {

  private static final int TASKS = 64;
  private static final long SEED = 18_041_955L;
  private static final long DRAWN = 500_000;
  private static final double LEAST = 1e-5;

  /// One statement in ten is taken to have a partner.
  private static final double PARTNERED = 0.1;

  private static final double MOST_PRIOR = 0.1;

  private Weighing() {}

  /// A pair worth looking at.
  ///
  /// @param weight in bits
  record Weighed(int left, int right, int pattern, double weight, double probability) {}

  /// @param pairs those whose probability reached the floor, by left and right
  /// @param compared how many pairs were compared
  record Result(
      List<Weighed> pairs, long compared, Blocking.Report blocks, FellegiSunter.Model model) {}

  /// @param cap the largest block
  /// @param floor the least probability of a pair that is kept
  static Result weigh(Pool pool, int cap, double floor) {
    return weigh(pool, cap, floor, (l, r) -> true, List.of());
  }

  /// Which pairs may be compared at all: two faces of one statement are none.
  interface Allowed {
    boolean pair(int left, int right);
  }

  /// @param confirmed pairs that people decided to be one
  static Result weigh(
      Pool pool, int cap, double floor, Allowed allowed, List<Confirmed.Pair> confirmed) {
    var blocking = Blocking.of(new Keys(pool).all(), cap);
    var comparison = new Comparison(pool);
    var model = model(pool, comparison, allowed, confirmed);
    float[] weights = model.weights();
    var tasks =
        IntStream.range(0, TASKS)
            .parallel()
            .mapToObj(t -> {
              var task = new Task(pool, comparison, model, weights, floor, allowed);
              blocking.pairs(part(blocking, t), part(blocking, t + 1), task);
              return task;
            })
            .toList();
    var kept = new ArrayList<Weighed>();
    long compared = 0;
    for (var task : tasks) {
      kept.addAll(task.kept);
      compared += task.compared;
    }
    kept.sort(java.util.Comparator.comparingInt(Weighed::left).thenComparingInt(Weighed::right));
    return new Result(kept, compared, blocking.report(), model);
  }

  private static int part(Blocking blocking, int task) {
    return (int) ((long) blocking.blocks() * task / TASKS);
  }

  /// How often pairs drawn at random agree, level by level: next to none of them match.
  private static double[][] atRandom(Pool pool, Comparison comparison, Allowed allowed) {
    var u = new double[Field.values().length][];
    for (var field : Field.values()) {
      u[field.ordinal()] = new double[field.most() + 1];
    }
    var random = new java.util.Random(SEED);
    long all = (long) pool.size() * (pool.size() - 1) / 2;
    for (long drawn = 0; drawn < Math.min(all, DRAWN); drawn++) {
      int a = random.nextInt(pool.size());
      int b = random.nextInt(pool.size());
      if (a != b && allowed.pair(a, b)) {
        int pattern = comparison.pattern(a, b);
        for (var field : Field.values()) {
          u[field.ordinal()][field.level(pattern)]++;
        }
      }
    }
    for (var field : u) {
      FellegiSunter.probabilities(field);
      // A level that was hardly ever seen must not decide alone.
      for (int l = 1; l < field.length; l++) {
        field[l] = Math.max(field[l], LEAST);
      }
    }
    return u;
  }

  private static FellegiSunter.Model model(
      Pool pool, Comparison comparison, Allowed allowed, List<Confirmed.Pair> confirmed) {
    double prior = Math.min(MOST_PRIOR, 2 * PARTNERED / Math.max(1, pool.size()));
    var start = Field.start(prior).withU(atRandom(pool, comparison, allowed));
    var model = FellegiSunter.learn(Field.SHAPE, new long[Field.SHAPE.patterns()], start, 0, 0);
    return confirmed.isEmpty()
        ? model
        : model.withM(Confirmed.learned(model, comparison, confirmed));
  }

  /// One thread's share of the pairs.
  private static final class Task implements Blocking.Pairs {
    private final Pool pool;
    private final Comparison comparison;
    private final FellegiSunter.Model model;
    private final float[] weights;
    private final double least;
    private final Allowed allowed;
    private final List<Weighed> kept = new ArrayList<>();
    private long compared;

    Task(
        Pool pool,
        Comparison comparison,
        FellegiSunter.Model model,
        float[] weights,
        double floor,
        Allowed allowed) {
      this.allowed = allowed;
      this.pool = pool;
      this.comparison = comparison;
      this.model = model;
      this.weights = weights;
      double odds = floor / (1 - floor) * (1 - model.prior()) / model.prior();
      this.least = Math.log(odds) / Math.log(2);
    }

    @Override
    public void pair(int left, int right) {
      if (!allowed.pair(left, right)) {
        return;
      }
      compared++;
      int pattern = comparison.pattern(left, right);
      double weight = weights[pattern] + pool.bits(left, right, pattern);
      // A part has less money than the whole: that alone must not hide it.
      int money = Field.AMOUNT.level(pattern);
      double spared = money == 1 || money == 2 ? model.weight(Field.AMOUNT.ordinal(), money) : 0;
      if (Math.max(weight, weight - spared) >= least) {
        kept.add(new Weighed(left, right, pattern, weight, model.probability(weight)));
      }
    }
  }
}
