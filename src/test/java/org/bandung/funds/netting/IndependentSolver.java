package org.bandung.funds.netting;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bandung.funds.ledger.Money;

/// The same questions put to OR-tools, from their definitions and not from our network: what is
/// cleared of each pair, what is paid over each way.
final class IndependentSolver {

  static {
    Loader.loadNativeLibraries();
  }

  /// More than any round of these tests has.
  private static final long ALL = 1_000_000;

  /// In smallest units.
  record Optimum(long cleared, long volume, long hard) {}

  private final NettingProblem problem;
  private final List<String> names;
  private final int size;
  private final MPSolver solver = MPSolver.createSolver("GLOP");
  private final long[][] owed;
  private final MPVariable[][] cleared;
  private final Map<MPVariable, Boolean> payments = new HashMap<>();
  private final List<List<MPVariable>> out = new ArrayList<>();
  private final List<List<MPVariable>> in = new ArrayList<>();

  private IndependentSolver(NettingProblem problem) {
    this.problem = problem;
    this.names = List.copyOf(problem.participants());
    this.size = names.size();
    this.owed = new long[size][size];
    this.cleared = new MPVariable[size][size];
    for (var o : problem.obligations()) {
      owed[names.indexOf(o.debtor())][names.indexOf(o.creditor())] += units(o.amount());
    }
  }

  private static long units(Money money) {
    return money.amount().unscaledValue().longValueExact();
  }

  static Optimum best(NettingProblem problem) {
    return new IndependentSolver(problem).solve();
  }

  private Optimum solve() {
    for (int a = 0; a < size; a++) {
      out.add(new ArrayList<>());
      in.add(new ArrayList<>());
      for (int b = 0; b < size; b++) {
        cleared[a][b] = solver.makeNumVar(0, owed[a][b], "");
      }
    }
    ways();
    positions();
    long most = stage(true, v -> 1, false);
    boolean hardFirst = problem.terms().aim() == NettingTerms.Aim.LEAST_HARD_CURRENCY;
    long first = stage(false, v -> !hardFirst || hard(v) ? 1 : 0, true);
    long second = stage(false, v -> hardFirst || hard(v) ? 1 : 0, true);
    return new Optimum(most, hardFirst ? second : first, hardFirst ? first : second);
  }

  private boolean hard(MPVariable payment) {
    return payments.getOrDefault(payment, false);
  }

  /// Finds the best of one thing and holds it fast for what comes next.
  private long stage(
      boolean most, java.util.function.ToIntFunction<MPVariable> weight, boolean paid) {
    var objective = solver.objective();
    objective.clear();
    var terms = new HashMap<MPVariable, Integer>();
    if (paid) {
      payments.keySet().forEach(v -> terms.put(v, weight.applyAsInt(v)));
    } else {
      for (var row : cleared) {
        for (var v : row) {
          terms.put(v, 1);
        }
      }
    }
    terms.forEach(objective::setCoefficient);
    objective.setOptimizationDirection(most);
    var status = solver.solve();
    if (status != MPSolver.ResultStatus.OPTIMAL) {
      throw new AssertionError(status);
    }
    long value = Math.round(objective.value());
    var fixed = solver.makeConstraint(value - 1e-7, value + 1e-7);
    terms.forEach(fixed::setCoefficient);
    return value;
  }

  /// What is not limited is limited by all there is: solvers are misled by very large bounds.
  private long bilateral(int a, int b) {
    return problem.terms().bilaterals().stream()
        .filter(l -> l.debtor().equals(names.get(a)) && l.creditor().equals(names.get(b)))
        .mapToLong(l -> units(l.most()))
        .findFirst()
        .orElse(ALL);
  }

  private void positions() {
    var base = new long[size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < a; b++) {
        long net = Math.clamp(owed[a][b] - owed[b][a], -bilateral(b, a), bilateral(a, b));
        base[a] += net;
        base[b] -= net;
        var between = solver.makeConstraint(-1.0 * bilateral(b, a), bilateral(a, b));
        between.setCoefficient(cleared[a][b], 1);
        between.setCoefficient(cleared[b][a], -1);
      }
    }
    for (int a = 0; a < size; a++) {
      var name = names.get(a);
      long debit =
          problem.terms().debits().stream()
              .filter(d -> d.participant().equals(name))
              .mapToLong(d -> units(d.most()))
              .findFirst()
              .orElse(ALL);
      net(a, solver.makeConstraint(Math.min(0, base[a]), Math.min(debit, Math.max(0, base[a]))));
      var settled = solver.makeConstraint(0, 0);
      net(a, settled);
      out.get(a).forEach(v -> settled.setCoefficient(v, -1));
      in.get(a).forEach(v -> settled.setCoefficient(v, 1));
      // Who pays is not paid.
      (base[a] > 0 ? in : base[a] < 0 ? out : both(a)).get(a).forEach(v -> v.setUb(0));
    }
  }

  private List<List<MPVariable>> both(int a) {
    var all = new ArrayList<>(out.get(a));
    all.addAll(in.get(a));
    return java.util.Collections.nCopies(size, all);
  }

  private void net(int a, MPConstraint constraint) {
    for (int b = 0; b < size; b++) {
      if (a != b) {
        constraint.setCoefficient(cleared[a][b], 1);
        constraint.setCoefficient(cleared[b][a], -1);
      }
    }
  }

  private void ways() {
    for (var way : problem.terms().ways().ways()) {
      var limit = way.most();
      double most = limit == null ? ALL : worth(limit);
      pay(
          names.indexOf(way.payer()),
          names.indexOf(way.payee()),
          most,
          problem.terms().hard().contains(way.currency()));
    }
    if (!problem.terms().ways().only()) {
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          if (a != b) {
            pay(a, b, ALL, true);
          }
        }
      }
    }
  }

  private double worth(Money limit) {
    return problem
        .terms()
        .rate(limit.currency())
        .map(r -> limit.amount().multiply(r.value()))
        .orElse(limit.amount())
        .movePointRight(2)
        .setScale(0, RoundingMode.DOWN)
        .doubleValue();
  }

  private void pay(int from, int to, double most, boolean hard) {
    var paid = solver.makeNumVar(0, most, "");
    out.get(from).add(paid);
    in.get(to).add(paid);
    payments.put(paid, hard);
  }

  /// The fewest payments between any two that bring positions to zero, even over others.
  static int fewest(long[] positions) {
    var model = new CpModel();
    int size = positions.length;
    long all = 0;
    for (long p : positions) {
      all += Math.abs(p);
    }
    var used = new ArrayList<Literal>();
    var sums = new ArrayList<List<LinearExpr>>();
    for (int i = 0; i < size; i++) {
      sums.add(new ArrayList<>());
    }
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        // In one direction or the other.
        IntVar paid = model.newIntVar(-all, all, "");
        var is = model.newBoolVar("");
        model.addLessOrEqual(paid, LinearExpr.term(is, all));
        model.addGreaterOrEqual(paid, LinearExpr.term(is, -all));
        used.add(is);
        sums.get(i).add(LinearExpr.term(paid, 1));
        sums.get(j).add(LinearExpr.term(paid, -1));
      }
    }
    for (int i = 0; i < size; i++) {
      model.addEquality(LinearExpr.sum(sums.get(i).toArray(LinearExpr[]::new)), positions[i]);
    }
    model.minimize(LinearExpr.sum(used.toArray(Literal[]::new)));
    var solver = new CpSolver();
    solver.getParameters().setNumWorkers(1);
    var status = solver.solve(model);
    if (status != CpSolverStatus.OPTIMAL) {
      throw new AssertionError(status);
    }
    return (int) Math.round(solver.objectiveValue());
  }
}
